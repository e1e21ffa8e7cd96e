import { afterAll, beforeAll, expect, it } from 'vitest'
import { effective, type Noted } from '@sotay/domain/kernel/effective'
import { addMonths, firstDay, lastDay, monthContaining, type Period, period } from '@sotay/domain/kernel/period'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import { type Fact, readFact } from '@sotay/domain/kinds'
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells'
import { toCounts } from '@sotay/domain/reports/tally'
import { Chance } from '@sotay/domain/testing/chance'
import { p0Tables } from '@sotay/domain/reports/p0-table'
import { naiveRecount } from '@sotay/domain/testing/naive-recount'
import { workFacts } from '@sotay/domain/work/effective-work'
import { workNotesOf } from '../../client/src/store/area-notes.ts'
import { openBook } from '../../client/src/store/book.ts'
import { figuresIn, listsOf } from '../../client/src/store/figures.ts'
import { notedAboutNobody, unsent } from '../../client/src/store/phone-state.ts'
import type { Phone } from '../../client/src/store/phone.ts'
import { findAreasCounted } from '../../server/src/reports/areas-counted.ts'
import { makeP0 } from '../../server/src/reports/p0-report.ts'
import { Commune, type LogRow } from './commune.ts'
import { type ModelDatabase, openModelDatabase, seedsOf } from './model-database.ts'
import { type Mishaps, ModelPhone } from './model-phone.ts'

/**
 * Phones × service: random notes, losses, repeats, cuts, power failures, clocks a year off, a service restored from an empty backup; in the end nothing is lost,
 * nothing is counted twice, phone, service and a plain recount agree in every cell, and phone and service in every note of the handbook and in every line of P0. The seed in a failure's title is the bug report: `MODEL_SEED=n`.
 *
 * Verifies: SYNC-1, SYNC-2, SYNC-3, SYNC-5, SYNC-6, SYNC-7, SYNC-8
 */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 500)
const ONLY = process.env['MODEL_SEED']
const FACTS_A_RUN = 200
const YEAR_MS = 365 * 86_400_000

let database: ModelDatabase
const mishaps: Mishaps = { lost: 0, unheard: 0, repeated: 0, cut: 0, powerCuts: 0 }
const seen = { runs: 0, facts: 0, fewest: Infinity, answers: 0, late: 0, held: 0, restores: 0, cells: 0, unplaced: 0, work: 0, nobody: 0, lines: 0 }

/** Cells that were not zero somewhere. */
const cellsSeen = new Set<string>()

async function run(seed: number): Promise<void> {
  const chance = new Chance(seed)
  const commune = new Commune(database.db, database.administrator, `run ${seed}`)
  await commune.open()
  const phone = (name: string, user: string, skew = 0) => new ModelPhone(commune, chance, name, user, skew, mishaps)
  const phones = [phone('a', 'one'), phone('b', 'one', chance.pick([-YEAR_MS, YEAR_MS])), phone('c', 'two'), phone('d', 'both', 3_600_000)]
  const noted = () => phones.reduce((sum, one) => sum + one.promised.length, 0)
  const restoreAt = chance.happens(0.1) ? chance.whole(50, 150) : undefined
  let isRestored = false
  while (noted() < FACTS_A_RUN) {
    commune.now += chance.whole(1_000, 20_000_000)
    const one = chance.pick(phones)
    const burst = chance.whole(1, 25)
    for (let count = 0; count < burst && noted() < FACTS_A_RUN; count++) await one.note()
    if (chance.happens(0.1)) one.close()
    if (chance.happens(0.8)) await one.round()
    if (chance.happens(0.2)) await commune.settle(chance)
    if (restoreAt !== undefined && !isRestored && noted() >= restoreAt) {
      await commune.restoreFromEmptyBackup()
      isRestored = true
      seen.restores += 1
    }
  }
  for (const one of phones) one.heal()
  for (let turn = 0; turn < 2; turn++) for (const one of phones) await settleDown(one)
  await compare(seed, commune, phones)
}

async function settleDown(one: ModelPhone): Promise<void> {
  for (let rounds = 0; rounds < 200; rounds++) if ((await one.round()) === 'done') return
  throw new Error('the phone never came to rest')
}

function notedIn(log: readonly LogRow[]): Noted<Fact>[] {
  return log.flatMap(({ body, status }) => {
    const read = readFact(JSON.parse(body))
    return read.kind === 'known' ? [{ fact: read.fact, status }] : []
  })
}

async function compare(seed: number, commune: Commune, phones: readonly ModelPhone[]): Promise<void> {
  const at = `seed ${seed}`
  const log = await commune.log()
  expect(log.map(({ seq }) => seq), `${at}: no gap`).toEqual(log.map((_, index) => index + 1))
  const ids = log.map(({ fact_id }) => fact_id)
  expect(new Set(ids).size, `${at}: each once`).toBe(ids.length)
  const unplaced = await commune.unplaced()
  const kept = new Set([...ids, ...unplaced])
  const promised = phones.flatMap((one) => one.promised)
  expect(promised.filter((fact) => !kept.has(fact.id)), `${at}: nothing lost`).toEqual([])

  const noted = notedIn(log)
  const plain = naiveRecount(noted)
  const stored = await commune.cells()
  const periods = [...new Set([...stored.keys()].map((key) => period(key.split(' ')[1] ?? '')))]
  expect(periods.length).toBeGreaterThan(24)
  for (const of of periods) {
    const counts = plain(firstDay(of), lastDay(of))
    for (const key of counts.keys()) cellsSeen.add(key.split('|')[1] ?? '')
    for (const area of commune.areas) {
      const row = CELL_CODES.map((cell) => counts.get(`${area}|${cell}`) ?? 0)
      expect(stored.get(`${area} ${of}`), `${at}: service against recount, ${of}`).toEqual(row)
      seen.cells += row.length
    }
  }
  for (const one of phones) {
    const known = await one.known()
    await comparePhone(`${at}, ${one.user}`, commune, known, one.user, stored, periods)
    compareWork(`${at}, ${one.user}`, commune, known, one.user, noted)
    await compareLists(`${at}, ${one.user}`, commune, known, one.user, new Chance(seed))
  }
  seen.runs += 1
  seen.facts += promised.length
  seen.fewest = Math.min(seen.fewest, promised.length)
  seen.answers += promised.filter((fact) => fact.corrects !== undefined || fact.type === 'fact-withdrawn').length
  seen.late += promised.filter((fact) => fact.recordedAt - Date.parse(fact.occurredOn) > 40 * 86_400_000 && fact.type === 'birth-reported').length
  seen.held += log.filter(({ status }) => status === 'held').length
  seen.unplaced += unplaced.length
}

