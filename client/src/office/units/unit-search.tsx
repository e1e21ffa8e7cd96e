import { isPlainDate } from '@sotay/domain/kernel/plain-date'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { isCode, type UnitAddress } from './unit-address.ts'
import css from './units.module.css'

interface Props {
  readonly address: UnitAddress
  readonly onSearch: (address: UnitAddress) => void
}

/** The boxes of a look-up: a name or a code, and a day, without which a code is not taken. */
export function UnitSearch({ address, onSearch }: Props): VNode {
  const { units } = useWords()
  const [typed, setTyped] = useState(address.typed)
  const [day, setDay] = useState<string>(address.on ?? '')
  const [isTried, setTried] = useState(false)
  const asked = typed.trim()
  const isDayMissing = isCode(asked) && !isPlainDate(day)
  const send = (): void => {
    setTried(true)
    if (asked === '' || isDayMissing) return
    onSearch({ typed: asked, ...(isPlainDate(day) ? { on: day } : {}) })
  }
  return (
    <search>
      <form
        class={css.search}
        noValidate
        aria-label={units.title}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <TextField
          label={units.name}
          hint={units.nameHint}
          value={typed}
          onValue={setTyped}
          problem={isTried && asked === '' ? units.nameMissing : undefined}
          input={{ name: 'unit', maxLength: 120, autoComplete: 'off', spellcheck: false }}
        />
        <TextField label={units.day} hint={units.dayHint} value={day} onValue={setDay} problem={isTried && isDayMissing ? units.dayMissing : undefined} input={{ name: 'day', type: 'date' }} />
        <button type="submit" data-main>
          {units.submit}
        </button>
      </form>
    </search>
  )
}
