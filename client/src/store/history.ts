import type { History } from '@sotay/domain/kernel/decide'
import { notedAbout, notedAboutNobody, notedOf, type PhoneState } from './phone-state.ts'

/** What this phone has to judge by: all that it holds of its areas. @param folded what only the folded book tells */
export function historyOf(state: PhoneState, folded: Pick<History, 'numbered' | 'alike' | 'lines'>): History {
  return {
    find: (id) => notedOf(state, id),
    about: (subject) => notedAbout(state, subject),
    aboutNobody: (area) => notedAboutNobody(state, area),
    isUnread: (id) => state.entries.get(id)?.entry.read.as === 'unread',
    ...folded,
  }
}
