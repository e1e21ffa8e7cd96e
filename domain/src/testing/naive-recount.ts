import { naivePlanning, type Neighbour } from './naive-planning.ts'

/**
 * The cells of 01-DSX counted a second time by plain loops over the facts, sharing no code with folds, contributions or tally: nothing is imported but the
 * plain count of the follow-up (naive-planning.ts). What it takes is the log as noted; what it gives is "area|cell" → count for the days of a period.
 *
 * Rules written out again: which facts count (kernel/effective.ts), who lives where (domain.md §3), ages by the presumed birthday, a birth at the mother.
 */
interface RawFact {
  readonly id: string
  readonly type: string
  readonly area: string
  readonly occurredOn: string
  readonly recordedAt: number
  readonly corrects?: string
  readonly data: unknown
}

export interface RawNoted {
  readonly fact: RawFact
  readonly status: string
}

type Data = Record<string, unknown>

function dataOf(fact: RawFact): Data {
  return typeof fact.data === 'object' && fact.data !== null ? { ...fact.data } : {}
}

function later(a: RawFact, b: RawFact): boolean {
  return a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id)
}

/** The facts that count, found by asking of every first note what stands in its place. */
function counting(noted: readonly RawNoted[]): RawFact[] {
  const verdicts = new Map<string, RawFact>()
  for (const { fact, status } of noted) {
    if (fact.type !== 'fact-settled' || status === 'held') continue
    const id = String(dataOf(fact)['fact'])
    const known = verdicts.get(id)
    if (known === undefined || later(fact, known)) verdicts.set(id, fact)
  }
  const facts = new Map<string, RawFact>()
  for (const { fact, status } of noted) {
    const settled = verdicts.get(fact.id)
    if (status !== 'held' || (settled !== undefined && dataOf(settled)['verdict'] === 'take')) facts.set(fact.id, fact)
  }
  const isNote = (fact: RawFact | undefined): fact is RawFact => fact !== undefined && fact.type !== 'fact-withdrawn' && fact.type !== 'fact-settled'
  const targetOf = (fact: RawFact): RawFact | undefined => {
    const target = facts.get(fact.corrects ?? '')
    return isNote(fact) && isNote(target) && target.type === fact.type && !comesBack(fact) ? target : undefined
  }
  function comesBack(fact: RawFact): boolean {
    const seen = new Set<string>()
    for (let at = facts.get(fact.corrects ?? ''); at !== undefined && !seen.has(at.id); at = facts.get(at.corrects ?? '')) {
      if (at.id === fact.id) return true
      seen.add(at.id)
    }
    return false
  }
  const inPlaceOf = (fact: RawFact): RawFact | undefined => {
    let best: { correction: RawFact; stands: RawFact } | undefined
    for (const correction of facts.values()) {
      if (targetOf(correction)?.id !== fact.id) continue
      const stands = inPlaceOf(correction)
      if (stands !== undefined && (best === undefined || later(correction, best.correction))) best = { correction, stands }
    }
    if (best !== undefined) return best.stands
    for (const other of facts.values()) if (other.type === 'fact-withdrawn' && dataOf(other)['fact'] === fact.id) return undefined
    return fact
  }
  return [...facts.values()].filter((fact) => isNote(fact) && targetOf(fact) === undefined).flatMap((fact) => inPlaceOf(fact) ?? [])
}

const RANK: Record<string, number> = { 'household-registered': 0, 'person-registered': 0, 'birth-reported': 0, 'death-reported': 2 }

