import type { AreaId } from '@sotay/domain/kernel/ids'
import { ANSWERS, MARRIAGE_FORMS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Party } from '@sotay/domain/register/marriage-facts'
import { areasOf, findSpouse } from '@sotay/domain/register/person'
import type { VNode } from 'preact'
import type { OpenPerson } from '../store/book.ts'
import { livesHere } from '../store/search.ts'
import { findSpouseElsewhere } from '../store/ties.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told, type Values } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, TextBox, useFilling } from './form-boxes.tsx'
import { isGrown } from './grown.ts'
import { candidates } from './leaving-forms.tsx'
import { findPersonIn, PersonBox } from './search-box.tsx'

type Side = 'wife' | 'husband'
const ELSEWHERE = 'elsewhere'

/** A wedding (01-DSX rows 6 and 7). Each of the two is of the book or lives elsewhere. */
export const marriageForm: Form = {
  type: 'marriage-reported',
  title: 'marriage',
  suits: (person, today) => isGrown(person, today) && !isMarried(person),
  blank: ({ person }) => (person === undefined ? {} : { [sideOf(person)]: person.id }),
  filled(fact) {
    if (fact.type !== 'marriage-reported') return {}
    const { wife, husband, form, consanguineous, examined } = fact.data
    return { ...partyBoxes('wife', wife), ...partyBoxes('husband', husband), marriageForm: form, consanguineous, examined, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values, context) {
    const reader = new BoxReader(values)
    const wife = readParty(reader, 'wife')
    const husband = readParty(reader, 'husband')
    const on = reader.date('on')
    const form = reader.choice('marriageForm', MARRIAGE_FORMS)
    const consanguineous = reader.choice('consanguineous', ANSWERS)
    const examined = reader.choice('examined', ANSWERS)
    return noteOf(reader, on, { wife, husband, form, consanguineous, examined }, areaOf(values, context))
  },
  boxes: {
    '': 'wife', about: 'wife', form: 'marriageForm', 'wife.name': 'wifeName', 'wife.born': 'wifeBorn', 'wife.commune': 'wifeCommune', 'husband.name': 'husbandName',
    'husband.born': 'husbandBorn', 'husband.commune': 'husbandCommune',
  },
  Fields: MarriageFields,
}

/** They live apart, still wife and husband. */
export const separationForm: Form = parting('separation-reported', 'separation')

/** A divorce (01-DSX row 8). */
export const divorceForm: Form = parting('divorce-reported', 'divorce')

function parting(type: 'separation-reported' | 'divorce-reported', title: 'separation' | 'divorce'): Form {
  return {
    type,
    title,
    suits: (person, today) => isGrown(person, today) && isMarried(person),
    blank: ({ person }) => (person === undefined ? {} : { [sideOf(person)]: person.id, [otherSide(sideOf(person))]: spouseBox(person) }),
    filled: (fact) => (fact.type === type ? { wife: fact.data.wife ?? ELSEWHERE, husband: fact.data.husband ?? ELSEWHERE, ...dateBoxes('on', fact.occurredOn) } : {}),
    read(values, context) {
      const reader = new BoxReader(values)
      const wife = reader.person('wife')
      const husband = reader.person('husband')
      const on = reader.date('on')
      if (wife === ELSEWHERE && husband === ELSEWHERE) reader.problems.push({ field: 'wife', code: 'nobody-of-couple' })
      const couple = { ...(wife === ELSEWHERE ? {} : { wife }), ...(husband === ELSEWHERE ? {} : { husband }) }
      return noteOf(reader, on, couple, areaOf(values, context))
    },
    boxes: { '': 'wife', about: 'wife' },
    Fields: ({ context }) => (
      <>
        <PartyBox side="wife" context={context} hasSpouse />
        <PartyBox side="husband" context={context} hasSpouse />
        <DateBox field="on" label={context.words.forms.fields.on[title]} />
      </>
    ),
  }
}

function sideOf(person: OpenPerson): Side {
  return person.sex === 'female' ? 'wife' : 'husband'
}

function otherSide(side: Side): Side {
  return side === 'wife' ? 'husband' : 'wife'
}

function isMarried(person: OpenPerson): boolean {
  return person.marital === 'married' || person.marital === 'separated'
}

/** The husband or wife as the book knows them: somebody of it, elsewhere, or not known. */
function spouseBox(person: OpenPerson): string {
  return findSpouse(person) ?? (findSpouseElsewhere(person) === undefined ? '' : ELSEWHERE)
}

function readParty(reader: BoxReader, side: Side): unknown {
  const chosen = reader.person(side)
  if (chosen !== ELSEWHERE) return { kind: 'person', person: chosen }
  const rest = { name: reader.find(`${side}Name`), born: reader.findPartialDate(`${side}Born`), commune: reader.find(`${side}Commune`) }
  return { kind: ELSEWHERE, ...told(rest) }
}

function partyBoxes(side: Side, party: Party): Values {
  if (party.kind === 'person') return { [side]: party.person }
  const { name = '', born, commune = '' } = party
  return { [side]: ELSEWHERE, [`${side}Name`]: name, [`${side}Commune`]: commune, ...(born === undefined ? {} : dateBoxes(`${side}Born`, born)) }
}

/** In whose book a couple is noted, where neither has ever lived in the area from which the form was opened. */
function areaOf(values: Values, { notebook, area, corrects }: FormContext): AreaId | undefined {
  const people = [values['wife'], values['husband']].map((id) => findPersonIn(notebook.book, id)).filter((one) => one !== undefined)
  if (corrects !== undefined || people.some((one) => areasOf(one).includes(area))) return undefined
  return people.find((one) => livesHere(notebook.book, one))?.area
}

function PartyBox({ side, context, hasSpouse = false }: { readonly side: Side; readonly context: FormContext; readonly hasSpouse?: boolean }): VNode {
  const { words, notebook, person } = context
  const { fields, optional } = words.forms
  const { values } = useFilling()
  const sex = side === 'wife' ? 'female' : 'male'
  const other = otherSide(side)
  const isSought = (one: OpenPerson): boolean => livesHere(notebook.book, one) && one.sex === sex && isGrown(one, notebook.today())
  const own = person === undefined || sideOf(person) === side ? undefined : findPersonIn(notebook.book, findSpouse(person))
  const offered = [...(own === undefined ? [] : [own]), ...candidates(context)].filter((one) => one.sex === sex && isGrown(one, notebook.today()))
  return (
    <>
      <PersonBox
        field={side}
        label={fields[side]}
        context={context}
        offered={[...new Set(offered)]}
        isSought={isSought}
        more={[{ value: ELSEWHERE, text: fields.personElsewhere }]}
        onPick={(id) => {
          const picked = hasSpouse && (values[other] ?? '') === '' ? findPersonIn(notebook.book, id) : undefined
          return picked === undefined ? {} : { [other]: spouseBox(picked) }
        }}
      />
      {values[side] === ELSEWHERE && !hasSpouse && (
        <>
          <TextBox field={`${side}Name`} label={optional(side === 'wife' ? fields.wifeName : fields.husbandName)} input={{ autocapitalize: 'words', maxLength: 200 }} />
          <DateBox field={`${side}Born`} label={optional(side === 'wife' ? fields.wifeBorn : fields.husbandBorn)} hint={fields.bornHint} isPartial />
          <TextBox field={`${side}Commune`} label={optional(side === 'wife' ? fields.wifeCommune : fields.husbandCommune)} input={{ maxLength: 200 }} />
        </>
      )}
    </>
  )
}

function MarriageFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  return (
    <>
      <PartyBox side="wife" context={context} />
      <PartyBox side="husband" context={context} />
      <DateBox field="on" label={fields.on.marriage} />
      <ChoiceBox field="marriageForm" label={fields.marriageForm} options={optionsOf(MARRIAGE_FORMS, words.codes.marriageForms)} />
      <ChoiceBox field="consanguineous" label={fields.consanguineous} options={optionsOf(ANSWERS, words.codes.answers)} />
      <ChoiceBox field="examined" label={fields.examined} options={optionsOf(ANSWERS, words.codes.answers)} />
    </>
  )
}
