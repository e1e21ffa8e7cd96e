import { plainDate } from '../kernel/plain-date.ts'
import { partialDate } from '../kernel/partial-date.ts'
import type { FactOf, FactType } from '../kinds.ts'
import { factId, householdId, personId } from './ids.ts'

/** A fact as a spec tells it: what happened, and only as much of the rest as matters. People, households and facts go by names. */
export type Draft = { [T in FactType]: DraftOf<T> }[FactType]

export interface DraftOf<T extends FactType> extends Told {
  readonly type: T
  readonly data: FactOf<T>['data']
}

export interface Told {
  /** The name by which other drafts speak of this fact. */
  readonly as?: string
  readonly on: string
  readonly area?: string
  readonly by?: string
  readonly corrects?: string
  readonly because?: string
  /** Milliseconds UTC; by default a second after the draft before. */
  readonly recordedAt?: number
  readonly status?: 'accepted' | 'held' | 'pending'
}

export type Over<T extends FactType> = Partial<Told> & { readonly data?: Partial<FactOf<T>['data']> }

const BOOK_DAY = '2026-01-01'

/** Household `name` of the book; its number is its name. */
export function household(name = '1', over: Over<'household-registered'> = {}): Draft {
  const { data, ...told } = over
  return {
    type: 'household-registered',
    on: BOOK_DAY,
    ...told,
    data: { household: householdId(name), number: name, kind: 'family', address: ['Tổ 1'], ...data },
  }
}

export function householdChanged(name: string, data: Partial<FactOf<'household-changed'>['data']>, over: Partial<Told> = {}): Draft {
  return { type: 'household-changed', on: '2026-03-01', ...over, data: { household: householdId(name), ...data } }
}

interface PersonTold extends Over<'person-registered'> {
  readonly born?: string
  readonly household?: string
}

/** A person of the book, by default a woman born in 1990 in household 1. */
export function person(name: string, over: PersonTold = {}): Draft {
  const { data, born, household: of, ...told } = over
  return {
    type: 'person-registered',
    on: BOOK_DAY,
    ...told,
    data: {
      person: personId(name),
      household: householdId(of ?? '1'),
      name: { full: `Nguyễn Thị ${name}`, given: name },
      sex: 'female',
      born: partialDate(born ?? '1990-05-20'),
      relation: 'other-relative',
      marital: 'unknown',
      residence: { legal: 'permanent', presence: 'present' },
      ...data,
    },
  }
}

/** The mother of the specs: a married woman named "mother". */
export function mother(over: PersonTold = {}): Draft {
  return person('mother', { ...over, data: { relation: 'spouse', marital: 'married', ...over.data } })
}

interface BirthTold extends Over<'birth-reported'> {
  readonly child?: string
  /** A person's name; `unknown` for a foundling. Absent: "mother". */
  readonly mother?: string
  readonly household?: string
}

/** A birth, by default of a girl, "child", by "mother" on 4 March 2026, order unknown. */
export function birth(over: BirthTold = {}): Draft {
  const { data, child, mother: by, household: of, ...told } = over
  return {
    type: 'birth-reported',
    on: '2026-03-04',
    ...told,
    data: {
      child: personId(child ?? 'child'),
      household: householdId(of ?? '1'),
      sex: 'female',
      mother: by === 'unknown' ? { kind: 'unknown' } : { kind: 'person', person: personId(by ?? 'mother') },
      place: 'hospital',
      order: 'unknown',
      ...data,
    },
  }
}

export function death(name: string, on: string, over: Over<'death-reported'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'death-reported', on, ...told, data: { person: personId(name), place: 'home', ...data } }
}

export function departure(names: readonly string[], on: string, over: Over<'departure-reported'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'departure-reported', on, ...told, data: { people: names.map(personId), destination: 'other-province', ...data } }
}

export function personChanged(name: string, data: Partial<Omit<FactOf<'person-changed'>['data'], 'person'>>, over: Partial<Told> = {}): Draft {
  return { type: 'person-changed', on: '2026-03-01', ...over, data: { person: personId(name), old: {}, new: {}, ...data } }
}

export function withdrawn(fact: string, over: Partial<Told> = {}): Draft {
  return { type: 'fact-withdrawn', on: '2026-03-10', ...over, data: { fact: factId(fact), reason: 'Ghi nhầm' } }
}

export function settled(fact: string, verdict: 'take' | 'refuse', over: Partial<Told> = {}): Draft {
  return { type: 'fact-settled', on: '2026-03-10', by: 'officer', ...over, data: { fact: factId(fact), verdict, reason: 'Đã hỏi lại' } }
}

/** The day a draft tells, checked to be one. */
export function dayOfDraft(draft: Draft) {
  return plainDate(draft.on)
}
