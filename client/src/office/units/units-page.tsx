import { civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { UnitsFound } from '@sotay/domain/wire/units'
import { LIST_BEGINS } from '@sotay/domain/wire/units'
import type { VNode } from 'preact'
import { Link, useLocation, useSearch } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { isCode, readAddress, type UnitAddress, writeAddress } from './unit-address.ts'
import { askHistory, askUnitsFound } from './unit-calls.ts'
import { UnitHistoryPart } from './unit-history-part.tsx'
import { UnitSearch } from './unit-search.tsx'
import { UnitText } from './unit-text.tsx'
import css from './units.module.css'

/** Looks up a province, district or commune of any day: what it was, what it is, which parts went where. Nothing personal is here. */
export function UnitsPage({ me }: { readonly me: Me }): VNode {
  const { units } = useWords()
  const address = readAddress(useSearch())
  const [, go] = useLocation()
  const isAsked = address.typed !== '' && (!isCode(address.typed) || address.on !== undefined)
  return (
    <>
      <h1>{units.title}</h1>
      <p>{units.lead}</p>
      <UnitSearch key={`${address.typed} ${address.on ?? ''}`} address={address} onSearch={(next) => go(`/tra-cuu?${writeAddress(next)}`)} />
      {isAsked && <Found address={address} today={civilDayInVietnam(me.serverTime)} />}
    </>
  )
}

interface FoundProps {
  readonly address: UnitAddress
  readonly today: PlainDate
}

function Found({ address, today }: FoundProps): VNode {
  const words = useWords()
  const { typed, on } = address
  const asked = useAsked(`${typed} ${on ?? ''}`, async (signal) => await askUnitsFound({ typed, ...(on === undefined ? {} : { on }) }, signal))
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {(found) => (
        <>
          <Results found={found} address={address} />
          <Opened found={found} address={address} today={today} />
        </>
      )}
    </AskedView>
  )
}

function Results({ found, address }: { readonly found: UnitsFound; readonly address: UnitAddress }): VNode {
  const { units } = useWords()
  if (found.units.length === 0) {
    return (
      <output>
        {units.none} {address.on !== undefined && address.on < LIST_BEGINS && units.early(LIST_BEGINS)}
      </output>
    )
  }
  if (found.units.length === 1) return <></>
  return (
    <section aria-label={units.results}>
      <h2>{units.results}</h2>
      <ul class={css.results}>
        {found.units.map((unit) => (
          <li key={unit.unit}>
            <Link href={`/tra-cuu?${writeAddress({ ...address, unit: unit.unit })}`} class={css.result ?? ''} {...(unit.unit === address.unit ? { 'aria-current': 'true' as const } : {})}>
              <UnitText unit={unit} />
            </Link>
          </li>
        ))}
      </ul>
      {found.hasMore && <p>{units.more}</p>}
    </section>
  )
}

/** The unit chosen, or the only one found; told of the day asked for, else of the last day on which it stood. */
function Opened({ found, address, today }: FoundProps & { readonly found: UnitsFound }): VNode | null {
  const only = found.units.length === 1 ? found.units[0] : undefined
  const chosen = found.units.find(({ unit }) => unit === address.unit) ?? only
  if (chosen === undefined) return null
  const last = chosen.to !== null && chosen.to < today ? chosen.to : today
  return <History key={chosen.unit} unit={chosen.unit} on={address.on ?? last} />
}

function History({ unit, on }: { readonly unit: UnitsFound['units'][number]['unit']; readonly on: PlainDate }): VNode {
  const words = useWords()
  const asked = useAsked(`${unit} ${on}`, async (signal) => await askHistory(unit, on, signal))
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {(history) => <UnitHistoryPart history={history} />}
    </AskedView>
  )
}
