import type { AreaId } from '@sotay/domain/kernel/ids'
import { UserId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { ComponentChildren, VNode } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { askedWords } from '../../i18n/asked-words.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import type { Answer } from '../../ui/ask-server.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { askUsers } from './register-calls.ts'
import css from './register.module.css'
import { findSource, NotingContext, reportersOf, type Source, VIAS } from './source.ts'

interface Props {
  readonly me: Me
  readonly area: AreaId
  /** What is noted, once it is told where it comes from. */
  readonly children: (source: Source) => ComponentChildren
}

/** Asks where a note comes from before the note itself; what was chosen stands until it is changed. */
export function SourcePart({ me, area, children }: Props): VNode {
  const words = useWords()
  const commune = me.commune?.unit
  const asked = useAsked(commune ?? '', async (signal) => {
    const none: Answer<never> = { ok: false, trouble: { kind: 'missing' } }
    return commune === undefined ? none : await askUsers(commune, signal)
  })
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {(users) => <Asked reporters={reportersOf(users, area, civilDayInVietnam(Date.now()))}>{children}</Asked>}
    </AskedView>
  )
}

function Asked({ reporters, children }: { readonly reporters: ReturnType<typeof reportersOf>; readonly children: Props['children'] }): VNode {
  const { source: words } = useRegisterWords()
  const { source, choose } = useContext(NotingContext)
  const [isOpen, setOpen] = useState(false)
  const chosen = findSource(source, reporters)
  if (chosen !== undefined && !isOpen) {
    const who = reporters.find(({ user }) => user === chosen.reportedBy)?.name ?? words.nobody
    return (
      <>
        <p class={css.source}>
          {words.chosen(words.vias[chosen.via], who)}{' '}
          <button type="button" onClick={() => setOpen(true)}>
            {words.change}
          </button>
        </p>
        {children(chosen)}
      </>
    )
  }
  const people = reporters.map(({ user, name, isFormer }) => ({ value: user as string, text: isFormer ? words.former(name) : name }))
  const reportedBy = source.reportedBy === 'nobody' || reporters.some(({ user }) => user === source.reportedBy) ? (source.reportedBy ?? '') : ''
  const report = (value: string): void => {
    const { reportedBy: _before, ...rest } = source
    setOpen(false)
    choose(value === '' ? rest : { ...rest, reportedBy: value === 'nobody' ? value : UserId.parse(value) })
  }
  return (
    <div class={css.form}>
      <ChoiceField
        id="source-via"
        label={words.legend}
        options={VIAS.map((via) => ({ value: via, text: words.vias[via] }))}
        value={source.via ?? ''}
        onValue={(value) => {
          const via = VIAS.find((one) => one === value)
          if (via !== undefined) choose({ ...source, via })
        }}
      />
      <SelectField label={words.reportedBy} value={reportedBy} onValue={report} options={[{ value: '', text: words.choose }, ...people, { value: 'nobody', text: words.nobody }]} />
      {chosen === undefined ? <p>{words.first}</p> : children(chosen)}
    </div>
  )
}
