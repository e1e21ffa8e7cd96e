import { asPerson, type PersonId, type SubjectId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { showInstant } from '../../i18n/show-date.ts'
import type { Naming } from '../../i18n/story-vi.ts'
import type { Messages } from '../../i18n/vi.ts'
import type { Book } from '../../store/book.ts'
import { findOwner, isPrivate } from '../../store/private-story.ts'
import { areasInCharge } from '../../store/record.ts'
import { findTold, storyOf, type Told } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'
import { findFormOf } from '../../forms/forms.ts'
import css from './story.module.css'

/** The notes about somebody in sentences, the latest first, each with who wrote it and the ways to put it right; private notes apart. */
export function Story({ subject }: { readonly subject: SubjectId }): VNode {
  const { phone } = useNotebook()
  return <StoryLines lines={storyOf(phone.state, subject).filter(({ fact }) => !isPrivate(phone.state, fact))} subject={subject} />
}

/** Somebody's own private notes. */
export function PrivateNotes({ person }: { readonly person: PersonId }): VNode {
  const words = useWords()
  const { phone } = useNotebook()
  const notes = storyOf(phone.state, person).filter(({ fact }) => isPrivate(phone.state, fact) && (findOwner(phone.state, fact) ?? person) === person)
  return notes.length === 0 ? <p class={page.soft}>{words.private.noStory}</p> : <StoryLines lines={notes} subject={person} />
}

/** Notes in sentences, each with who wrote it and the ways to put it right; as they stand on the page of a subject, where it is of one. */
export function StoryLines({ lines, subject }: { readonly lines: readonly Told[]; readonly subject?: SubjectId }): VNode {
  return (
    <ul class={page.list}>
      {lines.map((told) => (
        <Line key={told.fact.id} told={told} subject={subject} />
      ))}
    </ul>
  )
}

function Line({ told, subject }: { readonly told: Told; readonly subject: SubjectId | undefined }): VNode {
  const words = useWords()
  const { phone, book } = useNotebook()
  const { fact, known, standing, counts, problems, reason } = told
  const naming = withoutBirthMother(namingOf(words, book.people, book.households), book, fact.about.filter((id) => id === subject), words)
  const author = phone.state.me?.people[fact.recordedBy] ?? (phone.state.me?.user === fact.recordedBy ? phone.state.me.fullName : words.notes.someone)
  const before = fact.corrects === undefined ? undefined : findTold(phone.state, fact.corrects)
  // A private note that was first noted of somebody else is not told here as that other person's.
  const isOfAnother = before !== undefined && isPrivate(phone.state, before.fact) && findOwner(phone.state, before.fact) !== findOwner(phone.state, fact)
  // What another collaborator noted in another area is theirs to put right.
  const isMine = phone.state.own.has(fact.id) || areasInCharge(phone).some(({ area }) => area === fact.area)
  const canAnswer = isMine && counts && known !== undefined && known.type !== 'fact-withdrawn' && known.type !== 'fact-settled' && known.type !== 'task-given'
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
      {before?.known !== undefined && !isOfAnother && (
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
      {(standing === 'held' || standing === 'refused') &&
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

/** On the page of an adopted child, the woman who bore it is not named. */
function withoutBirthMother(naming: Naming, book: Book, about: readonly SubjectId[], words: Messages): Naming {
  const hidden = new Set(
    about.flatMap((id) => {
      const child = book.people.get(asPerson(id))
      return child?.adopters === undefined || child.mother?.kind !== 'person' ? [] : [child.mother.person]
    }),
  )
  return hidden.size === 0 ? naming : { ...naming, person: (id) => (hidden.has(id) ? words.moving.notNamed : naming.person(id)) }
}
