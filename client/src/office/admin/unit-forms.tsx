import { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { NewUnit, type UnitSeen } from '@sotay/domain/wire/people'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { AddForm } from './add-form.tsx'
import { addUnit } from './admin-calls.ts'
import { faultsOf } from './faults-of.ts'

/** Adds a province; the country above it is there already. */
export function NewProvince({ today, onDone }: { readonly today: PlainDate; readonly onDone: () => void }): VNode {
  const { admin } = useWords()
  const [name, setName] = useState('')
  const { value, faults } = faultsOf(NewUnit, { kind: 'province', name, validFrom: today })
  return (
    <AddForm
      title={admin.province.title}
      isGood={value !== undefined}
      ask={async () => (value === undefined ? { ok: false, trouble: { kind: 'server' } } : await addUnit(value))}
      onDone={(unit) => {
        setName('')
        onDone()
        return admin.done(unit.name)
      }}
    >
      {(isTried) => (
        <TextField
          label={admin.province.name}
          value={name}
          onValue={setName}
          problem={isTried && faults.has('name') ? admin.missing : undefined}
          input={{ name: 'province', maxLength: 120 }}
        />
      )}
    </AddForm>
  )
}

interface CommuneProps {
  readonly provinces: readonly UnitSeen[]
  readonly today: PlainDate
  readonly onDone: (unit: UnitId) => void
}

/** Adds a commune below a province. */
export function NewCommune({ provinces, today, onDone }: CommuneProps): VNode {
  const { admin } = useWords()
  const [parent, setParent] = useState('')
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [from, setFrom] = useState<string>(today)
  const chosen = parent === '' ? provinces[0]?.unit : parent
  const { value, faults } = faultsOf(NewUnit, { kind: 'commune', name, parent: chosen ?? '', validFrom: from, ...(code.trim() === '' ? {} : { code }) })
  return (
    <AddForm
      title={admin.newCommune.title}
      isGood={value !== undefined}
      ask={async () => (value === undefined ? { ok: false, trouble: { kind: 'server' } } : await addUnit(value))}
      onDone={(unit) => {
        setName('')
        setCode('')
        onDone(UnitId.parse(unit.unit))
        return admin.done(unit.name)
      }}
    >
      {(isTried) =>
        provinces.length === 0 ? (
          <p>{admin.province.none}</p>
        ) : (
          <>
            <SelectField
              label={admin.province.label}
              value={chosen ?? ''}
              onValue={setParent}
              options={provinces.map((province) => ({ value: province.unit, text: province.name }))}
            />
            <TextField
              label={admin.newCommune.name}
              value={name}
              onValue={setName}
              problem={isTried && faults.has('name') ? admin.missing : undefined}
              input={{ name: 'commune', maxLength: 120 }}
            />
            <TextField
              label={admin.newCommune.code}
              value={code}
              onValue={setCode}
              problem={isTried && faults.has('code') ? admin.wrong : undefined}
              input={{ name: 'code', maxLength: 20 }}
            />
            <TextField
              label={admin.newCommune.from}
              value={from}
              onValue={setFrom}
              problem={isTried && faults.has('validFrom') ? admin.date : undefined}
              input={{ name: 'from', type: 'date' }}
            />
          </>
        )
      }
    </AddForm>
  )
}