async function comparePhone(at: string, commune: Commune, phone: Phone, user: string, stored: ReadonlyMap<string, readonly number[]>, periods: readonly Period[]): Promise<void> {
  expect(unsent(phone.state), `${at}: nothing unsent`).toEqual([])
  const figures = figuresIn(openBook(phone.state))
  for (const of of periods) {
    for (const { area } of commune.actor(user).responsibilities) {
      expect(toCounts(figures([area], of)), `${at}: phone against service, ${of}`).toEqual(stored.get(`${area} ${of}`))
    }
  }
}

/** The handbook and what is about nobody: of each area a phone and the log let the same notes count. */
function compareWork(at: string, commune: Commune, phone: Phone, user: string, log: readonly Noted<Fact>[]): void {
  for (const { area } of commune.actor(user).responsibilities) {
    const own = log.filter(({ fact }) => fact.area === area)
    const ids = (noted: readonly Noted[]) => workFacts(noted).map(({ id }) => id).sort()
    expect(ids(workNotesOf(phone.state, area)), `${at}: handbook`).toEqual(ids(own))
    const nobody = own.filter(({ fact }) => fact.about.length === 0)
    const standing = (noted: readonly Noted[]) => effective(noted).map(({ id }) => id).sort()
    expect(standing(notedAboutNobody(phone.state, area)), `${at}: about nobody`).toEqual(standing(nobody))
    seen.nobody += nobody.length
    seen.work += ids(own).length
  }
}

const MONTHS_LISTED = 2

/**
 * P0 of some months, of a phone that follows one area: the same people in every section; and of who lives in the area still the same in every column. Of
 * who moved on a phone knows what happened up to the leaving day.
 */
async function compareLists(at: string, commune: Commune, phone: Phone, user: string, chance: Chance): Promise<void> {
  const [charge, ...others] = commune.actor(user).responsibilities
  if (charge === undefined || others.length > 0) return
  const [area] = (await findAreasCounted(database.db, { area: charge.area })) ?? []
  if (area === undefined) throw new Error('the area is in no table')
  const book = openBook(phone.state)
  for (let turn = 0; turn < MONTHS_LISTED; turn++) {
    const month = addMonths(monthContaining(civilDayInVietnam(commune.now)), -chance.whole(0, 12))
    const { sections } = await makeP0(database.db, area, month, commune.now, () => Promise.resolve())
    for (const { section, rows } of p0Tables(listsOf(book, [area.id], month))) {
      const made = sections.find((one) => one.section === section)?.rows ?? []
      const sorted = (of: typeof rows) => of.map((row) => JSON.stringify(row)).sort()
      const people = (of: typeof rows) => of.map(({ person }) => person).sort()
      const here = (of: typeof rows) => of.filter(({ person }) => book.people.get(person)?.area === area.id)
      expect(people(made), `${at}: people of P0 ${section}, ${month}`).toEqual(people(rows))
      expect(sorted(here(made)), `${at}: lines of P0 ${section}, ${month}`).toEqual(sorted(here(rows)))
      seen.lines += here(rows).length
    }
  }
}

/** Makes this file run every `step`-th seed from `first` on, in a database of its own. */
export function modelRuns(first: number, step: number): void {
  beforeAll(async () => {
    database = await openModelDatabase()
  })
  afterAll(async () => {
    console.log(JSON.stringify({ ...seen, mishaps, unseen: CELL_CODES.filter((cell) => !cellsSeen.has(cell)) }))
    await database.close()
  })
  const seeds = seedsOf(RUNS, first, step, ONLY)
  it(`lose nothing, count nothing twice and agree, in ${seeds.length} seeded runs`, async () => {
    for (const seed of seeds) await run(seed)
    expect(seen.fewest).toBeGreaterThanOrEqual(FACTS_A_RUN)
    expect((seen.answers + seen.late) / seen.facts).toBeGreaterThan(0.2)
    expect(Math.min(seen.work, seen.nobody)).toBeGreaterThan(seeds.length)
    if (seeds.length < 100) return
    expect(seen.lines).toBeGreaterThan(seeds.length)
    expect(CELL_CODES.filter((cell) => !cellsSeen.has(cell))).toEqual([])
    expect(Math.min(mishaps.lost, mishaps.unheard, mishaps.repeated, mishaps.cut, mishaps.powerCuts)).toBeGreaterThan(seeds.length / 2)
    expect(Math.min(seen.held, seen.restores)).toBeGreaterThan(seeds.length / 20)
  }, 1_500_000)
}
