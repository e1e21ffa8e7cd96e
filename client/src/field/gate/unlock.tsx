import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { type Bytes, NoVault, unlock, type VaultShelf, waitBeforePin } from '../../store/vault.ts'
import button from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { PinBox } from './pin-box.tsx'

interface Props {
  readonly vault: VaultShelf
  readonly onOpen: (key: CryptoKey, raw: Bytes) => Promise<void>
  readonly onForgotten: () => void
  readonly onOther: () => void
}

/** The PIN opens the book, off line too. A wrong one costs a wait and nothing else. */
export function Unlock({ vault, onOpen, onForgotten, onOther }: Props): VNode {
  const words = useWords().gate.pin
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<string>()
  const [waitMs, setWait] = useState(0)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    const look = (): void => void waitBeforePin(vault, Date.now()).then(setWait)
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [vault])

  async function open(event: Event): Promise<void> {
    event.preventDefault()
    setBusy(true)
    try {
      const answer = await unlock(vault, pin, Date.now())
      if (answer.kind === 'open') return await onOpen(answer.key, answer.raw)
      setPin('')
      setWait(answer.waitMs)
      setProblem(answer.waitMs > 0 ? undefined : words.wrong)
    } catch (error) {
      if (!(error instanceof NoVault)) throw error
      setProblem(words.gone)
    }
    setBusy(false)
  }

  return (
    <main class={page.page}>
      <h1>{words.unlockTitle}</h1>
      {waitMs > 0 && (
        <Notice kind="needs" isAlert>
          {words.wait(Math.ceil(waitMs / 5_000) * 5_000)}
        </Notice>
      )}
      <form onSubmit={open} noValidate>
        <PinBox label={words.pin} value={pin} onValue={setPin} problem={problem} />
        <button class={button.main} disabled={isBusy || waitMs > 0}>
          {isBusy ? words.busy : words.unlock}
        </button>
      </form>
      <div class={page.row}>
        <button type="button" class={button.quiet} onClick={onForgotten}>
          {words.forgot}
        </button>
        <button type="button" class={button.quiet} onClick={onOther}>
          {words.otherUser}
        </button>
      </div>
    </main>
  )
}
