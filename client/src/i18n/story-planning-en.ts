import type { PlanningFact } from '@sotay/domain/planning/facts'
import { showDate } from './show-date.ts'
import type { Naming } from './story-vi.ts'

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
/** A word of a code list as English says it: its code is English. */
const word = (code: string): string => code.replaceAll('-', ' ')
const told = (results: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(results).map(([condition, result]) => `${word(condition)}: ${word(result ?? '')}`).join('; ')

/** What a note of the follow-up says, in a sentence. */
export function planningSentenceEn(fact: PlanningFact, naming: Naming): string {
  const day = showDate(fact.occurredOn)
  const who = naming.person(fact.data.person) ?? 'Somebody not named here'
  switch (fact.type) {
    case 'method-started': {
      const { method, where, channel } = fact.data
      return `${who} began to use: ${joined(word(method), where && `place: ${word(where)}`, channel && word(channel))}, ${day}.`
    }
    case 'method-stopped':
      return `${who} stopped using: ${joined(word(fact.data.method), fact.data.reason && `reason: ${word(fact.data.reason)}`)}, ${day}.`
    case 'method-declined':
      return `${who} uses no method: ${word(fact.data.reason)}, ${day}.`
    case 'pregnancy-reported': {
      const { which, lastPeriod, due } = fact.data
      return `${who} is pregnant, ${joined(`found on ${day}`, which === 'unknown' ? 'which pregnancy unknown' : `pregnancy ${which}`, lastPeriod && `last period ${showDate(lastPeriod)}`, due && `due ${showDate(due)}`)}.`
    }
    case 'pregnancy-ended':
      return `${who}: ${word(fact.data.outcome)}, ${day}.`
    case 'prenatal-screened': {
      const { window, results, where } = fact.data
      return `${who} was screened before birth (week ${window}), ${joined(day, where && `place: ${word(where)}`)}: ${told(results)}.`
    }
    case 'newborn-screened':
      return `${who} was screened as a newborn, ${joined(day, fact.data.where && `place: ${word(fact.data.where)}`)}: ${told(fact.data.results)}.`
    case 'elder-examined':
      return `${who} had an examination of the elderly, ${joined(day, fact.data.where && `place: ${word(fact.data.where)}`, fact.data.note)}.`
    case 'premarital-examined':
      return `${who} was counselled and examined before marriage, ${joined(day, fact.data.where && `place: ${word(fact.data.where)}`)}.`
  }
}
