import type { LinkSeen, Me } from '@sotay/domain/wire/session'
import { OpenLink } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { askedWords, troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { findPasswordFault } from './password-rules.ts'
import { lookAtLink, openLink, signOut } from './session-calls.ts'
import css from './session.module.css'

/** `/moi#…`: a one-time link. Its token stands in the fragment alone, and leaves the address bar when it is used up. */
export function LinkPage({ token }: { readonly token: string }): VNode {
  const words = useWords()
  const asked = useAsked('link', async (signal) => await lookAtLink(token, signal))
  const isUsedUp = asked.trouble?.kind === 'refused'
  return (
    <main class={css.page}>
      <div class={css.card}>
        <p class={css.name}>{words.appName}</p>
        {isUsedUp ? (
          <>
            <h1>{words.link.usedUp}</h1>
            <p>{words.link.usedUpHow}</p>
            <p>
              <a href="/office">{words.session.title}</a>
            </p>
          </>
        ) : (
          <AskedView asked={asked} words={askedWords(words)}>
            {(link) => <PasswordForm link={link} token={token} />}
          </AskedView>
        )}
      </div>
    </main>
  )
}

type Fault = 'name' | 'fullName' | ReturnType<typeof findPasswordFault>

function PasswordForm({ link, token }: { readonly link: LinkSeen; readonly token: string }): VNode {
  const words = useWords()
  const { change } = words.session
  const isFirst = link.purpose === 'first-administrator'
  const [name, setName] = useState(link.name ?? '')
  const [fullName, setFullName] = useState(link.fullName ?? '')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [opened, setOpened] = useState<Me>()

  const body = OpenLink.safeParse({ token, password, ...(isFirst ? { name, fullName } : {}) })
  const faultsAt = body.success ? [] : body.error.issues.map((issue) => issue.path[0])
  const fault: Fault = faultsAt.includes('fullName') ? 'fullName' : faultsAt.includes('name') ? 'name' : findPasswordFault(password, again)

  const submit = async (): Promise<void> => {
    setTried(true)
    setFailure(undefined)
    if (fault !== undefined || !body.success) return
    setWorking(true)
    const answer = await openLink(body.data)
    if (answer.ok) window.history.replaceState(null, '', '/moi')
    if (answer.ok && answer.value.role !== 'collaborator') return window.location.replace('/office')
    if (answer.ok) {
      // Her session belongs to the phone she signs in on.
      await signOut()
      setOpened(answer.value)
      return
    }
    setWorking(false)
    const { trouble } = answer
    const known = trouble.kind === 'refused' ? words.link.refused[refusalOf(trouble.code)] : troubleText(words, trouble)
    setFailure(known)
  }
  if (opened !== undefined) {
    return (
      <>
        <h1>{words.link.ready}</h1>
        <p class={css.done}>✓ {words.link.readyHow(opened.name)}</p>
        <p>
          <a href="/">{words.link.toField}</a>
        </p>
      </>
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h1>{isFirst ? words.link.firstTitle : words.link.title}</h1>
      <p>{isFirst ? words.link.firstWhy : words.link.why(link.fullName ?? '', link.name ?? '')}</p>
      <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
      {isFirst && (
        <>
          <TextField
            label={words.link.fullName}
            value={fullName}
            onValue={setFullName}
            problem={isTried && fault === 'fullName' ? words.link.fullNameMissing : undefined}
            input={{ name: 'fullName', autocomplete: 'name', maxLength: 120 }}
          />
          <TextField
            label={words.session.name}
            hint={words.link.nameRule}
            value={name}
            onValue={setName}
            problem={isTried && faultsAt.includes('name') ? words.link.nameWrong : undefined}
            input={{ name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: false, maxLength: 60 }}
          />
        </>
      )}
      <TextField
        label={change.next}
        hint={change.rule}
        value={password}
        onValue={setPassword}
        problem={isTried && fault === 'tooShort' ? change.tooShort : undefined}
        input={{ name: 'password', type: 'password', autocomplete: 'new-password', maxLength: 200 }}
      />
      <TextField
        label={change.again}
        value={again}
        onValue={setAgain}
        problem={isTried && fault === 'differ' ? change.differ : undefined}
        input={{ name: 'again', type: 'password', autocomplete: 'new-password', maxLength: 200 }}
      />
      <button type="submit" data-main disabled={isWorking}>
        {isWorking ? words.session.working : change.submit}
      </button>
    </form>
  )
}

function refusalOf(code: string): 'weak-password' | 'name-taken' | 'link-used-up' | 'other' {
  return code === 'weak-password' || code === 'name-taken' || code === 'link-used-up' ? code : 'other'
}
