import type { Me } from '@sotay/domain/wire/session'
import type { TaskSeen } from '@sotay/domain/wire/work'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { type Column, SortedTable } from '../../ui/sorted-table.tsx'
import { withdrawTasks } from './task-calls.ts'
import css from './tasks.module.css'

/** A task as it was given: at one time, in the same words, to one or more areas. */
export interface TaskGroup {
  readonly key: string
  readonly first: TaskSeen
  readonly tasks: readonly TaskSeen[]
}

/** The tasks by what was given at once, the latest first. */
export function groupsOf(tasks: readonly TaskSeen[]): TaskGroup[] {
  const groups = new Map<string, TaskSeen[]>()
  for (const task of tasks) {
    const key = `${task.givenAt} ${task.text}`
    groups.set(key, [...(groups.get(key) ?? []), task])
  }
  return [...groups].flatMap(([key, all]) => (all[0] === undefined ? [] : [{ key, first: all[0], tasks: all }]))
}

interface Props {
  readonly group: TaskGroup
  readonly me: Me
  readonly onWithdrawn: () => void
}

/** What was given, when, and each area's answer. */
export function TaskGroupView({ group: { first, tasks: all }, me, onWithdrawn }: Props): VNode {
  const words = useWords()
  const { tasks } = words
  const areaOf = (task: TaskSeen): string => {
    const area = me.areas.find((one) => one.area === task.area)
    return area === undefined ? '' : words.reports.columns.area(area.number, area.name)
  }
  const done = all.filter(({ answer }) => answer?.answer === 'done').length
  const columns: readonly Column<TaskSeen>[] = [
    { id: 'area', head: tasks.area, isRowHead: true, sort: areaOf, cell: areaOf },
    {
      id: 'answer',
      head: tasks.answer,
      sort: ({ answer }) => (answer === null ? 0 : answer.answer === 'not-done' ? 1 : 2),
      cell: ({ answer }) => (answer === null ? `– ${tasks.noAnswer}` : `${answer.answer === 'done' ? '✓' : '⚠'} ${tasks.answers[answer.answer]} (${tasks.by(answer.by, answer.on)})`),
    },
    { id: 'remark', head: tasks.remark, sort: ({ answer }) => answer?.remark ?? '', cell: ({ answer }) => answer?.remark ?? '' },
  ]
  return (
    <section class={css.group}>
      <h3>{first.text}</h3>
      <p>
        {[tasks.givenOn(first.on), ...(first.due === null ? [] : [tasks.dueOn(first.due)]), tasks.done(done, all.length)].join(' · ')}
      </p>
      <SortedTable caption={first.text} columns={columns} rows={all} keyOf={(row) => row.task} sortBy={words.areas.sortBy} />
      <Withdraw tasks={all} onWithdrawn={onWithdrawn} />
    </section>
  )
}

/** Takes a task back from all its areas, with a reason that the collaborators read. */
function Withdraw({ tasks: all, onWithdrawn }: { readonly tasks: readonly TaskSeen[]; readonly onWithdrawn: () => void }): VNode {
  const words = useWords()
  const { tasks } = words
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  async function withdraw(): Promise<void> {
    if (reason.trim() === '') return setTrouble(tasks.withdrawMissing)
    setWorking(true)
    const answer = await withdrawTasks(all.map(({ task }) => task), reason.trim())
    setWorking(false)
    if (answer.ok) onWithdrawn()
    else setTrouble(troubleText(words, answer.trouble))
  }
  if (!isOpen) {
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {tasks.withdraw}
      </button>
    )
  }
  return (
    <form class={css.form} noValidate onSubmit={(event) => (event.preventDefault(), void withdraw())}>
      <TextField label={tasks.withdrawWhy} value={reason} onValue={setReason} problem={trouble} input={{ maxLength: 500, autocomplete: 'off' }} />
      <div class={css.acts}>
        <button type="submit" disabled={isWorking}>
          {tasks.withdrawSure}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          {tasks.keep}
        </button>
      </div>
    </form>
  )
}
