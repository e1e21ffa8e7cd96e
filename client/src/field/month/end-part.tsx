import type { AreaId } from '@sotay/domain/kernel/ids'
import type { Period } from '@sotay/domain/kernel/period'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { showInstant } from '../../i18n/show-date.ts'
import type { AreaMonth } from '../../store/area-month.ts'
import { isPrivate } from '../../store/private-story.ts'
import { findTold } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { Fold, type Foldable } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import css from './end-part.module.css'
import { NothingForm } from './nothing-form.tsx'
import { SignForm } from './sign-form.tsx'

interface Props {
  readonly area: AreaId
  readonly month: Period
  readonly all: AreaMonth
  readonly where: string | undefined
  /** How a part of it opens. */
  readonly fold: (part: 'nothing' | 'late') => Foldable
}

const idOf = (area: AreaId): string => `end-${area}`

/** Leads to the end of the month in an area, where it is drawn. */
export function goToEnd(area: AreaId): void {
  const heading = document.getElementById(idOf(area))
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

/** The end of a month in one area: sections in which nothing happened, the signature, and what came after it. */
export function EndPart({ area, month, all, where, fold }: Props): VNode {
  const words = useWords()
  const { phone } = useNotebook()
  const [isSigning, setSigning] = useState(false)
  const { state, open, said } = all
  const texts = words.work.end
  const { sections } = words.work
  const { signed, late } = state
  const title = where === undefined ? texts.title : `${texts.title} · ${where}`
  const toSign = signed === undefined ? texts.sign(month) : texts.signAgain(month)
  // What was tapped is gone afterwards: the heading is where one goes on from.
  const leave = (): void => {
    setSigning(false)
    goToEnd(area)
  }
  return (
    <section>
      <h2 id={idOf(area)} class={css.heading} tabIndex={-1}>
        {title}
      </h2>
      {isSigning ? (
        <SignForm area={area} month={month} all={all} onLeave={leave} />
      ) : (
        <>
          {open.length + said.length > 0 && (
            <Fold label={texts.nothing} count={texts.nothingInShort(said.length, open.length)} {...fold('nothing')}>
              {said.length > 0 && (
                <ul class={page.list}>
                  {said.map((section) => (
                    <li key={section} class={page.item}>
                      <span aria-hidden="true">✓ </span>
                      {texts.said(section, sections[section])}
                    </li>
                  ))}
                </ul>
              )}
              {open.length > 0 && <NothingForm key={open.join()} area={area} month={month} open={open} onSaved={() => goToEnd(area)} />}
            </Fold>
          )}
          {signed === undefined ? (
            <p>{texts.notSigned}</p>
          ) : (
            <>
              <Notice kind="good">
                {texts.signed(signed.data.signer, signed.occurredOn)}
                {findTold(phone.state, signed.id)?.standing === 'pending' && ` ${texts.unsent}`}
              </Notice>
              <LateNotes ids={late.map(({ id }) => id)} fold={fold('late')} />
            </>
          )}
          <button type="button" class={signed === undefined ? button.main : button.plain} aria-label={where === undefined ? undefined : `${toSign} · ${where}`} onClick={() => setSigning(true)}>
            {toSign}
          </button>
        </>
      )}
    </section>
  )
}

/** "Bổ sung kỳ trước": what changes the month and was not there when it was signed. */
function LateNotes({ ids, fold }: { readonly ids: readonly Parameters<typeof findTold>[1][]; readonly fold: Foldable }): VNode {
  const words = useWords()
  const { phone, book } = useNotebook()
  const naming = namingOf(words, book.people, book.households)
  if (ids.length === 0) return <p class={page.soft}>{words.work.end.noLate}</p>
  const told = ids.map((id) => findTold(phone.state, id)).filter((one) => one !== undefined)
  return (
    <Fold label={<h3>{words.work.end.late(told.length)}</h3>} {...fold}>
      <ul class={page.list}>
        {told.map(({ fact, known, standing }) => (
          <li key={fact.id} class={page.item}>
            {isPrivate(phone.state, fact) ? words.private.line(showInstant(fact.recordedAt)) : known === undefined ? words.story.newer(fact.occurredOn) : words.story.sentence(known, naming)}
            <br />
            <span class={page.soft}>{words.notes.standing[standing]}</span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
