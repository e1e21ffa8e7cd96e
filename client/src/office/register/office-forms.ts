import { PRIVATE_TYPES } from '@sotay/domain/planning/private'
import type { Form } from '../../forms/form.ts'

/** Whether a form notes what is told on its own person's page alone, and only when asked for. */
export function isPrivateForm({ type }: Form): boolean {
  return PRIVATE_TYPES.includes(type)
}
