import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { showInstant } from '../../i18n/show-date.ts'
import { findTold, type Told } from '../../store/story.ts'
import { type Home, useHome } from './home.ts'
import css from './register.module.css'

interface Props {
  readonly notes: readonly Told[]
  /** Where the ways to put right and to take back begin; without it there are none. */
  readonly base?: string
  readonly none: string
  /** Whether they were asked for as private: they are then told whole. */
  readonly isPrivate?: boolean
}

/** Notes in sentences, the latest first, each with its author, how it came, whether it counts, and the ways to put it right. */
export function StoryPart({ notes, base, none, isPrivate = false }: Props): VNode {
  const home = useHome()
  if (notes.length === 0) return <p>{none}</p>
  return (
    <ol class={css.story}>
      {notes.map((told) => (
        <Line key={told.fact.id} told={told} home={home} base={base} isPrivate={isPrivate} />
      ))}
    </ol>
  )
}

interface LineProps extends Pick<Props, 'isPrivate'> {
  readonly told: Told
  readonly home: Home
  readonly base: string | undefined
}

function Line({ told, home, base, isPrivate = false }: LineProps): VNode {
  const words = useBookWords()
  const { story } = useRegisterWords()
  const { fact, known, counts, standing, reason, problems } = told
  const say = (of: Fact): string => (isPrivate ? words.story.whole : words.story.sentence)(of, namingOf(words, home.book.people, home.book.households))
  const nameOf = (user: string): string => new Map<string, string>(Object.entries(home.me.people)).get(user) ?? story.unknownAuthor
  const before = fact.corrects === undefined ? undefined : findTold(home.state, fact.corrects)?.known
  const what = known === undefined ? words.story.newer(fact.occurredOn) : say(known)
  const canAnswer = base !== undefined && counts && known !== undefined && known.type !== 'fact-withdrawn' && known.type !== 'fact-settled'
  const how = [story.author(nameOf(fact.recordedBy), showInstant(fact.recordedAt)), story.vias[fact.via], ...(fact.reportedBy === undefined ? [] : [story.reportedBy(nameOf(fact.reportedBy))])]
  const stands = standing === 'held' ? `⚠ ${words.notes.standing.held}` : counts ? `✓ ${story.counts}` : `– ${story.replaced}`
  return (
    <li data-counts={counts}>
      <p class={css.sentence}>{what}</p>
      {before !== undefined && (
        <p>
          {words.notes.replaces} {say(before)}
        </p>
      )}
      {fact.because !== undefined && <p>{words.story.because(fact.because)}</p>}
      <p class={css.soft}>{how.join(', ')}</p>
      <p class={css.soft}>{stands}</p>
      {reason !== undefined && <p>{words.notes.officer(reason)}</p>}
      {standing === 'held' && problems.map(({ code, at, params }) => <p key={code + at}>⚠ {problemText(words.problems, code, params, words.unknownProblem)}</p>)}
      {canAnswer && (
        <p class={css.acts}>
          <Link href={`${base}/sua/${fact.id}`} aria-label={story.correctWhat(what)}>
            {story.correct}
          </Link>
          <Link href={`${base}/rut-lai/${fact.id}`} aria-label={story.withdrawWhat(what)}>
            {story.withdraw}
          </Link>
        </p>
      )}
    </li>
  )
}
