import type { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { NewResponsibility } from '@sotay/domain/wire/people'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { AddForm } from './add-form.tsx'
import { addResponsibility, type CommuneSeen } from './admin-calls.ts'
import { faultsOf } from './faults-of.ts'

interface Props {
  readonly unit: UnitId
  readonly commune: CommuneSeen
  readonly today: PlainDate
  readonly onChanged: () => void
}

/** Gives an area to a collaborator, from a day on. */
export function NewResponsibilityForm({ unit, commune, today, onChanged }: Props): VNode {
  const { admin, reports } = useWords()
  const collaborators = commune.users.filter((user) => user.role === 'collaborator' && !user.disabled)
  const [user, setUser] = useState('')
  const [area, setArea] = useState('')
  const [from, setFrom] = useState<string>(today)
  const [to, setTo] = useState('')
  const who = user === '' ? (collaborators[0]?.user ?? '') : user
  const where = area === '' ? (commune.areas[0]?.area ?? '') : area
  const { value, faults } = faultsOf(NewResponsibility, { user: who, area: where, from, ...(to === '' ? {} : { to }) })
  return (
    <AddForm
      title={admin.responsibility.title}
      submit={admin.responsibility.submit}
      isGood={value !== undefined}
      ask={async () => (value === undefined ? { ok: false, trouble: { kind: 'server' } } : await addResponsibility(unit, value))}
      onDone={() => {
        onChanged()
        return admin.responsibility.done
      }}
    >
      {(isTried) =>
        collaborators.length === 0 || commune.areas.length === 0 ? (
          <p>{admin.responsibility.needs}</p>
        ) : (
          <>
            <SelectField
              label={admin.responsibility.who}
              value={who}
              onValue={setUser}
              options={collaborators.map((each) => ({ value: each.user, text: each.fullName }))}
            />
            <SelectField
              label={admin.responsibility.area}
              value={where}
              onValue={setArea}
              options={commune.areas.map((each) => ({ value: each.area, text: reports.columns.area(each.number, each.name) }))}
            />
            <TextField
              label={admin.responsibility.from}
              value={from}
              onValue={setFrom}
              problem={isTried && faults.has('from') ? admin.date : undefined}
              input={{ name: 'from', type: 'date' }}
            />
            <TextField
              label={admin.responsibility.until}
              value={to}
              onValue={setTo}
              problem={isTried && faults.has('to') ? admin.date : undefined}
              input={{ name: 'to', type: 'date' }}
            />
          </>
        )
      }
    </AddForm>
  )
}
