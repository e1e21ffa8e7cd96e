import { PREGNANCY_ENDS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, SelectBox } from './form-boxes.tsx'
import { isOfChildbearingAge, WhomBox, whomOf } from './whom-box.tsx'

/** As many as a note can hold, so that none is lost when it is put right. */
const ORDERS = [...Array.from({ length: 30 }, (_, index) => String(index + 1)), 'unknown']

/** A pregnancy was found (P0 §9). */
export const pregnancyForm: Form = {
  type: 'pregnancy-reported',
  title: 'pregnancy',
  suits: isOfChildbearingAge,
  blank: (context) => ({ whom: whomOf(context) }),
  filled(fact) {
    if (fact.type !== 'pregnancy-reported') return {}
    const { person, which, lastPeriod = '', due = '' } = fact.data
    return { whom: person, which: String(which), ...dateBoxes('lastPeriod', lastPeriod), ...dateBoxes('due', due), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const on = reader.date('on')
    const which = reader.choice('which', ORDERS)
    const dates = told({ lastPeriod: reader.findDate('lastPeriod'), due: reader.findDate('due') })
    return noteOf(reader, on, { person, which: which === 'unknown' ? which : Number(which), ...dates })
  },
  boxes: { person: 'whom' },
  Fields: PregnancyFields,
}

/** A pregnancy ended other than by a live birth (P0 §9). */
export const pregnancyEndForm: Form = {
  type: 'pregnancy-ended',
  title: 'pregnancy-end',
  suits: isOfChildbearingAge,
  blank: (context) => ({ whom: whomOf(context) }),
  filled: (fact) => (fact.type === 'pregnancy-ended' ? { whom: fact.data.person, outcome: fact.data.outcome, ...dateBoxes('on', fact.occurredOn) } : {}),
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const outcome = reader.choice('outcome', PREGNANCY_ENDS)
    return noteOf(reader, reader.date('on'), { person, outcome })
  },
  boxes: { person: 'whom' },
  Fields: PregnancyEndFields,
}

function PregnancyFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional, unknown } = words.forms
  const orders = ORDERS.map((order) => ({ value: order, text: order === 'unknown' ? unknown : order }))
  return (
    <>
      <WhomBox context={context} suits={isOfChildbearingAge} />
      <DateBox field="on" label={fields.on.pregnancy} />
      <SelectBox field="which" label={fields.which} hint={fields.whichHint} options={orders} />
      <DateBox field="lastPeriod" label={optional(fields.lastPeriod)} offersDays={false} />
      <DateBox field="due" label={optional(fields.due)} offersDays={false} />
    </>
  )
}

function PregnancyEndFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isOfChildbearingAge} />
      <ChoiceBox field="outcome" label={fields.outcome} options={optionsOf(PREGNANCY_ENDS, words.codes.pregnancyEnds)} />
      <DateBox field="on" label={fields.on['pregnancy-end']} />
    </>
  )
}
