import { expect, test } from 'vitest'
import { FORMS } from '../../forms/forms.ts'
import { KINDS_TO_NOTE } from '../../forms/kinds-to-note.ts'
import { isPrivateForm } from './office-forms.ts'

test('the private part begins every form that notes somebody by name and that no page of a home begins', () => {
  const elsewhere = KINDS_TO_NOTE.flatMap(({ kinds }) => kinds).flatMap(({ form, ofHousehold, ofPerson }) => (ofHousehold ?? ofPerson ? [form] : []))
  const begun = Object.values(FORMS).flatMap((form) => (isPrivateForm(form) ? [form.title] : []))
  expect(begun.filter((title) => elsewhere.includes(title))).toEqual([])
  expect(begun.toSorted()).toEqual(['elder', 'method-decline', 'method-start', 'method-stop', 'newborn', 'pregnancy', 'pregnancy-end', 'premarital', 'prenatal', 'supplies'])
})
