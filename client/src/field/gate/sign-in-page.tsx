import { DeviceId } from '@sotay/domain/kernel/ids'
import { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { v7 } from 'uuid'
import { useWords } from '../../i18n/field-words.ts'
import { type BookHere, findBookOf } from '../../store/books-here.ts'
import type { Service } from '../../store/server-calls.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { NewPassword } from './new-password.tsx'
import { replyText } from './reply-text.ts'

interface Props {
  readonly service: Service
  readonly onSignedIn: (me: Me, here: BookHere) => Promise<void>
}

/** Name and password, once on each phone and whenever the service asks again. */
export function SignInPage({ service, onSignedIn }: Props): VNode {
  const words = useWords().gate
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [pending, setPending] = useState<{ me: Me; here: BookHere }>()
  const [isOffice, setOffice] = useState(false)

  async function signIn(event: Event): Promise<void> {
    event.preventDefault()
    if (name.trim() === '' || password === '') return setTrouble(words.signIn.missing)
    setBusy(true)
    const device = findBookOf(name)?.device ?? DeviceId.parse(v7())
    const reply = await service.signIn({ name: name.trim(), password, device })
    setBusy(false)
    const me = reply.kind === 'value' ? Me.safeParse(reply.value) : undefined
    if (me?.success !== true) return setTrouble(replyText(words, reply))
    if (me.data.role !== 'collaborator') return setOffice(true)
    const here = { user: me.data.user, name, device }
    if (me.data.mustChangePassword) setPending({ me: me.data, here })
    else await onSignedIn(me.data, here)
  }

  if (pending !== undefined) {
    return <NewPassword service={service} old={password} onChanged={(me) => onSignedIn(me, pending.here)} />
  }
  return (
    <main class={page.page}>
      <h1>{words.signIn.title}</h1>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      {isOffice && (
        <Notice kind="needs" isAlert>
          {words.signIn.office} <a href="/office">{words.signIn.toOffice}</a>
        </Notice>
      )}
      <form onSubmit={signIn} noValidate>
        <TextField label={words.signIn.name} value={name} onValue={setName} input={{ autocomplete: 'username', autocapitalize: 'none', maxLength: 60 }} />
        <TextField label={words.signIn.password} value={password} onValue={setPassword} input={{ type: 'password', autocomplete: 'current-password', maxLength: 200 }} />
        <button class={button.main} disabled={isBusy}>
          {isBusy ? words.signIn.busy : words.signIn.go}
        </button>
      </form>
    </main>
  )
}
