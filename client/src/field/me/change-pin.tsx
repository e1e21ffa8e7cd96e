import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { changePin } from '../../store/vault.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'

const DIGITS = { type: 'password', inputMode: 'numeric', maxLength: 6 } as const

/** Another PIN in place of the old one. */
export function ChangePin(): VNode {
  const words = useWords()
  const { vault } = useNotebook()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isChanged, setChanged] = useState(false)

  async function change(event: Event): Promise<void> {
    event.preventDefault()
    setChanged(false)
    if (!/^\d{6}$/.test(next)) return setTrouble(words.gate.pin.notSix)
    if (next !== repeated) return setTrouble(words.gate.pin.notSame)
    const answer = await changePin(vault, old, next, Date.now())
    setTrouble(answer.kind === 'open' ? undefined : answer.waitMs > 0 ? words.gate.pin.wait(answer.waitMs) : words.gate.pin.wrong)
    setChanged(answer.kind === 'open')
  }

  return (
    <details>
      <summary class={page.item}>{words.me.changePin}</summary>
      <form onSubmit={change} noValidate>
        <TextField label={words.me.oldPin} value={old} onValue={setOld} input={{ ...DIGITS, autocomplete: 'current-password' }} />
        <TextField label={words.me.newPin} value={next} onValue={setNext} input={{ ...DIGITS, autocomplete: 'new-password' }} />
        <TextField label={words.gate.pin.repeat} value={repeated} onValue={setRepeated} problem={trouble} input={{ ...DIGITS, autocomplete: 'new-password' }} />
        {isChanged && <Notice kind="good">{words.me.pinChanged}</Notice>}
        <button class={button.plain}>{words.me.changePin}</button>
      </form>
    </details>
  )
}
