import type { AreaId, PersonId } from '../kernel/ids.ts'
import { addDays, type PlainDate } from '../kernel/plain-date.ts'
import type { Fact, FactOf } from '../kinds.ts'
import { METHODS, NEWBORN_CONDITIONS, PREGNANCY_ENDS, PRENATAL_CONDITIONS, SCREENING_RESULTS } from '../packs/tt01-2022/code-lists.ts'
import type { PlanningFact } from '../planning/facts.ts'
import { isPlanningFact } from '../planning/fold.ts'
import type { Chance } from './chance.ts'

interface Villager {
  readonly id: PersonId
  readonly area: AreaId
  readonly sex: 'male' | 'female'
}

/** A note of the follow-up, made up: of somebody it can be of, for all else as it comes. */
export interface MadeUp {
  readonly type: PlanningFact['type']
  readonly area: AreaId
  readonly on: PlainDate
  readonly data: unknown
}

/** Something of somebody on that day, and sometimes what follows from it in the weeks after. The seed of `chance` decides everything. */
export function makePlanning(chance: Chance, people: readonly Villager[], day: PlainDate): MadeUp[] {
  const type = chance.pick([
    'method-started', 'method-started', 'method-started', 'method-started', 'method-stopped', 'method-stopped', 'method-declined',
    'pregnancy-reported', 'pregnancy-reported', 'pregnancy-ended', 'prenatal-screened', 'newborn-screened', 'elder-examined', 'premarital-examined',
  ] as const)
  const isOfAMan = type.startsWith('method-') && type !== 'method-declined' && chance.happens(0.2)
  const isOfAnybody = type === 'newborn-screened' || type === 'elder-examined' || type === 'premarital-examined'
  const grown = people.slice(0, Math.ceil(people.length * 0.7))
  const able = isOfAnybody ? people.slice(-20) : grown.filter(({ sex }) => sex === (isOfAMan ? 'male' : 'female'))
  if (able.length === 0) return []
  const who = chance.pick(able)
  const note = (of: MadeUp['type'], on: PlainDate): MadeUp => ({ type: of, area: who.area, on, data: { person: who.id, ...told(chance, of, isOfAMan, on) } })
  const next = NEXT[type]
  const after = next === undefined ? [] : [1, 2].filter(() => chance.happens(0.6)).map(() => note(next, addDays(day, chance.whole(0, 70))))
  return [note(type, day), ...after]
}

/** What is often noted of the same person soon after. */
const NEXT: Partial<Record<MadeUp['type'], MadeUp['type']>> = {
  'pregnancy-reported': 'prenatal-screened',
  'newborn-screened': 'newborn-screened',
  'elder-examined': 'elder-examined',
  'method-started': 'method-stopped',
}

function told(chance: Chance, type: PlanningFact['type'], isOfAMan: boolean, day: PlainDate): Record<string, unknown> {
  switch (type) {
    case 'method-started':
    case 'method-stopped':
      return { method: isOfAMan ? 'male-sterilisation' : chance.pick(METHODS.filter((method) => method !== 'male-sterilisation')) }
    case 'method-declined':
      return { reason: 'wants-child' }
    case 'pregnancy-reported':
      return { which: chance.happens(0.2) ? 'unknown' : chance.whole(1, 5), ...(chance.happens(0.5) ? { lastPeriod: addDays(day, -chance.whole(20, 90)) } : {}) }
    case 'pregnancy-ended':
      return { outcome: chance.pick(PREGNANCY_ENDS) }
    case 'prenatal-screened':
      return { window: chance.pick(['12', '21'] as const), results: results(chance, PRENATAL_CONDITIONS) }
    case 'newborn-screened':
      return { results: results(chance, NEWBORN_CONDITIONS) }
    case 'elder-examined':
    case 'premarital-examined':
      return {}
  }
}

/** Something of one condition at least; often of all. */
function results(chance: Chance, conditions: readonly string[]): Record<string, string> {
  const isWhole = chance.happens(0.5)
  const some = conditions.filter((_, index) => index === 0 || isWhole || chance.happens(0.5))
  return Object.fromEntries(some.map((condition) => [condition, isWhole ? 'normal' : chance.pick(SCREENING_RESULTS)]))
}

/** What stands in the place of a note of the follow-up that was wrong; nothing for a note of another module. */
export function correctedPlanning(chance: Chance, wrong: Fact): FactOf<PlanningFact['type']>['data'] | undefined {
  if (!isPlanningFact(wrong)) return undefined
  if (wrong.type !== 'method-started' || wrong.data.method === 'male-sterilisation') return wrong.data
  return { ...wrong.data, method: chance.pick(METHODS.filter((method) => method !== 'male-sterilisation')) }
}
