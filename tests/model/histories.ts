import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstDay, kindOf, lastDay, type Period, period } from '@sotay/domain/kernel/period'
import type { Fact } from '@sotay/domain/kinds'
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells'
import { toCounts } from '@sotay/domain/reports/tally'
import { Chance } from '@sotay/domain/testing/chance'
import { makeHistory } from '@sotay/domain/testing/make-history'
import type { RawNoted } from '@sotay/domain/testing/naive-facts'
import { naiveRecount } from '@sotay/domain/testing/naive-recount'
import { countedOn } from '../../client/src/store/counted.ts'
import { figuresIn } from '../../client/src/store/figures.ts'
import { Commune } from './commune.ts'
import { type ModelDatabase, openModelDatabase, seedsOf } from './model-database.ts'
import { ModelPhone } from './model-phone.ts'

/**
 * Phone = service = naive recount, in every cell of every area and period: of made-up communes of two areas, told over two years by two collaborators and an
 * officer, the log goes in through the admission of the service and out again to a phone for each collaborator. Three counts of one log are compared: the
 * service's stored cells, each phone's figures, and plain loops over the facts that share no code with either. The seed in a failure's title is the bug
 * report: `HISTORY_SEED=n`.
 *
 * Verifies: RECOUNT, SYNC-7
 */
const HISTORIES = 200
const ONLY = process.env['HISTORY_SEED']
const FEWEST_PEOPLE = 300
const FEWEST_MONTHS = 24
const SIZE = { households: 90, events: 200 }

/** 15 November 2026, ten in the morning in Vietnam: the last day on which anything happens in a made-up history. */
const NOW = Date.UTC(2026, 10, 15, 3)
const THIS_MONTH = period('2026-11')
const COLLABORATORS = ['one', 'two'] as const
const NO_MISHAPS = { lost: 0, unheard: 0, repeated: 0, cut: 0, powerCuts: 0 }

let database: ModelDatabase
const seen = { histories: 0, fewestPeople: Infinity, fewestMonths: Infinity, people: 0, facts: 0, answers: 0, held: 0, settled: 0, byService: 0, byPhones: 0, notZero: 0 }
const timesNotZero = new Map<string, number>(CELL_CODES.map((cell) => [cell, 0]))

async function run(seed: number): Promise<void> {
  const commune = new Commune(database.db, database.administrator, `history ${seed}`)
  commune.now = NOW
  await commune.open()
  const chance = new Chance(seed)
  const village = { areas: COLLABORATORS.map((user, index) => ({ area: commune.areas[index] ?? commune.areas[0], collaborator: commune.actor(user) })), officer: commune.actor('officer') }
  const made = makeHistory(seed, village, SIZE).map(({ fact }) => fact)
  await commune.take(seed % 4 < 2 ? made : outOfOrder(chance, made))

  const log = await commune.log()
  const noted: RawNoted[] = log.map(({ body, status }) => ({ fact: JSON.parse(body), status }))
  const stored = await commune.cells()
  const periods = [...new Set([...stored.keys()].map((key) => period(key.split(' ')[1] ?? '')))]
  const expected = recounted(noted, commune, periods)
  for (const [key, row] of expected) {
    expect(stored.get(key) ?? NOTHING, `seed ${seed}: service against recount, ${key}`).toEqual(row)
    seen.byService += row.length
  }
  expect([...stored.keys()].filter((key) => !expected.has(key))).toEqual([])
  for (const user of COLLABORATORS) await comparePhone(seed, commune, chance, user, expected)
  look(noted, periods, expected)
}

/** As a notebook comes in that is copied out by the page: a note often before what it builds upon. */
function outOfOrder(chance: Chance, facts: readonly Fact[]): Fact[] {
  const page = chance.whole(20, 60)
  return Array.from({ length: Math.ceil(facts.length / page) }, (_, index) => chance.shuffled(facts.slice(index * page, (index + 1) * page))).flat()
}

const NOTHING = CELL_CODES.map(() => 0)

/** The naive recount as rows of cells, by "area period". */
function recounted(noted: readonly RawNoted[], { areas }: Commune, periods: readonly Period[]): Map<string, readonly number[]> {
  const plain = naiveRecount(noted)
  return new Map(
    periods.flatMap((of) => {
      const counts = plain(firstDay(of), lastDay(of))
      const rows = areas.map((area): [string, readonly number[]] => [`${area} ${of}`, CELL_CODES.map((cell) => counts.get(`${area}|${cell}`) ?? 0)])
      const [all, inRows] = [[...counts.values()], rows.flatMap(([, row]) => row)].map((list) => list.reduce((sum, count) => sum + count, 0))
      expect(inRows, `${of}: nothing is counted in another area or cell`).toBe(all)
      return rows
    }),
  )
}

