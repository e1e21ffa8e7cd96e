import type { Period } from '@sotay/domain/kernel/period'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import type { AreaMonth } from '../../store/area-month.ts'
import button from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import css from './standing-part.module.css'

interface Props {
  readonly month: Period
  readonly all: AreaMonth
  readonly where: string | undefined
  /** The way to the signature is asked for. */
  readonly onGo: () => void
}

/** How a month stands in one area, told before its figures: what contradicts itself, then whether it is signed and what is still blank, and the way to its end. */
export function StandingPart({ month, all: { lines, state, open, contradicted }, where, onGo }: Props): VNode {
  const words = useWords()
  const texts = words.work.end
  const { signed, late } = state
  const told = [
    where,
    signed === undefined ? texts.unsigned : texts.signedOn(signed.occurredOn),
    open.length > 0 ? texts.blankLeft(open.length) : undefined,
    late.length > 0 ? texts.lateLeft(late.length) : undefined,
  ].filter((one) => one !== undefined)
  return (
    <>
      {contradicted.map((section) => (
        <Notice key={section} kind="needs">
          {texts.notEmpty(section, words.work.sections[section], lines.get(section) ?? 0)}
          <br />
          <Link href={`/so-tay/${month}`} class={page.link}>
            {words.work.handbook.notes}
          </Link>
        </Notice>
      ))}
      <div class={css.standing}>
        <p>{told.join(' · ')}</p>
        <button type="button" class={button.quiet} aria-label={where === undefined ? undefined : `${texts.goTo} · ${where}`} onClick={onGo}>
          {texts.goTo}
        </button>
      </div>
    </>
  )
}
