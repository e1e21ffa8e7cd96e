import type { AreaId, HouseholdId, PersonId } from '../kernel/ids.ts'
import { period } from '../kernel/period.ts'
import { CHANNELS, COUNSELLING_MODES, COUNSELLING_TOPICS, P0_SECTIONS, PRODUCTS, VISIT_PURPOSES } from '../packs/tt01-2022/code-lists.ts'
import type { Fact, FactOf, FactType } from '../kinds.ts'
import type { Chance } from './chance.ts'

type WorkType = 'visit-made' | 'counselling-given' | 'supplies-given' | 'task-given' | 'task-answered' | 'nothing-to-report' | 'month-signed'
type Happening = { [T in WorkType]: { readonly type: T; readonly data: FactOf<T>['data'] } }[WorkType]

/** What is corrected and withdrawn in made-up histories: one kind about somebody, two about nobody. */
export const WORK_ANSWERED: readonly FactType[] = ['visit-made', 'counselling-given', 'month-signed']

interface Somebody {
  readonly id: PersonId
  readonly household: HouseholdId
  readonly area: AreaId
}

/** Something of a collaborator's or an officer's work, with the area in which it is noted. */
export function workHappening(
  chance: Chance,
  people: readonly Somebody[],
  areas: readonly AreaId[],
  before: readonly Fact[],
): { readonly fact: Happening; readonly area: AreaId; readonly officer: boolean } {
  const who = chance.pick(people)
  const area = chance.pick(areas)
  const tasks = before.filter((fact) => fact.type === 'task-given')
  const die = chance.whole(1, 12)
  if (die <= 4) {
    const data = { household: who.household, purposes: [chance.pick(VISIT_PURPOSES)], met: chance.pick(['met', 'absent'] as const), lookedThrough: chance.happens(0.4) }
    return { fact: { type: 'visit-made', data }, area: who.area, officer: false }
  }
  if (die <= 6) {
    const isNamed = chance.happens(0.5)
    const heard = isNamed ? { kind: 'people' as const, people: [who.id] } : { kind: 'counts' as const, male: chance.whole(0, 9), female: chance.whole(1, 20) }
    const mode = isNamed ? 'direct' : chance.pick(COUNSELLING_MODES)
    return { fact: { type: 'counselling-given', data: { mode, topics: [chance.pick(COUNSELLING_TOPICS)], heard, leaflets: chance.whole(0, 5) } }, area: isNamed ? who.area : area, officer: false }
  }
  if (die === 7) {
    const data = { person: who.id, product: chance.pick(PRODUCTS), quantity: chance.whole(1, 20), channel: chance.pick(CHANNELS) }
    return { fact: { type: 'supplies-given', data }, area: who.area, officer: false }
  }
  const [task] = tasks.length > 0 ? [chance.pick(tasks)] : []
  if (die === 8 || (die === 9 && task === undefined)) return { fact: { type: 'task-given', data: { text: 'Rà soát hộ mới đến' } }, area, officer: true }
  if (die === 9 && task !== undefined) {
    return { fact: { type: 'task-answered', data: { task: task.id, answer: chance.pick(['done', 'not-done'] as const) } }, area: task.area, officer: false }
  }
  const month = period(`2026-0${chance.whole(1, 9)}`)
  if (die === 10) return { fact: { type: 'nothing-to-report', data: { month, sections: [chance.pick(P0_SECTIONS)] } }, area, officer: false }
  const data = { month, on: 'device' as const, signer: 'Lê Thị Hoa', seq: chance.whole(0, 50), pending: [], rulesVersion: 1, totals: {} }
  return { fact: { type: 'month-signed', data }, area, officer: false }
}
