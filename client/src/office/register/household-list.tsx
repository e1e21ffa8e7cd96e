import { AreaId } from '@sotay/domain/kernel/ids'
import { HOUSEHOLD_ORDERS, type HouseholdListed, type HouseholdOrder, type HouseholdSearch, type HouseholdsFound } from '@sotay/domain/wire/register'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { useRested } from './commune-search.tsx'
import { areaNameOf } from './home.ts'
import { askHouseholds } from './register-calls.ts'
import css from './register.module.css'

/** What the list is narrowed to; it stays while one looks at households, and never stands in an address: it may be a name. */
export interface Narrowing {
  readonly typed: string
  readonly area: AreaId | undefined
  readonly standing: 'all' | 'open' | 'closed'
  readonly order: HouseholdOrder
  readonly skip: number
}

export const WIDEST: Narrowing = { typed: '', area: undefined, standing: 'open', order: 'number', skip: 0 }

const STANDINGS = ['open', 'closed', 'all'] as const

interface Props {
  readonly me: Me
  readonly narrowing: Narrowing
  readonly onNarrowing: (narrowing: Narrowing) => void
  /** The household whose page is open. */
  readonly picked: string | undefined
  /** Raised whenever something was noted. */
  readonly turn: number
}

/** Every household of the commune: by number or by anybody's name, narrowed and ordered, a hundred at a time. */
export function HouseholdList({ me, narrowing, onNarrowing, picked, turn }: Props): VNode {
  const words = useWords()
  const { list, area: areaName } = useRegisterWords()
  const typed = useRested(narrowing.typed)
  const { area, standing, order, skip } = narrowing
  const search: HouseholdSearch = {
    order, skip,
    ...(order === 'people' ? { isDown: true } : {}),
    ...(typed === '' ? {} : { typed }),
    ...(area === undefined ? {} : { area }),
    ...(standing === 'all' ? {} : { standing }),
  }
  const asked = useAsked(`${turn} ${JSON.stringify(search)}`, async (signal) => await askHouseholds(search, signal))
  const last = useRef<HouseholdsFound>()
  last.current = asked.value ?? last.current
  const narrow = (changes: Partial<Narrowing>): void => onNarrowing({ ...narrowing, skip: 0, ...changes })
  return (
    <div class={css.list}>
      <TextField label={list.search} hint={list.searchHint} value={narrowing.typed} onValue={(value) => narrow({ typed: value })} input={{ type: 'search', autocomplete: 'off', maxLength: 100 }} />
      <div class={css.pickers}>
        <SelectField
          label={list.area}
          value={area ?? ''}
          onValue={(value) => narrow({ area: value === '' ? undefined : AreaId.parse(value) })}
          options={[{ value: '', text: list.allAreas }, ...me.areas.map((one) => ({ value: one.area, text: areaName(one.number, one.name) }))]}
        />
        <SelectField
          label={list.standing}
          value={standing}
          onValue={(value) => narrow({ standing: STANDINGS.find((one) => one === value) ?? 'all' })}
          options={STANDINGS.map((one) => ({ value: one, text: list.standings[one] }))}
        />
        <SelectField
          label={list.order}
          value={order}
          onValue={(value) => narrow({ order: HOUSEHOLD_ORDERS.find((one) => one === value) ?? 'number' })}
          options={HOUSEHOLD_ORDERS.map((one) => ({ value: one, text: list.orders[one] }))}
        />
      </div>
      <div aria-busy={asked.value === undefined || narrowing.typed.trim() !== typed}>
        <AskedView asked={{ ...asked, value: last.current }} words={askedWords(words)}>
          {(found) => <Found found={found} me={me} narrowing={narrowing} onNarrowing={onNarrowing} picked={picked} />}
        </AskedView>
      </div>
      <NewHousehold me={me} area={area} />
    </div>
  )
}

const A_PAGE = 100

function Found({ found, me, narrowing, onNarrowing, picked }: Omit<Props, 'turn'> & { readonly found: HouseholdsFound }): VNode {
  const { list } = useRegisterWords()
  const [, go] = useLocation()
  const { households, total, isCut } = found
  const { skip } = narrowing
  const isNarrow = narrowing.typed !== '' || narrowing.area !== undefined || narrowing.standing !== 'open'
  if (households.length === 0 && skip === 0) return <p aria-live="polite">{isNarrow ? list.nothing : list.empty}</p>
  return (
    <>
      <p class={css.soft} aria-live="polite">
        {list.total(skip + 1, skip + households.length, total)}
        {isCut && ` ${list.cut}`}
      </p>
      <p class={css.keys}>{list.keys}</p>
      <PickList
        label={list.label}
        items={households}
        keyOf={(one) => one.household}
        picked={picked}
        onPick={(one) => go(`/so-bo/ho/${one.household}`, { replace: picked !== undefined })}
        onEnter={() => document.querySelector<HTMLElement>('[data-detail]')?.focus()}
      >
        {(one) => <Row one={one} me={me} />}
      </PickList>
      {(skip > 0 || skip + households.length < total) && (
        <p class={css.acts}>
          <button type="button" disabled={skip === 0} onClick={() => onNarrowing({ ...narrowing, skip: Math.max(0, skip - A_PAGE) })}>
            {list.before}
          </button>
          <button type="button" disabled={skip + households.length >= total} onClick={() => onNarrowing({ ...narrowing, skip: skip + A_PAGE })}>
            {list.after}
          </button>
        </p>
      )}
    </>
  )
}

function Row({ one, me }: { readonly one: HouseholdListed; readonly me: Me }): VNode {
  const { list, area } = useRegisterWords()
  const parts = [areaNameOf(me, one.area, area), list.people(one.people), one.closedOn === null ? undefined : list.closed(one.closedOn)].filter((part) => part !== undefined)
  return (
    <>
      <b>
        {list.number(one.number)} · {one.head ?? list.noHead}
      </b>
      <br />
      <span class={css.soft}>{parts.join(' · ')}</span>
      {one.found.length > 0 && (
        <>
          <br />
          {list.found(one.found.map(({ name }) => name).join(', '))}
        </>
      )}
    </>
  )
}

/** A household that is not in the book yet, in one of the areas. */
function NewHousehold({ me, area }: { readonly me: Me; readonly area: AreaId | undefined }): VNode | null {
  const { list, area: areaName } = useRegisterWords()
  const areas = area === undefined ? me.areas : me.areas.filter((one) => one.area === area)
  const [only, ...more] = areas
  if (only === undefined) return null
  if (more.length === 0) {
    return (
      <p class={css.acts}>
        <Link href={`/so-bo/them/${only.area}`}>+ {list.add}</Link>
      </p>
    )
  }
  return (
    <details>
      <summary>+ {list.add}</summary>
      <p>{list.addWhere}</p>
      <ul class={css.kinds}>
        {areas.map((one) => (
          <li key={one.area}>
            <Link href={`/so-bo/them/${one.area}`}>{areaName(one.number, one.name)}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
