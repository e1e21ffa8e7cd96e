import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { questionsBy } from '../../store/six-months.ts'
import { timeOn } from '../../store/phone.ts'
import { unsent } from '../../store/phone-state.ts'
import { findTold, toReview } from '../../store/story.ts'
import { areasInCharge } from '../../store/record.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { NoteLines } from './note-lines.tsx'
import { SixMonthTasks } from './six-month-tasks.tsx'
import { Tasks, useToDo, Visits } from './to-do.tsx'

/** What this day holds: how much is to do, was done and is not sent; then whom to visit, what else is to do, and what was noted. */
export function TodayPage(): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { state } = notebook.phone
  const waiting = unsent(state)
  const today = notebook.today()
  const noted = [...state.own.values()].filter(({ fact }) => civilDayInVietnam(fact.recordedAt) === today)
  const review = toReview(state)
  const toDo = useToDo()
  const questions = questionsBy(state, notebook.book, today)
  const oldest = waiting.length === 0 ? undefined : timeOn(notebook.phone) - Math.min(...waiting.map(({ fact }) => fact.recordedAt))
  const notedToday = noted
    .toReversed()
    .map(({ fact }) => findTold(state, fact.id))
    .filter((one) => one !== undefined)
  return (
    <div class={page.page}>
      <h1>{words.today.title}</h1>
      <Beginnings />
      <div class={page.counts}>
        <div class={page.count}>
          <strong>{toDo.appointments.length + review.length + toDo.tasks.length + questions.length}</strong> {words.work.today.toDo}
        </div>
        <div class={page.count}>
          <strong>{noted.length}</strong> {words.today.done}
        </div>
        <Link href="/chua-gui" class={page.count}>
          <strong>{waiting.length}</strong> {words.today.unsent}
          {oldest !== undefined && <span> · {words.today.sinceWhen(oldest)}</span>}
        </Link>
      </div>
      <Visits appointments={toDo.appointments} />
      {review.length > 0 && (
        <>
          <h2>{words.today.review(review.length)}</h2>
          <NoteLines notes={review} />
        </>
      )}
      <Tasks tasks={toDo.tasks} />
      <SixMonthTasks questions={questions} />
      <h2>{words.today.noted}</h2>
      {notedToday.length === 0 ? <p class={page.soft}>{words.today.notedNone}</p> : <NoteLines notes={notedToday} />}
      {notebook.isPersistent() === false && <Notice kind="plain">{words.notices.notPersistent}</Notice>}
    </div>
  )
}

/** The first day, and days on which something stands in the way. */
function Beginnings(): VNode {
  const words = useWords()
  const { phone, book, courier } = useNotebook()
  const delivery = courier.delivery()
  const isFresh = phone.state.lastAnswer === null
  return (
    <>
      {phone.state.me !== null && areasInCharge(phone).length === 0 && <Notice kind="needs">{words.today.noArea}</Notice>}
      {isFresh && delivery.end === 'unreachable' && <Notice kind="needs">{words.notices.noNetworkFirst}</Notice>}
      {delivery.isRunning && delivery.received > 0 && <Notice kind="plain">{words.top.pulling(delivery.received)}</Notice>}
      {!isFresh && !delivery.isRunning && book.households.size === 0 && <Notice kind="plain">{words.today.empty}</Notice>}
    </>
  )
}
