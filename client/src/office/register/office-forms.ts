import { PRIVATE_TYPES } from '@sotay/domain/planning/private'
import type { Form } from '../../forms/form.ts'

/**
 * Whether a form is begun in the private part: it notes what is told on its own person's page alone, and only when asked for. Counselling is begun from the
 * page of a home, of everybody who heard it, as on a phone, and reads nothing private.
 */
export function isPrivateForm({ type }: Form): boolean {
  return PRIVATE_TYPES.includes(type) && type !== 'counselling-given'
}
