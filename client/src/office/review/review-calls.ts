import { HeldNote } from '@sotay/domain/wire/reports'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

/** Every held and unplaced note that waits for a decision. */
export async function askHeld(signal: AbortSignal): Promise<Answer<HeldNote[]>> {
  return await askServer('/api/notes/held', z.array(HeldNote), { signal })
}

export type NoteVerdict = 'take' | 'refuse'

/** Decides a note; once more turns the decision round. */
export async function settle(note: HeldNote, verdict: NoteVerdict, reason: string): Promise<Answer<unknown>> {
  const which = note.unplaced === null ? { fact: note.fact, area: note.area } : { unplaced: note.unplaced }
  return await askServer('/api/notes/settle', z.unknown(), { method: 'POST', body: { ...which, verdict, reason } })
}
