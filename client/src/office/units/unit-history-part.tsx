import type { ExactSeries, Succession, UnitHistory, UnitRef } from '@sotay/domain/wire/units'
import { LIST_BEGINS } from '@sotay/domain/wire/units'
import type { VNode } from 'preact'
import type { OfficeWords } from '../../i18n/office-vi.ts'
import { useWords } from '../../i18n/office-words.ts'
import { SortedTable } from '../../ui/sorted-table.tsx'
import { UnitText } from './unit-text.tsx'
import css from './units.module.css'

/** The answer: that day, today, the names, what went where, and whether figures can be followed across. */
export function UnitHistoryPart({ history }: { readonly history: UnitHistory }): VNode {
  const { units } = useWords()
  const { on, thatDay, unit, now, names, basis, exactSeries } = history
  return (
    <section class={css.answer} aria-label={unit.name}>
      <h2>{unit.name}</h2>
      <dl class={css.facts}>
        <dt>{units.thatDay(on)}</dt>
        <dd>
          {thatDay === null ? (
            <>
              {units.notThatDay} {on < LIST_BEGINS && units.early(LIST_BEGINS)}
            </>
          ) : (
            <UnitText unit={thatDay} />
          )}
        </dd>
        <dt>{units.now}</dt>
        <dd>{now.length === 0 ? units.notNow : <Units list={now} />}</dd>
        {names.length > 1 && (
          <>
            <dt>{units.names}</dt>
            <dd>
              <ul>
                {names.map((each) => (
                  <li key={each.from}>
                    <b>{each.name}</b>, {units.span(each.from, each.to)}. {each.basis !== null && units.basis(each.basis)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {basis !== null && (
          <>
            <dt>{units.madeBy}</dt>
            <dd>{basis}</dd>
          </>
        )}
        <dt>{units.series}</dt>
        <dd>{seriesText(exactSeries, units)}</dd>
      </dl>
      <Steps title={units.cameFrom} steps={history.cameFrom} />
      <Steps title={units.wentTo} steps={history.wentTo} />
    </section>
  )
}

function Units({ list }: { readonly list: readonly UnitRef[] }): VNode {
  const [only, ...others] = list
  if (only !== undefined && others.length === 0) return <UnitText unit={only} />
  return (
    <ul>
      {list.map((each) => (
        <li key={each.unit}>
          <UnitText unit={each} />
        </li>
      ))}
    </ul>
  )
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly Succession[] }): VNode | null {
  const { units, when } = useWords()
  if (steps.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <SortedTable
        caption={title}
        sortBy={units.sortBy}
        rows={steps}
        keyOf={(step) => step.unit.unit}
        columns={[
          { id: 'unit', head: units.columns.unit, isRowHead: true, sort: (step) => step.unit.name, cell: (step) => <UnitText unit={step.unit} /> },
          { id: 'share', head: units.columns.share, sort: (step) => step.share, cell: (step) => units.shares[step.share] },
          { id: 'on', head: units.columns.on, sort: (step) => step.on, cell: (step) => when.date(step.on) },
        ]}
      />
    </>
  )
}

function seriesText(series: ExactSeries, units: OfficeWords['units']): string {
  switch (series.exists) {
    case 'yes':
      return units.exact
    case 'unknown':
      return units.unknown
    case 'no':
      return units.broken(
        series.because,
        series.parts.map(({ name }) => name),
      )
  }
}
