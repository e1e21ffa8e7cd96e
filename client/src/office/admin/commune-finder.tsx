import type { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { UnitFound } from '@sotay/domain/wire/units'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { refusalText } from './add-form.tsx'
import { findCommunes, takeIntoUse } from './admin-calls.ts'
import css from './admin.module.css'

interface Props {
  readonly today: PlainDate
  /** A commune is in use, or is to be opened. */
  readonly onChosen: (unit: UnitId) => void
}

/** Looks for a commune in the national list and takes it into use. */
export function CommuneFinder({ today, onChosen }: Props): VNode {
  const { admin } = useWords()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [isTried, setTried] = useState(false)
  return (
    <section class={css.finder} aria-label={admin.find.title}>
      <h2>{admin.find.title}</h2>
      <search>
        <form
          class={css.findForm}
          noValidate
          aria-label={admin.find.title}
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            setAsked(typed.trim())
          }}
        >
          <TextField
            label={admin.find.label}
            hint={admin.find.hint}
            value={typed}
            onValue={setTyped}
            problem={isTried && typed.trim() === '' ? admin.find.missing : undefined}
            input={{ name: 'find', maxLength: 120, autoComplete: 'off', spellcheck: false }}
          />
          <button type="submit" data-main>
            {admin.find.submit}
          </button>
        </form>
      </search>
      {asked !== '' && <Found typed={asked} today={today} onChosen={onChosen} />}
    </section>
  )
}

function Found({ typed, today, onChosen }: Props & { readonly typed: string }): VNode {
  const words = useWords()
  const { find } = words.admin
  const asked = useAsked(typed, async (signal) => await findCommunes(typed, today, signal))
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<string>()
  const use = async (unit: UnitFound): Promise<void> => {
    setFailure(undefined)
    const answer = await takeIntoUse(unit.unit)
    if (!answer.ok) return setFailure(refusalText(words, answer.trouble))
    setSaid(find.done(unit.name))
    asked.again()
    onChosen(unit.unit)
  }
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {({ units, hasMore }) => (
        <>
          <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
          <output class={css.said}>{units.length === 0 ? find.none : said}</output>
          <ul class={css.found} aria-label={find.results}>
            {units.map((unit) => (
              <li key={unit.unit}>
                <span>
                  <b>{unit.name}</b>
                  {unit.within.length > 0 && `, ${unit.within.join(', ')}`}
                  <br />
                  {find.about(unit.code, unit.from)}
                  {unit.isInUse && ` · ${find.inUse}`}
                </span>
                {unit.isInUse ? (
                  <button type="button" aria-label={find.openFor(unit.name)} onClick={() => onChosen(unit.unit)}>
                    {find.open}
                  </button>
                ) : (
                  <button type="button" aria-label={find.useFor([unit.name, ...unit.within].join(', '))} onClick={() => void use(unit)}>
                    {find.use}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {hasMore && <p>{find.more}</p>}
        </>
      )}
    </AskedView>
  )
}
