import { packFor } from '@sotay/domain/packs/in-force'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FIELD_LANGUAGES, type FieldLanguage } from '../../i18n/field-language.ts'
import { useWords } from '../../i18n/field-words.ts'
import { chooseNone } from '../../store/books-here.ts'
import { unsent } from '../../store/phone-state.ts'
import { chooseTextSize, keptTextSize, TEXT_SIZES } from '../../store/text-size.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { ChangePin } from './change-pin.tsx'

interface Props {
  readonly onLock: () => void
  readonly onLanguage: (language: FieldLanguage) => void
}

/** Who one is here, the PIN, the size of text, and what this phone keeps. */
export function MePage({ onLock, onLanguage }: Props): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { state } = notebook.phone
  const [size, setSize] = useState(keptTextSize())
  const [used, setUsed] = useState<string>()
  useEffect(() => {
    void navigator.storage?.estimate().then(({ usage = 0 }) => setUsed(`${(usage / 1_048_576).toFixed(1).replace('.', ',')} MB`))
  }, [])
  const counts = [notebook.book.households.size, notebook.book.people.size, state.entries.size, state.own.size] as const
  return (
    <div class={page.page}>
      <h1>{words.me.title}</h1>
      <p>{words.me.signedInAs(state.me?.fullName ?? '')}</p>
      <ChoiceField
        id="text-size"
        label={words.me.largeText}
        options={TEXT_SIZES.map((value) => ({ value, text: words.me.sizes[value] }))}
        value={size}
        onValue={(value) => {
          const chosen = TEXT_SIZES.find((one) => one === value) ?? 'normal'
          chooseTextSize(chosen)
          setSize(chosen)
        }}
      />
      <ChoiceField
        id="language"
        label={words.me.language}
        options={FIELD_LANGUAGES.map((value) => ({ value, text: words.me.languages[value] }))}
        value={words.lang}
        onValue={(value) => onLanguage(value === 'en' ? 'en' : 'vi')}
      />
      <button type="button" class={button.plain} onClick={onLock}>
        {words.me.lock}
      </button>
      <ChangePin />
      <h2>{words.me.keeps}</h2>
      <p>{words.me.keepsText(...counts)}</p>
      {used !== undefined && <p>{words.me.storage(used)}</p>}
      {notebook.isPersistent() !== null && <p>{notebook.isPersistent() === true ? words.me.persistent : words.notices.notPersistent}</p>}
      <p>{notebook.canRecover() ? words.me.recoveryReady : words.me.recoveryMissing}</p>
      <h2>{words.me.help}</h2>
      <ul>
        {words.me.helpText.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{words.me.versions}</h2>
      <p>{words.me.version(__APP_VERSION__, packFor(notebook.today()).rulesVersion)}</p>
      <SignOut onLock={onLock} />
    </div>
  )
}

/** Signing out deletes nothing: what is not sent lies sealed in the phone until she signs in again. */
function SignOut({ onLock }: { readonly onLock: () => void }): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const [isAsking, setAsking] = useState(false)
  const waiting = unsent(notebook.phone.state).length

  async function signOut(): Promise<void> {
    await notebook.service.signOut()
    chooseNone()
    onLock()
  }

  return (
    <>
      {isAsking && (
        <Notice kind="needs" isAlert>
          {words.me.signOutUnsent(waiting)}
        </Notice>
      )}
      <button type="button" class={button.plain} onClick={() => (waiting > 0 && !isAsking ? setAsking(true) : void signOut())}>
        {isAsking ? words.me.signOutSure : words.me.signOut}
      </button>
    </>
  )
}
