import { aboutOf } from '@sotay/domain/decide';
import type { History } from '@sotay/domain/kernel/decide';
import type { AreaId, DeviceId, FactId, SubjectId, UserId } from '@sotay/domain/kernel/ids';
import { isFactType } from '@sotay/domain/kinds';
import type { Fact } from '@sotay/domain/kinds';
import type { FactWithdrawn } from '@sotay/domain/kernel/taking-back';
import type { MonthFact } from '@sotay/domain/month/facts';
import type { PlanningFact } from '@sotay/domain/planning/facts';
import type { BirthReported, DeathReported, HouseholdChanged, HouseholdClosed, HouseholdRegistered, HouseholdSplit, PersonChanged, PersonRegistered, PersonsJoined } from '@sotay/domain/register/facts';
import type { DivorceReported, MarriageReported, SeparationReported } from '@sotay/domain/register/marriage-facts';
import type { AdoptionReported, ArrivalReported, DepartureReported, PersonMoved, ResidenceConfirmed } from '@sotay/domain/register/move-facts';
import type { WorkFact } from '@sotay/domain/work/facts';

import { dateOf } from './day.ts';
import type { Day } from './day.ts';
import type { Ids } from './ids.ts';

/** Every fact that the generator makes, whether the pack on this branch knows its type or not. */
export type Generated =
  | HouseholdRegistered
  | HouseholdChanged
  | HouseholdSplit
  | HouseholdClosed
  | PersonRegistered
  | PersonChanged
  | BirthReported
  | DeathReported
  | PersonsJoined
  | DepartureReported
  | ArrivalReported
  | PersonMoved
  | AdoptionReported
  | ResidenceConfirmed
  | MarriageReported
  | SeparationReported
  | DivorceReported
  | PlanningFact
  | WorkFact
  | MonthFact
  | FactWithdrawn;

export type GeneratedType = Generated['type'];
/** What a fact says, without who, when and where. */
export type Draft = { [T in GeneratedType]: Pick<Extract<Generated, { type: T }>, 'type' | 'v' | 'data'> }[GeneratedType];

/** Who notes, and on what. */
export type Author = { readonly user: UserId; readonly device: DeviceId; readonly via: 'phone' | 'office'; readonly name: string };

/** How something was noted. `at`: the instant it was noted at the earliest (UTC milliseconds). */
export type Noting = { readonly at: number; readonly by: Author; readonly corrects?: Generated; readonly because?: string; readonly needs?: readonly GeneratedType[] };

/** Milliseconds between two notes about one person: typing takes time. */
const TYPING_MS = 20_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * Makes the facts of one area, each noted after whatever it names was noted.
 *
 * 1. A type that the pack does not know is not emitted, nor is anything that names somebody whom only such a fact would have opened, nor what answers it.
 * 2. Nothing is noted at the end or later, and of people of whom something is not told in time nothing that came after it; so the facts kept are those of a
 *    book as it is at that instant.
 */
export class Emitter {
  readonly facts: Generated[] = [];
  readonly #area: AreaId;
  readonly #ids: Ids;
  readonly #end: number;
  readonly #knows: (type: GeneratedType) => boolean;
  /** When a subject was last heard of; subjects that no fact opened are not in it. */
  readonly #heard = new Map<string, number>();

  /** @param knows whether facts of a type are emitted */
  constructor({ area, ids, end, knows }: { readonly area: AreaId; readonly ids: Ids; readonly end: number; readonly knows: (type: GeneratedType) => boolean }) {
    this.#area = area;
    this.#ids = ids;
    this.#end = end;
    this.#knows = knows;
  }

  /** Notes something that happened on a day. @returns the fact, or undefined where it is not in the book */
  note(draft: Draft, on: Day, { at, by, corrects, because, needs = [] }: Noting): Generated | undefined {
    const opened = openedBy(draft);
    if (!this.#knows(draft.type) || !needs.every((type) => this.#knows(type))) return undefined;
    const named = namedIn(draft.data, [...(corrects?.about ?? [])]);
    let last = corrects?.recordedAt ?? 0;
    for (const id of named) {
      const heard = this.#heard.get(id);
      if (heard === undefined && id !== opened) return undefined;
      if (heard !== undefined && heard > last) last = heard;
    }
    const recordedAt = Math.max(at, last + TYPING_MS);
    const household = householdIn(draft.data);
    if (recordedAt >= this.#end) {
      // Not told in time: neither is what happened to these people later.
      for (const id of named) if (id !== household && this.#heard.has(id)) this.#heard.set(id, recordedAt);
      return undefined;
    }
    const envelope = {
      id: this.#ids.fact(recordedAt),
      area: this.#area,
      about: named,
      occurredOn: dateOf(on),
      recordedAt,
      recordedBy: by.user,
      device: by.device,
      via: by.via,
      ...(corrects === undefined || draft.type === 'fact-withdrawn' ? {} : { corrects: corrects.id }),
      ...(because === undefined ? {} : { because }),
    };
    const fact: Generated = { ...envelope, ...draft };
    if (isOfThePack(fact)) fact.about = aboutOf(fact, knowing(corrects));
    // A household has many doors: what is noted late of one of its people does not keep others from being noted.
    for (const id of named) if (id !== household || id === opened) this.#heard.set(id, recordedAt);
    this.facts.push(fact);
    return fact;
  }

  /** Whether anything was noted that opens a subject. */
  hasOpened(id: SubjectId): boolean {
    return this.#heard.has(id);
  }
}

function isOfThePack(fact: Generated): fact is Generated & Fact {
  return isFactType(fact.type);
}

/** A history that knows one fact: all that the subjects of a correction depend on. */
function knowing(fact: Generated | undefined): History {
  const known = fact !== undefined && isOfThePack(fact) ? fact : undefined;
  return {
    find: (id: FactId) => (known !== undefined && known.id === id ? { fact: known, status: 'accepted' } : undefined),
    about: () => [],
    aboutNobody: () => [],
    lines: () => new Map(),
    isUnread: () => false,
    numbered: () => [],
    alike: () => [],
  };
}

/** The subject that a fact opens. */
function openedBy({ type, data }: Draft): SubjectId | undefined {
  if (type === 'household-registered' || type === 'household-split') return data.household;
  if (type === 'person-registered') return data.person;
  if (type === 'birth-reported') return data.child;
  if (type === 'arrival-reported' || type === 'adoption-reported') return data.who.kind === 'new' ? data.who.person : undefined;
  return undefined;
}

/** Facts name other facts here; these are no subjects. */
const NO_SUBJECTS = new Set(['fact', 'task', 'pending']);

/** Every subject that data names, each once, in the order of naming. */
function namedIn(data: object, named: SubjectId[] = []): SubjectId[] {
  for (const [key, value] of Object.entries<unknown>({ ...data })) {
    if (typeof value === 'object' && value !== null) {
      if (!NO_SUBJECTS.has(key)) namedIn(value, named);
    } else if (isSubject(value) && !NO_SUBJECTS.has(key) && !named.includes(value)) named.push(value);
  }
  return named;
}

function isSubject(value: unknown): value is SubjectId {
  return typeof value === 'string' && value.length === 36 && UUID.test(value);
}

function householdIn(data: Draft['data']): SubjectId | undefined {
  return 'household' in data ? data.household : undefined;
}
