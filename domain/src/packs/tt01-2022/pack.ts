import { type Pack } from '../../kernel/pack.ts'

/** The rules of counting and the thresholds of Thông tư 01/2022/TT-BYT as read so far. */
export const tt01: Pack = {
  id: 'tt01-2022',
  /** Raised whenever a figure could come out differently: every report says which it was made with. */
  rulesVersion: 2,
  motherUsualAge: { from: 15, to: 50 },
  fewestDaysBetweenBirths: 270,
  marriedWomenAge: { from: 15, below: 50 },
  youngMotherBelow: 20,
  residentAfterMonths: 6,
  marriageAge: { wife: 18, husband: 20 },
  oldNoteAfterDays: 365,
  longestLifeYears: 120,
  daysFromLastPeriodToDue: 280,
  screeningWeeksOff: 2,
  newbornScreenedWithinDays: 365,
  elderFrom: 60,
}
