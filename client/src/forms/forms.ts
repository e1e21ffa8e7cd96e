import type { FactType } from '@sotay/domain/kinds'
import { adoptionForm } from './adoption-form.tsx'
import { arrivalForm } from './arrival-forms.tsx'
import { birthForm } from './birth-form.tsx'
import { elderForm, premaritalForm } from './examination-forms.tsx'
import type { Form } from './form.ts'
import { householdChangeForm, householdForm } from './household-forms.tsx'
import { deathForm, departureForm } from './leaving-forms.tsx'
import { divorceForm, marriageForm, separationForm } from './marriage-forms.tsx'
import { closeForm, moveForm, splitForm } from './move-forms.tsx'
import { personChangeForm, personForm } from './person-forms.tsx'
import { residenceForm } from './residence-form.tsx'
import { methodDeclineForm, methodStartForm, methodStopForm } from './method-forms.tsx'
import { pregnancyEndForm, pregnancyForm } from './pregnancy-forms.tsx'
import { newbornForm, prenatalForm } from './screening-forms.tsx'

/** Every form there is, by the name in its address. */
export const FORMS: Readonly<Record<Form['title'], Form>> = {
  birth: birthForm,
  death: deathForm,
  departure: departureForm,
  person: personForm,
  household: householdForm,
  'person-change': personChangeForm,
  'household-change': householdChangeForm,
  arrival: arrivalForm,
  adoption: adoptionForm,
  marriage: marriageForm,
  separation: separationForm,
  divorce: divorceForm,
  move: moveForm,
  residence: residenceForm,
  split: splitForm,
  close: closeForm,
  newborn: newbornForm,
  'method-start': methodStartForm,
  'method-stop': methodStopForm,
  'method-decline': methodDeclineForm,
  pregnancy: pregnancyForm,
  'pregnancy-end': pregnancyEndForm,
  prenatal: prenatalForm,
  elder: elderForm,
  premarital: premaritalForm,
}

export function isFormName(name: string): name is Form['title'] {
  return Object.hasOwn(FORMS, name)
}

/** The form that a type of note is made, and put right, with. */
export function findFormOf(type: FactType): Form | undefined {
  return Object.values(FORMS).find((form) => form.type === type)
}
