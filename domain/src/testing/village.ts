import type { Actor } from '../kernel/actor.ts'
import { areaId, userId } from './ids.ts'
import { BOOK_DAY, type Village } from './make-history.ts'

/** A village of areas "1", "2", …, each with its collaborator "ctv 1", …, and an officer for all. */
export function villageOf(areas: number): Village {
  const all = Array.from({ length: areas }, (_, index) => String(index + 1))
  const officer: Actor = { user: userId('officer'), role: 'officer', responsibilities: [], communeAreas: all.map(areaId) }
  return {
    officer,
    areas: all.map((name) => ({
      area: areaId(name),
      collaborator: { user: userId(`ctv ${name}`), role: 'collaborator', responsibilities: [{ area: areaId(name), from: BOOK_DAY }], communeAreas: [] },
    })),
  }
}
