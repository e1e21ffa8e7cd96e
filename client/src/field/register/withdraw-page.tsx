import { FactId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { ShelfFull } from '../../store/shelf.ts'
import { findTold } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import css from '../../forms/form.module.css'
import { Saved } from './saved.tsx'

/** Takes a note back, with the reason; it stays readable. */
export function WithdrawPage({ id }: { readonly id: string }): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { book, phone } = notebook
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [kept, setKept] = useState<Fact>()
  const read = FactId.safeParse(id)
  const fact = read.success ? findTold(phone.state, read.data)?.known : undefined
  if (kept !== undefined) return <Saved fact={kept} />
  if (fact === undefined) {
    return (
      <div class={page.page}>
        <Notice kind="plain">{words.household.missing}</Notice>
      </div>
    )
  }

  async function save(of: Fact): Promise<void> {
    if (reason.trim() === '') return setTrouble(words.forms.problems.missing)
    try {
      const draft = { type: 'fact-withdrawn', area: of.area, occurredOn: of.occurredOn, data: { fact: of.id, reason } } as const
      const first = await notebook.record(draft)
      const recorded = first.kind === 'doubtful' ? await notebook.record({ ...draft, because: reason }) : first
      if (recorded.kind === 'kept') setKept(recorded.fact)
      else setTrouble(recorded.problems.map(({ code, params }) => problemText(words.problems, code, params, words.unknownProblem)).join(' '))
    } catch (error) {
      if (!(error instanceof ShelfFull)) throw error
      setTrouble(words.notices.full)
    }
  }

  return (
    <div class={page.page}>
      <h1>{words.forms.withdrawTitle}</h1>
      <p class={css.understood}>{words.story.sentence(fact, namingOf(words, book.people, book.households))}</p>
      <form onSubmit={(event) => (event.preventDefault(), void save(fact))} noValidate>
        <TextField label={words.forms.withdrawWhy} value={reason} onValue={setReason} problem={trouble} input={{ autocomplete: 'off', maxLength: 500 }} />
        <button class={button.main}>{words.forms.withdrawSave}</button>
      </form>
    </div>
  )
}
