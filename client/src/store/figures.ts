import type { AreaId, SubjectId } from '@sotay/domain/kernel/ids'
import { firstDay, lastDay, type Period } from '@sotay/domain/kernel/period'
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { type Contribution, householdContributions, personContributions } from '@sotay/domain/reports/contributions'
import { type P0, p0Of } from '@sotay/domain/reports/p0'
import { type P0Planning, p0PlanningOf } from '@sotay/domain/reports/p0-planning'
import { planningContributions } from '@sotay/domain/reports/planning-contributions'
import { type Cells, countsBetween, sumCells, tally } from '@sotay/domain/reports/tally'
import type { Book } from './book.ts'

/** The figures of a period, counted here by the same functions as at the service: the sum over the people in the book. */
export function figuresOf(book: Book, areas: readonly AreaId[], period: Period): Cells {
  return figuresIn(book)(areas, period)
}

/** The same for as many areas and periods as are asked for, of the book as it stands now: what each adds is found once. */
export function figuresIn(book: Book): (areas: readonly AreaId[], period: Period) => Cells {
  const all = contributions(book).map(([, own]) => own)
  return (areas, period) => {
    const counted = tally(all, period)
    return sumCells(areas.map((area) => counted.get(area) ?? new Map<CellCode, number>()))
  }
}

/** The people and households behind one figure, each once. */
export function behind(book: Book, areas: readonly AreaId[], period: Period, cell: CellCode): SubjectId[] {
  const [first, last] = [firstDay(period), lastDay(period)]
  const isBehind = (one: Contribution): boolean => one.cell === cell && areas.includes(one.area) && countsBetween(one, first, last)
  return contributions(book).flatMap(([subject, all]) => (all.some(isBehind) ? [subject] : []))
}

/** The name lists of P0 that are made, over all of one's areas. */
export function listsOf(book: Book, areas: readonly AreaId[], period: Period): P0 & P0Planning {
  const source = { person: personOf(book), household: (id: Parameters<Book['households']['get']>[0]) => book.households.get(id), followUp: book.followUp }
  return joinLists(
    areas.map((area) => ({
      ...p0Of({ ...source, people: book.people.values() }, area, period),
      ...p0PlanningOf({ ...source, people: book.people.values() }, area, period),
    })),
  )
}

/** The lists of several areas one below the other. */
export function joinLists(lists: readonly (P0 & P0Planning)[]): P0 & P0Planning {
  return {
    births: lists.flatMap(({ births }) => births),
    arrivals: lists.flatMap(({ arrivals }) => arrivals),
    departures: lists.flatMap(({ departures }) => departures),
    changes: lists.flatMap(({ changes }) => changes),
    newborns: lists.flatMap(({ newborns }) => newborns),
    deaths: lists.flatMap(({ deaths }) => deaths),
    methodsNew: lists.flatMap(({ methodsNew }) => methodsNew),
    methodsStopped: lists.flatMap(({ methodsStopped }) => methodsStopped),
    pregnancies: lists.flatMap(({ pregnancies }) => pregnancies),
    prenatal: lists.flatMap(({ prenatal }) => prenatal),
    elders: lists.flatMap(({ elders }) => elders),
  }
}

function personOf(book: Book) {
  return (id: Parameters<Book['people']['get']>[0]) => book.people.get(id)
}

/** What each subject adds. */
function contributions(book: Book): (readonly [SubjectId, readonly Contribution[]])[] {
  const linked = personOf(book)
  return [
    ...[...book.people.values()].map((person) => [person.id, [...personContributions(person, linked), ...planningContributions(person, { linked, followUp: book.followUp })]] as const),
    ...[...book.households.values()].map((household) => [household.id, householdContributions(household)] as const),
  ]
}
