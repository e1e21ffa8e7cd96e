import type { Chance } from './chance.ts';
import { midnightOf } from './day.ts';
import type { Day } from './day.ts';
import type { Author, Draft, Emitter, Generated, GeneratedType, Noting } from './emit.ts';
import { dwellers, isHere } from './model.ts';
import type { Home, Person } from './model.ts';
import type { PersonMaker } from './person-maker.ts';
import type { Place } from './population.ts';
import { WORK } from './tables/work.ts';

/** Who notes in an area. */
export type Authors = { readonly collaborator: Author; readonly officer: Author };

/** How a note differs from the usual one. `isPrompt`: made on the day itself. */
type How = { readonly isPrompt?: boolean; readonly by?: Author } & Omit<Partial<Noting>, 'by'>;

/** One area while time passes in it: who lives where, what is still to happen on which day, and what is noted of it. */
export class Life {
  readonly chance: Chance;
  readonly maker: PersonMaker;
  readonly emitter: Emitter;
  readonly place: Place;
  readonly authors: Authors;
  readonly opening: Day;
  readonly homes: Home[];
  readonly people: Person[];
  readonly #due = new Map<Day, (() => void)[]>();
  #today: Day;
  #numbers: number;

  constructor({ maker, emitter, place, authors, opening, homes }: Pick<Life, 'maker' | 'emitter' | 'place' | 'authors' | 'opening' | 'homes'>) {
    this.chance = maker.chance;
    this.maker = maker;
    this.emitter = emitter;
    this.place = place;
    this.authors = authors;
    this.opening = opening;
    this.homes = homes;
    this.people = homes.flatMap(({ members }) => members);
    this.#today = opening;
    this.#numbers = homes.length;
  }

  get today(): Day {
    return this.#today;
  }

  /** Lets something happen on a day; what should have happened already happens today. */
  on(day: Day, deed: () => void): void {
    const at = Math.max(Math.floor(day), this.#today);
    const others = this.#due.get(at);
    if (others === undefined) this.#due.set(at, [deed]);
    else others.push(deed);
  }

  /** The same for somebody who must still be here then. */
  onFor(person: Person, day: Day, deed: () => void): void {
    this.on(day, () => {
      if (isHere(person)) deed();
    });
  }

  /** Lets all days up to one pass. */
  passTo(last: Day): void {
    for (; this.#today <= last; this.#today++) {
      const deeds = this.#due.get(this.#today);
      // What happens may bring more on the same day.
      for (let at = 0; deeds !== undefined && at < deeds.length; at++) deeds[at]?.();
      this.#due.delete(this.#today);
    }
  }

  /** Notes what happened today, or on `day`: mostly within days, some of it late, some of it at the station. */
  note(draft: Draft, { isPrompt = false, by, at, ...how }: How = {}, day: Day = this.#today): Generated | undefined {
    const author = by ?? (this.chance.happens(WORK.byOfficer) ? this.authors.officer : this.authors.collaborator);
    const late = isPrompt ? 0 : this.#daysLate();
    const hour = 7.5 + this.chance.next() * 12;
    return this.emitter.note(draft, day, { ...how, by: author, at: at ?? midnightOf(day + late) + Math.floor(hour * 3_600_000) });
  }

  /** Notes what goes with something noted at an instant, in one breath; nothing where that was not noted (0). */
  noteAfter(at: number, draft: Draft, needs: readonly GeneratedType[] = []): number {
    return at === 0 ? 0 : (this.note(draft, { at: at + 60_000, needs })?.recordedAt ?? 0);
  }

  #daysLate(): number {
    if (this.chance.happens(WORK.late)) return this.chance.whole(11, 70);
    return this.chance.happens(0.6) ? this.chance.whole(0, 2) : this.chance.whole(3, 10);
  }

  /** A number that no household of the area has had. */
  nextNumber(): string {
    this.#numbers += 1;
    return String(this.#numbers);
  }

  /** Somebody leaves a home: its head may follow, or nobody may be left. `at`: when the leaving was noted, 0 where it was not: then nothing of this is either. */
  leftBehind(home: Home, reason: 'nobody-left' | 'moved-away' | 'joined-another', at: number): void {
    if (home.isClosed || home.kind === 'collective') return;
    const left = dwellers(home);
    if (left.length === 0) {
      home.isClosed = true;
      this.noteAfter(at, { type: 'household-closed', v: 1, data: { household: home.id, reason } });
      return;
    }
    if (home.head !== undefined && home.head.home === home && isHere(home.head)) return;
    const grown = left.filter((person) => this.today - person.born >= 18 * 365.25);
    const head = grown.find((person) => person === home.head?.spouse) ?? grown.sort((a, b) => a.born - b.born)[0];
    if (head === undefined) return;
    home.head = head;
    this.noteAfter(at, { type: 'household-changed', v: 1, data: { household: home.id, head: head.id } }, head.firstHome === home ? [] : ['person-moved', 'household-split']);
  }
}
