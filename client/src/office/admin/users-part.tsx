import type { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { NewUser, type OneTimeLink, type UserSeen } from '@sotay/domain/wire/people'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { SortedTable } from '../../ui/sorted-table.tsx'
import { AddForm, refusalText } from './add-form.tsx'
import { addUser, type CommuneSeen, makeLink, setDisabled } from './admin-calls.ts'
import { faultsOf } from './faults-of.ts'
import { Once } from './once.tsx'
import { ResponsibilitySpells } from './responsibility-spells.tsx'
import css from './admin.module.css'

interface Props {
  readonly unit: UnitId
  readonly commune: CommuneSeen
  readonly me: Me
  readonly today: PlainDate
  readonly onChanged: () => void
}

interface Shown {
  readonly fullName: string
  readonly link: OneTimeLink
}

/** The officers and collaborators of a commune, what each is in charge of, and a one-time link for whoever needs one. */
export function UsersPart({ unit, commune, me, today, onChanged }: Props): VNode {
  const words = useWords()
  const { admin, roles, when } = words
  const [shown, setShown] = useState<Shown>()
  const [failure, setFailure] = useState<string>()
  const relink = async (user: UserSeen): Promise<void> => {
    setFailure(undefined)
    const answer = await makeLink(user.user)
    if (answer.ok) setShown({ fullName: user.fullName, link: answer.value })
    else setFailure(refusalText(words, answer.trouble))
  }
  const lock = async (user: UserSeen): Promise<void> => {
    setFailure(undefined)
    const answer = await setDisabled(user.user, !user.disabled)
    if (answer.ok) onChanged()
    else setFailure(refusalText(words, answer.trouble))
  }
  const mayChange = (user: UserSeen): boolean => me.role === 'administrator' || user.role === 'collaborator'
  return (
    <>
      <h3>{admin.users.title}</h3>
      <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
      {shown !== undefined && (
        <Once
          title={admin.link.title(shown.fullName)}
          how={admin.link.how(when.instant(shown.link.expiresAt))}
          secret={shown.link.link}
          onClose={() => setShown(undefined)}
        />
      )}
      {commune.users.length === 0 ? (
        <p>{admin.users.empty}</p>
      ) : (
        <SortedTable
          caption={admin.users.title}
          sortBy={words.areas.sortBy}
          rows={commune.users}
          keyOf={(user) => user.user}
          columns={[
            { id: 'fullName', head: admin.users.fullName, isRowHead: true, sort: (user) => user.fullName, cell: (user) => user.fullName },
            { id: 'name', head: admin.users.name, sort: (user) => user.name, cell: (user) => user.name },
            { id: 'role', head: admin.users.roleColumn, sort: (user) => user.role, cell: (user) => roles[user.role] },
            {
              id: 'areas',
              head: admin.users.areas,
              cell: (user) => user.role === 'collaborator' && <ResponsibilitySpells unit={unit} user={user} areas={commune.areas} today={today} onChanged={onChanged} />,
            },
            { id: 'state', head: admin.users.state, cell: (user) => admin.users.states[user.disabled ? 'disabled' : user.hasPassword ? 'ready' : 'waiting'] },
            {
              id: 'act',
              head: admin.users.act,
              cell: (user) =>
                mayChange(user) && (
                  <div class={css.acts}>
                    {!user.disabled && (
                      <button type="button" aria-label={admin.users.linkFor(user.fullName)} onClick={() => void relink(user)}>
                        {admin.users.link}
                      </button>
                    )}
                    <button type="button" aria-label={admin.users[user.disabled ? 'unlockFor' : 'lockFor'](user.fullName)} onClick={() => void lock(user)}>
                      {admin.users[user.disabled ? 'unlock' : 'lock']}
                    </button>
                  </div>
                ),
            },
          ]}
        />
      )}
      <NewUserForm
        unit={unit}
        me={me}
        onDone={(made) => {
          setShown(made)
          onChanged()
        }}
      />
    </>
  )
}

interface FormProps {
  readonly unit: UnitId
  readonly me: Me
  readonly onDone: (made: Shown) => void
}

/** An administrator adds officers and collaborators; an officer adds collaborators. */
function NewUserForm({ unit, me, onDone }: FormProps): VNode {
  const { admin, roles } = useWords()
  const [fullName, setFullName] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState('collaborator')
  const { value, faults } = faultsOf(NewUser, { fullName, name, role })
  return (
    <AddForm
      title={admin.users.add}
      isGood={value !== undefined}
      ask={async () => (value === undefined ? { ok: false, trouble: { kind: 'server' } } : await addUser(unit, value))}
      onDone={(link) => {
        onDone({ fullName, link })
        setFullName('')
        setName('')
        return admin.done(fullName)
      }}
    >
      {(isTried) => (
        <>
          <TextField
            label={admin.users.fullName}
            value={fullName}
            onValue={setFullName}
            problem={isTried && faults.has('fullName') ? admin.missing : undefined}
            input={{ name: 'fullName', maxLength: 120, autocomplete: 'off' }}
          />
          <TextField
            label={admin.users.name}
            hint={admin.users.nameRule}
            value={name}
            onValue={setName}
            problem={isTried && faults.has('name') ? admin.wrong : undefined}
            input={{ name: 'signInName', maxLength: 60, autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
          />
          <SelectField
            label={admin.users.role}
            value={role}
            onValue={setRole}
            options={(me.role === 'administrator' ? (['collaborator', 'officer'] as const) : (['collaborator'] as const)).map((value) => ({ value, text: roles[value] }))}
          />
        </>
      )}
    </AddForm>
  )
}
