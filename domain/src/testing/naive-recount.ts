import { dataOf, type RawFact, type RawNoted, told } from './naive-facts.ts'
import { everybody, type Human, type Marriage, NEVER } from './naive-people.ts'
import { naivePlanning, type Neighbour } from './naive-planning.ts'
import { type Counted, ownSpells, spellsOf } from './naive-spells.ts'

/**
 * The cells of 01-DSX counted a second time by plain loops over the facts, sharing no code with folds, contributions or tally. What it takes is the log
 * as noted; what it gives is "area|cell" → count for the days of a period.
 *
 * Rules written out again: which facts count (naive-facts.ts), who lives where (naive-spells.ts; domain.md §3), ages by the presumed birthday, a birth at
 * the mother, a wedding where each was the day before.
 */
export function naiveRecount(noted: readonly RawNoted[]): (first: string, last: string) => Map<string, number> {
  const facts = told(noted)
  const people = everybody(facts)
  const lives = new Map([...people].map(([id, human]): [string, Life] => [id, { human, spells: human.isDuplicate ? [] : spellsOf(human, people), own: ownSpells(human) }]))
  const homes = households(facts)
  const planning = naivePlanning(facts, neighbours(lives, people))
  return (first, last) => {
    const counts = recount(homes, lives, people, first, last)
    planning(first, last, (area, cell) => counts.set(`${area}|${cell}`, (counts.get(`${area}|${cell}`) ?? 0) + 1))
    return counts
  }
}

/**
 * The residents of the end of a day, "area|sex|age" → count, one year of age after the other: for the structure of 03-DSX, which groups them otherwise.
 */
