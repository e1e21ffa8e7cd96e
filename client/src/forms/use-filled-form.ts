import { isBlocked, type Problem } from '@sotay/domain/kernel/problem'
import { type Fact, readFact } from '@sotay/domain/kinds'
import { useEffect, useState } from 'preact/hooks'
import * as z from 'zod/mini'
import { useWords } from '../i18n/field-words.ts'
import { problemText } from '../i18n/problem-vi.ts'
import { NotKept } from '../store/keeping.ts'
import type { Draft } from '../store/record.ts'
import { ShelfFull } from '../store/shelf.ts'
import { useKeeping } from '../store/use-keeping.ts'
import { boxOf, type FieldProblem, type Form, type FormContext, type Note, type Values } from './form.ts'

type Step = { readonly at: 'fill' } | { readonly at: 'confirm'; readonly draft: Draft; readonly preview: Fact } | { readonly at: 'saved'; readonly fact: Fact }

interface Shown {
  readonly field: string
  readonly text: string
}

const KeptValues = z.record(z.string(), z.string())

/**
 * A form being filled in: its boxes, kept sealed at every keystroke; what speaks against them, from the same `decide` that keeps the note and that the
 * service runs; and the steps to the kept note.
 */
export function useFilledForm(form: Form, context: FormContext, draftKey: string) {
  const words = useWords()
  const notebook = useKeeping()
  const [values, setValues] = useState<Values>()
  const [step, setStep] = useState<Step>({ at: 'fill' })
  const [turn, setTurn] = useState(0)
  const [trouble, setTrouble] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const first = (): Values => (context.corrects === undefined ? form.blank(context) : form.filled(context.corrects))

  useEffect(() => {
    notebook.drafts.read(draftKey).then(
      (kept) => {
        const read = KeptValues.safeParse(kept)
        setValues(read.success ? read.data : first())
      },
      () => setValues(first()),
    )
  }, [draftKey])

  const read = values === undefined ? [] : form.read(values, context)
  const found = turn === 0 || values === undefined ? [] : speaksAgainst(read, values)

  function draftOf(note: Note, because: string): Draft {
    const { area, corrects } = context
    return { type: form.type, area, ...note, ...(corrects === undefined ? {} : { corrects: corrects.id }), ...(because === '' ? {} : { because }) }
  }

  function foretoldReason({ severity, code }: Problem): string | undefined {
    return severity === 'warn' ? form.foretold?.(context)[code] : undefined
  }

  /** Why it is kept: what is written, else what the form has said already. */
  function reasonFor(note: Note, now: Values): string {
    const written = (now['because'] ?? '').trim()
    return written !== '' ? written : (notebook.judge(draftOf(note, '')).map(foretoldReason).find((reason) => reason !== undefined) ?? '')
  }

  function speaksAgainst(of: Note | readonly FieldProblem[], now: Values): { shown: Shown; severity: Problem['severity'] }[] {
    if (!('data' in of)) return of.map(({ field, code }) => ({ shown: { field, text: words.forms.problems[code] }, severity: 'block' }))
    const because = (now['because'] ?? '').trim()
    const problems = notebook.judge(draftOf(of, because)).filter((problem) => foretoldReason(problem) === undefined)
    const shown = problems.map((problem) => ({ shown: { field: boxOf(form, problem), text: textOf(problem) }, severity: problem.severity }))
    const needsReason = problems.length > 0 && !isBlocked(problems) && because === ''
    return needsReason ? [...shown, { shown: { field: 'because', text: words.forms.problems['missing-because'] }, severity: 'block' }] : shown
  }

  function textOf({ code, params }: Problem): string {
    return code === 'malformed' ? words.forms.problems.malformed : problemText(words.problems, code, params, words.unknownProblem)
  }

  function set(changes: Values): void {
    const next = { ...values, ...changes }
    setValues(next)
    notebook.drafts.keep(draftKey, next).catch(() => setTrouble(words.notices.full))
  }

  /** Looks at the whole and goes on to what was understood, if nothing stands against it. */
  async function look(): Promise<void> {
    if (values === undefined) return
    if (notebook.ask !== undefined && 'data' in read) {
      const ask = notebook.ask(draftOf(read, (values['because'] ?? '').trim()))
      if (!(await isDone(ask))) return
    }
    setTurn((before) => before + 1)
    const against = speaksAgainst(read, values)
    if (!('data' in read) || against.some(({ severity }) => severity === 'block')) return
    const draft = draftOf(read, reasonFor(read, values))
    const preview = previewOf(draft)
    if (preview !== undefined) setStep({ at: 'confirm', draft, preview })
  }

  function previewOf(draft: Draft): Fact | undefined {
    const nobody = '00000000-0000-0000-0000-000000000000'
    const raw = { ...draft, id: nobody, v: 1, about: [], recordedAt: 0, recordedBy: nobody, device: nobody, via: 'phone' }
    const reading = readFact(raw)
    return reading.kind === 'known' ? reading.fact : undefined
  }

  async function save(): Promise<void> {
    if (step.at !== 'confirm') return
    await isDone(
      notebook.record(step.draft).then(async (recorded) => {
        if (recorded.kind === 'kept') {
          setStep({ at: 'saved', fact: recorded.fact })
          await notebook.drafts.putAway(draftKey)
        } else setStep({ at: 'fill' })
      }),
    )
  }

  /** Whether work came to its end; where it did not, what became of the note stands on the screen. */
  async function isDone(work: Promise<void>): Promise<boolean> {
    setSaving(true)
    setTrouble(undefined)
    try {
      await work
      return true
    } catch (error) {
      if (error instanceof ShelfFull) setTrouble(words.notices.full)
      else if (error instanceof NotKept) setTrouble(error.message)
      else throw error
      return false
    } finally {
      setSaving(false)
    }
  }

  /** Goes on with the next note of the same happening. */
  function goOn(): void {
    if (step.at !== 'saved' || form.again === undefined) return
    setTurn(0)
    setValues(form.again.values(step.fact, context))
    setStep({ at: 'fill' })
  }

  async function discard(): Promise<void> {
    setTurn(0)
    setValues(first())
    await notebook.drafts.putAway(draftKey)
  }

  const problems = found.map(({ shown }) => shown)
  return {
    values, step, turn, trouble, isSaving, problems, set, look, save, discard, goOn,
    /** Nothing stands against it but what may be kept with a reason. */
    isDoubtful: found.length > 0 && found.every(({ severity, shown }) => severity === 'warn' || shown.field === 'because'),
    problemOf: (field: string): string | undefined =>
      problems
        .filter((problem) => problem.field === field)
        .map(({ text }) => text)
        .join(' ') || undefined,
    goBack: () => setStep({ at: 'fill' }),
  }
}
