import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import {
  NEWBORN_CONDITIONS,
  type NewbornCondition,
  PRENATAL_CONDITIONS,
  type PrenatalCondition,
  SCREENING_RESULTS,
  SCREENING_WINDOWS,
  SERVICE_PLACES,
} from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import type { OpenPerson } from '../store/book.ts'
import { BoxReader, dateBoxes, type Form, type FormContext, noteOf, told } from './form.ts'
import { ChoiceBox, DateBox, optionsOf, SelectBox } from './form-boxes.tsx'
import css from './form.module.css'
import { GroupBox } from './group-box.tsx'
import { isOfChildbearingAge, WhomBox, whomOf, yearsOf } from './whom-box.tsx'

type Condition = PrenatalCondition | NewbornCondition

/** Screening before birth (P0 §10). */
export const prenatalForm: Form = {
  type: 'prenatal-screened',
  title: 'prenatal',
  suits: isOfChildbearingAge,
  blank: (context) => ({ whom: whomOf(context) }),
  filled(fact) {
    if (fact.type !== 'prenatal-screened') return {}
    const { person, window, results, where = '' } = fact.data
    return { whom: person, window, where, ...results, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const window = reader.choice('window', SCREENING_WINDOWS)
    const on = reader.date('on')
    const results = resultsOf(reader, PRENATAL_CONDITIONS)
    return noteOf(reader, on, { person, window, results, ...told({ where: reader.findChoice('where', SERVICE_PLACES) }) })
  },
  boxes: { person: 'whom' },
  Fields: PrenatalFields,
}

/** Screening of a newborn (P0 §2). */
export const newbornForm: Form = {
  type: 'newborn-screened',
  title: 'newborn',
  suits: isInfant,
  blank: (context) => ({ whom: whomOf(context) }),
  filled(fact) {
    if (fact.type !== 'newborn-screened') return {}
    const { person, results, where = '' } = fact.data
    return { whom: person, where, ...results, ...dateBoxes('on', fact.occurredOn) }
  },
  read(values) {
    const reader = new BoxReader(values)
    const person = reader.choiceOfAny('whom')
    const on = reader.date('on')
    const results = resultsOf(reader, NEWBORN_CONDITIONS)
    return noteOf(reader, on, { person, results, ...told({ where: reader.findChoice('where', SERVICE_PLACES) }) })
  },
  boxes: { person: 'whom' },
  Fields: NewbornFields,
}

/** A child in its first year: results come late. */
function isInfant(person: OpenPerson, today: PlainDate): boolean {
  return yearsOf(person, today) < 1
}

/** The conditions that were asked, one at least. */
function resultsOf(reader: BoxReader, conditions: readonly Condition[]) {
  const results = told(Object.fromEntries(conditions.map((condition) => [condition, reader.findChoice(condition, SCREENING_RESULTS)])))
  if (Object.keys(results).length === 0) reader.problems.push({ field: 'results', code: 'no-result' })
  return results
}

/** A list for each condition: what is left empty was not asked, and can be emptied again. */
function ResultBoxes({ context, conditions }: { readonly context: FormContext; readonly conditions: readonly Condition[] }): VNode {
  const { words } = context
  const { fields } = words.forms
  const results = optionsOf(SCREENING_RESULTS, words.codes.screeningResults)
  return (
    <GroupBox field="results" label={fields.results} hint={fields.resultsHint}>
      <div class={css.results}>
        {optionsOf(conditions, words.codes.conditions).map(({ value, text }) => (
          <SelectBox key={value} field={value} label={text} options={results} />
        ))}
      </div>
    </GroupBox>
  )
}

function PrenatalFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isOfChildbearingAge} />
      <ChoiceBox field="window" label={fields.window} options={optionsOf(SCREENING_WINDOWS, words.codes.screeningWindows)} />
      <DateBox field="on" label={fields.on.prenatal} />
      <ResultBoxes context={context} conditions={PRENATAL_CONDITIONS} />
      <SelectBox field="where" label={optional(fields.where)} options={optionsOf(SERVICE_PLACES, words.codes.servicePlaces)} />
    </>
  )
}

function NewbornFields({ context }: { readonly context: FormContext }): VNode {
  const { words } = context
  const { fields, optional } = words.forms
  return (
    <>
      <WhomBox context={context} suits={isInfant} />
      <DateBox field="on" label={fields.on.newborn} />
      <ResultBoxes context={context} conditions={NEWBORN_CONDITIONS} />
      <SelectBox field="where" label={optional(fields.where)} options={optionsOf(SERVICE_PLACES, words.codes.servicePlaces)} />
    </>
  )
}
