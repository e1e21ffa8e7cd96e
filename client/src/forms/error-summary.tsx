import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../i18n/field-words.ts'
import { Notice } from '../ui/notice.tsx'

interface Props {
  readonly problems: readonly { readonly field: string; readonly text: string; readonly label: string | undefined }[]
  /** Raised at each try, so that the summary is read and seen again. */
  readonly turn: number
  /** Nothing that cannot be, only what is surprising. */
  readonly isDoubt: boolean
}

/** What must be looked at again, on top, each leading to its box. */
export function ErrorSummary({ problems, turn, isDoubt }: Props): VNode | null {
  const words = useWords().forms
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (turn > 0 && problems.length > 0) {
      top.current?.focus()
      top.current?.scrollIntoView({ block: 'center' })
    }
  }, [turn])
  if (problems.length === 0) return null
  return (
    <div ref={top} tabIndex={-1}>
      <Notice kind={isDoubt ? 'needs' : 'wrong'} isAlert>
        <b>{words.summary}</b>
        <ul>
          {problems.map(({ field, text, label }) => (
            <li key={field + text}>
              <a
                href={`#box-${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  toBox(field)
                }}
              >
                {label === undefined ? text : `${label}: ${text}`}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function toBox(field: string): void {
  const box = document.getElementById(`box-${field}`)
  box?.scrollIntoView({ block: 'center' })
  const first = box?.querySelector<HTMLElement>('input, select, textarea')
  first?.focus()
}
