import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { type Keeping, NotKept } from '../../store/keeping.ts'
import type { Again } from '../../forms/filled.tsx'
import { useHome } from './home.ts'
import css from './register.module.css'
import { NotingContext } from './source.ts'

interface Props {
  readonly fact: Fact
  readonly keeping: Keeping
  readonly back: string
  readonly backText: string
  readonly again?: Again | undefined
}

/** What stands in the register now, the way to take it back, and the way on. */
export function KeptNote({ fact, keeping, back, backText, again }: Props): VNode {
  const words = useBookWords()
  const { kept } = useRegisterWords()
  const home = useHome()
  const { noted } = useContext(NotingContext)
  const top = useRef<HTMLHeadingElement>(null)
  const [state, setState] = useState<'kept' | 'working' | 'undone'>('kept')
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    top.current?.focus()
    home.again()
    noted()
  }, [])

  async function undo(): Promise<void> {
    setState('working')
    const draft = { type: 'fact-withdrawn', area: fact.area, occurredOn: keeping.today(), data: { fact: fact.id, reason: kept.undoReason }, because: kept.undoReason } as const
    try {
      const recorded = await keeping.record(draft)
      setState(recorded.kind === 'kept' ? 'undone' : 'kept')
      setTrouble(recorded.kind === 'kept' ? undefined : recorded.problems.map(({ code, params }) => problemText(words.problems, code, params, words.unknownProblem)).join(' '))
      home.again()
      noted()
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      setTrouble(error.message)
      setState('kept')
    }
  }

  return (
    <>
      <h2 ref={top} tabIndex={-1}>
        ✓ {kept.title}
      </h2>
      <p class={css.understood}>{words.story.sentence(fact, namingOf(words, home.book.people, home.book.households))}</p>
      <div role="alert">{trouble !== undefined && <p class={css.failure}>⚠ {trouble}</p>}</div>
      <div aria-live="polite">{state === 'undone' && <p>{kept.undone}</p>}</div>
      <p class={css.acts}>
        <Link href={back}>{backText}</Link>
      </p>
      {again !== undefined && state !== 'undone' && (
        <button type="button" onClick={again.go}>
          {again.text}
        </button>
      )}
      {fact.type !== 'fact-withdrawn' && state !== 'undone' && (
        <button type="button" disabled={state === 'working'} onClick={() => void undo()}>
          {state === 'working' ? kept.working : kept.undo}
        </button>
      )}
    </>
  )
}
