import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import { type OfficeLanguage, useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { LanguagePicker } from '../../ui/language-picker.tsx'
import { NetworkLine } from '../../ui/network-line.tsx'
import { signIn } from './session-calls.ts'
import css from './session.module.css'

interface Props {
  readonly language: OfficeLanguage
  readonly onLanguage: (language: OfficeLanguage) => void
  readonly onSignedIn: () => void
}

/** Name and password. What is wrong stands above the boxes and is read out; the password box gets the cursor back. */
export function SignInPage({ language, onLanguage, onSignedIn }: Props): VNode {
  const words = useWords()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const form = useRef<HTMLFormElement>(null)

  const submit = async (): Promise<void> => {
    setTried(true)
    setFailure(undefined)
    if (name.trim() === '' || password === '') return focusOn(name.trim() === '' ? 'name' : 'password')
    setWorking(true)
    const answer = await signIn(name, password)
    setWorking(false)
    if (answer.ok) return onSignedIn()
    const isWrong = answer.trouble.kind === 'signed-out' || answer.trouble.kind === 'refused'
    setFailure(isWrong ? words.session.wrong : troubleText(words, answer.trouble))
    focusOn('password')
  }
  const focusOn = (box: string): void => form.current?.querySelector<HTMLInputElement>(`input[name=${box}]`)?.focus()

  return (
    <main class={css.page}>
      <form
        ref={form}
        noValidate
        class={css.card}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p class={css.name}>{words.appName}</p>
        <h1>{words.session.title}</h1>
        <NetworkLine text={words.trouble.unreachable} />
        <div role="alert">
          {failure !== undefined && (
            <p class={css.failure}>
              <span aria-hidden="true">⚠ </span>
              {failure}
            </p>
          )}
        </div>
        <TextField
          label={words.session.name}
          value={name}
          onValue={setName}
          problem={isTried && name.trim() === '' ? words.session.missingName : undefined}
          input={{ name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: false, maxLength: 60 }}
        />
        <TextField
          label={words.session.password}
          value={password}
          onValue={setPassword}
          problem={isTried && password === '' ? words.session.missingPassword : undefined}
          input={{ name: 'password', type: isShown ? 'text' : 'password', autocomplete: 'current-password', spellcheck: false, maxLength: 200 }}
        />
        <label class={css.check}>
          <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} /> {words.session.show}
        </label>
        <button type="submit" data-main disabled={isWorking}>
          {isWorking ? words.session.working : words.session.submit}
        </button>
        <p class={css.aside}>
          {words.session.forCollaborators} <a href="/">{words.session.fieldApp}</a>.
        </p>
        <LanguagePicker label={words.language} names={words.languages} value={language} onValue={onLanguage} />
      </form>
    </main>
  )
}
