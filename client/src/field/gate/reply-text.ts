import type { Messages } from '../../i18n/vi.ts'
import type { Reply } from '../../store/server-calls.ts'

/** Why the service did not do what was asked, in a sentence that says what to do. */
export function replyText(words: Messages['gate'], reply: Reply): string {
  if (reply.kind === 'unreachable') return words.signIn.unreachable
  const texts = new Map<string, string>(Object.entries(words.signIn.problems))
  return (reply.kind === 'refused' ? texts.get(reply.code) : undefined) ?? words.signIn.other
}
