import { HeldNote, NoteSettled, type SettleNote } from '@sotay/domain/wire/reports'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

const PAGE = 200
const MOST_PAGES = 10

/** Every held and unplaced note that waits for a decision, oldest first; the first 2,000 of them. */
export async function askHeld(signal: AbortSignal): Promise<Answer<HeldNote[]>> {
  const notes: HeldNote[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await askServer(`/api/notes/held?skip=${page * PAGE}`, z.array(HeldNote), { signal })
    if (!answer.ok) return answer
    notes.push(...answer.value)
    if (answer.value.length < PAGE) break
  }
  return { ok: true, value: notes }
}

export type NoteVerdict = SettleNote['verdict']

/** Decides a note; once more turns the decision round. */
export async function settle(note: HeldNote, verdict: NoteVerdict, reason: string): Promise<Answer<NoteSettled>> {
  const which = note.unplaced === null ? (note.fact === null ? {} : { fact: note.fact }) : { unplaced: note.unplaced }
  const body: SettleNote = { ...which, verdict, reason }
  return await askServer('/api/notes/settle', NoteSettled, { method: 'POST', body })
}
