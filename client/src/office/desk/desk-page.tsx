import { monthContaining } from '@sotay/domain/kernel/period'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { AreaFreshness } from '@sotay/domain/wire/reports'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { askWork, type Work } from './desk-calls.ts'
import css from './desk-page.module.css'

const SILENT_AFTER_MS = 7 * 86_400_000

/** What needs the officer today, counted, oldest first. */
export function DeskPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const asked = useAsked('work', askWork)
  const today = civilDayInVietnam(me.serverTime)
  const month = monthContaining(today)
  return (
    <>
      <h1>{words.desk.title}</h1>
      <p>{words.desk.today(today)}</p>
      <AskedView asked={asked} words={askedWords(words)}>
        {(work) => <WorkList work={work} now={me.serverTime} />}
      </AskedView>
      <p>
        <Link href={`/bao-cao?ky=${month}`}>{words.desk.thisMonth(month)}</Link>
      </p>
    </>
  )
}

function WorkList({ work, now }: { readonly work: Work; readonly now: number }): VNode {
  const { desk, when, areas: areaWords } = useWords()
  const oldest = work.held.reduce((least, note) => Math.min(least, note.receivedAt), Infinity)
  const unsent = work.areas.filter((area) => area.unsent > 0).sort((a, b) => (a.unsentSince ?? now) - (b.unsentSince ?? now))
  const silent = work.areas.filter((area) => now - (area.lastSync ?? 0) > SILENT_AFTER_MS).sort((a, b) => (a.lastSync ?? 0) - (b.lastSync ?? 0))
  if (work.held.length === 0 && unsent.length === 0 && silent.length === 0) return <p>✓ {desk.nothing}</p>
  return (
    <>
      {work.held.length > 0 && (
        <section class={css.task}>
          <h2>
            <span aria-hidden="true">⚠ </span>
            {desk.held(work.held.length)}
          </h2>
          <p>{desk.heldOldest(oldest)}</p>
          <Link class={css.act ?? ''} href="/can-xem-lai">
            {desk.openReview}
          </Link>
        </section>
      )}
      <AreaTasks title={desk.lateAreas} none={desk.noLateAreas} areas={unsent}>
        {(area) => (area.unsentSince === null ? areaWords.unsentUnknown(area.unsent) : areaWords.unsentSince(area.unsent, area.unsentSince, now))}
      </AreaTasks>
      <AreaTasks title={desk.silentAreas} none={desk.noSilentAreas} areas={silent}>
        {(area) => (area.lastSync === null ? areaWords.never : `${areaWords.lastSync.toLocaleLowerCase('vi')} ${when.instant(area.lastSync)} (${when.ago(now - area.lastSync)})`)}
      </AreaTasks>
    </>
  )
}

interface TaskProps {
  readonly title: string
  readonly none: string
  readonly areas: readonly AreaFreshness[]
  readonly children: (area: AreaFreshness) => string
}

function AreaTasks({ title, none, areas, children }: TaskProps): VNode {
  const { reports, areas: areaWords } = useWords()
  return (
    <section class={css.task}>
      <h2>{areas.length === 0 ? title : `${title}: ${areas.length}`}</h2>
      {areas.length === 0 ? (
        <p>✓ {none}</p>
      ) : (
        <ul>
          {areas.map((area) => (
            <li key={area.area}>
              <Link href="/dia-ban">{reports.columns.area(area.number, area.name)}</Link>, {area.collaborators.join(', ') || areaWords.vacant}: {children(area)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
