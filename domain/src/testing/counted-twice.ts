import type { Noted } from '../kernel/effective.ts'
import { firstDay, lastDay, type Period, period, periodsBetween } from '../kernel/period.ts'
import type { Fact } from '../kinds.ts'
import type { Contribution } from '../reports/contributions.ts'
import { tally } from '../reports/tally.ts'
import { Chance } from './chance.ts'
import { contributionsOf } from './contributions-of.ts'
import { naiveRecount } from './naive-recount.ts'

/** Every period in which something happens in a made-up history, and a month on either side. */
export const PERIODS = periodsBetween(period('2024-10'), period('2026-12'))

/** One period of a village, counted by the code under test and by plain loops: "area|cell" and count, sorted, where it is not zero. */
export interface CountedTwice {
  readonly period: Period
  readonly tallied: readonly (readonly [string, number])[]
  readonly naive: readonly (readonly [string, number])[]
}

/** Counts a history twice; the code under test is handed it in another order. */
export function countedTwice(noted: readonly Noted<Fact>[], seed: number): { readonly contributions: readonly (readonly Contribution[])[]; readonly periods: readonly CountedTwice[] } {
  const contributions = contributionsOf(new Chance(seed).shuffled(noted)).map((one) => one.contributions)
  const plain = naiveRecount(noted)
  const periods = PERIODS.map((of) => ({ period: of, tallied: sorted(tallied(contributions, of)), naive: sorted(plain(firstDay(of), lastDay(of))) }))
  return { contributions, periods }
}

function tallied(all: readonly (readonly Contribution[])[], of: Period): Map<string, number> {
  return new Map([...tally(all, of)].flatMap(([area, cells]) => [...cells].map(([cell, count]): [string, number] => [`${area}|${cell}`, count])))
}

function sorted(counts: ReadonlyMap<string, number>): (readonly [string, number])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
