import type { History } from '@sotay/domain/kernel/decide';
import type { Noted } from '@sotay/domain/kernel/effective';
import type { AreaId, FactId, HouseholdId, SubjectId } from '@sotay/domain/kernel/ids';
import { asHousehold } from '@sotay/domain/kernel/ids';
import type { Fact } from '@sotay/domain/kinds';
import { householdKnown } from '@sotay/domain/register/known';

/** Facts after which a household may bear another number than its row says. */
const RENUMBERING = new Set(['household-registered', 'household-changed', 'fact-withdrawn', 'fact-settled']);

/** What is noted about the subjects of a batch, in memory: loaded from the log, and each fact of the batch as it is judged. */
export class NotedFacts implements History {
  readonly #facts = new Map<FactId, Noted<Fact>>();
  readonly #bySubject = new Map<SubjectId, Noted<Fact>[]>();
  readonly #unread = new Set<FactId>();
  readonly #bearers = new Map<string, HouseholdId[]>();
  /** Households that facts of the batch may have numbered anew, with the number as last folded; nothing where it must be folded again. */
  readonly #renumbered = new Map<SubjectId, string | undefined>();

  /** A fact already in the log. Known ones are passed over. */
  load(noted: Noted<Fact>): void {
    if (this.#facts.has(noted.fact.id)) return;
    this.#facts.set(noted.fact.id, noted);
    for (const subject of new Set(noted.fact.about)) {
      if (this.#renumbered.has(subject)) this.#renumbered.set(subject, undefined);
      const list = this.#bySubject.get(subject);
      if (list === undefined) this.#bySubject.set(subject, [noted]);
      else list.push(noted);
    }
  }

  /** An entry of which this version reads only the id. */
  loadUnread(id: FactId): void {
    this.#unread.add(id);
  }

  /** A household's number as its row says. */
  loadNumber(area: AreaId, number: string, household: HouseholdId): void {
    const key = `${area} ${number}`;
    this.#bearers.set(key, [...(this.#bearers.get(key) ?? []), household]);
  }

  /** A fact of the batch, judged. */
  add(noted: Noted<Fact>): void {
    this.load(noted);
    if (RENUMBERING.has(noted.fact.type)) for (const subject of noted.fact.about) this.#renumbered.set(subject, undefined);
  }

  find(id: FactId): Noted<Fact> | undefined {
    return this.#facts.get(id);
  }

  about(subject: SubjectId): readonly Noted<Fact>[] {
    return this.#bySubject.get(subject) ?? [];
  }

  isUnread(id: FactId): boolean {
    return this.#unread.has(id);
  }

  numbered(area: AreaId, number: string): readonly HouseholdId[] {
    const key = `${area} ${number}`;
    const byRow = (this.#bearers.get(key) ?? []).filter((id) => !this.#renumbered.has(id));
    const byFact = [...this.#renumbered.keys()].filter((id) => this.#numberOf(id) === key).map((id) => asHousehold(id));
    return [...byRow, ...byFact];
  }

  /** The area and number of a household by its facts; empty for one that is not open. Folded once: a batch may open hundreds, each asking for all. */
  #numberOf(id: SubjectId): string {
    const known = this.#renumbered.get(id);
    if (known !== undefined) return known;
    const household = householdKnown(this, asHousehold(id));
    const number = household.status === 'open' ? `${household.area} ${household.number}` : '';
    this.#renumbered.set(id, number);
    return number;
  }
}
