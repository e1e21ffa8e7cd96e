import { EDUCATIONS, LEGAL_RESIDENCES, MARITALS, PRESENCES, RELATIONS, SEXES } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import type { OpenPerson } from '../store/book.ts'
import { livesHere, membersInOrder } from '../store/search.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, nameBoxes, noteOf, told } from './form.ts'
import { CheckBox, ChoiceBox, DateBox, optionsOf, SelectBox, TextBox } from './form-boxes.tsx'
import { PersonBox } from './search-box.tsx'

/** Somebody enters the book of a household. */
export const personForm: Form = {
  type: 'person-registered',
  title: 'person',
  blank: ({ household, newId }) => ({ person: newId(), household: household?.id ?? '' }),
  filled(fact) {
    if (fact.type !== 'person-registered') return {}
    const { name, born, bornAbout, residence, ...data } = fact.data
    const rest = { bornAbout: bornAbout === true ? 'yes' : '', legal: residence.legal, presence: residence.presence }
    return { ...data, ...rest, ...nameBoxes(name), ...dateBoxes('born', born), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    reader.get('name')
    const name = reader.findName('name', 'given')
    const sex = reader.choice('sex', SEXES)
    const born = reader.partialDate('born')
    const relation = reader.choice('relation', RELATIONS)
    const legal = reader.choice('legal', LEGAL_RESIDENCES)
    const presence = reader.choice('presence', PRESENCES)
    const on = reader.date('on')
    return noteOf(reader, on, {
      person: values['person'], household: values['household'], name, sex, born, relation, residence: { legal, presence },
      ...(values['bornAbout'] === 'yes' ? { bornAbout: true } : {}),
      ...told({ marital: reader.findChoice('marital', MARITALS), mother: reader.findPerson('mother'), father: reader.findPerson('father'), spouse: reader.findPerson('spouse') }),
      ...basicsOf(reader),
    })
  },
  boxes: { 'name.given': 'given', 'residence.legal': 'legal', 'residence.presence': 'presence' },
  Fields: PersonFields,
}

function basicsOf(reader: BoxReader) {
  const paper = (field: string) => reader.find(field)?.replace(/[\s.-]/g, '').toUpperCase()
  return told({
    ethnicity: reader.find('ethnicity'),
    nationality: reader.find('nationality'),
    education: reader.findChoice('education', EDUCATIONS),
    insuranceNumber: paper('insuranceNumber'),
    nationalId: paper('nationalId'),
  })
}

/** Basic information that changed (P0 §6); only what differs is noted, with what it was. */
export const personChangeForm: Form = {
  type: 'person-changed',
  title: 'person-change',
  suits: () => true,
  blank: ({ person }) =>
    person === undefined
      ? {}
      : {
          person: person.id, relation: person.relation, legal: person.legal, marital: person.marital, ethnicity: person.ethnicity ?? '', nationality: person.nationality ?? '',
          education: person.education ?? '', insuranceNumber: person.insuranceNumber ?? '', nationalId: person.nationalId ?? '',
          ...nameBoxes(person.name),
        },
  filled(fact) {
    if (fact.type !== 'person-changed') return {}
    const { name, ...rest } = fact.data.new
    return { person: fact.data.person, ...rest, ...nameBoxes(name), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values, { notebook, corrects }) {
    const reader = new BoxReader(values)
    const id = reader.get('person')
    const on = reader.date('on')
    const next: Record<string, unknown> = told({
      name: reader.findName('name', 'given'),
      relation: reader.findChoice('relation', RELATIONS),
      legal: reader.findChoice('legal', LEGAL_RESIDENCES),
      marital: reader.findChoice('marital', MARITALS),
      ...basicsOf(reader),
    })
    const person = [...notebook.book.people.values()].find((one) => one.id === id)
    const old = new Map<string, unknown>(Object.entries(corrects?.type === 'person-changed' ? corrects.data.old : (person ?? {})))
    const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
    const changed = Object.entries(next).filter(([key, value]) => corrects !== undefined || !isSame(value, old.get(key)))
    const before = changed.map(([key]) => [key, old.get(key)] as const).filter(([, value]) => value !== undefined)
    return noteOf(reader, on, { person: id, old: Object.fromEntries(before), new: Object.fromEntries(changed) })
  },
  boxes: { new: '', old: '', 'new.insuranceNumber': 'insuranceNumber', 'new.nationalId': 'nationalId', 'new.name.given': 'given' },
  Fields: PersonChangeFields,
}

function BasicsBoxes({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <TextBox field="ethnicity" label={optional(fields.ethnicity)} input={{ maxLength: 60 }} />
      <TextBox field="nationality" label={optional(fields.nationality)} input={{ maxLength: 60 }} />
      <SelectBox field="education" label={optional(fields.education)} options={optionsOf(EDUCATIONS, words.codes.educations)} />
      <TextBox field="insuranceNumber" label={optional(fields.insuranceNumber)} input={{ autocapitalize: 'characters' }} />
      <TextBox field="nationalId" label={optional(fields.nationalId)} input={{ inputMode: 'numeric' }} />
    </>
  )
}

function PersonFields({ context }: { readonly context: FormContext }): VNode {
  const { words, household, notebook } = context
  const { fields, optional } = words.forms
  const { book } = notebook
  const members = household === undefined ? [] : membersInOrder(book, household).filter(({ joinedInto }) => joinedInto === undefined)
  const tie = (sex?: 'male' | 'female') => ({
    context,
    offered: members.filter((person) => sex === undefined || person.sex === sex),
    isSought: (person: OpenPerson) => livesHere(book, person) && (sex === undefined || person.sex === sex),
  })
  return (
    <>
      <TextBox field="name" label={fields.name} input={{ autocapitalize: 'words', maxLength: 200 }} />
      <TextBox field="given" label={optional(fields.given)} hint={fields.givenHint} />
      <ChoiceBox field="sex" label={fields.sex} options={optionsOf(SEXES, words.codes.sexes)} />
      <DateBox field="born" label={fields.born} hint={fields.bornHint} isPartial />
      <CheckBox field="bornAbout" label={fields.bornAbout} />
      <SelectBox field="relation" label={fields.relation} options={optionsOf(RELATIONS, words.codes.relations)} />
      <SelectBox field="marital" label={optional(fields.marital)} options={optionsOf(MARITALS, words.codes.maritals)} />
      <PersonBox field="spouse" label={optional(fields.spouse)} {...tie()} />
      <PersonBox field="mother" label={optional(fields.motherOf)} {...tie('female')} />
      <PersonBox field="father" label={optional(fields.father)} {...tie('male')} />
      <ChoiceBox field="presence" label={fields.presence} options={optionsOf(PRESENCES, words.codes.presences)} />
      <ChoiceBox field="legal" label={fields.legal} options={optionsOf(LEGAL_RESIDENCES, words.codes.legals)} />
      <DateBox field="on" label={fields.on.person} />
      <BasicsBoxes context={context} />
    </>
  )
}

function PersonChangeFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <TextBox field="name" label={fields.name} input={{ autocapitalize: 'words', maxLength: 200 }} />
      <TextBox field="given" label={optional(fields.given)} hint={fields.givenHint} />
      <SelectBox field="relation" label={fields.relation} options={optionsOf(RELATIONS, words.codes.relations)} />
      <SelectBox field="legal" label={fields.legal} options={optionsOf(LEGAL_RESIDENCES, words.codes.legals)} />
      <SelectBox field="marital" label={fields.marital} hint={fields.maritalHint} options={optionsOf(MARITALS, words.codes.maritals)} />
      <BasicsBoxes context={context} />
      <DateBox field="on" label={fields.on.change} />
    </>
  )
}
