import { PLANNING_CELLS } from '../packs/tt01-2022/planning-cells.ts'
import type { PlanningFact } from './facts.ts'

/** Of the work of the handbook what is told of a method to somebody by name, and what is put into somebody's hand. */
type WorkOfPlanning = 'counselling-given' | 'supplies-given'

const PRIVATE: Readonly<Record<PlanningFact['type'] | WorkOfPlanning, true>> = {
  'method-started': true,
  'method-stopped': true,
  'method-declined': true,
  'pregnancy-reported': true,
  'pregnancy-ended': true,
  'prenatal-screened': true,
  'newborn-screened': true,
  'elder-examined': true,
  'premarital-examined': true,
  'counselling-given': true,
  'supplies-given': true,
}

/** Every type of fact, of whatever version, that is told on its own person's page alone and only when asked for; the compiler asks for each type of planning. */
export const PRIVATE_TYPES: readonly string[] = Object.keys(PRIVATE)

/** The numbers behind which stands what private facts say: who is behind them is told only when asked for. */
const PRIVATE_CELLS: readonly string[] = PLANNING_CELLS.map(({ code }) => code)

export function isPrivateCell(cell: string): boolean {
  return PRIVATE_CELLS.includes(cell)
}
