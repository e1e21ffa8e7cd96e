import { monthContaining } from '@sotay/domain/kernel/period'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../i18n/field-words.ts'
import { isClockOff, timeOn } from '../store/phone.ts'
import { areasInCharge } from '../store/record.ts'
import { unsent } from '../store/phone-state.ts'
import { useNotebook } from '../store/use-notebook.ts'
import { Notice } from '../ui/notice.tsx'
import css from './places.module.css'

/** Always in sight: which area, which month, and what is not sent yet and since when. */
export function TopLine(): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { state } = notebook.phone
  const areas = areasInCharge(notebook.phone).map((area) => words.top.area(area.number, area.name)).join(', ')
  return (
    <>
      <header class={css.top}>
        <span class={css.where}>
          {areas === '' ? words.top.noArea : areas}
          <span class={css.now}> · {words.month(monthContaining(notebook.today()))}</span>
        </span>
        <Sending />
      </header>
      {state.me?.isDeviceRevoked === true && <Notice kind="needs">{words.unsent.why.revoked}</Notice>}
      {isClockOff(notebook.phone) && <Notice kind="needs">{words.notices.clockOff}</Notice>}
      {notebook.phone.damaged() > 0 && <Notice kind="needs">{words.notices.damaged(notebook.phone.damaged())}</Notice>}
    </>
  )
}

function Sending(): VNode {
  const words = useWords()
  const { phone, courier } = useNotebook()
  const waiting = unsent(phone.state)
  const delivery = courier.delivery()
  if (waiting.length > 0) {
    const since = timeOn(phone) - Math.min(...waiting.map(({ fact }) => fact.recordedAt))
    return (
      <Link href="/chua-gui" class={css.unsent}>
        <span aria-hidden="true">⬆&nbsp;</span>
        {words.top.unsent(waiting.length, since)}
      </Link>
    )
  }
  const isFirst = phone.state.lastAnswer === null
  if (isFirst && !delivery.isRunning) {
    return (
      <Link href="/chua-gui" class={css.unsent}>
        <span aria-hidden="true">⚠&nbsp;</span>
        {words.top.notPulled}
      </Link>
    )
  }
  const isPulling = delivery.isRunning && (delivery.received > 0 || isFirst)
  return (
    <Link href="/chua-gui" class={css.sent}>
      <span aria-hidden="true">{isPulling ? '⬇' : '✓'}&nbsp;</span>
      {isPulling ? words.top.pulling(delivery.received) : words.top.allSent}
    </Link>
  )
}
