import { addDays } from '@sotay/domain/kernel/plain-date'
import { type Appointment, appointmentsOf } from '@sotay/domain/work/appointments'
import { workFacts } from '@sotay/domain/work/effective-work'
import { isOpen, type Task, tasksOf } from '@sotay/domain/work/tasks'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { workNotesOf } from '../../store/area-notes.ts'
import { areasInCharge } from '../../store/record.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import page from '../../ui/page.module.css'
import { Late } from './late.tsx'
import { TaskLine } from './task-line.tsx'

const DAYS_AHEAD = 7
const byNumber = new Intl.Collator('vi', { numeric: true })

export interface ToDo {
  readonly tasks: readonly Task[]
  readonly appointments: readonly Appointment[]
}

/** The tasks that are open, and the households agreed on to be visited within a week in the order of their numbers, as the doors of a hamlet follow each other; in all areas in one's charge. */
export function useToDo(): ToDo {
  const { phone, book, today } = useNotebook()
  const version = phone.version()
  const day = today()
  return useMemo(() => {
    const areas = areasInCharge(phone).map(({ area }) => area)
    const until = addDays(day, DAYS_AHEAD)
    const tasks = areas.flatMap((area) => tasksOf(workNotesOf(phone.state, area))).filter(isOpen).sort(byDue)
    const facts = areas.flatMap((area) => workFacts(workNotesOf(phone.state, area)))
    const number = ({ household }: Appointment): string => book.households.get(household)?.number ?? ''
    const appointments = appointmentsOf(facts)
      .filter(({ household, on }) => on <= until && book.households.has(household))
      .sort((a, b) => byNumber.compare(number(a), number(b)))
    return { tasks, appointments }
  }, [phone, book, version, day])
}

/** The households that expect her, in the order of their doors, and the way to any other. Why a household is visited is told on its own page. */
export function Visits({ appointments }: { readonly appointments: readonly Appointment[] }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  return (
    <>
      {appointments.length > 0 && (
        <>
          <h2>{words.work.today.appointments}</h2>
          <ul class={page.list}>
            {appointments.map(({ household: id, on }) => {
              const household = book.households.get(id)
              const head = household?.head === undefined ? undefined : book.people.get(household.head)
              return (
                <li key={id}>
                  <Link href={`/ghi/visit/${id}`} class={page.item}>
                    <b>{words.households.row(household?.number ?? '')}</b>
                    {head !== undefined && ` · ${nameOf(words, head)}`}
                    <br />
                    <span class={page.soft}>
                      {words.work.today.appointment(on)}
                      <Late on={on} today={today()} />
                    </span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {book.households.size > 0 && (
        <div class={page.stack}>
          {appointments.length === 0 && <p class={page.soft}>{words.work.today.nothing}</p>}
          <Link href="/tham-ho" class={button.main}>
            {words.work.today.visit}
          </Link>
        </div>
      )}
    </>
  )
}

/** The tasks that the officer gave. */
export function Tasks({ tasks }: { readonly tasks: readonly Task[] }): VNode | null {
  const words = useWords()
  if (tasks.length === 0) return null
  return (
    <>
      <h2>{words.work.today.tasks}</h2>
      <ul class={page.list}>
        {tasks.map((task) => (
          <TaskLine key={task.fact.id} task={task} />
        ))}
      </ul>
    </>
  )
}

/** What is due first; what has no day comes last, in the order given. */
function byDue(a: Task, b: Task): number {
  const [one, other] = [a.fact.data.due ?? '9999', b.fact.data.due ?? '9999']
  return one < other ? -1 : one > other ? 1 : 0
}
