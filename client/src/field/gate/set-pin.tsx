import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { type Bytes, createVault, type VaultShelf } from '../../store/vault.ts'
import button from '../../ui/button.module.css'
import page from '../../ui/page.module.css'
import { PinBox } from './pin-box.tsx'
import { pinProblem } from './pin-problem.ts'

interface Props {
  readonly vault: VaultShelf
  readonly onOpen: (key: CryptoKey, raw: Bytes) => Promise<void>
}

/** The first PIN of this phone, and why there is one. */
export function SetPin({ vault, onOpen }: Props): VNode {
  const words = useWords().gate.pin
  const [pin, setPin] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<ReturnType<typeof pinProblem>>()
  const [isBusy, setBusy] = useState(false)

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    const wrong = pinProblem(pin, repeated)
    setProblem(wrong)
    if (wrong !== undefined) return
    setBusy(true)
    const { key, raw } = await createVault(vault, pin)
    await onOpen(key, raw)
  }

  return (
    <main class={page.page}>
      <h1>{words.setTitle}</h1>
      <p>{words.why}</p>
      <form onSubmit={save} noValidate>
        <PinBox label={words.pin} value={pin} onValue={setPin} isFresh problem={problem === undefined || problem === 'notSame' ? undefined : words[problem]} />
        <PinBox label={words.repeat} value={repeated} onValue={setRepeated} isFresh problem={problem === 'notSame' ? words.notSame : undefined} />
        <button class={button.main} disabled={isBusy}>
          {isBusy ? words.busy : words.save}
        </button>
      </form>
    </main>
  )
}
