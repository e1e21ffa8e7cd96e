import type * as vi from './moving-vi.ts'
import { showDate } from './show-date.ts'

export const movingTitlesEn: typeof vi.movingTitlesVi = {
  arrival: 'Somebody came from elsewhere',
  adoption: 'A child was adopted',
  marriage: 'Marriage',
  separation: 'Separation',
  divorce: 'Divorce',
  move: 'Moved to another household of the area',
  residence: 'Still here, away or back',
  split: 'A household split',
  close: 'Close a household',
}

export const movingDaysEn: typeof vi.movingDaysVi = {
  arrival: 'Day of coming',
  adoption: 'Day of taking in',
  marriage: 'Day of the wedding',
  separation: 'Apart since',
  divorce: 'Day of the divorce',
  move: 'In the new household since',
  residence: 'Since which day',
  split: 'Day of the split',
  close: 'Last day of the household',
}

export const movingFieldsEn: typeof vi.movingFieldsVi = {
  newcomer: 'Who came?',
  newcomerNew: 'Somebody new, not in the book yet',
  newcomerKnown: 'Somebody of the book who came back',
  child: 'Which child?',
  childNew: 'A child from elsewhere, not in the book yet',
  childKnown: 'A child of the book',
  known: 'Find in the book',
  from: 'Where from',
  fromPlace: 'Former home',
  intent: 'To stay how long',
  intentHint: 'Who bought a house or came to live with husband or wife settles and counts at once. Who stays for now counts after six months.',
  adopters: 'Who adopts? (one or two people)',
  otherPerson: 'Somebody else of the area…',
  findPerson: 'Find somebody by name',
  personElsewhere: 'Lives elsewhere, not in the book',
  findHousehold: 'Find a household by number or name',
  household: 'Which household?',
  otherHousehold: 'Choose another household…',
  moveTo: 'To which household?',
  moveToHint: 'If the new household is in another collaborator’s area, do not note it here: tell the officer of your commune.',
  movers: 'Who moves?',
  splitters: 'Who moves out?',
  relationOf: (name) => `${name}: relation to the new head`,
  newNumber: 'Number of the new household',
  whereabouts: 'This person …',
  whereaboutsHint: 'Still here: the day you ask. Away: the first day away; if noted away already and not back yet, the day you ask. Back: the day of coming back.',
  residencePerson: 'About whom?',
  wife: 'Wife',
  husband: 'Husband',
  wifeName: 'Full name of the wife',
  husbandName: 'Full name of the husband',
  wifeBorn: 'Birth date of the wife',
  husbandBorn: 'Birth date of the husband',
  wifeCommune: 'Commune of the wife',
  husbandCommune: 'Commune of the husband',
  marriageForm: 'Registration of the marriage',
  consanguineous: 'Close kin of each other',
  examined: 'Both counselled and examined before the wedding',
  closingReason: 'Why is it closed?',
  maritalHint: 'Marriages, separations and divorces have forms of their own. Here only what no form tells, such as a wife or husband who died far away.',
  shortMale: 'Men staying a short while',
  shortFemale: 'Women staying a short while',
  shortHint: 'Those who stay a short while in a collective household, as its manager tells. Counted only, not named, no residents.',
}

export const movingProblemsEn: typeof vi.movingProblemsVi = {
  'not-picked': 'Search and touch a line, or choose something else.',
  'nobody-of-couple': 'One of them at least must be in the book.',
  'not-a-count': 'Fill in a number of people, from 0 to 5000.',
}

export const movingNextEn: typeof vi.movingNextVi = {
  arrival: 'Somebody else came to this household',
  firstArrival: 'Note who came to this household',
  person: 'Add somebody to this household',
  move: (name) => `${name} lives in another household now: note the move`,
  spouseArrives: 'Wife or husband comes to live here: note the arrival',
  newHousehold: 'A whole household came: add the household first',
}

const OPENED = { book: 'in the book', birth: 'born here', arrival: 'came to settle', moved: 'from another area', 'six-months': 'six months reached' }

export const movingEn: typeof vi.movingVi = {
  counted: {
    question: 'Counted as a resident of the area?',
    yes: (from, opened) => `yes, since ${showDate(from)} (${OPENED[opened]})`,
    yesAway: (since, until) => `; away since ${showDate(since)}, no longer counted if not back by ${showDate(until)}`,
    notYet: { staying: (since, from) => `not yet, stays for now since ${showDate(since)}, six months on ${showDate(from)}`, newborn: (_since, from) => `not yet, because the mother is not; counted from ${showDate(from)}` },
    awayTooLong: (since, reached) => `no, away since ${showDate(since)}, six months on ${showDate(reached)}`,
    dead: (on) => `no, died on ${showDate(on)}`,
    gone: (on) => `no, left on ${showDate(on)}`,
    elsewhere: (on) => (on === undefined ? 'no, lives in another area' : `no, moved to another area on ${showDate(on)}`),
    joined: 'no, a second entry of somebody else in the book',
    'not-counted': 'no',
  },
  question: (reached) => `Six months on ${showDate(reached)} – still here?`,
  questionAway: (reached) => `Six months away on ${showDate(reached)} – back yet?`,
  toDo: 'To do',
  absences: 'Away',
  absence: (from, to) => (to === undefined ? `since ${showDate(from)}, not back` : `${showDate(from)} – ${showDate(to)}`),
  away: (since) => `away since ${showDate(since)}`,
  staying: 'stays for now',
  marital: 'Marital status',
  legal: 'Registered residence',
  dead: 'dead',
  adopter: 'Adoptive parent',
  adopted: 'Adopted child',
  notNamed: '(not named)',
  spouseElsewhere: (name, commune) => `${name ?? 'name not known'} (in ${commune ?? 'another place'})`,
  movedOn: 'Moved to other households',
  movedTo: (number) => `now in household ${number}`,
  elsewhere: 'moved to another area',
  joined: 'A second entry of somebody, counted nowhere.',
  joinedTo: (name) => `See the entry that is kept: ${name}`,
  closed: (on) => `closed on ${showDate(on)}`,
  shortStayers: (male, female, on) => `Staying a short while: ${male} men, ${female} women (${showDate(on)})`,
  identity: {
    title: 'Residents at the start and the end of the month',
    start: 'Start of the month',
    end: 'End of the month',
    hint: 'The start, and each line added or taken away, is the end.',
  },
  sections: { 4: '4. Arrivals', 5: '5. Departures', 6: '6. Basic information changed' },
}

export const kindGroupsEn: typeof vi.kindGroupsVi = { p0: 'As on P0', more: 'Other things', book: 'The book' }
