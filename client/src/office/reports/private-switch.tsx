import type { VNode } from 'preact'
import css from './reports.module.css'

interface Props {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly words: { readonly open: string; readonly close: string; readonly hint: string }
}

/** Opens what was told in confidence and closes it again, and says that the service writes it down. */
export function PrivateSwitch({ isOpen, onOpen, words }: Props): VNode {
  return (
    <div class={css.private}>
      <button type="button" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        {isOpen ? words.close : words.open}
      </button>
      <p>{words.hint}</p>
    </div>
  )
}
