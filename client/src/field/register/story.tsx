import type { SubjectId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { showInstant } from '../../i18n/show-date.ts'
import { findTold, storyOf, type Told } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'
import { findFormOf } from './forms.ts'
import css from './story.module.css'

/** The notes about somebody in sentences, the latest first, each with who wrote it and the ways to put it right. */
export function Story({ subject }: { readonly subject: SubjectId }): VNode {
  const { phone } = useNotebook()
  return <StoryLines lines={storyOf(phone.state, subject)} />
}

/** Notes in sentences, each with who wrote it and the ways to put it right. */
export function StoryLines({ lines }: { readonly lines: readonly Told[] }): VNode {
  return (
    <ul class={page.list}>
      {lines.map((told) => (
        <Line key={told.fact.id} told={told} />
      ))}
    </ul>
  )
}

function Line({ told }: { readonly told: Told }): VNode {
  const words = useWords()
  const { phone, book } = useNotebook()
  const { fact, known, standing, counts, problems, reason } = told
  const naming = namingOf(words, book.people, book.households)
  const author = phone.state.me?.people[fact.recordedBy] ?? (phone.state.me?.user === fact.recordedBy ? phone.state.me.fullName : words.notes.someone)
  const before = fact.corrects === undefined ? undefined : findTold(phone.state, fact.corrects)
  const canAnswer = counts && known !== undefined && known.type !== 'fact-withdrawn' && known.type !== 'fact-settled' && known.type !== 'task-given'
  const sentence = known === undefined ? words.story.newer(fact.occurredOn) : words.story.sentence(known, naming)
  const whole = known === undefined ? sentence : words.story.whole(known, naming)
  return (
    <li class={css.line}>
      <p class={counts ? '' : css.left}>{sentence}</p>
      {whole !== sentence && (
        <details>
          <summary class={css.act}>{words.work.private}</summary>
          <p>{whole}</p>
        </details>
      )}
      {before?.known !== undefined && (
        <p class={page.soft}>
          {words.notes.replaces} {words.story.sentence(before.known, naming)}
        </p>
      )}
      {fact.because !== undefined && <p class={page.soft}>{words.story.because(fact.because)}</p>}
      <p class={page.soft}>
        {words.notes.author(author, showInstant(fact.recordedAt))} · {words.notes.standing[standing]}
        {!counts && standing !== 'held' && standing !== 'refused' && ` · ${words.notes.left}`}
      </p>
      {reason !== undefined && <p>{words.notes.officer(reason)}</p>}
      {standing === 'held' &&
        problems.map((problem) => (
          <p key={problem.code + problem.at}>
            <span aria-hidden="true">⚠ </span>
            {problemText(words.problems, problem.code, problem.params, words.unknownProblem)}
          </p>
        ))}
      {canAnswer && (
        <p class={page.row}>
          {findFormOf(known) !== undefined && (
            <Link href={`/sua/${fact.id}`} class={css.act}>
              {words.notes.correct}
            </Link>
          )}
          <Link href={`/rut-lai/${fact.id}`} class={css.act}>
            {words.notes.withdraw}
          </Link>
        </p>
      )}
    </li>
  )
}
