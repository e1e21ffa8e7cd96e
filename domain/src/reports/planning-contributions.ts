import type { AreaId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CellCode } from '../packs/tt01-2022/cells.ts'
import { type Method, NEWBORN_CONDITIONS, PRENATAL_CONDITIONS } from '../packs/tt01-2022/code-lists.ts'
import type { FollowUp } from '../planning/follow-up.ts'
import { coupleSpells } from '../register/couple.ts'
import type { Person } from '../register/person.ts'
import { areaOn, countedSpells, type Linked } from '../register/residence.ts'
import type { Contribution } from './contributions.ts'
import { hersOf, hisOf, type PlanningEvent, planningEvents, type PlanningSource } from './planning-events.ts'

type Opened = Exclude<Person, { status: 'unopened' }>

/** What a person adds by the follow-up: 01-DSX rows 11–17 and the counts of P0 §§2, 7–11. */
export function planningContributions(person: Person, source: PlanningSource): Contribution[] {
  if (person.status === 'unopened') return []
  const own = source.followUp(person.id)
  return [
    ...planningEvents(person, source).flatMap(eventContributions),
    ...completions(person, own, source.linked),
    ...(person.sex === 'female' ? [...pregnant(person, own, source.linked), ...using(person, own, source)] : []),
  ]
}

function eventContributions(event: PlanningEvent): Contribution[] {
  const { area, on } = event
  if (event.kind === 'elder') return [{ kind: 'distinct', cell: 'elders-examined', area, on }]
  return flowCells(event).map((cell) => ({ kind: 'flow', cell, area, on }))
}

function flowCells(event: Exclude<PlanningEvent, { kind: 'elder' }>): CellCode[] {
  switch (event.kind) {
    case 'method-new':
      return ['couples-new', `couples-new-${event.method}`]
    case 'method-stopped':
      return ['couples-stopped', `couples-stopped-${event.method}`]
    case 'pregnancy':
      return [event.news === 'pregnant' ? 'pregnancies-found' : event.news === 'stillbirth' ? 'stillbirths' : 'pregnancies-lost']
    case 'prenatal':
      return ['prenatal-screenings']
    case 'newborn':
      return ['newborn-screenings']
  }
}

/** Rows 12 and 13: the day on which a pregnancy, or a newborn, had been screened for every condition of the pack. */
function completions(person: Opened, own: FollowUp, linked: Linked): Contribution[] {
  const spells = countedSpells(person, linked)
  const once = (cell: CellCode, on: PlainDate | undefined): Contribution[] => {
    const area = on === undefined ? undefined : areaOn(spells, on)
    return on === undefined || area === undefined ? [] : [{ kind: 'distinct', cell, area, on }]
  }
  const pregnancies = person.sex === 'female' ? own.pregnancies : []
  return [
    ...pregnancies.flatMap(({ screenings }) => once('screened-before-birth', completedOn(screenings, PRENATAL_CONDITIONS))),
    ...once('screened-newborn', completedOn(own.newborn, NEWBORN_CONDITIONS)),
  ]
}

interface Screened<C extends string> {
  readonly on: PlainDate
  readonly results: Readonly<Partial<Record<C, string>>>
}

/** The first day by which something other than "not done" is told of every condition; the screenings stand in order of their days. */
function completedOn<C extends string>(screenings: readonly Screened<C>[], conditions: readonly C[]): PlainDate | undefined {
  const left = new Set(conditions)
  for (const { on, results } of screenings) {
    for (const condition of conditions) if (results[condition] !== undefined && results[condition] !== 'not-done') left.delete(condition)
    if (left.size === 0) return on
  }
  return undefined
}

interface Days {
  readonly from: PlainDate
  readonly until?: PlainDate
}

function both(a: Days, b: Days): Days[] {
  const from = a.from > b.from ? a.from : b.from
  const until = a.until === undefined ? b.until : b.until === undefined || a.until < b.until ? a.until : b.until
  if (until === undefined) return [{ from }]
  return from < until ? [{ from, until }] : []
}

/** The days of `a` that are not of `b`. */
function without(a: Days, b: Days): Days[] {
  return [...both(a, { from: a.from, until: b.from }), ...(b.until === undefined ? [] : both(a, { from: b.until }))]
}

function stock(cell: CellCode, area: AreaId, { from, until }: Days): Contribution {
  return { kind: 'stock', cell, area, from, ...(until === undefined ? {} : { until }) }
}

/** Row 11: a resident woman from the day a pregnancy was found until it ended. */
function pregnant(woman: Opened, own: FollowUp, linked: Linked): Contribution[] {
  if (own.pregnancies.length === 0) return []
  return countedSpells(woman, linked).flatMap(({ area, from, to }) => {
    const here: Days = { from, ...(to === undefined ? {} : { until: to }) }
    const open = own.pregnancies.map(({ found, ended }): Days => ({ from: found, ...(ended === undefined ? {} : { until: ended.on }) }))
    return open.flatMap((days) => both(here, days)).map((days) => stock('pregnant', area, days))
  })
}

/** Row 14: while she is in a couple, the method that runs: hers, and his sterilisation on the days on which none of hers does. */
function using(woman: Opened, own: FollowUp, source: PlanningSource): Contribution[] {
  const daysOf = (spells: ReturnType<typeof hersOf>): (Days & { readonly method: Method })[] =>
    spells.flatMap(({ method, from, until }) => (from === undefined ? [] : [{ method, from, ...(until === undefined ? {} : { until }) }]))
  const hers = daysOf(hersOf(own))
  return coupleSpells(woman, source.linked).flatMap((couple) => {
    const his = daysOf(hisOf(couple, source)).flatMap(({ method, ...days }) =>
      hers.reduce<Days[]>((left, one) => left.flatMap((part) => without(part, one)), [days]).map((part) => ({ ...part, method })),
    )
    return [...hers, ...his].flatMap(({ method, ...days }) =>
      both(couple, days).flatMap((part) => [stock('couples-using', couple.area, part), stock(`couples-using-${method}`, couple.area, part)]),
    )
  })
}
