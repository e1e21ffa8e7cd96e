import { HOUSEHOLD_KINDS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { nameOf } from '../i18n/naming.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told, type Values } from './form.ts'
import { ChoiceBox, DateBox, SelectBox, TextBox, useFilling } from './form-boxes.tsx'
import { candidates } from './leaving-forms.tsx'

const STAYERS_BOXES = { shortStayers: 'shortMale', 'shortStayers.male': 'shortMale', 'shortStayers.female': 'shortFemale' } as const
const MOST_STAYERS = 5000

/** A household enters the book. */
export const householdForm: Form = {
  type: 'household-registered',
  title: 'household',
  blank: ({ newId }) => ({ household: newId() }),
  filled(fact) {
    if (fact.type !== 'household-registered') return {}
    const { data } = fact
    const { household, number, kind } = data
    const rest = { address: data.address.join(', '), phone: data.phone ?? '', representative: data.representative ?? '', ...stayersBoxes(data.shortStayers) }
    return { household, number, kind, ...rest, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const number = reader.get('number')
    const kind = reader.choice('kind', HOUSEHOLD_KINDS)
    const on = reader.date('on')
    const representative = kind === 'collective' ? reader.find('representative') : undefined
    const shortStayers = kind === 'collective' ? readStayers(reader) : undefined
    return noteOf(reader, on, {
      household: values['household'], number, kind, address: addressOf(values['address'] ?? ''),
      ...told({ phone: phoneOf(reader), representative, shortStayers }),
    })
  },
  boxes: STAYERS_BOXES,
  Fields: HouseholdFields,
}

/** What changed about a household; only what differs is noted. */
export const householdChangeForm: Form = {
  type: 'household-changed',
  title: 'household-change',
  blank: ({ household }) =>
    household === undefined
      ? {}
      : {
          household: household.id, number: household.number, address: household.address.join(', '), phone: household.phone ?? '',
          representative: household.representative ?? '', head: household.head ?? '', ...stayersBoxes(household.shortStayers),
        },
  filled(fact) {
    if (fact.type !== 'household-changed') return {}
    const { address, shortStayers, ...data } = fact.data
    return { ...data, ...stayersBoxes(shortStayers), ...(address === undefined ? {} : { address: address.join(', ') }), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values, { household, corrects }) {
    const reader = new BoxReader(values)
    const on = reader.date('on')
    const before = corrects === undefined ? household : undefined
    const address = addressOf(values['address'] ?? '')
    const stayers = readStayers(reader)
    const isSameCount = stayers?.male === before?.shortStayers?.male && stayers?.female === before?.shortStayers?.female
    const differs = <T,>(value: T | undefined, old: T | undefined): T | undefined => (value === old ? undefined : value)
    return noteOf(reader, on, {
      household: values['household'],
      ...told({
        number: differs(reader.find('number'), before?.number),
        address: address.join() === (before?.address.join() ?? '') ? undefined : address,
        phone: differs(phoneOf(reader), before?.phone),
        representative: differs(reader.find('representative'), before?.representative),
        head: differs<string>(reader.find('head'), before?.head),
        shortStayers: isSameCount ? undefined : stayers,
      }),
    })
  },
  boxes: STAYERS_BOXES,
  Fields: HouseholdChangeFields,
}

function stayersBoxes(stayers: { readonly male: number; readonly female: number } | undefined): Values {
  return stayers === undefined ? {} : { shortMale: String(stayers.male), shortFemale: String(stayers.female) }
}

/** How many stay for a short while; nothing where neither number is told. */
function readStayers(reader: BoxReader): { male: number; female: number } | undefined {
  if (reader.find('shortMale') === undefined && reader.find('shortFemale') === undefined) return undefined
  const count = (field: string): number => {
    const text = reader.find(field) ?? ''
    if (!/^\d{1,4}$/.test(text) || Number(text) > MOST_STAYERS) reader.problems.push({ field, code: 'not-a-count' })
    return Number(text)
  }
  return { male: count('shortMale'), female: count('shortFemale') }
}

/** An address as typed in one line, its parts. */
export function addressOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 4)
}

/** A telephone number without its spaces. */
export function phoneOf(reader: BoxReader): string | undefined {
  return reader.find('phone')?.replace(/[\s.-]/g, '')
}

function HouseholdFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  const { values } = useFilling()
  return (
    <>
      <TextBox field="number" label={fields.number} input={{ maxLength: 20 }} />
      <ChoiceBox field="kind" label={fields.kind} options={HOUSEHOLD_KINDS.map((kind) => ({ value: kind, text: words.household.kinds[kind] }))} />
      {values['kind'] === 'collective' && (
        <>
          <TextBox field="representative" label={words.forms.optional(fields.representative)} />
          <StayersBoxes context={context} />
        </>
      )}
      <TextBox field="address" label={fields.address} hint={fields.addressHint} />
      <TextBox field="phone" label={words.forms.optional(fields.phone)} input={{ inputMode: 'tel' }} />
      <DateBox field="on" label={fields.on.household} />
    </>
  )
}

function StayersBoxes({ context }: { readonly context: FormContext }): VNode {
  const { fields, optional } = context.words.forms
  return (
    <>
      <TextBox field="shortMale" label={optional(fields.shortMale)} hint={fields.shortHint} input={{ inputMode: 'numeric', maxLength: 4 }} />
      <TextBox field="shortFemale" label={optional(fields.shortFemale)} input={{ inputMode: 'numeric', maxLength: 4 }} />
    </>
  )
}

function HouseholdChangeFields({ context }: { readonly context: FormContext }): VNode {
  const { words, household } = context
  const { fields } = words.forms
  const people = candidates(context).map((person) => ({ value: person.id as string, text: nameOf(words, person) }))
  return (
    <>
      <TextBox field="number" label={fields.number} input={{ maxLength: 20 }} />
      <TextBox field="address" label={fields.address} hint={fields.addressHint} />
      <TextBox field="phone" label={words.forms.optional(fields.phone)} input={{ inputMode: 'tel' }} />
      {household?.kind === 'collective' ? (
        <>
          <TextBox field="representative" label={fields.representative} />
          <StayersBoxes context={context} />
        </>
      ) : (
        <SelectBox field="head" label={fields.head} options={people} />
      )}
      <DateBox field="on" label={fields.on.change} />
    </>
  )
}
