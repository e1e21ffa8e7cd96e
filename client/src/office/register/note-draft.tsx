import { isBlocked, type Problem } from '@sotay/domain/kernel/problem'
import { type Fact, readFact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { type Keeping, NotKept } from '../../store/keeping.ts'
import type { Draft } from '../../store/record.ts'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useHome } from './home.ts'
import css from './register.module.css'

interface Props {
  readonly keeping: Keeping
  /** The note as it is told so far, or what is missing for it, in a sentence. */
  readonly draft: Draft | string
  /** What the button says that looks at it. */
  readonly act: string
  readonly onKept: (fact: Fact) => void
}

/** A note that a page of its own makes: looked at by the service, kept with a reason where it surprises, shown as understood, then kept. */
export function NoteDraft({ keeping, draft, act, onKept }: Props): VNode {
  const words = useBookWords()
  const { draft: texts } = useRegisterWords()
  const { book } = useHome()
  const top = useRef<HTMLDivElement>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [because, setBecause] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const [preview, setPreview] = useState<Fact>()
  const told = typeof draft === 'string' ? draft : JSON.stringify(draft)
  // Another note than the one looked at: what was said of that one stands no more.
  useEffect(() => {
    setProblems([])
    setPreview(undefined)
    setTrouble(undefined)
  }, [told])
  const isDoubtful = problems.length > 0 && !isBlocked(problems)

  async function work(of: () => Promise<void>): Promise<void> {
    setWorking(true)
    setTrouble(undefined)
    try {
      await of()
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      setTrouble(error.message)
    }
    setWorking(false)
    top.current?.focus()
  }

  const whole = (of: Draft): Draft => (because.trim() === '' ? of : { ...of, because: because.trim() })

  async function look(of: Draft): Promise<void> {
    await keeping.ask?.(whole(of))
    const found = keeping.judge(of)
    setProblems(found)
    if (isBlocked(found)) return
    if (found.length > 0 && because.trim() === '') return setTrouble(words.forms.problems['missing-because'])
    setPreview(previewOf(whole(of)))
  }

  async function keep(of: Draft): Promise<void> {
    const recorded = await keeping.record(whole(of))
    if (recorded.kind === 'kept') return onKept(recorded.fact)
    setPreview(undefined)
    setProblems(recorded.problems)
  }

  if (preview !== undefined && typeof draft !== 'string') {
    return (
      <div ref={top} tabIndex={-1}>
        <p>{texts.understood}</p>
        <p class={css.understood}>{words.story.sentence(preview, namingOf(words, book.people, book.households))}</p>
        {trouble !== undefined && (
          <Notice kind="wrong" isAlert>
            {trouble}
          </Notice>
        )}
        <p class={css.acts}>
          <button type="button" data-main disabled={isWorking} onClick={() => void work(async () => keep(draft))}>
            {isWorking ? texts.saving : texts.save}
          </button>
          <button type="button" disabled={isWorking} onClick={() => setPreview(undefined)}>
            {texts.change}
          </button>
        </p>
      </div>
    )
  }
  return (
    <div>
      <div ref={top} tabIndex={-1}>
        {(problems.length > 0 || trouble !== undefined) && (
          <Notice kind={isDoubtful ? 'needs' : 'wrong'} isAlert>
            <b>{texts.summary}</b>
            <ul>
              {problems.map(({ code, at, params }) => (
                <li key={code + at}>{problemText(words.problems, code, params, words.unknownProblem)}</li>
              ))}
              {trouble !== undefined && <li>{trouble}</li>}
            </ul>
          </Notice>
        )}
      </div>
      {isDoubtful && <TextField label={words.forms.keep} hint={words.forms.keepHint} value={because} onValue={setBecause} input={{ autocomplete: 'off', maxLength: 500 }} />}
      <button type="button" data-main disabled={isWorking} onClick={() => void (typeof draft === 'string' ? (setTrouble(draft), top.current?.focus()) : work(async () => look(draft)))}>
        {isWorking ? texts.looking : act}
      </button>
    </div>
  )
}

function previewOf(draft: Draft): Fact | undefined {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const reading = readFact({ ...draft, id: nobody, v: 1, about: [], recordedAt: 0, recordedBy: nobody, device: nobody, via: 'office' })
  return reading.kind === 'known' ? reading.fact : undefined
}
