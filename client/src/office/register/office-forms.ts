import { PRIVATE_TYPES } from '@sotay/domain/planning/private'
import type { Form } from '../../field/register/form.ts'

/** Made on pages of the office's own, which look through the whole commune. */
const OWN_PAGES: readonly string[] = ['person-moved', 'persons-joined']

/** Of an area, and not of a household that is there already. */
const OF_AN_AREA: readonly string[] = ['household']

export function isPrivateForm({ type }: Form): boolean {
  return PRIVATE_TYPES.includes(type)
}

/** What can be noted from the page of a household. */
export function isOfHousehold(form: Form): boolean {
  return isOfPerson(form) && form.suits === undefined
}

/** What can be noted from the page of a person, for her or for her household; private notes apart. */
export function isOfPerson(form: Form): boolean {
  return !isPrivateForm(form) && !OWN_PAGES.includes(form.type) && !OF_AN_AREA.includes(form.title)
}
