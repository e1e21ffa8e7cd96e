import { CHANNELS, METHODS, NOT_USING_REASONS, SERVICE_PLACES, STOP_REASONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { nameOf } from '../i18n/naming.ts'
import type { OpenPerson } from '../store/book.ts'
import { inUse, type MethodUse } from '../store/private-story.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told, type Values } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, SelectBox, useFilling } from './form-boxes.tsx'
import css from './form.module.css'
import { isOfChildbearingAge, partnersOf, WhomBox, whomOf } from './whom-box.tsx'

/** A couple began to use a method (P0 §7). */
export const methodStartForm: Form = {
  type: 'method-started',
  title: 'method-start',
  suits: isOfChildbearingAge,
  blank: (context) => ({ whom: whomOf(context) }),
  filled(fact) {
    if (fact.type !== 'method-started') return {}
    const { person, method, where = '', channel = '' } = fact.data
    return { whom: person, method, where, channel, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values, context) {
    const reader = new BoxReader(values)
    const person = noteOn(reader, values, context)
    const method = reader.choice('method', METHODS)
    const on = reader.date('on')
    return noteOf(reader, on, { person, method, ...told({ where: reader.findChoice('where', SERVICE_PLACES), channel: reader.findChoice('channel', CHANNELS) }) })
  },
  boxes: { person: 'whom' },
  foretold: (context) => (runningOf(context).length === 0 ? {} : { 'method-switched': context.words.forms.fields.switchedBecause }),
  Fields: MethodStartFields,
}

/** A couple ceased to use a method (P0 §8). */
export const methodStopForm: Form = {
  type: 'method-stopped',
  title: 'method-stop',
  suits: isOfChildbearingAge,
  blank(context) {
    const [running, ...more] = runningOf(context)
    return { whom: whomOf(context), method: running === undefined || more.length > 0 ? '' : running.method }
  },
  filled(fact) {
    if (fact.type !== 'method-stopped') return {}
    return { whom: fact.data.person, method: fact.data.method, stopReason: fact.data.reason ?? '', ...dateBoxes('on', fact.occurredOn) }
  },
  read(values, context) {
    const reader = new BoxReader(values)
    const person = noteOn(reader, values, context)
    const method = reader.choice('method', METHODS)
    const on = reader.date('on')
    return noteOf(reader, on, { person, method, ...told({ reason: reader.findChoice('stopReason', STOP_REASONS) }) })
  },
  boxes: { person: 'whom', reason: 'stopReason' },
  Fields: MethodStopFields,
}

/** A woman in a couple uses nothing. */
export const methodDeclineForm: Form = {
  type: 'method-declined',
  title: 'method-decline',
  suits: isOfChildbearingAge,
  blank: (context) => ({ whom: whomOf(context) }),
  filled: (fact) => (fact.type === 'method-declined' ? { whom: fact.data.person, notUsing: fact.data.reason, ...dateBoxes('on', fact.occurredOn) } : {}),
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const reason = reader.choice('notUsing', NOT_USING_REASONS)
    return noteOf(reader, reader.date('on'), { person, reason })
  },
  boxes: { person: 'whom', reason: 'notUsing' },
  Fields: MethodDeclineFields,
}

/** The methods in use today by the person of a new note. */
function runningOf({ person, corrects, notebook }: FormContext): MethodUse[] {
  return person === undefined || corrects !== undefined ? [] : inUse(notebook.book.followUp(person.id), notebook.today())
}

/** Whose page it is, or who is chosen. */
function chosen(values: Values, { notebook }: FormContext): OpenPerson | undefined {
  return [...notebook.book.people.values()].find(({ id }) => id === values['whom'])
}

/** Male sterilisation is noted of a man, every other method of a woman: whether the one chosen is the other of the couple. */
function isOfPartner(values: Values, context: FormContext): boolean {
  const whom = chosen(values, context)
  const { method } = values
  return whom !== undefined && METHODS.some((one) => one === method) && (method === 'male-sterilisation') !== (whom.sex === 'male')
}

function noteOn(reader: BoxReader, values: Values, context: FormContext): string {
  return isOfPartner(values, context) ? reader.choiceOfAny('partner') : reader.choiceOfAny('whom')
}

function PartnerBox({ context }: { readonly context: FormContext }): VNode | null {
  const { words } = context
  const { fields } = words.forms
  const { values } = useFilling()
  if (!isOfPartner(values, context)) return null
  const partners = partnersOf(context, chosen(values, context)).map((one) => ({ value: one.id as string, text: nameOf(words, one) }))
  return <ChoiceBox field="partner" label={fields.partner} hint={fields.partnerHint} options={partners} />
}

function Running({ context, more }: { readonly context: FormContext; readonly more?: string }): VNode {
  const { fields } = context.words.forms
  return (
    <>
      {runningOf(context).map(({ method, from }) => (
        <p key={method} class={css.running}>
          {fields.running(method, from)} {more}
        </p>
      ))}
    </>
  )
}

function MethodStartFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isOfChildbearingAge} />
      <Running context={context} more={fields.runningEnds} />
      <ChoiceBox field="method" label={fields.method} options={optionsOf(METHODS, words.codes.methods)} />
      <PartnerBox context={context} />
      <DateBox field="on" label={fields.on['method-start']} />
      <SelectBox field="where" label={optional(fields.where)} options={optionsOf(SERVICE_PLACES, words.codes.servicePlaces)} />
      <SelectBox field="channel" label={optional(fields.channel)} options={optionsOf(CHANNELS, words.codes.channels)} />
    </>
  )
}

function MethodStopFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isOfChildbearingAge} />
      <Running context={context} />
      <ChoiceBox field="method" label={fields.method} options={optionsOf(METHODS, words.codes.methods)} />
      <PartnerBox context={context} />
      <DateBox field="on" label={fields.on['method-stop']} />
      <SelectBox field="stopReason" label={optional(fields.stopReason)} options={optionsOf(STOP_REASONS, words.codes.stopReasons)} />
    </>
  )
}

function MethodDeclineFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isOfChildbearingAge} />
      <ChoiceBox field="notUsing" label={fields.notUsing} options={optionsOf(NOT_USING_REASONS, words.codes.notUsingReasons)} />
      <DateBox field="on" label={fields.on['method-decline']} />
    </>
  )
}
