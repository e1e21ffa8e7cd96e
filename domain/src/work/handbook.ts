import type { HouseholdId, PersonId } from '../kernel/ids.ts'
import { contains, type Period } from '../kernel/period.ts'
import { CHANNELS, type Channel, COUNSELLING_MODES, COUNSELLING_TOPICS, type CounsellingMode, type CounsellingTopic, PRODUCTS, type Product, type Sex } from '../packs/tt01-2022/code-lists.ts'
import type { CounsellingGiven, SuppliesGiven, VisitMade, WorkFact } from './facts.ts'

/**
 * The summary of the handbook (Sổ tay công tác, reports.md "Handbook summary"): what was done in a period, from the notes that count of one area or of
 * several. Households are told apart, so they are counted anew for each period and never added up.
 */
export interface Handbook {
  readonly visits: {
    readonly times: number
    readonly households: number
    /** Households looked through at least once. */
    readonly lookedThrough: number
    /** Households where nobody was met twice or more. */
    readonly absentTwice: number
  }
  readonly counselling: {
    readonly modes: Readonly<Record<CounsellingMode, { readonly times: number; readonly people: number }>>
    /** How often each topic came up, and before how many people. */
    readonly topics: Readonly<Record<CounsellingTopic, { readonly times: number; readonly people: number }>>
    /** Of groups and talks; somebody named whose sex is not known here counts in neither. */
    readonly gathered: { readonly male: number; readonly female: number }
    readonly leaflets: number
  }
  readonly supplies: Readonly<Record<Product, Readonly<Record<Channel, Given>>>>
  /** Đồng received in all. */
  readonly money: number
}

/** Pieces or cycles given, and đồng received for them. */
export interface Given {
  readonly quantity: number
  readonly money: number
}

/** Counts the notes of a period. @param facts those that count, in any order @param sexOf of somebody named */
export function handbookOf(facts: readonly WorkFact[], period: Period, sexOf: (id: PersonId) => Sex | undefined): Handbook {
  const inside = facts.filter((fact) => contains(period, fact.occurredOn))
  const given = inside.filter((fact) => fact.type === 'supplies-given')
  return {
    visits: visitsOf(inside.filter((fact) => fact.type === 'visit-made')),
    counselling: counsellingOf(inside.filter((fact) => fact.type === 'counselling-given'), sexOf),
    supplies: suppliesOf(given),
    money: sum(given.map((fact) => fact.data.money ?? 0)),
  }
}

function visitsOf(visits: readonly VisitMade[]): Handbook['visits'] {
  const absent = new Map<HouseholdId, number>()
  for (const { data } of visits) if (data.met === 'absent') absent.set(data.household, (absent.get(data.household) ?? 0) + 1)
  return {
    times: visits.length,
    households: new Set(visits.map(({ data }) => data.household)).size,
    lookedThrough: new Set(visits.filter(({ data }) => data.lookedThrough).map(({ data }) => data.household)).size,
    absentTwice: [...absent.values()].filter((times) => times >= 2).length,
  }
}

function counsellingOf(all: readonly CounsellingGiven[], sexOf: (id: PersonId) => Sex | undefined): Handbook['counselling'] {
  const summed = (some: readonly CounsellingGiven[]) => ({ times: some.length, people: sum(some.map(peopleOf)) })
  const gathered = all.filter(({ data }) => data.mode !== 'direct')
  const bySex = (sex: Sex) =>
    sum(gathered.map(({ data: { heard } }) => (heard.kind === 'counts' ? heard[sex] : new Set(heard.people.filter((id) => sexOf(id) === sex)).size)))
  return {
    modes: record(COUNSELLING_MODES, (mode) => summed(all.filter(({ data }) => data.mode === mode))),
    topics: record(COUNSELLING_TOPICS, (topic) => summed(all.filter(({ data }) => data.topics.includes(topic)))),
    gathered: { male: bySex('male'), female: bySex('female') },
    leaflets: sum(all.map(({ data }) => data.leaflets ?? 0)),
  }
}

function peopleOf({ data: { heard } }: CounsellingGiven): number {
  return heard.kind === 'counts' ? heard.male + heard.female : new Set(heard.people).size
}

function suppliesOf(all: readonly SuppliesGiven[]): Handbook['supplies'] {
  return record(PRODUCTS, (product) =>
    record(CHANNELS, (channel) => {
      const some = all.filter(({ data }) => data.product === product && data.channel === channel)
      return { quantity: sum(some.map(({ data }) => data.quantity)), money: sum(some.map(({ data }) => data.money ?? 0)) }
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each key of the list
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>
}
