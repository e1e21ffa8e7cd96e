import type { Fact } from '@sotay/domain/kinds'
import type { ComponentChildren, VNode } from 'preact'
import { useWords } from '../i18n/field-words.ts'
import { namingOf } from '../i18n/naming.ts'
import { useKeeping } from '../store/use-keeping.ts'
import button from '../ui/button.module.css'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import page from '../ui/page.module.css'
import { ErrorSummary } from './error-summary.tsx'
import { type Form, type FormContext, labelOf } from './form.ts'
import { FillingProvider } from './form-boxes.tsx'
import css from './form.module.css'
import { useFilledForm } from './use-filled-form.ts'

interface Props {
  readonly form: Form
  readonly context: FormContext
  readonly draftKey: string
  readonly title: string
  readonly where: string
  /** What becomes of boxes left half filled, in a sentence. */
  readonly draftKept: string
  /** What stands there once the note is kept. */
  readonly saved: (fact: Fact, again?: Again) => ComponentChildren
}

/** The next note of the same happening. */
export interface Again {
  readonly text: string
  readonly go: () => void
}

/** A form from its first box to "Đã lưu trên máy": fill in, put right, see what was understood, keep. */
export function Filled({ form, context, draftKey, title, where, draftKept, saved }: Props): VNode {
  const words = useWords()
  const { book } = useKeeping()
  const filled = useFilledForm(form, context, draftKey)
  const { step, set, problemOf, problems, isDoubtful, values } = filled
  if (values === undefined) return <p aria-live="polite">{words.gate.opening}</p>
  if (step.at === 'saved') {
    const again = form.again === undefined || context.corrects !== undefined ? undefined : { text: words.forms.goOn[form.again.label], go: filled.goOn }
    return <>{saved(step.fact, again)}</>
  }
  const naming = namingOf(words, book.people, book.households)
  const say = (fact: Fact): string => words.story.sentence(fact, naming)
  return (
    <div class={page.page}>
      <h1>{title}</h1>
      <p class={page.soft}>{where}</p>
      {step.at === 'confirm' ? (
        <>
          <p>{words.forms.confirm}</p>
          <p class={css.understood}>{say(step.preview)}</p>
          {filled.trouble !== undefined && (
            <Notice kind="wrong" isAlert>
              {filled.trouble}
            </Notice>
          )}
          <div class={page.stack}>
            <button type="button" class={button.main} disabled={filled.isSaving} onClick={() => void filled.save()}>
              {filled.isSaving ? words.forms.saving : words.forms.save}
            </button>
            <button type="button" class={button.plain} onClick={filled.goBack}>
              {words.forms.change}
            </button>
          </div>
        </>
      ) : (
        <form onSubmit={(event) => (event.preventDefault(), void filled.look())} noValidate>
          {filled.trouble !== undefined && (
            <Notice kind="wrong" isAlert>
              {filled.trouble}
            </Notice>
          )}
          <ErrorSummary isDoubt={isDoubtful} problems={problems.map((one) => ({ ...one, label: labelOf(words, form, one.field) }))} turn={filled.turn} />
          <FillingProvider value={{ values, set, problemOf }}>
            <form.Fields context={context} />
          </FillingProvider>
          {isDoubtful && (
            <div id="box-because">
              <TextField
                label={words.forms.keep}
                hint={words.forms.keepHint}
                value={values['because'] ?? ''}
                onValue={(because) => set({ because })}
                problem={problemOf('because')}
                input={{ autocomplete: 'off', maxLength: 500 }}
              />
            </div>
          )}
          <button class={button.main} disabled={filled.isSaving}>
            {filled.isSaving ? words.forms.looking : words.forms.next}
          </button>
          <p class={page.soft}>{draftKept}</p>
          <button type="button" class={button.quiet} onClick={() => void filled.discard()}>
            {words.forms.discard}
          </button>
        </form>
      )}
    </div>
  )
}
