import type { AreaId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam, PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { CheckField } from '../../ui/check-field.tsx'
import choice from '../../ui/choice-field.module.css'
import { TextField } from '../../ui/field.tsx'
import { giveTask } from './task-calls.ts'
import css from './tasks.module.css'

const LONGEST_TEXT = 1_000

interface Filled {
  readonly text: string
  readonly due: string
  readonly areas: readonly AreaId[]
}

const EMPTY: Filled = { text: '', due: '', areas: [] }

/** One task for some areas. What is filled in stays until it is given; given twice by a lost answer, it is one task. */
export function GiveForm({ me, onGiven }: { readonly me: Me; readonly onGiven: (areas: number) => void }): VNode {
  const words = useWords()
  const { tasks } = words
  const [filled, setFilled] = useState(EMPTY)
  const [wrong, setWrong] = useState<Partial<Record<keyof Filled, string>>>({})
  const [failure, setFailure] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const key = useRef(crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const set = (changes: Partial<Filled>): void => {
    setFilled({ ...filled, ...changes })
    setWrong({})
  }
  const areas = [...me.areas].sort((a, b) => a.number.localeCompare(b.number, 'vi', { numeric: true }))
  const isAll = areas.every(({ area }) => filled.areas.includes(area))

  async function give(): Promise<void> {
    const text = filled.text.trim()
    const due = filled.due === '' ? undefined : PlainDate.safeParse(filled.due)
    const isDueWrong = due !== undefined && (!due.success || due.data < civilDayInVietnam(me.serverTime))
    const found = {
      ...(text === '' ? { text: tasks.textMissing } : {}),
      ...(isDueWrong ? { due: tasks.dueWrong } : {}),
      ...(filled.areas.length === 0 ? { areas: tasks.areasMissing } : {}),
    }
    setWrong(found)
    const [first] = Object.keys(found)
    if (first !== undefined) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
    setWorking(true)
    setFailure(undefined)
    const answer = await giveTask({ key: key.current, areas: [...filled.areas], text, ...(due?.success === true ? { due: due.data } : {}) })
    setWorking(false)
    if (!answer.ok) return setFailure(troubleText(words, answer.trouble))
    key.current = crypto.randomUUID()
    setFilled(EMPTY)
    onGiven(answer.value.tasks.length)
  }

  return (
    <form ref={form} class={css.form} noValidate onSubmit={(event) => (event.preventDefault(), void give())}>
      <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
      <TextField label={tasks.text} value={filled.text} onValue={(text) => set({ text })} problem={wrong.text} input={{ name: 'text', maxLength: LONGEST_TEXT, autocomplete: 'off' }} />
      <TextField label={tasks.due} value={filled.due} onValue={(due) => set({ due })} problem={wrong.due} input={{ name: 'due', type: 'date' }} />
      <fieldset class={choice.group} {...(wrong.areas === undefined ? {} : { 'aria-describedby': 'areas-problem' })}>
        <legend>{tasks.areas}</legend>
        <div class={choice.options}>
          {areas.length > 1 && <CheckField label={tasks.all} isChecked={isAll} onChecked={(isChecked) => set({ areas: isChecked ? areas.map(({ area }) => area) : [] })} />}
          {areas.map(({ area, number, name }) => (
            <CheckField
              key={area}
              label={words.reports.columns.area(number, name)}
              isChecked={filled.areas.includes(area)}
              onChecked={(isChecked) => set({ areas: isChecked ? [...filled.areas, area] : filled.areas.filter((one) => one !== area) })}
            />
          ))}
        </div>
        {wrong.areas !== undefined && (
          <p id="areas-problem" class={choice.problem}>
            <span aria-hidden="true">⚠ </span>
            {wrong.areas}
          </p>
        )}
      </fieldset>
      <button type="submit" data-main disabled={isWorking}>
        {isWorking ? tasks.giving : tasks.give}
      </button>
    </form>
  )
}
