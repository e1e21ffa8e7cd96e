import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import type { BookHere } from '../../store/books-here.ts'
import { recoveryPair } from '../../store/recovery.ts'
import type { Service } from '../../store/server-calls.ts'
import { type Bytes, setPin, type VaultShelf } from '../../store/vault.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { PinBox } from './pin-box.tsx'
import { pinProblem } from './pin-problem.ts'
import { replyText } from './reply-text.ts'

interface Props {
  readonly service: Service
  readonly here: BookHere
  readonly vault: VaultShelf
  readonly onOpen: (key: CryptoKey, raw: Bytes) => Promise<void>
  readonly onBack: () => void
}

/** The officer's code brings the key back from the service; a new PIN locks it; what was unsent is still there. */
export function ForgottenPin({ service, here, vault, onOpen, onBack }: Props): VNode {
  const words = useWords().gate
  const [values, setValues] = useState({ password: '', code: '', pin: '', repeated: '' })
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const set = (key: keyof typeof values) => (value: string) => setValues((before) => ({ ...before, [key]: value }))

  async function recover(): Promise<string | undefined> {
    const wrong = pinProblem(values.pin, values.repeated)
    if (!/^\d{8}$/.test(values.code)) return words.recover.notEight
    if (wrong !== undefined) return words.pin[wrong]
    const signed = await service.signIn({ name: here.name, password: values.password, device: here.device })
    if (signed.kind === 'unreachable') return words.recover.needsNetwork
    if (signed.kind !== 'value') return replyText(words, signed)
    const pair = await recoveryPair()
    const reply = await service.recover(here.device, values.code, pair.publicKey)
    if (reply.kind === 'unreachable') return words.recover.needsNetwork
    if (reply.kind !== 'value') return replyText(words, reply)
    const raw = await pair.open(reply.value)
    await onOpen(await setPin(vault, raw, values.pin), raw)
    return undefined
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setTrouble(await recover())
    setBusy(false)
  }

  return (
    <main class={page.page}>
      <h1>{words.recover.title}</h1>
      <ol>
        {words.recover.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      <form onSubmit={submit} noValidate>
        <TextField label={words.signIn.password} value={values.password} onValue={set('password')} input={{ type: 'password', autocomplete: 'current-password' }} />
        <TextField label={words.recover.code} value={values.code} onValue={set('code')} input={{ inputMode: 'numeric', maxLength: 8, autocomplete: 'one-time-code' }} />
        <PinBox label={words.recover.newPin} value={values.pin} onValue={set('pin')} isFresh />
        <PinBox label={words.pin.repeat} value={values.repeated} onValue={set('repeated')} isFresh />
        <button class={button.main} disabled={isBusy}>
          {isBusy ? words.pin.busy : words.recover.go}
        </button>
      </form>
      <button type="button" class={button.quiet} onClick={onBack}>
        {words.pin.unlockTitle}
      </button>
    </main>
  )
}
