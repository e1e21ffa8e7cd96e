import { AreaId, type FactId, type HouseholdId, type PersonId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { v7 } from 'uuid'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { nameOf, namingOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { findTold } from '../../store/story.ts'
import { KeepingProvider } from '../../store/use-keeping.ts'
import type { Form, FormContext } from '../../forms/form.ts'
import { Filled } from '../../forms/filled.tsx'
import { findFormOf, FORMS, isFormName } from '../../forms/forms.ts'
import { areaNameOf, useHome } from './home.ts'
import { KeptNote } from './kept-note.tsx'
import { Missing } from './missing.tsx'
import { useOfficeKeeping } from './office-keeping.ts'
import type { Source } from './source.ts'
import { SourcePart } from './source-part.tsx'
import css from './register.module.css'

/** For whom a form is opened. */
export interface Subject {
  readonly household?: HouseholdId
  readonly person?: PersonId
}

/** The address of the page that a form belongs to. */
export function baseOf({ household, person }: Subject): string {
  return person === undefined ? `/so-bo/ho/${household ?? ''}` : `/so-bo/nguoi/${person}`
}

/** A form of a household or of a person, the same that a phone has. */
export function FormDetail({ kind, subject }: { readonly kind: string; readonly subject: Subject }): VNode {
  const { book } = useHome()
  const person = subject.person === undefined ? undefined : book.people.get(subject.person)
  const home = person?.household ?? subject.household
  const household = home === undefined ? undefined : book.households.get(home)
  if (household === undefined || !isFormName(kind)) return <Missing />
  return <Opened form={FORMS[kind]} context={{ area: household.area, household, ...(person === undefined ? {} : { person }) }} back={baseOf(subject)} />
}

/** A household that enters the book of an area. */
export function NewHouseholdDetail({ area }: { readonly area: string }): VNode {
  const { me } = useHome()
  const read = AreaId.safeParse(area)
  if (!read.success || !me.communeAreas.includes(read.data)) return <Missing />
  return <Opened form={FORMS.household} context={{ area: read.data }} back="/so-bo" />
}

/** Puts a note right with the form that it was made with. */
export function CorrectDetail({ id, subject }: { readonly id: FactId; readonly subject: Subject }): VNode {
  const { book, state } = useHome()
  const { form: words } = useRegisterWords()
  const fact = findTold(state, id)?.known
  if (fact === undefined) return <Missing />
  const form = findFormOf(fact.type)
  if (form === undefined) return <p>{words.noForm}</p>
  const person = [...book.people.values()].find((one) => fact.about.includes(one.id))
  const household = [...book.households.values()].find((one) => fact.about.includes(one.id) || one.id === person?.household)
  const context = { area: fact.area, corrects: fact, ...(household === undefined ? {} : { household }), ...(person === undefined ? {} : { person }) }
  return <Opened form={form} context={context} back={baseOf(subject)} />
}

interface Props {
  readonly form: Form
  readonly context: Omit<FormContext, 'notebook' | 'words' | 'newId'>
  readonly back: string
}

function Opened({ form, context, back }: Props): VNode {
  const { me } = useHome()
  return (
    <SourcePart me={me} area={context.area}>
      {(source) => <Sourced form={form} context={context} back={back} source={source} />}
    </SourcePart>
  )
}

function Sourced({ form, context, back, source }: Props & { readonly source: Source }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const home = useHome()
  const keeping = useOfficeKeeping(home, source)
  const { area, household, person, corrects } = context
  const whole = useMemo<FormContext>(() => ({ ...context, notebook: keeping, words, newId: v7 }), [keeping, words, area, household?.id, person?.id, corrects?.id])
  const title = words.forms.titles[form.title]
  const say = (fact: Fact): string => words.story.sentence(fact, namingOf(words, home.book.people, home.book.households))
  const where = [
    areaNameOf(home.me, area, register.area),
    household === undefined ? '' : register.household.title(household.number),
    person === undefined ? '' : nameOf(words, person),
    corrects === undefined ? '' : `${words.notes.replaces} ${say(corrects)}`,
  ]
  const key = corrects === undefined ? `${form.title} ${person?.id ?? household?.id ?? area}` : `sua ${corrects.id}`
  const backText = person !== undefined ? register.backToPerson(nameOf(words, person)) : household !== undefined ? register.backToHousehold(household.number) : register.back
  return (
    <KeepingProvider value={keeping}>
      <p class={css.acts}>
        <Link href={back}>← {backText}</Link>
      </p>
      <Filled
        key={key}
        form={form}
        context={whole}
        draftKey={key}
        title={corrects === undefined ? title : words.forms.correction(title)}
        where={where.filter((part) => part !== '').join(' · ')}
        draftKept={register.form.draftKept}
        saved={(fact, again) => <KeptNote fact={fact} keeping={keeping} back={backFrom(fact, back)} backText={backText} again={again} />}
      />
    </KeepingProvider>
  )
}

/** A new household is gone to; else the page from which it was noted. */
function backFrom(fact: Fact, back: string): string {
  return fact.type === 'household-registered' ? `/so-bo/ho/${fact.data.household}` : back
}
