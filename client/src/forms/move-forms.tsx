import { CLOSING_REASONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, TextBox } from './form-boxes.tsx'
import { addressOf, phoneOf } from './household-forms.tsx'
import { candidates } from './leaving-forms.tsx'
import { placedBoxes, PlacedBox, readPlaced } from './people-box.tsx'
import { findHouseholdIn, HouseholdBox } from './search-box.tsx'

/** People who live in another household from that day: a bride, a son who comes home. Of one's own areas; another collaborator's is the officer's. */
export const moveForm: Form = {
  type: 'person-moved',
  title: 'move',
  blank: ({ person }) => ({ movers: person?.id ?? '' }),
  filled: (fact) =>
    fact.type === 'person-moved' ? { moveTo: fact.data.household, ...placedBoxes('movers', fact.data.people), ...dateBoxes('on', fact.occurredOn) } : {},
  read(values, { notebook, corrects }) {
    const reader = new BoxReader(values)
    const people = readPlaced(reader, 'movers')
    const household = reader.person('moveTo')
    const on = reader.date('on')
    return noteOf(reader, on, { household, people }, corrects === undefined ? findHouseholdIn(notebook.book, household)?.area : undefined)
  },
  boxes: { people: 'movers', household: 'moveTo' },
  Fields: MoveFields,
}

/** Part of a household sets up its own. */
export const splitForm: Form = {
  type: 'household-split',
  title: 'split',
  blank: ({ newId, household }) => ({ household: newId(), splitFrom: household?.id ?? '' }),
  filled(fact) {
    if (fact.type !== 'household-split') return {}
    const { household, from, number, address, phone = '', people } = fact.data
    return { household, splitFrom: from, newNumber: number, address: address.join(', '), phone, ...placedBoxes('splitters', people), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const people = readPlaced(reader, 'splitters')
    const number = reader.get('newNumber')
    const on = reader.date('on')
    return noteOf(reader, on, {
      household: values['household'], from: values['splitFrom'], number, address: addressOf(values['address'] ?? ''), people,
      ...told({ phone: phoneOf(reader) }),
    })
  },
  boxes: { people: 'splitters', number: 'newNumber' },
  Fields: SplitFields,
}

/** A household that is no more. What became of its people is told by notes of their own. */
export const closeForm: Form = {
  type: 'household-closed',
  title: 'close',
  blank: ({ household }) => ({ household: household?.id ?? '' }),
  filled(fact) {
    if (fact.type !== 'household-closed') return {}
    const { household, reason, note = '' } = fact.data
    return { household, closingReason: reason, note, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const reason = reader.choice('closingReason', CLOSING_REASONS)
    const on = reader.date('on')
    return noteOf(reader, on, { household: values['household'], reason, ...told({ note: reader.find('note') }) })
  },
  boxes: { reason: 'closingReason' },
  Fields: CloseFields,
}

function MoveFields({ context }: { readonly context: FormContext }): VNode {
  const { words, household, corrects, notebook } = context
  const { fields } = words.forms
  // Whoever sees the whole commune notes it whichever area it is.
  const hint = notebook.seek === undefined ? { hint: fields.moveToHint } : {}
  return (
    <>
      <PlacedBox field="movers" label={fields.movers} context={context} people={candidates(context)} />
      <HouseholdBox field="moveTo" label={fields.moveTo} {...hint} context={context} offered={[]} without={corrects === undefined ? household?.id : undefined} />
      <DateBox field="on" label={fields.on.move} />
    </>
  )
}

function SplitFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <PlacedBox field="splitters" label={fields.splitters} context={context} people={candidates(context)} />
      <TextBox field="newNumber" label={fields.newNumber} input={{ maxLength: 20 }} />
      <TextBox field="address" label={fields.address} hint={fields.addressHint} />
      <TextBox field="phone" label={optional(fields.phone)} input={{ inputMode: 'tel' }} />
      <DateBox field="on" label={fields.on.split} />
    </>
  )
}

function CloseFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <ChoiceBox field="closingReason" label={fields.closingReason} options={optionsOf(CLOSING_REASONS, words.codes.closingReasons)} />
      <DateBox field="on" label={fields.on.close} />
      <TextBox field="note" label={optional(fields.note)} input={{ maxLength: 500 }} />
    </>
  )
}
