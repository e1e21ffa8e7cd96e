import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { Link, useSearch } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { findScope, readAddress, scopeName, writeAddress } from './report-address.ts'
import { askCollaborators } from './report-calls.ts'
import css from './reports.module.css'

/** Who is behind row 18: the collaborators by name, each with her areas on the period's last day. */
export function CollaboratorsPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const { reports } = words
  const address = readAddress(useSearch(), civilDayInVietnam(me.serverTime))
  const scope = findScope(address, me)
  const asked = useAsked(writeAddress(address), async (signal) => {
    return scope === undefined ? { ok: false, trouble: { kind: 'missing' } } : await askCollaborators(scope, address.period, signal)
  })
  const areaName = (id: string): string[] => me.areas.filter(({ area }) => area === id).map(({ number, name }) => reports.columns.area(number, name))
  return (
    <>
      <p>
        <Link href={`/bao-cao?${writeAddress(address)}`}>← {reports.people.back}</Link>
      </p>
      <h1>{reports.people.title(reports.cells.collaborators, reports.period(address.period))}</h1>
      <AskedView asked={asked} words={askedWords(words)}>
        {({ collaborators }) => (
          <>
            <p class={css.sum}>
              {reports.people.sum(collaborators.length, reports.units.person.toLocaleLowerCase('vi'))} · {scopeName(address, me, reports.columns.area)}
            </p>
            {collaborators.length === 0 ? (
              <p>{reports.people.none}</p>
            ) : (
              <ul aria-label={reports.collaborators.list}>
                {collaborators.map(({ user, name, areas }) => (
                  <li key={user}>
                    <span class={css.who}>{name}</span>
                    {areas.flatMap(areaName).join(' · ')}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </AskedView>
    </>
  )
}
