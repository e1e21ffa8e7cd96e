import { period } from '../kernel/period.ts'
import type { FactOf } from '../kinds.ts'
import type { Draft, Told } from './drafts.ts'
import { factId, householdId, personId } from './ids.ts'

type Over<T extends Draft['type']> = Partial<Told> & { readonly data?: Partial<FactOf<Extract<T, Draft['type']>>['data']> }

/** A visit to household `name`, by default on 10 March 2026, somebody met, nothing looked through. */
export function visit(name = '1', over: Over<'visit-made'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'visit-made', on: '2026-03-10', ...told, data: { household: householdId(name), purposes: ['counselling'], met: 'met', lookedThrough: false, ...data } }
}

/** Face to face with the people named. */
export function counselled(names: readonly string[], over: Over<'counselling-given'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'counselling-given', on: '2026-03-11', ...told, data: { mode: 'direct', topics: ['methods'], heard: { kind: 'people', people: names.map(personId) }, ...data } }
}

/** A talk before so many men and women: about nobody. */
export function talk(male: number, female: number, over: Over<'counselling-given'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'counselling-given', on: '2026-03-12', ...told, data: { mode: 'talk', topics: ['law'], heard: { kind: 'counts', male, female }, ...data } }
}

export function supplied(name: string, over: Over<'supplies-given'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'supplies-given', on: '2026-03-13', ...told, data: { person: personId(name), product: 'pill', quantity: 2, channel: 'free', ...data } }
}

/** A task of the officer, named `as`. */
export function task(as: string, over: Over<'task-given'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'task-given', on: '2026-03-02', by: 'officer', as, ...told, data: { text: 'Rà soát hộ mới đến', ...data } }
}

export function answer(of: string, said: 'done' | 'not-done' = 'done', over: Over<'task-answered'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'task-answered', on: '2026-03-20', ...told, data: { task: factId(of), answer: said, ...data } }
}

export function nothing(month: string, sections: FactOf<'nothing-to-report'>['data']['sections'], over: Partial<Told> = {}): Draft {
  return { type: 'nothing-to-report', on: '2026-04-01', ...over, data: { month: period(month), sections } }
}

/** A signature under a month on 1 April 2026, the whole log read. */
export function signed(month: string, over: Over<'month-signed'> = {}): Draft {
  const { data, ...told } = over
  return {
    type: 'month-signed',
    on: '2026-04-01',
    ...told,
    data: { month: period(month), on: 'device', signer: 'Lê Thị Hoa', seq: 1_000_000, pending: [], rulesVersion: 1, totals: { births: 1 }, ...data },
  }
}

