import { FactId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { v7 } from 'uuid'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { findTold } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { Filled } from '../../forms/filled.tsx'
import type { FormContext } from '../../forms/form.ts'
import { findFormOf } from '../../forms/forms.ts'
import { Saved } from './saved.tsx'

/** Puts a note right with the form that it was made with: what was noted wrongly from the start. */
export function CorrectPage({ id }: { readonly id: string }): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { book, phone } = notebook
  const read = FactId.safeParse(id)
  const fact = read.success ? findTold(phone.state, read.data)?.known : undefined
  const context = useMemo<FormContext | undefined>(() => {
    if (fact === undefined) return undefined
    const person = [...book.people.values()].find((one) => fact.about.includes(one.id))
    const household = [...book.households.values()].find((one) => fact.about.includes(one.id) || one.id === person?.household)
    return { notebook, words, area: fact.area, corrects: fact, newId: v7, ...(household === undefined ? {} : { household }), ...(person === undefined ? {} : { person }) }
  }, [id])
  const form = fact === undefined ? undefined : findFormOf(fact.type)
  if (context === undefined || form === undefined || fact === undefined) {
    return (
      <div class={page.page}>
        <Notice kind="plain">{words.household.missing}</Notice>
      </div>
    )
  }
  const before = `${words.notes.replaces} ${words.story.sentence(fact, namingOf(words, book.people, book.households))}`
  return <Filled form={form} context={context} draftKey={`sua ${id}`} title={words.forms.correction(words.forms.titles[form.title])} where={before} draftKept={words.forms.draftKept} saved={(kept) => <Saved fact={kept} />} />
}
