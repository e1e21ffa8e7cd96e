import type { OfficeWords } from './office-vi.ts'
import { showDate } from './show-date.ts'

/** Words of looking up units in English. */
export const unitsEn: OfficeWords['units'] = {
  title: 'Look up units',
  lead: 'What a unit was on a day, what it is today, which parts went where.',
  name: 'Name or code',
  nameHint: 'With or without marks. After a comma the unit above: p.12, q gò vấp.',
  day: 'On the day',
  dayHint: 'Needed for a code. Empty looks in all times.',
  submit: 'Look up',
  nameMissing: 'Type a name or a code.',
  dayMissing: 'A code needs a day: since 01/07/2025 many codes mean another territory.',
  early: (day) => `The list begins on ${showDate(day)}; nothing is known of earlier days.`,
  none: 'There is no such unit.',
  more: 'There are more. Say more.',
  results: 'Found',
  code: (code) => `code ${code}`,
  noCode: 'code not known',
  span: (from, to) => (to === null ? `since ${showDate(from)}` : `${showDate(from)} – ${showDate(to)}`),
  thatDay: (day) => `On ${showDate(day)}`,
  notThatDay: 'There was no such unit yet, or no longer.',
  now: 'Today',
  notNow: 'Nothing took its place.',
  names: 'Names by day',
  cameFrom: 'Made of',
  wentTo: 'Went to',
  columns: { unit: 'Unit', share: 'Share', on: 'Since' },
  madeBy: 'Made by',
  basis: (basis) => `By ${basis}.`,
  shares: { full: 'all', part: 'a part', main: 'all or most' },
  series: 'Figures across the reform',
  exact: 'There is an exact series: no unit was divided.',
  unknown: 'Not known whether there is an exact series: the list names one place for each former unit, not the parts that went elsewhere.',
  broken: (why, parts) => {
    const named = parts.join(', ')
    const because = {
      'holds-parts': `the unit holds parts of ${named}`,
      'gave-parts': `the unit gave parts to ${named}`,
      'was-split': `the unit was divided among ${named}`,
      'level-ended': 'its level has ended and nothing took its place',
    }
    return `There is no exact series: ${because[why]}.`
  },
  sortBy: (column) => `Sort by ${column}`,
}
