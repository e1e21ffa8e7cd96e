import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { timeOn } from '../../store/phone.ts'
import { unsent } from '../../store/phone-state.ts'
import { findTold } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { NoteLines } from './note-lines.tsx'
import { SignInAgain } from './sign-in-again.tsx'

/** What is not sent, why, and the way to try now. */
export function UnsentPage(): VNode {
  const words = useWords()
  const { phone, courier } = useNotebook()
  const [isTrying, setTrying] = useState(false)
  const delivery = courier.delivery()
  const waiting = unsent(phone.state)
  const { lastAnswer } = phone.state

  async function tryNow(): Promise<void> {
    setTrying(true)
    await courier.run()
    setTrying(false)
  }

  return (
    <div class={page.page}>
      <h1>{words.unsent.title}</h1>
      <Notice kind={delivery.end === 'done' ? 'good' : 'plain'}>
        <span aria-live="polite">{delivery.isRunning ? words.top.sending : words.unsent.why[delivery.end ?? 'notYet']}</span>
      </Notice>
      {delivery.end === 'signed-out' && <SignInAgain />}
      <p>{lastAnswer === null ? words.unsent.neverAnswered : words.unsent.lastAnswer(timeOn(phone) - lastAnswer)}</p>
      {delivery.nextAt !== null && delivery.end !== 'done' && <p>{words.unsent.nextTry(Math.max(60_000, delivery.nextAt - phone.ports.now()))}</p>}
      {waiting.length === 0 ? (
        <p>{words.unsent.none}</p>
      ) : (
        <NoteLines notes={waiting.map(({ fact }) => findTold(phone.state, fact.id)).filter((one) => one !== undefined)} />
      )}
      <button type="button" class={button.main} disabled={isTrying} onClick={tryNow}>
        {isTrying ? words.top.sending : words.unsent.tryNow}
      </button>
    </div>
  )
}
