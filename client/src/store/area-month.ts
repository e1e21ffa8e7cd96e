import type { AreaId, PersonId } from '@sotay/domain/kernel/ids'
import { lastDay, type Period, periodsOf } from '@sotay/domain/kernel/period'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { type MonthState, monthOf } from '@sotay/domain/month/month'
import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import { packFor } from '@sotay/domain/packs/in-force'
import { monthTotals } from '@sotay/domain/reports/month-totals'
import type { P0 } from '@sotay/domain/reports/p0'
import { linesOf } from '@sotay/domain/reports/p0-lines'
import type { P0Planning } from '@sotay/domain/reports/p0-planning'
import type { Cells } from '@sotay/domain/reports/tally'
import { type Handbook, handbookOf } from '@sotay/domain/work/handbook'
import { workFacts } from '@sotay/domain/work/effective-work'
import { notesOf, unreadBack, workNotesOf } from './area-notes.ts'
import type { Book } from './book.ts'
import { figuresOf, listsOf } from './figures.ts'
import type { PhoneState } from './phone-state.ts'
import type { Draft } from './record.ts'

/** A month of one area as its end is looked at: what is listed, how it stands, what is signed. */
export interface AreaMonth {
  /** How many lines each section of P0 has, of the sections that are listed. */
  readonly lines: ReadonlyMap<P0Section, number>
  readonly lists: P0 & P0Planning
  readonly figures: Cells
  readonly state: MonthState
  readonly totals: Readonly<Record<string, number>>
  /** Sections without a line of which nothing is said: a blank is not a zero. */
  readonly open: readonly P0Section[]
  /** Sections without a line, said to be so. */
  readonly said: readonly P0Section[]
  /** Sections said to be without a line that have some. */
  readonly contradicted: readonly P0Section[]
}

export function areaMonth(state: PhoneState, book: Book, area: AreaId, month: Period): AreaMonth {
  const lists = listsOf(book, [area], month)
  const figures = figuresOf(book, [area], month)
  const lines = linesOf(lists)
  const handbook = handbookOf(workFacts(workNotesOf(state, area)), month, sexIn(book))
  const stands = monthOf(notesOf(state, area), month)
  const isSaid = (section: P0Section): boolean => stands.nothing.includes(section)
  const empty = [...lines].flatMap(([section, count]) => (count === 0 ? [section] : []))
  return {
    lines,
    lists,
    figures,
    state: stands,
    totals: monthTotals(figures, lines, handbook),
    open: empty.filter((section) => !isSaid(section)),
    said: empty.filter(isSaid),
    contradicted: stands.nothing.filter((section) => (lines.get(section) ?? 0) > 0),
  }
}

/** The summary of the handbook over one's areas, and the households looked through in the quarter. */
export function workMonth(state: PhoneState, book: Book, areas: readonly AreaId[], month: Period): Handbook & { readonly quarter: Handbook['visits'] } {
  const facts = areas.flatMap((area) => workFacts(workNotesOf(state, area)))
  const [, quarter] = periodsOf(lastDay(month))
  return { ...handbookOf(facts, month, sexIn(book)), quarter: handbookOf(facts, quarter, sexIn(book)).visits }
}

function sexIn(book: Book) {
  return (id: PersonId) => book.people.get(id)?.sex
}

const MOST_NAMED = 500

/** The signature as this phone can give it: how far it has read the log, which of its own notes it has not read back, and the figures. */
export function signatureDraft(state: PhoneState, area: AreaId, month: Period, totals: Readonly<Record<string, number>>, on: PlainDate): Draft {
  return {
    type: 'month-signed',
    area,
    occurredOn: on,
    data: {
      month,
      on: 'device',
      signer: state.me?.fullName ?? '',
      seq: state.cursors.get(area)?.[0] ?? 0,
      // What was noted on this device is covered by its signature even where the list is full.
      pending: unreadBack(state, area).slice(0, MOST_NAMED),
      rulesVersion: packFor(lastDay(month)).rulesVersion,
      totals,
    },
  }
}
