import { REGISTER_RANKS } from '@sotay/domain/register/fold';

const REGISTER = new Set(Object.keys(REGISTER_RANKS));
const METHODS = new Set(['method-started', 'method-stopped']);
const ANSWERS = new Set(['fact-withdrawn', 'fact-settled']);

/** A note as its columns say it: its type, and of a withdrawal or settlement the type of what it answers, where that is in the log. */
export type TypeOfNote = { readonly type: string | null; readonly target_type: string | null };

/** Whether a note answers another one, so that what it answers tells whether it travels. */
export function isAnswer(type: string | null): boolean {
  return type !== null && ANSWERS.has(type);
}

/** Whether a note is of a method: of a man that is his sterilisation. */
export function isOfMethod({ type, target_type: target }: TypeOfNote): boolean {
  const told = isAnswer(type) ? target : type;
  return told !== null && METHODS.has(told);
}

/**
 * Whether a note about somebody travels to an area that sees the person only because somebody at home there names her or him (docs/decisions/0013): what
 * the register says, which the area's own count needs, and of a man his sterilisation, which counts at his wife. An answer goes where what it answers goes;
 * where that has not come yet, or is an answer itself (the officer's to a withdrawal), the answer goes on, for its type does not tell what it is about in the end.
 */
export function travelsOverLink(note: TypeOfNote, isMan: boolean): boolean {
  if (isAnswer(note.type) && (note.target_type === null || isAnswer(note.target_type))) return true;
  const told = isAnswer(note.type) ? note.target_type : note.type;
  return told !== null && (REGISTER.has(told) || (isMan && METHODS.has(told)));
}
