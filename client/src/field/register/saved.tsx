import { HouseholdId, PersonId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { isPrivate } from '../../store/private-story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import type { Again } from '../../forms/filled.tsx'
import css from '../../forms/form.module.css'
import { nextOf } from './next-notes.ts'

const UNDO_MS = 60_000

interface Props {
  readonly fact: Fact
  readonly again?: Again | undefined
}

/** What was kept, where it stands, a minute to take it back, and where to go on. */
export function Saved({ fact, again }: Props): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { book, phone } = notebook
  const [canUndo, setCanUndo] = useState(true)
  const [isUndone, setUndone] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setCanUndo(false), UNDO_MS)
    return () => clearTimeout(timer)
  }, [])

  async function undo(): Promise<void> {
    const data = { fact: fact.id, reason: words.forms.undoReason }
    const recorded = await notebook.record({ type: 'fact-withdrawn', area: fact.area, occurredOn: fact.occurredOn, data })
    setUndone(recorded.kind === 'kept')
  }

  const standing = phone.state.own.get(fact.id)?.standing
  const isSent = standing !== 'waiting' && standing !== 'again'
  const household = fact.about.map((id) => HouseholdId.parse(id)).find((id) => book.households.has(id))
  const person = fact.about.map((id) => PersonId.parse(id)).find((id) => book.people.has(id))
  return (
    <div class={page.page}>
      <div aria-live="polite">
        <h1>{isUndone ? words.notes.withdraw : isSent ? words.forms.savedSent : words.forms.saved}</h1>
      </div>
      <p class={css.understood}>{isPrivate(phone.state, fact) ? words.private.saved : words.story.sentence(fact, namingOf(words, book.people, book.households))}</p>
      {isUndone && <Notice kind="good">{words.forms.undone}</Notice>}
      <div class={page.stack}>
        {canUndo && !isUndone && (
          <button type="button" class={button.plain} onClick={() => void undo()}>
            {words.forms.undo}
          </button>
        )}
        {again !== undefined && !isUndone && (
          <button type="button" class={button.plain} onClick={again.go}>
            {again.text}
          </button>
        )}
        {!isUndone &&
          nextOf(fact, book, words).map(({ href, text }) => (
            <Link key={href} href={href} class={button.plain}>
              {text}
            </Link>
          ))}
        {household !== undefined && (
          <Link href={`/ho/${household}`} class={button.main}>
            {words.forms.toHousehold}
          </Link>
        )}
        {household === undefined && person !== undefined && (
          <Link href={`/nguoi/${person}`} class={button.main}>
            {words.forms.toPerson}
          </Link>
        )}
        <Link href="/ghi" class={button.quiet}>
          {words.forms.another}
        </Link>
      </div>
    </div>
  )
}
