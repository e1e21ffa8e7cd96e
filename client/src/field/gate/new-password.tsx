import { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import type { Service } from '../../store/server-calls.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { replyText } from './reply-text.ts'

interface Props {
  readonly service: Service
  /** The password just used to sign in. */
  readonly old: string
  readonly onChanged: (me: Me) => Promise<void>
}

/** A password set by somebody else is replaced before anything else. */
export function NewPassword({ service, old, onChanged }: Props): VNode {
  const words = useWords().gate
  const [next, setNext] = useState('')
  const [trouble, setTrouble] = useState<string>()

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    const reply = await service.changePassword(old, next)
    const me = reply.kind === 'value' ? Me.safeParse(reply.value) : undefined
    if (me?.success === true) await onChanged(me.data)
    else setTrouble(replyText(words, reply))
  }

  return (
    <main class={page.page}>
      <h1>{words.password.title}</h1>
      <p>{words.password.why}</p>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      <form onSubmit={save} noValidate>
        <TextField label={words.password.next} value={next} onValue={setNext} input={{ type: 'password', autocomplete: 'new-password', maxLength: 200 }} />
        <button class={button.main}>{words.password.save}</button>
      </form>
    </main>
  )
}