export function naiveAges(noted: readonly RawNoted[]): (last: string) => Map<string, number> {
  const people = everybody(told(noted))
  return (last) => {
    const counts = new Map<string, number>()
    for (const human of people.values()) {
      if (human.isDuplicate) continue
      let age = 0
      while (hasTurned(age + 1, middle(human.born), last)) age += 1
      for (const { area, from, to } of spellsOf(human, people)) {
        const key = `${area}|${human.sex}|${age}`
        if (from <= last && last < to) counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    return counts
  }
}

/** Somebody, with the days on which she or he counts, and those by her or his own facts alone. */
interface Life {
  readonly human: Human
  readonly spells: readonly Counted[]
  readonly own: readonly Counted[]
}

/** Everybody for the count of the follow-up. */
function neighbours(lives: ReadonlyMap<string, Life>, people: ReadonlyMap<string, Human>): Map<string, Neighbour> {
  return new Map(
    [...lives].map(([id, { human, spells }]): [string, Neighbour] => {
      const areasAt = (day: string) => spells.filter((spell) => spell.from <= day && day < spell.to).map(({ area }) => area)
      return [
        id,
        {
          id,
          sex: human.sex,
          areasAt,
          areaOn: (day) => spells.find((spell) => spell.from <= day && day <= spell.to)?.area ?? '',
          coupleAt: (day) => {
            const marriage = marriageAt(human, people, day)
            const area = marriage === undefined ? undefined : areasAt(day)[0]
            if (marriage === undefined || area === undefined) return undefined
            const husband = marriage.spouse === 'book' ? human.spouse : marriage.spouse
            return { area, husband: isHusband(people.get(husband), id, day) ? husband : '' }
          },
        },
      ]
    }),
  )
}

function isHusband(husband: Human | undefined, wife: string, day: string): boolean {
  if (husband === undefined) return false
  const running = husband.marriages.filter((one) => one.from <= day && day < one.to).at(-1)
  if (running === undefined) return husband.marriages.length === 0 && husband.spouse === wife
  return (running.spouse === 'book' ? husband.spouse : running.spouse) === wife
}

type Add = (area: string, cell: string) => void

function recount(homes: readonly Home[], lives: ReadonlyMap<string, Life>, people: ReadonlyMap<string, Human>, first: string, last: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add: Add = (area, cell) => counts.set(`${area}|${cell}`, (counts.get(`${area}|${cell}`) ?? 0) + 1)
  for (const { area, from, to, isFamily } of homes) {
    if (from > last || to <= last) continue
    add(area, 'households')
    if (isFamily) add(area, 'households-family')
  }
  for (const life of lives.values()) if (!life.human.isDuplicate) count(life, lives, people, first, last, add)
  return counts
}

interface Home {
  readonly area: string
  readonly from: string
  to: string
  readonly isFamily: boolean
}

function households(facts: readonly RawFact[]): Home[] {
  const open = new Map<string, Home>()
  for (const fact of facts) {
    const data = dataOf(fact)
    const id = String(data['household'])
    const isOpening = fact.type === 'household-registered' || fact.type === 'household-split'
    if (isOpening && !open.has(id)) open.set(id, { area: fact.area, from: fact.occurredOn, to: NEVER, isFamily: data['kind'] !== 'collective' })
    const closing = fact.type === 'household-closed' ? open.get(id) : undefined
    if (closing !== undefined && closing.to === NEVER) closing.to = fact.occurredOn
  }
  return [...open.values()]
}

function count({ human, spells }: Life, lives: ReadonlyMap<string, Life>, people: ReadonlyMap<string, Human>, first: string, last: string, add: Add): void {
  const isIn = (day: string) => first <= day && day <= last
  const where = (day: string, of = spells) => of.find((spell) => spell.from <= day && day <= spell.to)?.area
  for (const spell of spells) {
    if (isIn(spell.from)) add(spell.area, spell.opened)
    if (isIn(spell.to)) add(spell.area, spell.closed)
    if (spell.from > last || spell.to <= last) continue
    add(spell.area, 'residents')
    if (marriageAt(human, people, last) !== undefined) add(spell.area, 'women-15-49-with-husband')
  }
  const { birth } = human
  if (birth !== undefined && isIn(birth.on)) {
    const mother = birth.motherKind === 'person' ? lives.get(birth.mother) : undefined
    const area = birth.motherKind === 'unknown' ? where(birth.on) : mother === undefined ? undefined : where(birth.on, mother.own)
    if (area !== undefined) {
      add(area, 'births')
      add(area, human.sex === 'male' ? 'births-male' : 'births-female')
      if (birth.order === 2) add(area, 'births-second')
      if (typeof birth.order === 'number' && birth.order >= 3) add(area, 'births-third-or-later')
      if (mother !== undefined && !hasTurned(20, middle(mother.human.born), birth.on)) add(area, 'births-mother-under-20')
    }
  }
  for (const wedding of human.weddings) {
    if (!isIn(wedding.on)) continue
    const area = where(yesterday(wedding.on))
    if (area !== undefined) {
      add(area, 'married')
      if (!hasTurned(wedding.isWife ? 18 : 20, middle(human.born), wedding.on)) add(area, 'married-under-age')
      if (wedding.kin) add(area, 'married-consanguineous')
    }
    const wife = wedding.isWife ? undefined : lives.get(wedding.other)
    const isHers = wife !== undefined && !wife.human.isDuplicate && where(wedding.on, wife.own) !== undefined
    const at = where(wedding.on)
    if (wedding.examined && !isHers && at !== undefined) add(at, 'couples-examined')
  }
  for (const on of human.divorces) {
    const area = isIn(on) ? where(yesterday(on)) : undefined
    if (area !== undefined) add(area, 'divorced')
  }
  for (const on of human.changes) {
    const area = isIn(on) ? where(on) : undefined
    if (area !== undefined) add(area, 'basics-changed')
  }
}

/** The marriage of a woman of the age at the end of a day, unless he is known to be dead by then. */
function marriageAt(human: Human, people: ReadonlyMap<string, Human>, day: string): Marriage | undefined {
  if (human.sex !== 'female' || !hasTurned(15, middle(human.born), day) || hasTurned(50, middle(human.born), day)) return undefined
  return human.marriages.find((one) => {
    const husband = people.get(one.spouse === 'book' ? human.spouse : one.spouse)
    return one.from <= day && day < one.to && (husband === undefined || husband.died > day)
  })
}

function middle(partial: string): string {
  return partial.length === 4 ? `${partial}-07-01` : partial.length === 7 ? `${partial}-15` : partial
}

function hasTurned(years: number, born: string, day: string): boolean {
  const then = `${String(Number(born.slice(0, 4)) + years).padStart(4, '0')}${born.slice(4)}`
  return then <= day
}

function yesterday(day: string): string {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number)
  const short = [4, 6, 9, 11].includes(month - 1) ? 30 : month - 1 === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : 31
  const two = (value: number) => String(value).padStart(2, '0')
  if (of > 1) return `${year}-${two(month)}-${two(of - 1)}`
  return month > 1 ? `${year}-${two(month - 1)}-${two(short)}` : `${year - 1}-12-31`
}
