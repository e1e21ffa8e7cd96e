import { INTENTS, ORIGINS, RELATIONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { isHere, membersInOrder } from '../store/search.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, SelectBox, TextBox, useFilling } from './form-boxes.tsx'
import { NEWCOMER_BOXES, NewcomerBoxes, newcomerValues, readNewcomer } from './newcomer-boxes.tsx'
import { findHouseholdIn, HouseholdBox, PersonBox } from './search-box.tsx'

/** Somebody came from another commune (P0 §4). A household that comes is told one by one: the next one keeps the day, the origin and the intent. */
export const arrivalForm: Form = {
  type: 'arrival-reported',
  title: 'arrival',
  blank({ newId, household, person }) {
    const home = household === undefined || household.closed !== undefined ? '' : household.id
    return { newPerson: newId(), household: home, ...(person === undefined ? {} : { newcomer: 'known', known: person.id }) }
  },
  filled(fact) {
    if (fact.type !== 'arrival-reported') return {}
    const { who, household, relation, from, place = '', intent, previous = '' } = fact.data
    return { household, relation, from, fromPlace: place, intent, previous, ...newcomerValues(who, 'newcomer'), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values, { notebook, corrects }) {
    const reader = new BoxReader(values)
    const who = readNewcomer(reader, 'newcomer')
    const household = reader.person('household')
    const relation = reader.choice('relation', RELATIONS)
    const on = reader.date('on')
    const from = reader.choice('from', ORIGINS)
    const intent = reader.choice('intent', INTENTS)
    const data = { who, household, relation, from, intent, ...told({ place: reader.find('fromPlace'), previous: reader.find('previous') }) }
    return noteOf(reader, on, data, corrects === undefined ? findHouseholdIn(notebook.book, household)?.area : undefined)
  },
  boxes: { ...NEWCOMER_BOXES, place: 'fromPlace' },
  again: {
    label: 'arrival',
    values(fact, { newId }) {
      if (fact.type !== 'arrival-reported') return {}
      const { who, household, from, place = '', intent } = fact.data
      const legal = who.kind === 'new' ? who.legal : ''
      return { newcomer: 'new', newPerson: newId(), household, from, fromPlace: place, intent, legal, ...dateBoxes('on', fact.occurredOn) }
    },
  },
  Fields: ArrivalFields,
}

function ArrivalFields({ context }: { readonly context: FormContext }): VNode {
  const { words, household, person, notebook } = context
  const { fields, optional } = words.forms
  const { values } = useFilling()
  const gone = household === undefined ? [] : membersInOrder(notebook.book, household).filter((one) => one.status === 'living' && !isHere(one))
  return (
    <>
      <ChoiceBox
        field="newcomer"
        label={fields.newcomer}
        options={[
          { value: 'new', text: fields.newcomerNew },
          { value: 'known', text: fields.newcomerKnown },
        ]}
      />
      {values['newcomer'] === 'known' && (
        <PersonBox field="known" label={fields.known} context={context} offered={person === undefined ? gone : [person]} isSought={({ status, joinedInto }) => status === 'living' && joinedInto === undefined} />
      )}
      {(person !== undefined || context.corrects !== undefined) && <HouseholdBox field="household" label={fields.household} context={context} offered={household === undefined ? [] : [household.id]} />}
      {values['newcomer'] === 'new' && <NewcomerBoxes context={context} household={values['household'] ?? ''} />}
      <SelectBox field="relation" label={fields.relation} options={optionsOf(RELATIONS, words.codes.relations)} />
      <DateBox field="on" label={fields.on.arrival} />
      <ChoiceBox field="from" label={fields.from} options={optionsOf(ORIGINS, words.codes.origins)} />
      <TextBox field="fromPlace" label={optional(fields.fromPlace)} input={{ maxLength: 200 }} />
      <ChoiceBox field="intent" label={fields.intent} hint={fields.intentHint} options={optionsOf(INTENTS, words.codes.intents)} />
    </>
  )
}
