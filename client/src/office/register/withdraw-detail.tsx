import type { FactId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { findTold } from '../../store/story.ts'
import { TextField } from '../../ui/field.tsx'
import { baseOf, type Subject } from './form-detail.tsx'
import { useHome } from './home.ts'
import { KeptNote } from './kept-note.tsx'
import { Missing } from './missing.tsx'
import { NoteDraft } from './note-draft.tsx'
import { useOfficeKeeping } from './office-keeping.ts'
import css from './register.module.css'
import type { Source } from './source.ts'
import { SourcePart } from './source-part.tsx'

/** Takes a note back, with the reason; it stays readable. */
export function WithdrawDetail({ id, subject }: { readonly id: FactId; readonly subject: Subject }): VNode {
  const home = useHome()
  const fact = findTold(home.state, id)?.known
  if (fact === undefined) return <Missing />
  return (
    <SourcePart me={home.me} area={fact.area}>
      {(source) => <Sourced fact={fact} back={baseOf(subject)} source={source} />}
    </SourcePart>
  )
}

function Sourced({ fact, back, source }: { readonly fact: Fact; readonly back: string; readonly source: Source }): VNode {
  const words = useBookWords()
  const { withdraw } = useRegisterWords()
  const home = useHome()
  const keeping = useOfficeKeeping(home, source)
  const [reason, setReason] = useState('')
  const [kept, setKept] = useState<Fact>()
  if (kept !== undefined) return <KeptNote fact={kept} keeping={keeping} back={back} backText={words.back} />
  const told = reason.trim()
  const draft = told === '' ? withdraw.missing : ({ type: 'fact-withdrawn', area: fact.area, occurredOn: keeping.today(), data: { fact: fact.id, reason: told } } as const)
  return (
    <div class={css.form}>
      <p class={css.acts}>
        <Link href={back}>← {words.back}</Link>
      </p>
      <h2>{withdraw.title}</h2>
      <p class={css.understood}>{words.story.sentence(fact, namingOf(words, home.book.people, home.book.households))}</p>
      <TextField label={withdraw.why} value={reason} onValue={setReason} input={{ autocomplete: 'off', maxLength: 500 }} />
      <NoteDraft keeping={keeping} draft={draft} act={withdraw.save} onKept={setKept} />
    </div>
  )
}
