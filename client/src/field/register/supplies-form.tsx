import { CHANNELS, PRODUCTS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { nameOf } from '../../i18n/naming.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, TextBox, useFilling } from './form-boxes.tsx'
import { candidates } from './leaving-forms.tsx'
import { ofToday } from './work-boxes.ts'

/** Condoms or pills put into somebody's hand. */
export const suppliesForm: Form = {
  type: 'supplies-given',
  title: 'supplies',
  blank: (context) => ({ receiver: context.person?.id ?? '', ...ofToday(context) }),
  filled(fact) {
    if (fact.type !== 'supplies-given') return {}
    const { person, product, quantity, channel, money } = fact.data
    return { receiver: person, product, supplyChannel: channel, quantity: String(quantity), money: money === undefined ? '' : String(money), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('receiver')
    const product = reader.choice('product', PRODUCTS)
    const quantity = reader.get('quantity') === '' ? undefined : reader.findWhole('quantity')
    const channel = reader.choice('supplyChannel', CHANNELS)
    return noteOf(reader, reader.date('on'), { person, product, quantity, channel, ...told({ money: reader.findWhole('money') }) })
  },
  boxes: { person: 'receiver', channel: 'supplyChannel' },
  Fields: SuppliesFields,
}

function SuppliesFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  const { values } = useFilling()
  const isSold = values['supplyChannel'] === 'social-marketing' || values['supplyChannel'] === 'socialised' || (values['money'] ?? '') !== ''
  return (
    <>
      <ChoiceBox field="receiver" label={fields.receiver} options={candidates(context).map((person) => ({ value: person.id, text: nameOf(words, person) }))} />
      <ChoiceBox field="product" label={fields.product} options={optionsOf(PRODUCTS, words.codes.products)} />
      <TextBox field="quantity" label={fields.quantity} input={{ inputMode: 'numeric' }} />
      <ChoiceBox field="supplyChannel" label={fields.supplyChannel} options={optionsOf(CHANNELS, words.codes.supplyChannels)} />
      {isSold && <TextBox field="money" label={optional(fields.money)} input={{ inputMode: 'numeric' }} />}
      <DateBox field="on" label={fields.on.supplies} />
    </>
  )
}
