import type { Context, History } from '../../kernel/decide.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { PersonsJoined } from '../facts.ts'
import { deedsOf, personKnown } from '../known.ts'

/** Two entries of one person: of one sex and about one age, none of them joined to the other already. */
export function judgeJoined(fact: PersonsJoined, history: History, _context: Context): Problem[] {
  const { person: id, duplicate } = fact.data
  if (id === duplicate) return [block('joined-to-itself', 'data.duplicate')]
  const [kept, other] = [personKnown(history, id), personKnown(history, duplicate)]
  if (kept.status === 'unopened' || other.status === 'unopened') return [block('subject-unknown', 'data.duplicate')]
  if (kept.joinedInto !== undefined) return [block('joined-already', 'data.person')]
  if (other.joinedInto !== undefined) return [block('joined-already', 'data.duplicate')]
  const years = Math.abs(Number(kept.born.slice(0, 4)) - Number(other.born.slice(0, 4)))
  const deeds = deedsOf(history, duplicate)
  return [
    ...(kept.sex === other.sex ? [] : [warn('joined-unlike', 'data.duplicate')]),
    ...(years > 5 ? [warn('joined-ages-apart', 'data.duplicate', { years })] : []),
    ...(deeds.length > 0 ? [warn('joined-with-notes', 'data.duplicate', { count: deeds.length })] : []),
  ]
}
