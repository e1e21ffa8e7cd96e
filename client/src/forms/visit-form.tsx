import { VISIT_PURPOSES } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { CheckBox, ChoiceBox, DateBox, optionsOf, TextBox } from './form-boxes.tsx'
import { TicksBox } from './group-box.tsx'
import { ofToday, ticked } from './work-boxes.ts'

const MET = ['met', 'absent'] as const

/** A call at a household (vãng gia), as quick as can be: it is noted at every door. */
export const visitForm: Form = {
  type: 'visit-made',
  title: 'visit',
  blank: (context) => ({ household: context.household?.id ?? '', ...ofToday(context) }),
  filled(fact) {
    if (fact.type !== 'visit-made') return {}
    const { household, purposes, met, lookedThrough, note, next } = fact.data
    return {
      household, met, purposes: purposes.join(), lookedThrough: lookedThrough ? 'yes' : '', note: note ?? '',
      ...dateBoxes('on', fact.occurredOn), ...(next === undefined ? {} : dateBoxes('next', next)),
    }
  },
  read(values) {
    const reader = new BoxReader(values)
    const purposes = ticked(reader, 'purposes', VISIT_PURPOSES)
    const met = reader.choice('met', MET)
    const on = reader.date('on')
    return noteOf(reader, on, {
      household: values['household'], purposes, met, lookedThrough: values['lookedThrough'] === 'yes',
      ...told({ note: reader.find('note'), next: reader.findDate('next') }),
    })
  },
  boxes: { household: 'on' },
  Fields: VisitFields,
}

function VisitFields({ context: { words } }: { readonly context: FormContext }): VNode {
  const { fields, optional } = words.forms
  return (
    <>
      <TicksBox field="purposes" label={fields.purposes} options={optionsOf(VISIT_PURPOSES, words.codes.visitPurposes)} />
      <ChoiceBox field="met" label={fields.met} options={optionsOf(MET, words.work.met)} />
      <CheckBox field="lookedThrough" label={fields.lookedThrough} />
      <DateBox field="on" label={fields.on.visit} />
      <DateBox field="next" label={optional(fields.next)} isPartial />
      <TextBox field="note" label={optional(fields.note)} input={{ maxLength: 500 }} />
    </>
  )
}
