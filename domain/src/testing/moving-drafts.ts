import { partialDate } from '../kernel/partial-date.ts'
import type { FactOf } from '../kinds.ts'
import type { Party } from '../register/marriage-facts.ts'
import type { Draft, Over } from './drafts.ts'
import { householdId, personId } from './ids.ts'

/** Comings, goings, marriages and households that come and go, as a spec tells them; people and households go by names. */

interface ComingTold {
  readonly household?: string
  readonly born?: string
  readonly sex?: 'male' | 'female'
  readonly marital?: 'married' | 'never-married'
}

const newcomer = (name: string, { born, sex, marital }: ComingTold) => ({
  kind: 'new' as const,
  person: personId(name),
  name: { full: `Lê Thị ${name}`, given: name },
  sex: sex ?? ('female' as const),
  born: partialDate(born ?? '1995-01-01'),
  legal: 'temporary' as const,
  ...(marital === undefined ? {} : { marital }),
})

/** Somebody new, by default a woman born in 1995 who comes to household 1 to settle. */
export function arrival(name: string, on: string, over: Over<'arrival-reported'> & ComingTold = {}): Draft {
  const { data, household, born, sex, marital, ...told } = over
  const who = newcomer(name, { ...(born === undefined ? {} : { born }), ...(sex === undefined ? {} : { sex }), ...(marital === undefined ? {} : { marital }) })
  return {
    type: 'arrival-reported',
    on,
    ...told,
    data: { who, household: householdId(household ?? '1'), relation: 'other-relative', from: 'other-province', intent: 'settle', ...data },
  }
}

/** Somebody whom the book knows comes back. */
export function comesBack(name: string, on: string, over: Over<'arrival-reported'> = {}): Draft {
  return arrival(name, on, { ...over, data: { who: { kind: 'known', person: personId(name) }, ...over.data } })
}

export function moved(names: readonly string[], to: string, on: string, over: Over<'person-moved'> = {}): Draft {
  const people = names.map((name) => ({ person: personId(name), relation: 'other-relative' as const }))
  return { type: 'person-moved', on, ...over, data: { household: householdId(to), people, ...over.data } }
}

/** A child of the book, or with `born` one from elsewhere, is taken in by people of household 1. */
export function adoption(child: string, adopters: readonly string[], on: string, over: Over<'adoption-reported'> & ComingTold = {}): Draft {
  const { data, household, born, sex, ...told } = over
  const who = born === undefined ? { kind: 'known' as const, person: personId(child) } : newcomer(child, { born, ...(sex === undefined ? {} : { sex }) })
  return { type: 'adoption-reported', on, ...told, data: { who, household: householdId(household ?? '1'), adopters: adopters.map(personId), ...data } }
}

export function confirmed(name: string, whereabouts: FactOf<'residence-confirmed'>['data']['whereabouts'], on: string, over: Over<'residence-confirmed'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'residence-confirmed', on, ...told, data: { person: personId(name), whereabouts, ...data } }
}

const party = (name: string | undefined): Party => (name === undefined ? { kind: 'elsewhere', commune: 'xã khác' } : { kind: 'person', person: personId(name) })

/** A wedding; who is not named lives elsewhere. */
export function marriage(wife: string | undefined, husband: string | undefined, on: string, over: Over<'marriage-reported'> = {}): Draft {
  const { data, ...told } = over
  return {
    type: 'marriage-reported',
    on,
    ...told,
    data: { wife: party(wife), husband: party(husband), form: 'registered', consanguineous: 'no', examined: 'unknown', ...data },
  }
}

const couple = (wife: string | undefined, husband: string | undefined) => ({
  ...(wife === undefined ? {} : { wife: personId(wife) }),
  ...(husband === undefined ? {} : { husband: personId(husband) }),
})

export function separation(wife: string | undefined, husband: string | undefined, on: string): Draft {
  return { type: 'separation-reported', on, data: couple(wife, husband) }
}

export function divorce(wife: string | undefined, husband: string | undefined, on: string): Draft {
  return { type: 'divorce-reported', on, data: couple(wife, husband) }
}

/** The officer says that two entries are one person. */
export function joined(person: string, duplicate: string, over: Over<'persons-joined'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'persons-joined', on: '2026-03-10', by: 'officer', ...told, data: { person: personId(person), duplicate: personId(duplicate), ...data } }
}

export function split(from: string, to: string, names: readonly string[], on: string, over: Over<'household-split'> = {}): Draft {
  const { data, ...told } = over
  const people = names.map((name, index) => ({ person: personId(name), relation: index === 0 ? ('head' as const) : ('other-relative' as const) }))
  return { type: 'household-split', on, ...told, data: { household: householdId(to), from: householdId(from), number: to, address: [], people, ...data } }
}

export function householdClosed(name: string, on: string, over: Over<'household-closed'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'household-closed', on, ...told, data: { household: householdId(name), reason: 'moved-away', ...data } }
}
