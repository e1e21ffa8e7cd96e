import type { Noted } from '../kernel/effective.ts'
import type { AnyFact } from '../kernel/fact.ts'
import type { FactId } from '../kernel/ids.ts'
import { workFacts } from './effective-work.ts'
import type { TaskAnswered, TaskGiven } from './facts.ts'

/** A task of an area with the answer that stands. */
export interface Task {
  readonly fact: TaskGiven
  /** Its own id and those of the notes that it puts right: an answer may name any of them. */
  readonly ids: readonly FactId[]
  /** The later (recordedAt, id) of the answers that count; absent while there is none. */
  readonly answer?: TaskAnswered
}

/** The tasks that stand among the notes of one area, the latest given first. `noted` holds with a fact all that corrects, withdraws or settles it. */
export function tasksOf(noted: readonly Noted[]): Task[] {
  const facts = workFacts(noted)
  const known = new Map(noted.map(({ fact }) => [fact.id, fact]))
  const answers = facts.filter((fact) => fact.type === 'task-answered').sort(byTime)
  return facts
    .filter((fact) => fact.type === 'task-given')
    .sort((a, b) => byTime(b, a))
    .map((fact) => {
      const ids = chainOf(fact, known)
      const answer = answers.findLast((one) => ids.includes(one.data.task))
      return { fact, ids, ...(answer === undefined ? {} : { answer }) }
    })
}

/** Whether a task still wants something done: not answered, or answered as not done. */
export function isOpen(task: Task): boolean {
  return task.answer?.data.answer !== 'done'
}

function chainOf(fact: AnyFact, known: ReadonlyMap<FactId, AnyFact>): FactId[] {
  const ids: FactId[] = []
  for (let at: AnyFact | undefined = fact; at !== undefined && !ids.includes(at.id); at = at.corrects === undefined ? undefined : known.get(at.corrects)) ids.push(at.id)
  return ids
}

function byTime(a: AnyFact, b: AnyFact): number {
  return a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)
}