/** A phone that reads its area from the service page by page, folding as it reads, against the recount of the whole log. */
async function comparePhone(seed: number, commune: Commune, chance: Chance, user: string, expected: ReadonlyMap<string, readonly number[]>): Promise<void> {
  const phone = new ModelPhone(commune, chance, user, user, 0, { ...NO_MISHAPS })
  phone.heal()
  for (let end = 'more'; end !== 'done'; end = await phone.round()) expect(['more'], `seed ${seed}, ${user}: the phone reads on`).toContain(end)
  const book = await phone.book()
  const figures = figuresIn(book)
  const areas = commune.actor(user).responsibilities.map(({ area }) => area)
  for (const [key, row] of expected) {
    const [area, of] = key.split(' ')
    if (!areas.some((own) => own === area)) continue
    expect(toCounts(figures(areas, period(of ?? ''))), `seed ${seed}: phone of ${user} against recount, ${of}`).toEqual(row)
    seen.byPhones += row.length
  }
  expect([...book.households.values()].filter(({ area }) => !areas.includes(area)), `seed ${seed}: households of another area in the book of ${user}`).toEqual([])
  const told = [...book.people.values()].filter((one) => countedOn(book, one, lastDay(THIS_MONTH)).is === 'yes')
  expect(told.length, `seed ${seed}: of how many the phone of ${user} says that they count`).toBe(figures(areas, THIS_MONTH).get('residents'))
}

const FIRST_NOTES: Readonly<Record<string, (data: { person?: string; child?: string; who?: { person: string } }) => string | undefined>> = {
  'person-registered': ({ person }) => person,
  'birth-reported': ({ child }) => child,
  'arrival-reported': ({ who }) => who?.person,
  'adoption-reported': ({ who }) => who?.person,
}

function look(noted: readonly RawNoted[], periods: readonly Period[], expected: ReadonlyMap<string, readonly number[]>): void {
  const people = new Set(noted.flatMap(({ fact }) => FIRST_NOTES[fact.type]?.(fact.data as object) ?? []))
  seen.histories += 1
  seen.people += people.size
  seen.fewestPeople = Math.min(seen.fewestPeople, people.size)
  seen.fewestMonths = Math.min(seen.fewestMonths, periods.filter((of) => kindOf(of) === 'month').length)
  seen.facts += noted.length
  seen.answers += noted.filter(({ fact }) => fact.corrects !== undefined || fact.type === 'fact-withdrawn').length
  seen.held += noted.filter(({ status }) => status === 'held').length
  seen.settled += noted.filter(({ fact }) => fact.type === 'fact-settled').length
  for (const row of expected.values()) {
    for (const [index, count] of row.entries()) {
      const cell = CELL_CODES[index] ?? ''
      if (count > 0) timesNotZero.set(cell, (timesNotZero.get(cell) ?? 0) + 1)
      if (count > 0) seen.notZero += 1
    }
  }
}

/** Makes this file run every `step`-th history from `first` on, each in a registry of its own in one database. */
export function histories(first: number, step: number): void {
  beforeAll(async () => {
    database = await openModelDatabase()
  })
  afterAll(async () => {
    console.log(JSON.stringify(seen))
    await database.close()
  })
  const seeds = seedsOf(HISTORIES, first, step, ONLY)
  it(`phone, service and a plain recount agree in every cell, over ${seeds.length} histories of ${FEWEST_PEOPLE} people and ${FEWEST_MONTHS} months`, async () => {
    for (const seed of seeds) await run(seed)
    expect(seen.fewestPeople).toBeGreaterThanOrEqual(FEWEST_PEOPLE)
    expect(seen.fewestMonths).toBeGreaterThanOrEqual(FEWEST_MONTHS)
    if (ONLY !== undefined) return
    expect(seen.histories).toBe(HISTORIES / step)
    // Two areas, and each month, quarter and year that the months touch.
    expect(Math.min(seen.byService, seen.byPhones)).toBeGreaterThanOrEqual(seen.histories * 2 * (FEWEST_MONTHS + FEWEST_MONTHS / 3 + FEWEST_MONTHS / 12) * CELL_CODES.length)
    expect([...timesNotZero].filter(([, times]) => times < seen.histories)).toEqual([])
    expect((seen.answers + seen.held) / seen.facts).toBeGreaterThan(0.1)
    expect(Math.min(seen.held, seen.settled)).toBeGreaterThan(seen.histories * 20)
  })
}
