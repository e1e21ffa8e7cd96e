import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/field-words.ts'
import page from '../../ui/page.module.css'

/** Says that a day has gone by. */
export function Late({ on, today }: { readonly on: PlainDate; readonly today: PlainDate }): VNode | null {
  const words = useWords()
  if (on >= today) return null
  return (
    <>
      {' '}
      <span class={page.badge}>
        <span aria-hidden="true">⚠ </span>
        {words.work.today.overdue}
      </span>
    </>
  )
}
