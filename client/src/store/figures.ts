import type { AreaId, HouseholdId, PersonId, SubjectId } from '@sotay/domain/kernel/ids'
import type { Period } from '@sotay/domain/kernel/period'
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { householdContributions, personContributions } from '@sotay/domain/reports/contributions'
import { type P0, p0Of } from '@sotay/domain/reports/p0'
import { type Cells, countsIn, sumCells, tally } from '@sotay/domain/reports/tally'
import type { Book } from './book.ts'

/** The figures of a period, counted here by the same functions as at the service: the sum over the people in the book. */
export function figuresOf(book: Book, areas: readonly AreaId[], period: Period): Cells {
  const counted = tally(contributions(book).map(([, one]) => one), period)
  return sumCells(areas.map((area) => counted.get(area) ?? new Map<CellCode, number>()))
}

/** The people and households behind one figure, each once. */
export function behind(book: Book, areas: readonly AreaId[], period: Period, cell: CellCode): SubjectId[] {
  const found = contributions(book).filter(([, one]) => one.cell === cell && areas.includes(one.area) && countsIn(one, period))
  return [...new Set(found.map(([subject]) => subject))]
}

/** The name lists of P0, over all of one's areas. */
export function listsOf(book: Book, areas: readonly AreaId[], period: Period): P0 {
  const source = { person: (id: PersonId) => book.people.get(id), household: (id: HouseholdId) => book.households.get(id) }
  const lists = areas.map((area) => p0Of({ ...source, people: book.people.values() }, area, period))
  return {
    births: lists.flatMap(({ births }) => births),
    deaths: lists.flatMap(({ deaths }) => deaths),
    arrivals: lists.flatMap(({ arrivals }) => arrivals),
    departures: lists.flatMap(({ departures }) => departures),
    changes: lists.flatMap(({ changes }) => changes),
  }
}

function contributions(book: Book) {
  const linked = (id: PersonId) => book.people.get(id)
  return [
    ...[...book.people.values()].flatMap((person) => personContributions(person, linked).map((one) => [person.id as SubjectId, one] as const)),
    ...[...book.households.values()].flatMap((household) => householdContributions(household).map((one) => [household.id as SubjectId, one] as const)),
  ]
}