function inOrder(facts: readonly RawFact[]): RawFact[] {
  const key = (fact: RawFact) => `${fact.occurredOn}${RANK[fact.type] ?? 1}${String(fact.recordedAt).padStart(16, '0')}${fact.id}`
  return [...facts].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

interface Stay {
  area: string
  from: string
  to: string
  byBook: boolean
}

interface Human {
  sex: string
  born: string
  marital: string
  spouse: string
  stays: Stay[]
  died: string
  deathFirst: string
  birth?: { on: string; order: number | string; motherKind: string; mother: string }
}

const NEVER = '9999-12-31'

function middle(partial: string): string {
  return partial.length === 4 ? `${partial}-07-01` : partial.length === 7 ? `${partial}-15` : partial
}

function hasTurned(years: number, born: string, day: string): boolean {
  const then = `${String(Number(born.slice(0, 4)) + years).padStart(4, '0')}${born.slice(4)}`
  return then <= day
}

/** Everybody as the facts, told one after the other, leave them. */
function everybody(facts: readonly RawFact[]): Map<string, Human> {
  const people = new Map<string, Human>()
  const deaths = new Map<string, string>()
  const spouses = new Map<string, string>()
  const opened = new Set<string>()
  for (const fact of facts) {
    const data = dataOf(fact)
    if (fact.type === 'person-registered') {
      const id = String(data['person'])
      if (typeof data['spouse'] === 'string' && data['spouse'] !== id) spouses.set(data['spouse'], id)
      if (opened.has(id)) continue
      opened.add(id)
      if (typeof data['spouse'] === 'string') spouses.set(id, data['spouse'])
      const residence: Data = typeof data['residence'] === 'object' ? { ...data['residence'] } : {}
      people.set(id, {
        sex: String(data['sex']),
        born: String(data['born']),
        marital: String(data['marital']),
        spouse: '',
        stays: residence['presence'] === 'staying' ? [] : [{ area: fact.area, from: fact.occurredOn, to: NEVER, byBook: true }],
        died: NEVER,
        deathFirst: deaths.get(id) ?? NEVER,
      })
    }
    if (fact.type === 'birth-reported') {
      const id = String(data['child'])
      if (opened.has(id)) continue
      opened.add(id)
      const mother: Data = typeof data['mother'] === 'object' ? { ...data['mother'] } : {}
      people.set(id, {
        sex: String(data['sex']),
        born: fact.occurredOn,
        marital: 'never-married',
        spouse: '',
        stays: [{ area: fact.area, from: fact.occurredOn, to: NEVER, byBook: false }],
        died: NEVER,
        deathFirst: deaths.get(id) ?? NEVER,
        birth: {
          on: fact.occurredOn,
          order: typeof data['order'] === 'number' ? data['order'] : 'unknown',
          motherKind: String(mother['kind']),
          mother: String(mother['person']),
        },
      })
    }
    if (fact.type === 'death-reported') {
      const id = String(data['person'])
      if (deaths.has(id)) continue
      deaths.set(id, fact.occurredOn)
      const human = people.get(id)
      if (human !== undefined && human.died === NEVER) {
        human.died = fact.occurredOn
        for (const stay of human.stays) if (stay.to === NEVER) stay.to = fact.occurredOn
      }
    }
    if (fact.type === 'departure-reported' && Array.isArray(data['people'])) {
      for (const id of data['people'].map(String)) {
        const human = people.get(id)
        if (human === undefined || human.died !== NEVER || human.deathFirst !== NEVER) continue
        for (const stay of human.stays) if (stay.to === NEVER) stay.to = fact.occurredOn
      }
    }
  }
  for (const [id, human] of people) {
    human.spouse = spouses.get(id) ?? ''
    if (human.deathFirst !== NEVER) {
      human.died = human.deathFirst
      for (const stay of human.stays) if (stay.to === NEVER || human.died < stay.to) stay.to = human.died
    }
    human.stays = human.stays.filter((stay) => stay.from <= stay.to)
  }
  return people
}

/** The stays of a newborn count only with a mother who lives here; where her book was opened after the birth, from that day. */
function countedStays(human: Human, people: ReadonlyMap<string, Human>): Stay[] {
  const { birth } = human
  if (birth === undefined || birth.motherKind === 'unknown') return human.stays
  if (birth.motherKind === 'elsewhere') return []
  const mother = people.get(birth.mother)
  const kept: Stay[] = []
  for (const stay of human.stays) {
    for (const hers of mother?.stays ?? []) {
      if (hers.to < stay.from) continue
      if (hers.from > stay.from && !hers.byBook) continue
      const from = hers.from > stay.from ? hers.from : stay.from
      if (from <= stay.to) kept.push({ ...stay, from })
      break
    }
  }
  return kept
}

/**
 * Reads the facts once, to count the cells of every area between any two days, both included; stock is counted at the end of the last.
 * @returns from first and last day to "area|cell" → count, only where it is not zero
 */
export function naiveRecount(noted: readonly RawNoted[]): (first: string, last: string) => Map<string, number> {
  const facts = inOrder(counting(noted))
  const people = everybody(facts)
  const planning = naivePlanning(facts, neighbours(people))
  return (first, last) => {
    const counts = recount(facts, people, first, last)
    planning(first, last, (area, cell) => counts.set(`${area}|${cell}`, (counts.get(`${area}|${cell}`) ?? 0) + 1))
    return counts
  }
}

/** Everybody for the count of the follow-up. */
function neighbours(people: ReadonlyMap<string, Human>): Map<string, Neighbour> {
  return new Map(
    [...people].map(([id, human]): [string, Neighbour] => {
      const stays = countedStays(human, people)
      const husband = people.get(human.spouse)?.spouse === id ? human.spouse : ''
      const areasAt = (day: string) => stays.filter((stay) => stay.from <= day && day < stay.to).map(({ area }) => area)
      return [
        id,
        {
          id,
          sex: human.sex,
          areasAt,
          areaOn: (day) => stays.find((stay) => stay.from <= day && day <= stay.to)?.area ?? '',
          coupleAt: (day) => {
            const area = isInCouple(human, people, day) ? areasAt(day)[0] : undefined
            return area === undefined ? undefined : { area, husband }
          },
        },
      ]
    }),
  )
}

function isInCouple(human: Human, people: ReadonlyMap<string, Human>, day: string): boolean {
  const husband = people.get(human.spouse)
  const isWife = human.sex === 'female' && (human.marital === 'married' || human.marital === 'separated')
  const isWidow = husband !== undefined && husband.died <= day
  return isWife && !isWidow && hasTurned(15, middle(human.born), day) && !hasTurned(50, middle(human.born), day)
}

function recount(facts: readonly RawFact[], people: ReadonlyMap<string, Human>, first: string, last: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (area: string, cell: string) => counts.set(`${area}|${cell}`, (counts.get(`${area}|${cell}`) ?? 0) + 1)
  const households = new Set<string>()
  for (const fact of facts) {
    const data = dataOf(fact)
    if (fact.type !== 'household-registered' || households.has(String(data['household']))) continue
    households.add(String(data['household']))
    if (fact.occurredOn > last) continue
    add(fact.area, 'households')
    if (data['kind'] === 'family') add(fact.area, 'households-family')
  }
  for (const human of people.values()) {
    const stays = countedStays(human, people)
    for (const stay of stays) {
      if (stay.from > last || stay.to <= last) continue
      add(stay.area, 'residents')
      if (isInCouple(human, people, last)) add(stay.area, 'women-15-49-with-husband')
    }
    const { birth } = human
    if (birth !== undefined && first <= birth.on && birth.on <= last) {
      const mother = birth.motherKind === 'person' ? people.get(birth.mother) : undefined
      const hers = birth.motherKind === 'unknown' ? stays : (mother?.stays ?? [])
      const where = hers.find((stay) => stay.from <= birth.on && birth.on <= stay.to)?.area
      if (where !== undefined) {
        add(where, 'births')
        add(where, human.sex === 'male' ? 'births-male' : 'births-female')
        if (birth.order === 2) add(where, 'births-second')
        if (typeof birth.order === 'number' && birth.order >= 3) add(where, 'births-third-or-later')
        if (mother !== undefined && !hasTurned(20, middle(mother.born), birth.on)) add(where, 'births-mother-under-20')
      }
    }
    if (human.died !== NEVER && first <= human.died && human.died <= last) {
      const where = stays.find((stay) => stay.from <= human.died && human.died <= stay.to)?.area
      if (where !== undefined) add(where, 'deaths')
    }
  }
  return counts
}
