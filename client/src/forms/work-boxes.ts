import { isClockOff } from '../store/phone.ts'
import { type BoxReader, dateBoxes, type FormContext, type Values } from './form.ts'

/** What several boxes to tick under one question hold, of a list; a problem when none is ticked. */
export function ticked<const T extends string>(reader: BoxReader, field: string, options: readonly T[]): T[] {
  const chosen = chosenOf(reader.values, field)
  const known = options.filter((option) => chosen.includes(option))
  if (known.length === 0) reader.problems.push({ field, code: 'not-chosen' })
  return known
}

/** The values ticked under one question, in the order in which they were. */
export function chosenOf(values: Values, field: string): string[] {
  return (values[field] ?? '').split(',').filter((one) => one !== '')
}

/** Work is noted on the day it is done; where the clock cannot be believed the day is typed. */
export function ofToday({ notebook }: FormContext): Values {
  return isClockOff(notebook.phone) ? {} : dateBoxes('on', notebook.today())
}
