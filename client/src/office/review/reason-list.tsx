import { Problem } from '@sotay/domain/kernel/problem'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/office-words.ts'
import { problemText } from '../../i18n/problem-vi.ts'

/** What speaks against a note, in words; what stands in the way of taking it comes first. */
export function ReasonList({ problems }: { readonly problems: readonly unknown[] }): VNode {
  const words = useWords()
  const read = problems.flatMap((problem) => {
    const parsed = Problem.safeParse(problem)
    return parsed.success ? [parsed.data] : []
  })
  if (read.length === 0) return <p>{words.review.noReasons}</p>
  const ordered = [...read].sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'))
  return (
    <ul>
      {ordered.map((problem) => (
        <li key={`${problem.code}${problem.at}`}>
          <span aria-hidden="true">{problem.severity === 'block' ? '⚠ ' : '• '}</span>
          {problemText(words.problem, problem.code, problem.params, words.unknownProblem)}
        </li>
      ))}
    </ul>
  )
}
