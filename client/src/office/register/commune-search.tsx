import type { HouseholdListed } from '@sotay/domain/wire/register'
import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { askedWords } from '../../i18n/asked-words.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { askHouseholds } from './register-calls.ts'
import css from './register.module.css'

/** Typing is waited for before it is asked about. */
const PAUSE_MS = 250

/** What is typed, once it rests. */
export function useRested(typed: string): string {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}

interface Props<T> {
  readonly label: string
  /** What of a household found can be chosen. */
  readonly choices: (household: HouseholdListed) => readonly { readonly key: string; readonly value: T; readonly text: ComponentChildren }[]
  readonly onChoose: (value: T) => void
}

/** Looks through the commune, by number or by name in any spelling. */
export function CommuneSearch<T>({ label, choices, onChoose }: Props<T>): VNode {
  const { pick } = useRegisterWords()
  const [typed, setTyped] = useState('')
  const rested = useRested(typed)
  return (
    <>
      <TextField label={label} hint={pick.hint} value={typed} onValue={setTyped} input={{ type: 'search', autocomplete: 'off' }} />
      {rested !== '' && <Results key={rested} typed={rested} choices={choices} onChoose={onChoose} />}
    </>
  )
}

function Results<T>({ typed, choices, onChoose }: Omit<Props<T>, 'label'> & { readonly typed: string }): VNode {
  const words = useWords()
  const { pick } = useRegisterWords()
  const asked = useAsked(typed, async (signal) => await askHouseholds({ typed, standing: 'open' }, signal))
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {({ households, total, isCut }) => {
        const found = households.flatMap((household) => choices(household))
        if (found.length === 0) return <p aria-live="polite">{pick.nothing}</p>
        return (
          <>
            <ul class={css.choices} aria-label={pick.results}>
              {found.map(({ key, value, text }) => (
                <li key={key}>
                  <button type="button" onClick={() => onChoose(value)}>
                    {text}
                  </button>
                </li>
              ))}
            </ul>
            {(isCut || total > households.length) && <p>{pick.more}</p>}
          </>
        )
      }}
    </AskedView>
  )
}
