import type { VNode } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { Router } from 'wouter-preact'
import { loadWords, type OfficeLanguage, useWords, WordsProvider } from '../i18n/office-words.ts'
import { officeVi } from '../i18n/office-vi.ts'
import { AskedView } from '../ui/asked-view.tsx'
import { SIGNED_OUT } from '../ui/ask-server.ts'
import { useAsked } from '../ui/use-asked.ts'
import { askMe, signOut } from './session/session-calls.ts'
import { ChangePassword } from './session/change-password.tsx'
import { keepLanguage, keptLanguage } from './language.ts'
import { askedWords } from '../i18n/asked-words.ts'
import { Places } from './places.tsx'
import { LinkPage } from './session/link-page.tsx'
import { SignInPage } from './session/sign-in-page.tsx'

/**
 * The officer's app: who is signed in decides what is shown; its address bar names the place, so that each can be kept and sent.
 * @param token of a one-time link, where the page was opened by one
 */
export function App({ token }: { readonly token: string | undefined }): VNode {
  const [language, setLanguage] = useState<OfficeLanguage>(keptLanguage)
  const [words, setWords] = useState(officeVi)
  useEffect(() => {
    keepLanguage(language)
    let isWanted = true
    void loadWords(language).then((loaded) => {
      if (!isWanted) return
      setWords(loaded)
      document.documentElement.lang = language
    })
    return () => {
      isWanted = false
    }
  }, [language])
  return (
    <WordsProvider value={words}>
      {token === undefined ? (
        <Router base="/office">
          <Door language={language} onLanguage={setLanguage} />
        </Router>
      ) : (
        <LinkPage token={token} />
      )}
    </WordsProvider>
  )
}

interface DoorProps {
  readonly language: OfficeLanguage
  readonly onLanguage: (language: OfficeLanguage) => void
}

function Door({ language, onLanguage }: DoorProps): VNode {
  const words = useWords()
  const asked = useAsked('me', askMe)
  const { again } = asked
  useEffect(() => {
    window.addEventListener(SIGNED_OUT, again)
    return () => window.removeEventListener(SIGNED_OUT, again)
  }, [again])
  const leave = useCallback(async () => {
    await signOut()
    again()
  }, [again])
  if (asked.trouble?.kind === 'signed-out') return <SignInPage language={language} onLanguage={onLanguage} onSignedIn={again} />
  if (asked.value === undefined) return <AskedView asked={asked} words={askedWords(words)}>{() => null}</AskedView>
  const me = asked.value
  if (me.mustChangePassword) return <ChangePassword onDone={again} onLeave={() => void leave()} />
  return <Places me={me} language={language} onLanguage={onLanguage} onLeave={() => void leave()} />
}
