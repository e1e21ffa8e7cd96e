import type { AreaId } from '@sotay/domain/kernel/ids'
import type { Period } from '@sotay/domain/kernel/period'
import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { ShelfFull } from '../../store/shelf.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { CheckField } from '../../ui/check-field.tsx'
import choice from '../../ui/choice-field.module.css'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'

interface Props {
  readonly area: AreaId
  readonly month: Period
  /** The sections without a line of which nothing is said yet. */
  readonly open: readonly P0Section[]
  readonly onSaved: () => void
}

/** "Không phát sinh": ticks, none set beforehand, for the sections without a line. */
export function NothingForm({ area, month, open, onSaved }: Props): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const [chosen, setChosen] = useState<readonly P0Section[]>([])
  const [trouble, setTrouble] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const texts = words.work.end

  async function save(): Promise<void> {
    if (chosen.length === 0) return setTrouble(texts.chooseOne)
    setSaving(true)
    try {
      const recorded = await notebook.record({ type: 'nothing-to-report', area, occurredOn: notebook.today(), data: { month, sections: [...chosen].sort((a, b) => a - b) } })
      if (recorded.kind === 'kept') onSaved()
      else setTrouble(recorded.problems.map(({ code, params }) => problemText(words.problems, code, params, words.unknownProblem)).join(' '))
    } catch (error) {
      if (!(error instanceof ShelfFull)) throw error
      setTrouble(words.notices.full)
    } finally {
      setSaving(false)
    }
  }

  return (
    <form onSubmit={(event) => (event.preventDefault(), void save())} noValidate>
      <fieldset class={choice.group}>
        <legend>{texts.nothingTitle}</legend>
        <p class={choice.hint}>{texts.nothingWhy}</p>
        <div class={page.stack}>
          {open.map((section) => (
            <CheckField
              key={section}
              label={texts.section(section, words.work.sections[section])}
              isChecked={chosen.includes(section)}
              onChecked={(isChecked) => {
                setTrouble(undefined)
                setChosen(isChecked ? [...chosen, section] : chosen.filter((one) => one !== section))
              }}
            />
          ))}
        </div>
      </fieldset>
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      <button class={button.plain} disabled={isSaving}>
        {isSaving ? words.forms.saving : texts.save}
      </button>
    </form>
  )
}
