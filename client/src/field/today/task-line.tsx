import type { Problem } from '@sotay/domain/kernel/problem'
import type { TaskAnswered } from '@sotay/domain/work/facts'
import type { Task } from '@sotay/domain/work/tasks'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { ShelfFull } from '../../store/shelf.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { Late } from './late.tsx'
import css from './task-line.module.css'

type Answer = TaskAnswered['data']['answer']

/** A task of the officer and the two ways to answer it. */
export function TaskLine({ task }: { readonly task: Task }): VNode {
  const words = useWords()
  const { today } = useNotebook()
  const [chosen, setChosen] = useState<Answer>()
  const { text, due } = task.fact.data
  const { answer } = task
  return (
    <li class={css.task}>
      <p class={css.text}>{text}</p>
      <p class={page.soft}>
        {due !== undefined && (
          <>
            {words.work.today.due(due)}
            <Late on={due} today={today()} />
          </>
        )}
        {answer !== undefined && <span class={css.answer}>{words.work.today.answered(answer.data.remark, answer.occurredOn)}</span>}
      </p>
      {chosen === undefined ? (
        <div class={page.row}>
          <button type="button" class={button.plain} onClick={() => setChosen('done')}>
            {words.work.today.done}
          </button>
          {answer === undefined && (
            <button type="button" class={button.plain} onClick={() => setChosen('not-done')}>
              {words.work.today.notDone}
            </button>
          )}
        </div>
      ) : (
        <AnswerForm task={task} answer={chosen} onLeave={() => setChosen(undefined)} />
      )}
    </li>
  )
}

interface FormProps {
  readonly task: Task
  readonly answer: Answer
  readonly onLeave: () => void
}

function AnswerForm({ task: { fact }, answer, onLeave }: FormProps): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const [remark, setRemark] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const texts = words.work.today

  async function save(): Promise<void> {
    setSaving(true)
    try {
      const told = remark.trim()
      const data = { task: fact.id, answer, ...(told === '' ? {} : { remark: told }) }
      const draft = { type: 'task-answered', area: fact.area, occurredOn: notebook.today(), data } as const
      const recorded = await notebook.record(draft)
      if (recorded.kind === 'kept') onLeave()
      else setTrouble(recorded.problems.map((problem) => textOf(problem)).join(' '))
    } catch (error) {
      if (!(error instanceof ShelfFull)) throw error
      setTrouble(words.notices.full)
    } finally {
      setSaving(false)
    }
  }

  function textOf({ code, params }: Problem): string {
    return problemText(words.problems, code, params, words.unknownProblem)
  }

  return (
    <form onSubmit={(event) => (event.preventDefault(), void save())} noValidate>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      <TextField label={texts.remark} value={remark} onValue={setRemark} input={{ autocomplete: 'off', maxLength: 500 }} />
      <div class={page.row}>
        <button class={button.plain} disabled={isSaving}>
          {isSaving ? words.forms.saving : texts.save(answer === 'done' ? texts.done : texts.notDone)}
        </button>
        <button type="button" class={button.quiet} onClick={onLeave}>
          {texts.cancel}
        </button>
      </div>
    </form>
  )
}
