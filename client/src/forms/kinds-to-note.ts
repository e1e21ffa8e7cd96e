import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { OpenHousehold } from '@sotay/domain/register/household'
import type { Messages } from '../i18n/vi.ts'
import type { OpenPerson } from '../store/book.ts'
import { isHere } from '../store/search.ts'
import type { Form } from './form.ts'
import { isGrown } from './grown.ts'

/** One kind of note: its section of P0, if it has one, and from whose page it can be begun; the follow-up and supplies are begun in the private part (`private-part.tsx`). */
interface KindToNote {
  readonly form: Form['title']
  readonly section?: P0Section
  readonly ofHousehold?: (household: OpenHousehold) => boolean
  readonly ofPerson?: (person: OpenPerson, today: PlainDate) => boolean
}

interface Group {
  readonly title: keyof Messages['forms']['groups']
  readonly kinds: readonly KindToNote[]
}

const always = () => true
const isFamily = ({ kind }: OpenHousehold): boolean => kind === 'family'
const isMarried = (person: OpenPerson): boolean => person.marital === 'married' || person.marital === 'separated'
const isGone = (person: OpenPerson): boolean => person.status === 'living' && person.departure !== undefined

/** In the order of P0, then what P0 does not list, then the work of the handbook, then what changes the book itself. */
export const KINDS_TO_NOTE: readonly Group[] = [
  {
    title: 'p0',
    kinds: [
      { section: 1, form: 'birth', ofHousehold: always },
      { section: 2, form: 'newborn' },
      { section: 3, form: 'death', ofHousehold: always, ofPerson: ({ status }) => status === 'living' },
      { section: 4, form: 'arrival', ofHousehold: always, ofPerson: isGone },
      { section: 4, form: 'adoption', ofHousehold: isFamily },
      { section: 5, form: 'departure', ofHousehold: always, ofPerson: isHere },
      { section: 6, form: 'person-change', ofPerson: always },
      { section: 7, form: 'method-start' },
      { section: 8, form: 'method-stop' },
      { section: 9, form: 'pregnancy' },
      { section: 9, form: 'pregnancy-end' },
      { section: 10, form: 'prenatal' },
      { section: 11, form: 'elder' },
    ],
  },
  {
    title: 'more',
    kinds: [
      { form: 'marriage', ofPerson: (person, today) => isHere(person) && isGrown(person, today) },
      { form: 'separation', ofPerson: (person) => isHere(person) && isMarried(person) },
      { form: 'divorce', ofPerson: (person) => isHere(person) && isMarried(person) },
      { form: 'residence', ofPerson: isHere },
      { form: 'method-decline' },
      { form: 'premarital' },
    ],
  },
  {
    title: 'work',
    kinds: [
      { form: 'visit', ofHousehold: always },
      { form: 'counselling', ofHousehold: always, ofPerson: isHere },
      { form: 'talk' },
      { form: 'supplies' },
    ],
  },
  {
    title: 'book',
    kinds: [
      { form: 'person', ofHousehold: always },
      { form: 'household' },
      { form: 'move', ofHousehold: always, ofPerson: isHere },
      { form: 'split', ofHousehold: isFamily },
      { form: 'household-change', ofHousehold: always },
      { form: 'close', ofHousehold: always },
    ],
  },
]

/** What can be noted from a household's page. */
export function formsOfHousehold(household: OpenHousehold): Form['title'][] {
  if (household.closed !== undefined) return []
  return KINDS_TO_NOTE.flatMap(({ kinds }) => kinds).flatMap(({ form, ofHousehold }) => (ofHousehold?.(household) === true ? [form] : []))
}

/** What can be noted from a person's page. */
export function formsOfPerson(person: OpenPerson, today: PlainDate): Form['title'][] {
  return KINDS_TO_NOTE.flatMap(({ kinds }) => kinds).flatMap(({ form, ofPerson }) => (ofPerson?.(person, today) === true ? [form] : []))
}
