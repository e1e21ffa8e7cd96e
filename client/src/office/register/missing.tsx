import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useRegisterWords } from '../../i18n/office-register-words.ts'

/** Nothing of the commune stands at this address. */
export function Missing(): VNode {
  const words = useRegisterWords()
  return (
    <>
      <p>{words.missing}</p>
      <p>
        <Link href="/so-bo">← {words.back}</Link>
      </p>
    </>
  )
}
