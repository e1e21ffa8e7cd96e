import type { PlainDate } from './plain-date.ts'

/** What a regulation fixes and may change with the next: thresholds of rules and of counting. Chosen by the date of the fact. */
export interface Pack {
  readonly id: string
  readonly rulesVersion: number
  /** Completed years of age at which giving birth surprises nobody, both included. */
  readonly motherUsualAge: { readonly from: number; readonly to: number }
  /** Days under which a second birth of one mother is doubted, twins apart. */
  readonly fewestDaysBetweenBirths: number
  /** Completed years of age of "phụ nữ 15–49 tuổi". */
  readonly marriedWomenAge: { readonly from: number; readonly below: number }
  readonly youngMotherBelow: number
  /** Months of living here after which somebody counts who did not come to settle, and of absence after which somebody no longer does. */
  readonly residentAfterMonths: number
  /** Completed years of age under which a wedding is tảo hôn. */
  readonly marriageAge: { readonly wife: number; readonly husband: number }
  /** A note about something longer ago than this is asked about. */
  readonly oldNoteAfterDays: number
  readonly longestLifeYears: number
  /** From the first day of the last period to the day a birth is due, by Naegele's rule. */
  readonly daysFromLastPeriodToDue: number
  /** Weeks by which a screening may be off its window before that is asked about. */
  readonly screeningWeeksOff: number
  /** Days of age after which a newborn's screening is asked about (composed). */
  readonly newbornScreenedWithinDays: number
  /** Completed years of age of "người cao tuổi" (Luật Người cao tuổi 39/2009/QH12, art. 2). */
  readonly elderFrom: number
}

export interface DatedPack {
  readonly from: PlainDate
  readonly pack: Pack
}

/** The pack in force on a day; days before the first pack are judged by the first. `packs` is in order of `from` and not empty. */
export function packOn(packs: readonly [DatedPack, ...DatedPack[]], day: PlainDate): Pack {
  let found = packs[0]
  for (const dated of packs) if (dated.from <= day) found = dated
  return found.pack
}
