import type { History } from '@sotay/domain/kernel/decide';
import type { Noted } from '@sotay/domain/kernel/effective';
import type { AreaId, FactId, HouseholdId, PersonId, SubjectId } from '@sotay/domain/kernel/ids';
import { asHousehold } from '@sotay/domain/kernel/ids';
import type { Period } from '@sotay/domain/kernel/period';
import type { Fact } from '@sotay/domain/kinds';
import { householdKnown } from '@sotay/domain/register/known';
import { likenessKey, openedIn } from '@sotay/domain/register/likeness';

/** Facts after which a household may bear another number than its row says. */
const RENUMBERING = new Set(['household-registered', 'household-changed', 'fact-withdrawn', 'fact-settled']);

/** What is noted about the subjects of a batch, in memory: loaded from the log, and each fact of the batch as it is judged. */
export class NotedFacts implements History {
  readonly #facts = new Map<FactId, Noted<Fact>>();
  readonly #bySubject = new Map<SubjectId, Noted<Fact>[]>();
  readonly #byArea = new Map<AreaId, Noted<Fact>[]>();
  readonly #lines = new Map<string, ReadonlyMap<number, number>>();
  readonly #unread = new Set<FactId>();
  readonly #bearers = new Map<string, HouseholdId[]>();
  readonly #alike = new Map<string, PersonId[]>();
  /** Households that facts of the batch may have numbered anew, with the number as last folded; nothing where it must be folded again. */
  readonly #renumbered = new Map<SubjectId, string | undefined>();

  /** A fact already in the log. Known ones are passed over. */
  load(noted: Noted<Fact>): void {
    if (this.#facts.has(noted.fact.id)) return;
    this.#facts.set(noted.fact.id, noted);
    for (const subject of new Set(noted.fact.about)) {
      if (this.#renumbered.has(subject)) this.#renumbered.set(subject, undefined);
      put(this.#bySubject, subject, noted);
    }
    if (noted.fact.about.length === 0) put(this.#byArea, noted.fact.area, noted);
  }

  /** An entry of which this version reads only the id. */
  loadUnread(id: FactId): void {
    this.#unread.add(id);
  }

  /** A household's number as its row says. */
  loadNumber(area: AreaId, number: string, household: HouseholdId): void {
    const key = `${area} ${number}`;
    put(this.#bearers, key, household);
  }

  /** Somebody of an area who may be of a likeness as the rows say. */
  loadAlike(area: AreaId, likeness: string, person: PersonId): void {
    put(this.#alike, `${area} ${likeness}`, person);
  }

  /** How many lines P0 has by the cells, before the batch. */
  loadLines(area: AreaId, month: Period, lines: ReadonlyMap<number, number>): void {
    this.#lines.set(`${area} ${month}`, lines);
  }

  /** A fact of the batch, judged. */
  add(noted: Noted<Fact>): void {
    this.load(noted);
    const opened = openedIn(noted.fact);
    if (opened !== undefined) this.loadAlike(noted.fact.area, likenessKey(opened.likeness), opened.person);
    if (RENUMBERING.has(noted.fact.type)) for (const subject of noted.fact.about) this.#renumbered.set(subject, undefined);
  }

  find(id: FactId): Noted<Fact> | undefined {
    return this.#facts.get(id);
  }

  about(subject: SubjectId): readonly Noted<Fact>[] {
    return this.#bySubject.get(subject) ?? [];
  }

  /** Those that were loaded: all of an area's where the batch holds one of them. */
  aboutNobody(area: AreaId): readonly Noted<Fact>[] {
    return this.#byArea.get(area) ?? [];
  }

  lines(area: AreaId, month: Period): ReadonlyMap<number, number> {
    return this.#lines.get(`${area} ${month}`) ?? new Map();
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

  /** Those of the rows, and those whom the batch opens. */
  alike(area: AreaId, likeness: string): readonly PersonId[] {
    return this.#alike.get(`${area} ${likeness}`) ?? [];
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

function put<Key, One>(map: Map<Key, One[]>, key: Key, one: One): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}
