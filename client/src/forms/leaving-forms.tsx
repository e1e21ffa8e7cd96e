import { DEATH_CAUSES, DEATH_PLACES, DESTINATIONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { nameOf } from '../i18n/naming.ts'
import { isHere, membersInOrder } from '../store/search.ts'
import { CheckField } from '../ui/check-field.tsx'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, TextBox, useFilling } from './form-boxes.tsx'
import { GroupBox } from './group-box.tsx'

/** A death (P0 §3). */
export const deathForm: Form = {
  type: 'death-reported',
  title: 'death',
  blank: ({ person }) => ({ person: person?.id ?? '' }),
  filled: (fact) =>
    fact.type === 'death-reported'
      ? { person: fact.data.person, place: fact.data.place, cause: fact.data.cause ?? '', note: fact.data.note ?? '', ...dateBoxes('on', fact.occurredOn) }
      : {},
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('person')
    const on = reader.date('on')
    const place = reader.choice('place', DEATH_PLACES)
    return noteOf(reader, on, { person, place, ...told({ cause: reader.findChoice('cause', DEATH_CAUSES), note: reader.find('note') }) })
  },
  boxes: {},
  Fields: DeathFields,
}

/** Somebody left the commune (P0 §5). */
export const departureForm: Form = {
  type: 'departure-reported',
  title: 'departure',
  blank: ({ person }) => ({ people: person?.id ?? '' }),
  filled: (fact) =>
    fact.type === 'departure-reported'
      ? {
          people: fact.data.people.join(','), destination: fact.data.destination,
          place: fact.data.place ?? '', note: fact.data.note ?? '', ...dateBoxes('on', fact.occurredOn),
        }
      : {},
  read(values) {
    const reader = new BoxReader(values)
    const people = (reader.find('people') ?? '').split(',').filter((id) => id !== '')
    if (people.length === 0) reader.problems.push({ field: 'people', code: 'nobody-chosen' })
    const on = reader.date('on')
    const destination = reader.choice('destination', DESTINATIONS)
    return noteOf(reader, on, { people, destination, ...told({ place: reader.find('place'), note: reader.find('note') }) })
  },
  boxes: {},
  Fields: DepartureFields,
}

/** Whom it can be about: the people of the household who are there, and those of the note that is put right. */
export function candidates({ household, person, notebook, corrects }: FormContext) {
  const here = household === undefined ? [] : membersInOrder(notebook.book, household).filter(isHere)
  const noted = [...notebook.book.people.values()].filter((one) => corrects?.about.includes(one.id) === true)
  return [...new Set([...(person === undefined ? [] : [person]), ...here, ...noted])]
}

function DeathFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  const people = candidates(context).map((person) => ({ value: person.id as string, text: nameOf(words, person) }))
  return (
    <>
      <ChoiceBox field="person" label={fields.person} options={people} />
      <DateBox field="on" label={fields.on.death} />
      <ChoiceBox field="place" label={fields.placeOfDeath} options={optionsOf(DEATH_PLACES, words.codes.deathPlaces)} />
      <ChoiceBox field="cause" label={words.forms.optional(fields.cause)} options={optionsOf(DEATH_CAUSES, words.codes.causes)} />
      <TextBox field="note" label={words.forms.optional(fields.note)} input={{ maxLength: 500 }} />
    </>
  )
}

function DepartureFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields } = words.forms
  const { values, set } = useFilling()
  const chosen = (values['people'] ?? '').split(',').filter((id) => id !== '')
  return (
    <>
      <GroupBox field="people" label={fields.people}>
        {candidates(context).map((person) => (
          <CheckField
            key={person.id}
            label={nameOf(words, person)}
            isChecked={chosen.includes(person.id)}
            onChecked={(isChecked) => set({ people: (isChecked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id)).join(',') })}
          />
        ))}
      </GroupBox>
      <DateBox field="on" label={fields.on.departure} />
      <ChoiceBox field="destination" label={fields.destination} options={optionsOf(DESTINATIONS, words.codes.destinations)} />
      <TextBox field="place" label={words.forms.optional(fields.toPlace)} input={{ maxLength: 200 }} />
      <TextBox field="note" label={words.forms.optional(fields.note)} input={{ maxLength: 500 }} />
    </>
  )
}
