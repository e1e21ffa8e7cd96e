import type { History } from '@sotay/domain/kernel/decide'
import type { AreaId, HouseholdId } from '@sotay/domain/kernel/ids'
import { notedAbout, notedOf, type PhoneState } from './phone-state.ts'

/** What this phone has to judge by: all that it holds of its areas. */
export function historyOf(state: PhoneState, numbered: (area: AreaId, number: string) => readonly HouseholdId[]): History {
  return {
    find: (id) => notedOf(state, id),
    about: (subject) => notedAbout(state, subject),
    isUnread: (id) => state.entries.get(id)?.entry.read.as === 'unread',
    numbered,
  }
}
