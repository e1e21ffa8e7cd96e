import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../../i18n/office-words.ts'
import css from './admin.module.css'

interface Props {
  readonly title: string
  readonly how: string
  readonly secret: string
  readonly onClose: () => void
}

/** A link or a code that is shown this once: stays until closed, and takes the cursor so that it is not missed. */
export function Once({ title, how, secret, onClose }: Props): VNode {
  const { admin } = useWords()
  const [isCopied, setCopied] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [secret])
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <section ref={box} class={css.once} tabIndex={-1} aria-label={title}>
      <h3>{title}</h3>
      <p>{how}</p>
      <code class={css.secret} data-secret>
        {secret}
      </code>
      <div class={css.acts}>
        {'clipboard' in navigator && (
          <button type="button" onClick={() => void copy().catch(() => setCopied(false))}>
            {isCopied ? `✓ ${admin.link.copied}` : admin.link.copy}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {admin.link.close}
        </button>
      </div>
    </section>
  )
}
