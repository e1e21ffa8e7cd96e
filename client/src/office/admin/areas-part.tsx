import type { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { NewArea } from '@sotay/domain/wire/people'
import type { AreaSeen } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { AddForm } from './add-form.tsx'
import { addArea } from './admin-calls.ts'
import { faultsOf } from './faults-of.ts'
import css from './admin.module.css'

interface Props {
  readonly unit: UnitId
  readonly areas: readonly AreaSeen[]
  readonly today: PlainDate
  /** Areas are an administrator's to add. */
  readonly canAdd: boolean
  readonly onChanged: () => void
}

/** The areas of a commune, and a form for another. */
export function AreasPart({ unit, areas, today, canAdd, onChanged }: Props): VNode {
  const { admin, reports } = useWords()
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [from, setFrom] = useState<string>(today)
  const { value, faults } = faultsOf(NewArea, { number, name, validFrom: from })
  return (
    <>
      <h3>{admin.areas.title}</h3>
      {areas.length === 0 ? (
        <p>{admin.areas.empty}</p>
      ) : (
        <ul class={css.plain}>
          {areas.map((area) => (
            <li key={area.area}>{reports.columns.area(area.number, area.name)}</li>
          ))}
        </ul>
      )}
      {canAdd && (
        <AddForm
          title={admin.areas.add}
          isGood={value !== undefined}
          ask={async () => (value === undefined ? { ok: false, trouble: { kind: 'server' } } : await addArea(unit, value))}
          onDone={(area) => {
            setNumber('')
            setName('')
            onChanged()
            return admin.done(reports.columns.area(area.number, area.name))
          }}
        >
          {(isTried) => (
            <>
              <TextField
                label={admin.areas.number}
                value={number}
                onValue={setNumber}
                problem={isTried && faults.has('number') ? admin.missing : undefined}
                input={{ name: 'number', maxLength: 20 }}
              />
              <TextField
                label={admin.areas.name}
                value={name}
                onValue={setName}
                problem={isTried && faults.has('name') ? admin.missing : undefined}
                input={{ name: 'areaName', maxLength: 120 }}
              />
              <TextField
                label={admin.areas.from}
                value={from}
                onValue={setFrom}
                problem={isTried && faults.has('validFrom') ? admin.date : undefined}
                input={{ name: 'from', type: 'date' }}
              />
            </>
          )}
        </AddForm>
      )}
    </>
  )
}
