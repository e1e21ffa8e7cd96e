import { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The service forgot who one is; the book stays open and whole meanwhile. */
export function SignInAgain(): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const me = notebook.phone.state.me

  async function signIn(event: Event): Promise<void> {
    event.preventDefault()
    const reply = await notebook.service.signIn({ name: me?.name ?? '', password, device: notebook.device })
    const read = reply.kind === 'value' ? Me.safeParse(reply.value) : undefined
    if (read?.success === true) {
      await notebook.takeUpMe(read.data)
      setPassword('')
      await notebook.courier.run()
      return
    }
    const { problems, other, unreachable } = words.gate.signIn
    const texts = new Map<string, string>(Object.entries(problems))
    setTrouble(reply.kind === 'refused' ? (texts.get(reply.code) ?? other) : unreachable)
  }

  return (
    <form onSubmit={signIn} noValidate>
      <p>{words.me.signedInAs(me?.fullName ?? '')}</p>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      <TextField label={words.gate.signIn.password} value={password} onValue={setPassword} input={{ type: 'password', autocomplete: 'current-password' }} />
      <button class={button.plain}>{words.unsent.signIn}</button>
    </form>
  )
}
