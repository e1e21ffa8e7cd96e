import { DeviceId } from '@sotay/domain/kernel/ids'
import { LinkSeen, Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { v7 } from 'uuid'
import { useWords } from '../../i18n/field-words.ts'
import { type BookHere, findBookOf } from '../../store/books-here.ts'
import type { Service } from '../../store/server-calls.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { replyText } from './reply-text.ts'

interface Props {
  readonly service: Service
  readonly token: string
  readonly onSignedIn: (me: Me, here: BookHere) => Promise<void>
}

/** A one-time link: sets the password of a new user, or makes the first administrator. */
export function LinkPage({ service, token, onSignedIn }: Props): VNode {
  const words = useWords().gate
  const [seen, setSeen] = useState<LinkSeen>()
  const [trouble, setTrouble] = useState<string>()
  const [name, setName] = useState('')
  const [fullName, setFullName] = useState('')
  const [password, setPassword] = useState('')

  useEffect(() => {
    void service.lookAtLink(token).then((reply) => {
      const read = reply.kind === 'value' ? LinkSeen.safeParse(reply.value) : undefined
      if (read?.success === true) setSeen(read.data)
      else setTrouble(replyText(words, reply))
    })
  }, [token])

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    const isFirst = seen?.purpose === 'first-administrator'
    const device = findBookOf(seen?.name ?? '')?.device ?? DeviceId.parse(v7())
    const who = isFirst ? { name: name.trim(), fullName: fullName.trim() } : { device }
    const reply = await service.openLink({ token, password, ...who })
    const me = reply.kind === 'value' ? Me.safeParse(reply.value) : undefined
    if (me?.success !== true) return setTrouble(replyText(words, reply))
    if (me.data.role !== 'collaborator') return location.assign('/office')
    history.replaceState(null, '', '/')
    await onSignedIn(me.data, { user: me.data.user, name: me.data.name, device })
  }

  return (
    <main class={page.page}>
      <h1>{words.password.title}</h1>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      {seen?.fullName != null && <p>{words.password.welcome(seen.fullName)}</p>}
      {seen !== undefined && (
        <form onSubmit={save} noValidate>
          {seen.purpose === 'first-administrator' && (
            <>
              <TextField label={words.signIn.name} value={name} onValue={setName} input={{ autocomplete: 'username', autocapitalize: 'none', maxLength: 60 }} />
              <TextField label={words.password.fullName} value={fullName} onValue={setFullName} input={{ autocomplete: 'name', maxLength: 120 }} />
            </>
          )}
          <TextField label={words.password.next} value={password} onValue={setPassword} input={{ type: 'password', autocomplete: 'new-password', maxLength: 200 }} />
          <button class={button.main}>{words.password.save}</button>
        </form>
      )}
    </main>
  )
}
