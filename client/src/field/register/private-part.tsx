import { daysBetween, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { addMonths, monthContaining } from '@sotay/domain/kernel/period'
import { type FollowUp, openPregnancy, type Pregnancy } from '@sotay/domain/planning/follow-up'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import type { Messages } from '../../i18n/vi.ts'
import type { OpenPerson } from '../../store/book.ts'
import { type Due, dueFor } from '../../store/private-due.ts'
import { endsOf, findBeginning, findDueDay, usedIn } from '../../store/private-story.ts'
import { isHere } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { useWhileSeen } from '../../ui/use-while-seen.ts'
import type { Form } from '../../forms/form.ts'
import { FORMS } from '../../forms/forms.ts'
import { isGrown } from '../../forms/grown.ts'
import css from './private-part.module.css'
import { PrivateNotes } from './story.tsx'

const MONTHS = 24

/** The forms of what nobody at the door may read by chance, in the order of P0, then supplies. */
const KINDS = ['newborn', 'method-start', 'method-stop', 'method-decline', 'pregnancy', 'pregnancy-end', 'prenatal', 'elder', 'premarital', 'supplies'] as const satisfies readonly Form['title'][]

/**
 * What somebody told in confidence, on everybody's page alike so that its being there tells nothing. Opens by a tap and keeps nothing of that:
 * whoever leaves the page or lets the screen go dark finds it closed.
 */
export function PrivatePart({ person }: { readonly person: OpenPerson }): VNode {
  const words = useWords().private
  const [isOpen, setOpen] = useWhileSeen()
  return (
    <section>
      <h2>{words.title}</h2>
      <button type="button" class={button.plain} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.close : words.open}
      </button>
      <p class={page.soft}>{words.hint}</p>
      {isOpen && <Opened person={person} />}
    </section>
  )
}

function Opened({ person }: { readonly person: OpenPerson }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  const story = book.followUp(person.id)
  const due = dueFor(person, story, today())
  const suited = KINDS.filter((kind) => (kind === 'supplies' ? isGrown(person, today()) : FORMS[kind].suits?.(person, today()) === true))
  const hasMethods = story.methods.length > 0 || story.declined !== undefined
  const pregnancy = openPregnancy(story)
  const ends = endsOf(story)
  return (
    <div class={css.open}>
      <h3>{words.private.due.title}</h3>
      {due.length === 0 ? (
        <p class={page.soft}>{words.private.due.none}</p>
      ) : (
        due.map((one) => (
          <Notice key={one.kind} kind="needs">
            {dueText(words, one)}
          </Notice>
        ))
      )}
      {(hasMethods || FORMS['method-start'].suits?.(person, today()) === true) && <Months story={story} today={today()} />}
      {(pregnancy !== undefined || ends.length > 0) && (
        <>
          <h3>{words.private.pregnancy.title}</h3>
          <ul class={page.list}>
            {pregnancy !== undefined && <li class={page.item}>{pregnancyText(words, pregnancy, today())}</li>}
            {ends.map((on, index) => (
              <li key={`${index} ${on}`} class={page.item}>
                {words.private.pregnancy.ended(on)}
              </li>
            ))}
          </ul>
        </>
      )}
      {isHere(person) && (
        <>
          <h3>{words.private.note}</h3>
          <Kinds kinds={suited} person={person} />
          <details>
            <summary class={page.item}>{words.private.others}</summary>
            <Kinds kinds={KINDS.filter((kind) => !suited.includes(kind))} person={person} />
          </details>
        </>
      )}
      <h3>{words.private.story}</h3>
      <PrivateNotes person={person.id} />
    </div>
  )
}

function Kinds({ kinds, person }: { readonly kinds: readonly (typeof KINDS)[number][]; readonly person: OpenPerson }): VNode | null {
  const words = useWords()
  if (kinds.length === 0) return null
  return (
    <ul class={page.list}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Link href={`/ghi/${kind}/${person.id}`} class={page.item}>
            {words.forms.titles[kind]}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The last two years month by month, the oldest first, each with its word. */
function Months({ story, today }: { readonly story: FollowUp; readonly today: PlainDate }): VNode {
  const words = useWords()
  const { title, short, none, unknown, declined } = words.private.months
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(monthContaining(today), index + 1 - MONTHS))
  const last = story.declined
  const isLast = last !== undefined && story.methods.every(({ until }) => until !== undefined && until <= last.on)
  return (
    <>
      <h3 id="months">{title}</h3>
      <ol class={css.months} aria-labelledby="months">
        {months.map((month) => {
          const used = usedIn(story, month, today)
          return (
            <li key={month} class={typeof used === 'string' ? css.empty : css.used}>
              <span class={css.month}>{words.shortMonth(month)}</span>
              <span>{used === 'none' ? none : used === 'unknown' ? unknown : used.map((method) => short[method]).join(', ')}</span>
            </li>
          )
        })}
      </ol>
      {isLast && <p>{declined(last.reason, last.on)}</p>}
    </>
  )
}

function pregnancyText(words: Messages, pregnancy: Pregnancy, today: PlainDate): string {
  const { open, weeks, due } = words.private.pregnancy
  const [began, dueDay] = [findBeginning(pregnancy), findDueDay(pregnancy)]
  const dates = [began === undefined ? '' : weeks(Math.floor(daysBetween(began, today) / 7)), dueDay === undefined ? '' : due(dueDay)]
  return `${[open(pregnancy.which, pregnancy.found), ...dates].filter((part) => part !== '').join(', ')}.`
}

function dueText(words: Messages, due: Due): string {
  const texts = words.private.due
  switch (due.kind) {
    case 'pregnancy-overdue':
      return texts.overdue
    case 'prenatal':
      return texts.prenatal(due.window, due.from, due.to)
    case 'no-method-after-birth':
      return texts.afterBirth(due.born)
    case 'newborn':
      return texts.newborn
  }
}
