import { contains, monthContaining, Period } from '@sotay/domain/kernel/period'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { areasInCharge } from '../../store/record.ts'
import { areaStoryOf, type Told } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'
import { StoryLines } from './story.tsx'

/** A month's notes about nobody: groups and talks, tasks and answers, what did not occur, signatures; each can be put right or taken back. */
export function AreaNotesPage({ month }: { readonly month: string | undefined }): VNode {
  const words = useWords()
  const { phone, today } = useNotebook()
  const read = Period.safeParse(month)
  const period = read.success ? read.data : monthContaining(today())
  const areas = areasInCharge(phone)
  const stories = areas.map((area) => ({ area, lines: areaStoryOf(phone.state, area.area).filter((told) => isOf(told, period)) }))
  return (
    <div class={page.page}>
      <h1>{words.work.handbook.notesTitle(period)}</h1>
      {stories.map(({ area, lines }) => (
        <section key={area.area}>
          {areas.length > 1 && <h2>{words.top.area(area.number, area.name)}</h2>}
          {lines.length === 0 ? <p class={page.soft}>{words.work.handbook.notesNone}</p> : <StoryLines lines={lines} />}
        </section>
      ))}
      {areas.length === 0 && <p>{words.today.noArea}</p>}
      <Link href={`/thang/${period}`} class={page.link}>
        {words.back}
      </Link>
    </div>
  )
}

/** Whether a note happened in a month or speaks of it: what ends a month is dated after it. */
function isOf({ fact, known }: Told, period: Period): boolean {
  const isEnd = known?.type === 'nothing-to-report' || known?.type === 'month-signed'
  return isEnd ? known.data.month === period : contains(period, fact.occurredOn)
}
