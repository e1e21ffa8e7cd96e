import { LEGAL_RESIDENCES, MARITALS, SEXES } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Newcomer } from '@sotay/domain/register/person-fields'
import type { VNode } from 'preact'
import { isHere, livesHere, membersInOrder } from '../store/search.ts'
import { type BoxReader, dateBoxes, type FormContext, nameBoxes, told, type Values } from './form.ts'
import { CheckBox, ChoiceBox, DateBox, optionsOf, SelectBox, TextBox } from './form-boxes.tsx'
import { findHouseholdIn, PersonBox } from './search-box.tsx'

/** Who comes: somebody new, whose boxes these are, or somebody whom the book knows. */

/** Where the paths of a newcomer stand. */
export const NEWCOMER_BOXES = {
  who: 'known', 'who.person': 'known', 'who.name': 'name', 'who.name.full': 'name', 'who.name.given': 'given', 'who.sex': 'sex', 'who.born': 'born',
  'who.legal': 'legal', 'who.marital': 'marital', 'who.spouse': 'spouse', 'who.mother': 'mother', 'who.father': 'father', 'who.ethnicity': 'ethnicity',
  'who.insuranceNumber': 'insuranceNumber',
} as const

/** A newcomer as the boxes tell it. `field`: the box that says whether the book knows him. */
export function readNewcomer(reader: BoxReader, field: string): unknown {
  const kind = reader.choice(field, ['new', 'known'])
  if (kind === undefined) return undefined
  if (kind === 'known') return { kind, person: reader.person('known') }
  reader.get('name')
  return {
    kind, person: reader.values['newPerson'], name: reader.findName('name', 'given'), sex: reader.choice('sex', SEXES), born: reader.partialDate('born'),
    legal: reader.choice('legal', LEGAL_RESIDENCES),
    ...(reader.values['bornAbout'] === 'yes' ? { bornAbout: true } : {}),
    ...told({
      marital: reader.findChoice('marital', MARITALS),
      spouse: reader.findPerson('spouse'), mother: reader.findPerson('mother'), father: reader.findPerson('father'),
      ethnicity: reader.find('ethnicity'), insuranceNumber: reader.find('insuranceNumber')?.replace(/[\s.-]/g, '').toUpperCase(),
    }),
  }
}

/** A newcomer as he stands in the boxes. */
export function newcomerValues(who: Newcomer, field: string): Values {
  if (who.kind === 'known') return { [field]: who.kind, known: who.person }
  const { sex, born, bornAbout, legal, marital = '', spouse = '', mother = '', father = '', ethnicity = '', insuranceNumber = '' } = who
  const rest = { sex, legal, marital, spouse, mother, father, ethnicity, insuranceNumber }
  return { [field]: who.kind, newPerson: who.person, ...rest, ...nameBoxes(who.name), ...dateBoxes('born', born), bornAbout: bornAbout === true ? 'yes' : '' }
}

/** Who somebody new is. A child has no marriage to tell of, and its parents are those who take it in. */
export function NewcomerBoxes({ context, household, isChild = false }: { readonly context: FormContext; readonly household: string; readonly isChild?: boolean }): VNode {
  const { words, notebook } = context
  const { fields, optional } = words.forms
  const { book } = notebook
  const home = findHouseholdIn(book, household)
  const members = home === undefined ? [] : membersInOrder(book, home).filter(isHere)
  return (
    <>
      <TextBox field="name" label={fields.name} input={{ autocapitalize: 'words', maxLength: 200 }} />
      <TextBox field="given" label={optional(fields.given)} hint={fields.givenHint} />
      <ChoiceBox field="sex" label={fields.sex} options={optionsOf(SEXES, words.codes.sexes)} />
      <DateBox field="born" label={fields.born} hint={fields.bornHint} isPartial />
      <CheckBox field="bornAbout" label={fields.bornAbout} />
      <ChoiceBox field="legal" label={fields.legal} options={optionsOf(LEGAL_RESIDENCES, words.codes.legals)} />
      {!isChild && (
        <>
          <SelectBox field="marital" label={optional(fields.marital)} options={optionsOf(MARITALS, words.codes.maritals)} />
          <PersonBox field="spouse" label={optional(fields.spouse)} context={context} offered={members} isSought={(one) => livesHere(book, one)} />
          <PersonBox field="mother" label={optional(fields.motherOf)} context={context} offered={members.filter(({ sex }) => sex === 'female')} isSought={(one) => livesHere(book, one) && one.sex === 'female'} />
          <PersonBox field="father" label={optional(fields.father)} context={context} offered={members.filter(({ sex }) => sex === 'male')} isSought={(one) => livesHere(book, one) && one.sex === 'male'} />
        </>
      )}
      <TextBox field="ethnicity" label={optional(fields.ethnicity)} input={{ maxLength: 60 }} />
      <TextBox field="insuranceNumber" label={optional(fields.insuranceNumber)} input={{ autocapitalize: 'characters' }} />
    </>
  )
}
