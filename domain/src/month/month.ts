import { effective, type Noted, settledBy, targetOf } from '../kernel/effective.ts'
import type { AnyFact } from '../kernel/fact.ts'
import type { FactId } from '../kernel/ids.ts'
import { contains, type Period } from '../kernel/period.ts'
import { P0_SECTIONS, type P0Section } from '../packs/tt01-2022/code-lists.ts'
import type { MonthFact, MonthSigned } from './facts.ts'

/**
 * How a month stands in one area's book.
 *
 * 1. A section is "không phát sinh" when a note that counts says so: a blank is not a zero.
 * 2. Of several signatures that count the later (recordedAt, id) speaks; a withdrawn one never was.
 * 3. "Bổ sung kỳ trước": what changes a signed month and was not covered by its signature. A signature covers what its device had read of the log (`seq`),
 *    what that device held itself (`pending`), and nothing noted after it. Nothing prevents a late note.
 * 4. The answers are functions of the set of notes: order and repeats do not matter.
 */
export interface MonthState {
  readonly nothing: readonly P0Section[]
  readonly signed?: MonthSigned
  /** In the order in which they were noted; empty while the month is not signed. */
  readonly late: readonly AnyFact[]
}

/** A note with its position in the log as far as it has one. */
export interface PlacedNote extends Noted {
  readonly seq?: number
}

const TYPES: Record<MonthFact['type'], true> = { 'nothing-to-report': true, 'month-signed': true }

function isMonthFact(fact: AnyFact): fact is MonthFact {
  return fact.v === 1 && Object.hasOwn(TYPES, fact.type)
}

/** The signature under a month that speaks. @param noted the area's notes about nobody, or more of its notes */
export function signatureOf(noted: readonly Noted[], month: Period): MonthSigned | undefined {
  return signaturesOf(noted).get(month)
}

/** The signature that speaks of each month signed. */
export function signaturesOf(noted: readonly Noted[]): Map<Period, MonthSigned> {
  const found = new Map<Period, MonthSigned>()
  for (const fact of effective(noted)) {
    if (!isMonthFact(fact) || fact.type !== 'month-signed') continue
    const before = found.get(fact.data.month)
    if (before === undefined || byTime(before, fact) < 0) found.set(fact.data.month, fact)
  }
  return found
}

/** The state of a month. @param noted every note of the area, with all that corrects, withdraws or settles it */
export function monthOf(noted: readonly PlacedNote[], month: Period): MonthState {
  const said = new Set<number>(
    effective(noted).flatMap((fact) => (isMonthFact(fact) && fact.type === 'nothing-to-report' && fact.data.month === month ? fact.data.sections : [])),
  )
  const signed = signatureOf(noted, month)
  const nothing = P0_SECTIONS.filter((section) => said.has(section))
  return signed === undefined ? { nothing, late: [] } : { nothing, signed, late: lateNotes(noted, month, signed) }
}

/** The notes that change a signed month beside its signature: those that count, and withdrawals and decisions about notes that the signature covered. */
function lateNotes(noted: readonly PlacedNote[], month: Period, signed: MonthSigned): AnyFact[] {
  const known = new Map(noted.map((one) => [one.fact.id, one]))
  const counting = new Set(effective(noted).map(({ id }) => id))
  const covers = coverOf(signed)
  const late = new Set<AnyFact>()
  for (const one of noted) {
    const { fact } = one
    if (isMonthFact(fact) || !counting.has(fact.id) || covers(one)) continue
    const settled = settledBy(fact)?.fact
    const target = known.get(settled ?? targetOf(fact) ?? fact.id)
    const isOfMonth = contains(month, fact.occurredOn) || (target !== undefined && contains(month, target.fact.occurredOn))
    if (settled !== undefined) {
      // The decision is dated its own day; what it lets in is what changes the month.
      if (target !== undefined && counting.has(target.fact.id) && contains(month, target.fact.occurredOn)) late.add(target.fact)
    } else if (fact.type === 'fact-withdrawn') {
      if (target !== undefined && covers(target) && isOfMonth && !isMonthFact(target.fact)) late.add(fact)
    } else if (isOfMonth) late.add(fact)
  }
  return [...late].sort(byTime)
}

/** Whether a signature speaks of a note: read from the log, held by the device that signed, and not noted after. */
function coverOf(signed: MonthSigned): (one: PlacedNote) => boolean {
  const pending = new Set<FactId>(signed.data.pending)
  return ({ fact, seq }) => {
    if (fact.recordedAt > signed.recordedAt) return false
    return (seq !== undefined && seq <= signed.data.seq) || pending.has(fact.id) || fact.device === signed.device
  }
}

function byTime(a: AnyFact, b: AnyFact): number {
  return a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)
}
