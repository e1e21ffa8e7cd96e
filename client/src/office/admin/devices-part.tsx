import type { DeviceSeen, RecoveryCode } from '@sotay/domain/wire/people'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { SortedTable } from '../../ui/sorted-table.tsx'
import { refusalText } from './add-form.tsx'
import { type CommuneSeen, makeRecoveryCode, revokeDevice } from './admin-calls.ts'
import { Once } from './once.tsx'
import css from './admin.module.css'

interface Props {
  readonly commune: CommuneSeen
  readonly me: Me
  readonly onChanged: () => void
}

/** The phones of a commune's collaborators: when each was seen, what it still holds; one lost is revoked, a forgotten PIN helped. */
export function DevicesPart({ commune, me, onChanged }: Props): VNode {
  const words = useWords()
  const { admin, when, areas } = words
  const [code, setCode] = useState<{ readonly device: DeviceSeen; readonly code: RecoveryCode }>()
  const [asking, setAsking] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const userOf = (device: DeviceSeen): string => commune.users.find((user) => user.user === device.user)?.fullName ?? ''
  const revoke = async (device: DeviceSeen): Promise<void> => {
    const answer = await revokeDevice(device.device)
    setAsking(undefined)
    if (answer.ok) onChanged()
    else setFailure(refusalText(words, answer.trouble))
  }
  const recover = async (device: DeviceSeen): Promise<void> => {
    setFailure(undefined)
    const answer = await makeRecoveryCode(device.device)
    if (answer.ok) setCode({ device, code: answer.value })
    else setFailure(refusalText(words, answer.trouble))
  }
  const acts = (device: DeviceSeen): VNode | false => {
    const name = `${device.name}, ${userOf(device)}`
    if (device.revoked) return false
    if (asking === device.device) {
      return (
        <div role="alertdialog" aria-label={admin.devices.revokeFor(name)}>
          <p>{admin.devices.confirmRevoke(name)}</p>
          <div class={css.acts}>
            <button type="button" data-main onClick={() => void revoke(device)}>
              {admin.devices.revoke}
            </button>
            <button type="button" onClick={() => setAsking(undefined)}>
              {admin.cancel}
            </button>
          </div>
        </div>
      )
    }
    return (
      <div class={css.acts}>
        <button type="button" aria-label={admin.devices.revokeFor(name)} onClick={() => setAsking(device.device)}>
          {admin.devices.revoke}
        </button>
        {device.canRecover && (
          <button type="button" aria-label={admin.devices.codeFor(name)} onClick={() => void recover(device)}>
            {admin.devices.code}
          </button>
        )}
      </div>
    )
  }
  return (
    <>
      <h3>{admin.devices.title}</h3>
      <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
      {code !== undefined && (
        <Once
          title={admin.devices.codeTitle(`${code.device.name}, ${userOf(code.device)}`)}
          how={admin.devices.codeHow(when.instant(code.code.expiresAt))}
          secret={code.code.code}
          onClose={() => setCode(undefined)}
        />
      )}
      {commune.devices.length === 0 ? (
        <p>{admin.devices.empty}</p>
      ) : (
        <SortedTable
          caption={admin.devices.title}
          sortBy={areas.sortBy}
          rows={commune.devices}
          keyOf={(device) => device.device}
          columns={[
            { id: 'user', head: admin.devices.user, isRowHead: true, sort: userOf, cell: userOf },
            { id: 'name', head: admin.devices.name, sort: (device) => device.name, cell: (device) => device.name },
            { id: 'lastSeen', head: admin.devices.lastSeen, sort: (device) => device.lastSeen, cell: (device) => when.instant(device.lastSeen) },
            {
              id: 'lastSync',
              head: admin.devices.lastSync,
              sort: (device) => device.lastSync ?? 0,
              cell: (device) => (device.lastSync === null ? admin.devices.never : when.instant(device.lastSync)),
            },
            {
              id: 'unsent',
              head: admin.devices.unsent,
              sort: (device) => device.unsent,
              cell: (device) =>
                device.unsent === 0
                  ? areas.allSent
                  : `⚠ ${device.unsentSince === null ? areas.unsentUnknown(device.unsent) : areas.unsentSince(device.unsent, device.unsentSince, me.serverTime)}`,
            },
            { id: 'state', head: admin.devices.state, cell: (device) => (device.revoked ? `⚠ ${admin.devices.revoked}` : admin.devices.active) },
            { id: 'act', head: admin.devices.act, cell: acts },
          ]}
        />
      )}
    </>
  )
}
