import { HouseholdId, PersonId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { v7 } from 'uuid'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { timeOn } from '../../store/phone.ts'
import { areasInCharge } from '../../store/record.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { ChooseArea } from './choose-area.tsx'
import type { FormContext } from '../../forms/form.ts'
import { Filled } from '../../forms/filled.tsx'
import { FORMS, isFormName } from '../../forms/forms.ts'
import { Saved } from './saved.tsx'

interface Props {
  readonly kind: string
  readonly subject: string | undefined
}

/** A form for a household or a person. */
export function FormPage({ kind, subject }: Props): VNode {
  const words = useWords()
  const notebook = useNotebook()
  const { book, phone } = notebook
  const person = book.people.get(PersonId.safeParse(subject).data ?? noPerson)
  const household = book.households.get(person?.household ?? HouseholdId.safeParse(subject).data ?? noHousehold)
  const charge = areasInCharge(phone)
  const isNewHousehold = kind === 'household'
  const chosen = charge.length === 1 ? charge[0] : charge.find((one) => isNewHousehold && one.area === subject)
  const area = household?.area ?? person?.area ?? chosen?.area
  const context = useMemo<FormContext | undefined>(
    () =>
      area === undefined
        ? undefined
        : {
            notebook, words, area, newId: () => v7({ msecs: timeOn(phone) }),
            ...(household === undefined ? {} : { household }),
            ...(person === undefined ? {} : { person }),
          },
    [subject, area],
  )
  if (isNewHousehold && context === undefined && charge.length > 1) return <ChooseArea areas={charge} />
  if (context === undefined && charge.length === 0) {
    return (
      <div class={page.page}>
        <Notice kind="needs">{words.today.noArea}</Notice>
      </div>
    )
  }
  const isMissing = context === undefined || !isFormName(kind) || (kind !== 'household' && household === undefined) || (FORMS[kind].suits !== undefined && person === undefined)
  if (isMissing) {
    return (
      <div class={page.page}>
        <Notice kind="plain">{words.household.missing}</Notice>
      </div>
    )
  }
  const where = [
    isNewHousehold && charge.length > 1 && chosen !== undefined ? words.top.area(chosen.number, chosen.name) : '',
    household === undefined ? '' : words.household.title(household.number),
    person === undefined ? '' : nameOf(words, person),
  ]
  return <Filled form={FORMS[kind]} context={context} draftKey={`${kind} ${subject ?? ''}`} title={words.forms.titles[kind]} where={where.filter((part) => part !== '').join(' · ')} draftKept={words.forms.draftKept} saved={(fact, again) => <Saved fact={fact} again={again} />} />
}

const noPerson = PersonId.parse('00000000-0000-0000-0000-000000000000')
const noHousehold = HouseholdId.parse('00000000-0000-0000-0000-000000000000')
