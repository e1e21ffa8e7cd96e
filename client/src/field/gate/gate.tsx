import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { type BookHere, bookName, chooseBook, chooseNone, findCurrentBook } from '../../store/books-here.ts'
import { type BookDatabase, idbVault, openDatabase } from '../../store/idb-store.ts'
import { type Notebook, openNotebook } from '../../store/notebook.ts'
import { openService } from '../../store/server-calls.ts'
import { type Bytes, hasVault } from '../../store/vault.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { ForgottenPin } from './forgotten-pin.tsx'
import { LinkPage } from './link-page.tsx'
import { SetPin } from './set-pin.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { Unlock } from './unlock.tsx'

/** What stands before the open book. */
type Step =
  | { readonly at: 'looking' }
  | { readonly at: 'barred'; readonly why: 'insecure' | 'noStorage' }
  | { readonly at: 'link'; readonly token: string }
  | { readonly at: 'sign-in' }
  | { readonly at: 'set-pin' | 'unlock' | 'forgotten'; readonly here: BookHere; readonly database: BookDatabase; readonly me: Me | undefined }

const service = openService()

/** Leads to the open book: sign in, set a PIN; later the PIN alone, also off line. */
export function Gate({ onOpen }: { readonly onOpen: (notebook: Notebook) => void }): VNode {
  const words = useWords().gate
  const [step, setStep] = useState<Step>({ at: 'looking' })

  async function toBook(here: BookHere, me: Me | undefined): Promise<void> {
    try {
      const database = await openDatabase(bookName(here.user))
      const isLocked = await hasVault(idbVault(database))
      if (!isLocked && me === undefined) return setStep({ at: 'sign-in' })
      setStep({ at: isLocked ? 'unlock' : 'set-pin', here, database, me })
    } catch {
      setStep({ at: 'barred', why: 'noStorage' })
    }
  }

  async function signedIn(me: Me, here: BookHere): Promise<void> {
    chooseBook(here)
    await toBook(here, me)
  }

  useEffect(() => {
    if (!isSecureContext || crypto.subtle === undefined) return setStep({ at: 'barred', why: 'insecure' })
    if (typeof indexedDB === 'undefined') return setStep({ at: 'barred', why: 'noStorage' })
    if (location.pathname === '/moi' && location.hash.length > 1) return setStep({ at: 'link', token: location.hash.slice(1) })
    const here = findCurrentBook()
    if (here === undefined) setStep({ at: 'sign-in' })
    else void toBook(here, undefined)
  }, [])

  async function open(at: Extract<Step, { here: BookHere }>, key: CryptoKey, raw: Bytes): Promise<void> {
    const notebook = await openNotebook(at.database, at.here, key, raw, service)
    if (at.me !== undefined) await notebook.takeUpMe(at.me)
    onOpen(notebook)
  }

  switch (step.at) {
    case 'looking':
      return <p aria-live="polite">{words.opening}</p>
    case 'barred':
      return (
        <main class={page.page}>
          <h1>{step.why === 'insecure' ? words.insecureTitle : words.noStorageTitle}</h1>
          <Notice kind="needs" isAlert>
            {step.why === 'insecure' ? words.insecure : words.noStorage}
          </Notice>
        </main>
      )
    case 'link':
      return <LinkPage service={service} token={step.token} onSignedIn={signedIn} />
    case 'sign-in':
      return <SignInPage service={service} onSignedIn={signedIn} />
    case 'set-pin':
      return <SetPin vault={idbVault(step.database)} onOpen={(key, raw) => open(step, key, raw)} />
    case 'unlock':
      return (
        <Unlock
          vault={idbVault(step.database)}
          onOpen={(key, raw) => open(step, key, raw)}
          onForgotten={() => setStep({ ...step, at: 'forgotten' })}
          onOther={() => (chooseNone(), setStep({ at: 'sign-in' }))}
        />
      )
    case 'forgotten':
      return (
        <ForgottenPin
          service={service}
          here={step.here}
          vault={idbVault(step.database)}
          onOpen={(key, raw) => open(step, key, raw)}
          onBack={() => setStep({ ...step, at: 'unlock' })}
        />
      )
  }
}
