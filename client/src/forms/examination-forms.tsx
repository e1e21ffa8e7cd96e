import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { SERVICE_PLACES } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import type { OpenPerson } from '../store/book.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { DateBox, optionsOf, SelectBox, TextBox } from './form-boxes.tsx'
import { WhomBox, whomOf, yearsOf } from './whom-box.tsx'

/** "Người cao tuổi": 60 full years (Luật Người cao tuổi 39/2009/QH12, article 2). */
const ELDER_YEARS = 60
/** Younger than a man may marry (20), for counselling comes before. */
const PREMARITAL_YEARS = { from: 16, below: 50 }

/** The health examination of somebody of 60 or more (P0 §11). */
export const elderForm: Form = {
  type: 'elder-examined',
  title: 'elder',
  suits: isElder,
  blank: (context) => ({ whom: whomOf(context) }),
  filled(fact) {
    if (fact.type !== 'elder-examined') return {}
    const { person, where = '', note = '' } = fact.data
    return { whom: person, where, note, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const on = reader.date('on')
    return noteOf(reader, on, { person, ...told({ where: reader.findChoice('where', SERVICE_PLACES), note: reader.find('note') }) })
  },
  boxes: { person: 'whom' },
  Fields: ElderFields,
}

/** Counselled and examined before marriage. */
export const premaritalForm: Form = {
  type: 'premarital-examined',
  title: 'premarital',
  suits: isBeforeMarriage,
  blank: (context) => ({ whom: whomOf(context) }),
  filled: (fact) => (fact.type === 'premarital-examined' ? { whom: fact.data.person, where: fact.data.where ?? '', ...dateBoxes('on', fact.occurredOn) } : {}),
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const on = reader.date('on')
    return noteOf(reader, on, { person, ...told({ where: reader.findChoice('where', SERVICE_PLACES) }) })
  },
  boxes: { person: 'whom' },
  Fields: PremaritalFields,
}

function isElder(person: OpenPerson, today: PlainDate): boolean {
  return yearsOf(person, today) >= ELDER_YEARS
}

function isBeforeMarriage(person: OpenPerson, today: PlainDate): boolean {
  const years = yearsOf(person, today)
  return years >= PREMARITAL_YEARS.from && years < PREMARITAL_YEARS.below && person.marital !== 'married' && person.marital !== 'separated'
}

function ElderFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isElder} />
      <DateBox field="on" label={fields.on.elder} />
      <SelectBox field="where" label={optional(fields.where)} options={optionsOf(SERVICE_PLACES, words.codes.servicePlaces)} />
      <TextBox field="note" label={optional(fields.note)} input={{ maxLength: 500 }} />
    </>
  )
}

function PremaritalFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isBeforeMarriage} />
      <DateBox field="on" label={fields.on.premarital} />
      <SelectBox field="where" label={optional(fields.where)} options={optionsOf(SERVICE_PLACES, words.codes.servicePlaces)} />
    </>
  )
}
