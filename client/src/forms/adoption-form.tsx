import { ORIGINS } from '@sotay/domain/packs/tt01-2022/code-lists'
import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { ageOn } from '@sotay/domain/kernel/plain-date'
import type { VNode } from 'preact'
import type { OpenPerson } from '../store/book.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, useFilling } from './form-boxes.tsx'
import { candidates } from './leaving-forms.tsx'
import { NEWCOMER_BOXES, NewcomerBoxes, newcomerValues, readNewcomer } from './newcomer-boxes.tsx'
import { PeopleBox, readPeople } from './people-box.tsx'
import { PersonBox } from './search-box.tsx'

/** Under 18 one may be adopted by anybody older (Luật Nuôi con nuôi 52/2010/QH12, article 8). */
const CHILD_BELOW = 18

/** A child taken in: an arrival or a move, never a birth. */
export const adoptionForm: Form = {
  type: 'adoption-reported',
  title: 'adoption',
  blank: ({ newId, household }) => ({ newPerson: newId(), household: household?.id ?? '' }),
  filled(fact) {
    if (fact.type !== 'adoption-reported') return {}
    const { who, household, adopters, from = '' } = fact.data
    return { household, adopters: adopters.join(','), from, ...newcomerValues(who, 'child'), ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const who = readNewcomer(reader, 'child')
    const adopters = readPeople(reader, 'adopters')
    const on = reader.date('on')
    return noteOf(reader, on, { who, household: values['household'], adopters, ...told({ from: reader.findChoice('from', ORIGINS) }) })
  },
  boxes: NEWCOMER_BOXES,
  Fields: AdoptionFields,
}

function AdoptionFields({ context }: { readonly context: FormContext }): VNode {
  const { words, notebook } = context
  const { fields, optional } = words.forms
  const { values } = useFilling()
  const today = notebook.today()
  const isChild = (one: OpenPerson): boolean => one.status === 'living' && one.joinedInto === undefined && ageOn(presumedDay(one.born), today) < CHILD_BELOW
  const everybody = candidates(context)
  return (
    <>
      <ChoiceBox
        field="child"
        label={fields.child}
        options={[
          { value: 'new', text: fields.childNew },
          { value: 'known', text: fields.childKnown },
        ]}
      />
      {values['child'] === 'known' && <PersonBox field="known" label={fields.known} context={context} offered={everybody.filter(isChild)} isSought={isChild} />}
      {values['child'] === 'new' && <NewcomerBoxes context={context} household={values['household'] ?? ''} isChild />}
      <PeopleBox field="adopters" label={fields.adopters} context={context} people={everybody.filter((one) => !isChild(one))} />
      <DateBox field="on" label={fields.on.adoption} />
      <ChoiceBox field="from" label={optional(fields.from)} options={optionsOf(ORIGINS, words.codes.origins)} />
    </>
  )
}
