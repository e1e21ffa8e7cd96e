import { ageOn, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { BIRTH_PLACES, SEXES } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { nameOf } from '../i18n/naming.ts'
import type { OpenPerson } from '../store/book.ts'
import { membersInOrder } from '../store/search.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, nameBoxes, noteOf, SEARCHING, told } from './form.ts'
import { CheckBox, ChoiceBox, DateBox, optionsOf, SelectBox, TextBox, useFilling } from './form-boxes.tsx'
import { findPersonIn, PersonSearch } from './search-box.tsx'

const ORDERS = [...Array.from({ length: 15 }, (_, index) => String(index + 1)), 'unknown']

/** A live birth (P0 §1). */
export const birthForm: Form = {
  type: 'birth-reported',
  title: 'birth',
  blank: ({ newId, household }) => ({ child: newId(), household: household?.id ?? '' }),
  filled(fact) {
    if (fact.type !== 'birth-reported') return {}
    const { data } = fact
    const { mother } = data
    return {
      child: data.child, household: data.household, sex: data.sex, place: data.place, order: String(data.order),
      ...dateBoxes('on', fact.occurredOn),
      ...nameBoxes(data.name),
      mother: mother.kind === 'person' ? mother.person : mother.kind, twin: data.twin === true ? 'yes' : '',
      ...(mother.kind === 'elsewhere' ? { motherName: mother.name, motherCommune: mother.commune, motherBorn: mother.born?.slice(0, 4) ?? '' } : {}),
      weight: data.weight === undefined ? '' : String(data.weight), ethnicity: data.ethnicity ?? '',
    }
  },
  read(values) {
    const reader = new BoxReader(values)
    const on = reader.date('on')
    const sex = reader.choice('sex', SEXES)
    const mother = motherOf(reader)
    const place = reader.choice('place', BIRTH_PLACES)
    const order = reader.choice('order', ORDERS)
    const weight = reader.find('weight')
    const told1 = told({ name: reader.findName('name', 'given'), ethnicity: reader.find('ethnicity'), weight: weight === undefined ? undefined : Number(weight) })
    return noteOf(reader, on, {
      child: values['child'], household: values['household'], sex, mother, place,
      order: order === 'unknown' ? order : Number(order),
      ...(values['twin'] === 'yes' ? { twin: true } : {}),
      ...told1,
    })
  },
  boxes: { 'mother.born': 'motherBorn', 'mother.name': 'motherName', 'mother.commune': 'motherCommune', 'name.given': 'given' },
  Fields: BirthFields,
}

function motherOf(reader: BoxReader): unknown {
  const chosen = reader.person('mother')
  if (chosen === 'unknown') return { kind: 'unknown' }
  if (chosen !== 'elsewhere') return { kind: 'person', person: chosen }
  return { kind: 'elsewhere', name: reader.get('motherName'), commune: reader.get('motherCommune'), ...told({ born: reader.find('motherBorn') }) }
}

function mayBear(person: OpenPerson, today: PlainDate): boolean {
  const age = ageOn(presumedDay(person.born), today)
  return person.sex === 'female' && person.joinedInto === undefined && age >= 12 && age <= 60
}

/** The women of the household who may be the mother, and whoever is chosen. */
function mothersOf({ household, notebook }: FormContext, chosen: string | undefined) {
  const { book, today } = notebook
  const members = household === undefined ? [] : membersInOrder(book, household)
  const picked = findPersonIn(book, chosen)
  const women = members.filter((person) => mayBear(person, today()))
  return picked === undefined || women.includes(picked) ? women : [...women, picked]
}

function BirthFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  const { values } = useFilling()
  const mothers = mothersOf(context, values['mother']).map((woman) => ({ value: woman.id as string, text: nameOf(words, woman) }))
  const orders = ORDERS.map((order) => ({ value: order, text: order === 'unknown' ? words.forms.unknown : order }))
  return (
    <>
      <DateBox field="on" label={fields.on.birth} />
      <ChoiceBox field="sex" label={fields.sex} options={optionsOf(SEXES, words.codes.sexes)} />
      <ChoiceBox
        field="mother"
        label={fields.mother}
        options={[...mothers, { value: SEARCHING, text: fields.otherPerson }, { value: 'elsewhere', text: fields.motherElsewhere }, { value: 'unknown', text: fields.motherUnknown }]}
      />
      {values['mother'] === SEARCHING && <PersonSearch field="mother" context={context} isSought={(one) => mayBear(one, context.notebook.today())} />}
      {values['mother'] === 'elsewhere' && (
        <>
          <TextBox field="motherName" label={fields.motherName} />
          <TextBox field="motherCommune" label={fields.motherCommune} />
          <TextBox field="motherBorn" label={words.forms.optional(fields.motherBorn)} input={{ inputMode: 'numeric', maxLength: 4 }} />
        </>
      )}
      <SelectBox field="order" label={fields.order} hint={fields.orderHint} options={orders} />
      <ChoiceBox field="place" label={fields.place} options={optionsOf(BIRTH_PLACES, words.codes.birthPlaces)} />
      <TextBox field="name" label={fields.nameOfChild} hint={fields.nameOfChildHint} input={{ autocapitalize: 'words' }} />
      <CheckBox field="twin" label={fields.twin} />
      <TextBox field="weight" label={words.forms.optional(fields.weight)} input={{ inputMode: 'numeric', maxLength: 4 }} />
      <TextBox field="ethnicity" label={words.forms.optional(fields.ethnicity)} />
    </>
  )
}
