import type { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { EndResponsibility, type UserSeen } from '@sotay/domain/wire/people'
import type { AreaSeen } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { refusalText } from './add-form.tsx'
import { endResponsibility } from './admin-calls.ts'
import { faultsOf } from './faults-of.ts'
import css from './admin.module.css'

interface Props {
  readonly unit: UnitId
  readonly user: UserSeen
  readonly areas: readonly AreaSeen[]
  readonly today: PlainDate
  readonly onChanged: () => void
}

/** What a collaborator is and was in charge of, with its days; what lasts can be given a last day. */
export function ResponsibilitySpells({ unit, user, areas, today, onChanged }: Props): VNode {
  const { admin, reports } = useWords()
  if (user.responsibilities.length === 0) return <>{admin.responsibility.none}</>
  return (
    <ul class={css.spells}>
      {user.responsibilities.map((spell) => {
        const area = areas.find((each) => each.area === spell.area)
        const name = area === undefined ? '' : reports.columns.area(area.number, area.name)
        return (
          <li key={spell.id}>
            {admin.responsibility.span(name, spell.from, spell.to)}
            {spell.to === null && <EndForm unit={unit} id={spell.id} label={admin.responsibility.endFor(user.fullName, name)} today={today} onChanged={onChanged} />}
          </li>
        )
      })}
    </ul>
  )
}

interface EndProps {
  readonly unit: UnitId
  readonly id: string
  readonly label: string
  readonly today: PlainDate
  readonly onChanged: () => void
}

function EndForm({ unit, id, label, today, onChanged }: EndProps): VNode {
  const words = useWords()
  const { admin } = words
  const [to, setTo] = useState<string>(today)
  const [failure, setFailure] = useState<string>()
  const { value } = faultsOf(EndResponsibility, { to })
  const send = async (): Promise<void> => {
    setFailure(undefined)
    if (value === undefined) return setFailure(admin.date)
    const answer = await endResponsibility(unit, id, value)
    if (answer.ok) onChanged()
    else setFailure(refusalText(words, answer.trouble))
  }
  return (
    <details class={css.inline}>
      <summary aria-label={label}>{admin.responsibility.end}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label={admin.responsibility.endOn} value={to} onValue={setTo} problem={failure} input={{ type: 'date' }} />
        <button type="submit">{admin.responsibility.end}</button>
      </form>
    </details>
  )
}
