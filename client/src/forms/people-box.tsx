import { RELATIONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Placed } from '@sotay/domain/register/person-fields'
import type { VNode } from 'preact'
import { nameOf } from '../i18n/naming.ts'
import type { OpenPerson } from '../store/book.ts'
import { CheckField } from '../ui/check-field.tsx'
import type { BoxReader, FormContext, Values } from './form.ts'
import { optionsOf, SelectBox, useFilling } from './form-boxes.tsx'
import { GroupBox } from './group-box.tsx'

/** The ids that stand in a box of several people. */
function idsIn(values: Values, field: string): string[] {
  return (values[field] ?? '').split(',').filter((id) => id !== '')
}

/** The people ticked; a problem when nobody is. */
export function readPeople(reader: BoxReader, field: string): string[] {
  const ids = idsIn(reader.values, field)
  if (ids.length === 0) reader.problems.push({ field, code: 'nobody-chosen' })
  return ids
}

/** The people ticked, each with the place that he or she takes. */
export function readPlaced(reader: BoxReader, field: string) {
  return readPeople(reader, field).map((person) => ({ person, relation: reader.choice(`relation.${person}`, RELATIONS) }))
}

/** People with their places as they stand in the boxes. */
export function placedBoxes(field: string, people: readonly Placed[]): Values {
  return { [field]: people.map(({ person }) => person).join(','), ...Object.fromEntries(people.map(({ person, relation }) => [`relation.${person}`, relation])) }
}

interface Props {
  readonly field: string
  readonly label: string
  readonly context: FormContext
  readonly people: readonly OpenPerson[]
}

/** Several people to tick. */
export function PeopleBox({ field, label, context, people }: Props): VNode {
  const { values, set } = useFilling()
  const chosen = idsIn(values, field)
  return (
    <GroupBox field={field} label={label}>
      {people.map((person) => (
        <CheckField
          key={person.id}
          label={nameOf(context.words, person)}
          isChecked={chosen.includes(person.id)}
          onChecked={(isChecked) => set({ [field]: (isChecked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id)).join(',') })}
        />
      ))}
    </GroupBox>
  )
}

/** Several people to tick, and for each of them the place in the new household. */
export function PlacedBox(props: Props): VNode {
  const { context, field, people } = props
  const { words } = context
  const chosen = idsIn(useFilling().values, field)
  return (
    <>
      <PeopleBox {...props} />
      {people
        .filter(({ id }) => chosen.includes(id))
        .map((person) => (
          <SelectBox
            key={person.id}
            field={`relation.${person.id}`}
            label={words.forms.fields.relationOf(nameOf(words, person))}
            options={optionsOf(RELATIONS, words.codes.relations)}
          />
        ))}
    </>
  )
}
