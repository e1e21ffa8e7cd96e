import { COUNSELLING_TOPICS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { nameOf } from '../../i18n/naming.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told, type Values } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, TextBox } from './form-boxes.tsx'
import { TicksBox } from './group-box.tsx'
import { candidates } from './leaving-forms.tsx'
import { chosenOf, ofToday, ticked } from './work-boxes.ts'

const GATHERED = ['group', 'talk'] as const
const BOXES = { heard: 'hearers', place: 'heardAt', mode: 'mode' } as const

/** Face to face with people of a household. */
export const counsellingForm: Form = {
  type: 'counselling-given',
  title: 'counselling',
  blank: (context) => ({ hearers: context.person?.id ?? '', ...ofToday(context) }),
  filled: (fact) => (fact.type === 'counselling-given' && fact.data.heard.kind === 'people' ? { ...filledOf(fact), hearers: fact.data.heard.people.join() } : {}),
  read(values, { corrects }) {
    const reader = new BoxReader(values)
    const people = chosenOf(values, 'hearers')
    if (people.length === 0) reader.problems.push({ field: 'hearers', code: 'nobody-chosen' })
    const topics = ticked(reader, 'topics', COUNSELLING_TOPICS)
    // A note of a group whose people were named keeps its mode.
    const mode = corrects?.type === 'counselling-given' ? corrects.data.mode : 'direct'
    return noteOf(reader, reader.date('on'), { mode, topics, heard: { kind: 'people', people }, ...restOf(reader) })
  },
  boxes: BOXES,
  isFor: (fact) => fact.type === 'counselling-given' && fact.data.heard.kind === 'people',
  Fields: CounsellingFields,
}

/** A group or a talk, of which only the number of men and women is known: about nobody, of the area. */
export const talkForm: Form = {
  type: 'counselling-given',
  title: 'talk',
  blank: ofToday,
  filled: (fact) =>
    fact.type === 'counselling-given' && fact.data.heard.kind === 'counts'
      ? { ...filledOf(fact), mode: fact.data.mode, male: String(fact.data.heard.male), female: String(fact.data.heard.female) }
      : {},
  read(values) {
    const reader = new BoxReader(values)
    const mode = reader.choice('mode', GATHERED)
    const topics = ticked(reader, 'topics', COUNSELLING_TOPICS)
    const [male, female] = [reader.get('male'), reader.get('female')].map((text, index) => (text === '' ? 0 : (reader.findWhole(index === 0 ? 'male' : 'female') ?? 0)))
    return noteOf(reader, reader.date('on'), { mode, topics, heard: { kind: 'counts', male, female }, ...restOf(reader) })
  },
  boxes: { ...BOXES, heard: 'male' },
  isFor: (fact) => fact.type === 'counselling-given' && fact.data.heard.kind === 'counts',
  Fields: TalkFields,
}

function filledOf(fact: Extract<Fact, { type: 'counselling-given' }>): Values {
  const { topics, place, leaflets } = fact.data
  return { topics: topics.join(), heardAt: place ?? '', leaflets: leaflets === undefined ? '' : String(leaflets), ...dateBoxes('on', fact.occurredOn) }
}

function restOf(reader: BoxReader) {
  return told({ place: reader.find('heardAt'), leaflets: reader.findWhole('leaflets') })
}

function CounsellingFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <TicksBox field="hearers" label={fields.hearers} options={candidates(context).map((person) => ({ value: person.id, text: nameOf(words, person) }))} />
      <TicksBox field="topics" label={fields.topics} options={optionsOf(COUNSELLING_TOPICS, words.codes.counsellingTopics)} />
      <DateBox field="on" label={fields.on.counselling} />
      <TextBox field="heardAt" label={optional(fields.heardAt)} input={{ maxLength: 200 }} />
      <TextBox field="leaflets" label={optional(fields.leaflets)} input={{ inputMode: 'numeric' }} />
    </>
  )
}

function TalkFields({ context: { words } }: { readonly context: FormContext }): VNode {
  const { fields, optional } = words.forms
  return (
    <>
      <ChoiceBox field="mode" label={fields.mode} options={optionsOf(GATHERED, words.codes.counsellingModes)} />
      <TicksBox field="topics" label={fields.topics} options={optionsOf(COUNSELLING_TOPICS, words.codes.counsellingTopics)} />
      <TextBox field="male" label={fields.male} input={{ inputMode: 'numeric' }} />
      <TextBox field="female" label={fields.female} input={{ inputMode: 'numeric' }} />
      <DateBox field="on" label={fields.on.talk} />
      <TextBox field="heardAt" label={optional(fields.heardAt)} input={{ maxLength: 200 }} />
      <TextBox field="leaflets" label={optional(fields.leaflets)} input={{ inputMode: 'numeric' }} />
    </>
  )
}
