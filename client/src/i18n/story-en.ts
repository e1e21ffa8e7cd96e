import type { PersonId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import {
  BIRTH_PLACES,
  DEATH_CAUSES,
  DEATH_PLACES,
  DESTINATIONS,
  EDUCATIONS,
  LEGAL_RESIDENCES,
  MARITALS,
  PRESENCES,
  type Relation,
  SEXES,
} from '@sotay/domain/packs/tt01-2022/code-lists'
import { isPlanningFact } from '@sotay/domain/planning/fold'
import { showDate } from './show-date.ts'
import { movingCodesEn, movingSentenceEn } from './story-register-en.ts'
import { planningCodesEn, planningSentenceEn } from './story-planning-en.ts'
import { wholeOfWorkEn, workCodesEn, workSentenceEn } from './story-work-en.ts'
import type { codesVi, Naming, StoryWords } from './story-vi.ts'

const relations: Record<Relation, string> = {
  head: 'head',
  spouse: 'wife or husband',
  child: 'child',
  'adopted-child': 'adopted child',
  'child-in-law': 'son- or daughter-in-law',
  parent: 'parent',
  'parent-in-law': 'parent-in-law',
  grandchild: 'grandchild',
  'other-relative': 'other relative',
  representative: 'representative',
  unknown: 'relation unknown',
}

type ChangedFields = Extract<Fact, { type: 'person-changed' }>['data']['new']
const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
const someone = (naming: Naming, id: PersonId): string => naming.person(id) ?? 'somebody not named here'
const household = (naming: Naming, id: string): string => `household ${naming.household(id) ?? ''}`.trim()
/** A word of a code list as English says it: its code is English. */
const word = (code: string): string => code.replaceAll('-', ' ')

function fields(of: ChangedFields): string {
  return joined(
    of.name && `name ${of.name.full}`,
    of.relation && relations[of.relation],
    of.legal && `registered: ${word(of.legal)}`,
    of.marital && word(of.marital),
    of.ethnicity && `ethnicity ${of.ethnicity}`,
    of.nationality && `nationality ${of.nationality}`,
    of.education && `education ${word(of.education)}`,
    of.insuranceNumber && `insurance ${of.insuranceNumber}`,
    of.nationalId && `national id ${of.nationalId}`,
  )
}

function sentence(fact: Fact, naming: Naming): string {
  if (isPlanningFact(fact)) return planningSentenceEn(fact, naming)
  const day = showDate(fact.occurredOn)
  switch (fact.type) {
    case 'household-registered': {
      const { data } = fact
      return `Book opened: ${joined(`${data.kind} household ${data.number}`, data.address.join(', '), data.representative && `represented by ${data.representative}`)}, ${day}.`
    }
    case 'household-changed': {
      const { data } = fact
      const changed = joined(
        data.number && `number ${data.number}`,
        data.address && `address ${data.address.join(', ')}`,
        data.phone && `telephone ${data.phone}`,
        data.representative && `representative ${data.representative}`,
        data.head && `head ${someone(naming, data.head)}`,
      )
      return `Change of ${household(naming, data.household)}: ${changed}, from ${day}.`
    }
    case 'person-registered': {
      const { data } = fact
      const born = `born ${data.bornAbout === true ? 'about ' : ''}${showDate(data.born)}`
      return `Entered in ${household(naming, data.household)}: ${joined(data.name.full, data.sex, born, relations[data.relation], data.marital && word(data.marital), data.residence.presence)}, ${day}.`
    }
    case 'person-changed':
      return `${someone(naming, fact.data.person)} changed: ${joined(fields(fact.data.old) && `from ${fields(fact.data.old)}`, `to ${fields(fact.data.new)}`)}, from ${day}.`
    case 'birth-reported': {
      const { data } = fact
      const mother =
        data.mother.kind === 'person' ? `of ${someone(naming, data.mother.person)}` : data.mother.kind === 'elsewhere' ? `of ${data.mother.name}, ${data.mother.commune}` : 'mother unknown'
      const order = data.order === 'unknown' ? 'order unknown' : `child ${data.order}`
      return `${data.sex === 'male' ? 'Boy' : 'Girl'} ${joined(data.name?.full, `born ${day}`, `place: ${word(data.place)}`, data.twin === true && 'twin', data.weight !== undefined && `${data.weight} g`)}, ${order} ${mother}.`
    }
    case 'death-reported': {
      const { data } = fact
      return `${someone(naming, data.person)} died on ${day}, ${joined(`place: ${word(data.place)}`, data.cause && `cause: ${word(data.cause)}`, data.note)}.`
    }
    case 'departure-reported': {
      const { data } = fact
      return `${data.people.map((id) => someone(naming, id)).join(', ')} left on ${day}, ${joined(`to: ${word(data.destination)}`, data.place, data.note)}.`
    }
    case 'arrival-reported':
    case 'person-moved':
    case 'adoption-reported':
    case 'residence-confirmed':
    case 'marriage-reported':
    case 'separation-reported':
    case 'divorce-reported':
    case 'persons-joined':
    case 'household-split':
    case 'household-closed':
      return movingSentenceEn(fact, naming)
    case 'visit-made':
    case 'counselling-given':
    case 'supplies-given':
    case 'task-given':
    case 'task-answered':
    case 'nothing-to-report':
    case 'month-signed':
      return workSentenceEn(fact, naming)
    case 'fact-withdrawn':
      return `Note withdrawn: ${fact.data.reason}`
    case 'fact-settled':
      return `${fact.data.verdict === 'take' ? 'Taken' : 'Not taken'} after review: ${fact.data.reason}`
  }
}

/** The same with what is kept from whoever stands by: for whoever notes it, asks for it at a second tap, or looks at it in the office. */
function whole(fact: Fact, naming: Naming): string {
  const isSealed = fact.type === 'visit-made' || fact.type === 'counselling-given' || fact.type === 'supplies-given'
  return isSealed ? wholeOfWorkEn(fact, naming) : sentence(fact, naming)
}

/** The words in which notes tell their story, in English. */
export const storyEn: StoryWords = {
  sentence,
  whole,
  corrects: 'Correction:',
  newer: (day) => `Noted with a newer version of the app, ${showDate(day)}.`,
  unreadable: 'The note cannot be read whole.',
  because: (reason) => `Kept because: ${reason}`,
  vias: { phone: 'on the phone', paper: 'from a paper slip', telephone: 'by telephone', office: 'in the office' },
}

/** The words of a code list, from its codes. */
const worded = <T extends string>(codes: readonly T[], others: Partial<Record<T, string>> = {}): Record<T, string> => {
  const entries = codes.map((code) => [code, others[code] ?? word(code)] as const)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each code of the list
  return Object.fromEntries(entries) as Record<T, string>
}

/** The words of the code lists, in English. */
export const codesEn: typeof codesVi = {
  ...planningCodesEn,
  relations,
  sexes: worded(SEXES),
  educations: worded(EDUCATIONS),
  maritals: worded(MARITALS),
  legals: worded(LEGAL_RESIDENCES),
  presences: worded(PRESENCES, { staying: 'staying for now, not counted' }),
  birthPlaces: worded(BIRTH_PLACES),
  deathPlaces: worded(DEATH_PLACES),
  causes: worded(DEATH_CAUSES),
  destinations: worded(DESTINATIONS),
  ...movingCodesEn,
  ...workCodesEn,
}
