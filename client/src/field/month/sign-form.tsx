import type { AreaId } from '@sotay/domain/kernel/ids'
import type { Period } from '@sotay/domain/kernel/period'
import { isBlocked, type Problem } from '@sotay/domain/kernel/problem'
import { CELL_CODES, type CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import type { Messages } from '../../i18n/vi.ts'
import { type AreaMonth, signatureDraft } from '../../store/area-month.ts'
import { ShelfFull } from '../../store/shelf.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { Rows } from './handbook-part.tsx'

interface Props {
  readonly area: AreaId
  readonly month: Period
  readonly all: AreaMonth
  readonly onLeave: () => void
}

/** What a month is first looked at for. */
const FIRST: readonly CellCode[] = ['households', 'residents', 'births', 'deaths', 'arrivals', 'departures']

/** The figures once more, the first of them open and all others by a tap, what speaks against signing them now, and the signature. */
export function SignForm({ area, month, all, onLeave }: Props): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const [because, setBecause] = useState('')
  const [opened, setOpened] = useState<readonly string[]>([])
  const [hasTried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.focus()
    top.current?.scrollIntoView({ block: 'center' })
  }, [])
  const texts = words.work.end
  const draft = signatureDraft(notebook.phone.state, area, month, all.totals, notebook.today())
  const problems = notebook.judge(draft)
  const isDoubtful = problems.length > 0 && !isBlocked(problems)

  async function sign(): Promise<void> {
    setTried(true)
    const reason = because.trim()
    if (isDoubtful && reason === '') return
    setSaving(true)
    try {
      const recorded = await notebook.record({ ...draft, ...(isDoubtful ? { because: reason } : {}) })
      if (recorded.kind === 'kept') onLeave()
      else setTrouble(recorded.problems.map((problem) => textOf(words, problem)).join(' '))
    } catch (error) {
      if (!(error instanceof ShelfFull)) throw error
      setTrouble(words.notices.full)
    } finally {
      setSaving(false)
    }
  }

  return (
    <form onSubmit={(event) => (event.preventDefault(), void sign())} noValidate>
      <div ref={top} tabIndex={-1}>
        <p>{texts.confirm(month)}</p>
      </div>
      <Rows rows={FIRST.map((code) => [words.cells[code], all.totals[code] ?? 0])} />
      {partsOf(words, all).map(({ title, rows }) => (
        <Fold
          key={title}
          label={title}
          isOpen={opened.includes(title)}
          onOpen={(isOpen) => setOpened(isOpen ? [...opened, title] : opened.filter((one) => one !== title))}
        >
          <Rows rows={rows} />
        </Fold>
      ))}
      {all.contradicted.map((section) => (
        <Notice key={section} kind="needs">
          {texts.notEmpty(section, words.work.sections[section], all.lines.get(section) ?? 0)}
        </Notice>
      ))}
      {all.open.length > 0 && <Notice kind="needs">{texts.open(all.open.length)}</Notice>}
      {problems.map((problem) => (
        <Notice key={problem.code} kind={problem.severity === 'block' ? 'wrong' : 'needs'}>
          {textOf(words, problem)}
        </Notice>
      ))}
      {trouble !== undefined && (
        <Notice kind="wrong" isAlert>
          {trouble}
        </Notice>
      )}
      {isDoubtful && (
        <TextField
          label={texts.keep}
          hint={words.forms.keepHint}
          value={because}
          onValue={setBecause}
          problem={hasTried && because.trim() === '' ? words.forms.problems['missing-because'] : undefined}
          input={{ autocomplete: 'off', maxLength: 500 }}
        />
      )}
      <div class={page.stack}>
        <button class={button.main} disabled={isSaving || isBlocked(problems)}>
          {isSaving ? texts.signing : texts.signNow}
        </button>
        <button type="button" class={button.plain} onClick={onLeave}>
          {texts.back}
        </button>
      </div>
    </form>
  )
}

function textOf(words: Messages, { code, params }: Problem): string {
  return problemText(words.problems, code, params, words.unknownProblem)
}

interface Part {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string | number])[]
}

/** What is signed, as far as it has a name on paper: the sections of P0, of which a blank is no zero, the rows of 01-DSX, and the work. */
function partsOf(words: Messages, { lines, open, totals }: AreaMonth): readonly Part[] {
  const { handbook, end, sections } = words.work
  const work = { visits: handbook.visits, 'visits-households': handbook.households, 'visits-looked-through': handbook.lookedThrough, leaflets: handbook.leaflets }
  return [
    { title: end.p0, rows: [...lines].map(([section, count]) => [end.section(section, sections[section]), open.includes(section) ? end.blank : count]) },
    { title: words.monthPage.dsx, rows: CELL_CODES.map((code) => [words.cells[code], totals[code] ?? 0]) },
    { title: handbook.title, rows: Object.entries(work).map(([key, label]) => [label, totals[key] ?? 0]) },
  ]
}
