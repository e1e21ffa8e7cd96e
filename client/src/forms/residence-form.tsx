import { WHEREABOUTS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { nameOf } from '../i18n/naming.ts'
import { isHere } from '../store/search.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf } from './form.ts'
import { ChoiceBox, DateBox, optionsOf } from './form-boxes.tsx'
import { candidates } from './leaving-forms.tsx'

/** What was said at the door of somebody who stays for now or is away; it answers the six-month question. */
export const residenceForm: Form = {
  type: 'residence-confirmed',
  title: 'residence',
  suits: isHere,
  blank: ({ person }) => ({ residencePerson: person?.id ?? '' }),
  filled: (fact) =>
    fact.type === 'residence-confirmed' ? { residencePerson: fact.data.person, whereabouts: fact.data.whereabouts, ...dateBoxes('on', fact.occurredOn) } : {},
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('residencePerson')
    const whereabouts = reader.choice('whereabouts', WHEREABOUTS)
    const on = reader.date('on')
    return noteOf(reader, on, { person, whereabouts })
  },
  boxes: { person: 'residencePerson' },
  Fields: ResidenceFields,
}

function ResidenceFields({ context }: { readonly context: FormContext }): VNode {
  const { words, corrects } = context
  const { fields } = words.forms
  return (
    <>
      {corrects !== undefined && (
        <ChoiceBox field="residencePerson" label={fields.residencePerson} options={candidates(context).map((one) => ({ value: one.id, text: nameOf(words, one) }))} />
      )}
      <ChoiceBox field="whereabouts" label={fields.whereabouts} hint={fields.whereaboutsHint} options={optionsOf(WHEREABOUTS, words.codes.whereabouts)} />
      <DateBox field="on" label={fields.on.residence} />
    </>
  )
}
