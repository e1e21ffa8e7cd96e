import type { PersonId } from '@sotay/domain/kernel/ids'
import { NEWBORN_CONDITIONS, type P0Section, type PrenatalCondition } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { P0 } from '@sotay/domain/reports/p0'
import type { P0Person } from '@sotay/domain/reports/p0-columns'
import type { P0Planning } from '@sotay/domain/reports/p0-planning'
import { showDate } from '../../i18n/show-date.ts'
import type { Messages } from '../../i18n/vi.ts'

/** A line of P0 as a screen shows it: whose, of which household, and the other columns of the form in its order; a value that is absent is blank on the form. */
export interface ShownLine {
  readonly person: PersonId
  readonly household: string | undefined
  readonly columns: readonly Column[]
}

export type Column = readonly [title: string, value: string | undefined]

type Lists = P0 & P0Planning

/** As the columns of §10 stand. */
const ON_FORM: readonly PrenatalCondition[] = ['edwards', 'down', 'patau', 'thalassemia']

/** The lines of one section with the columns of the form, as one commune reads it (p0.ts). Of the two days of birth of §1 the one of its sex is there. */
export function shownLines(section: P0Section, lists: Lists, words: Messages): readonly ShownLine[] {
  const { codes } = words
  const titles = words.p0.columns
  const { unknown } = words.p0
  const day = (on: string | undefined): string | undefined => (on === undefined ? undefined : showDate(on))
  const born = (one: { readonly born: string; readonly bornAbout: boolean }): string => words.p0.born(one.born, one.bornAbout)
  const whose = ({ person, householdNumber }: { readonly person: PersonId; readonly householdNumber?: string }) => ({ person, household: householdNumber })
  const place = (code: keyof typeof codes.servicePlaces | undefined): string | undefined => (code === undefined ? undefined : codes.servicePlaces[code])
  const where = (kind: string, name: string | undefined): string => (name === undefined ? kind : `${name} (${kind})`)
  const anybody = (line: P0Person): Column[] => [[titles.insurance, line.insuranceNumber], [titles.sex, codes.sexes[line.sex]], [titles.born, born(line)]]
  const member = (line: P0Person & { readonly relation: keyof typeof codes.relations }): Column[] => {
    const [insurance, ...rest] = anybody(line)
    return [...(insurance === undefined ? [] : [insurance]), [titles.relation, codes.relations[line.relation]], ...rest]
  }
  const woman = (line: { readonly insuranceNumber?: string; readonly born: string; readonly bornAbout: boolean }): Column[] => [[titles.insurance, line.insuranceNumber], [titles.born, born(line)]]

  switch (section) {
    case 1:
      return lists.births.map((line) => ({
        ...whose(line),
        columns: [
          line.bornMale === undefined ? [titles.bornFemale, day(line.bornFemale)] : [titles.bornMale, day(line.bornMale)],
          [titles.ethnicity, line.ethnicity],
          [titles.mother, line.mother?.name],
          [titles.motherInsurance, line.mother?.insuranceNumber],
          [titles.motherBorn, line.mother === undefined ? undefined : born(line.mother)],
          [titles.birthPlace, codes.birthPlaces[line.place]],
          [titles.order, line.order === 'unknown' ? unknown : String(line.order)],
        ],
      }))
    case 2:
      return lists.newborns.map((line) => ({
        ...whose(line),
        columns: [...NEWBORN_CONDITIONS.map((condition): Column => [capital(codes.conditions[condition]), resultOf(line.results[condition])]), [titles.where, place(line.where)]],
      }))
    case 3:
      return lists.deaths.map((line) => ({ ...whose(line), columns: [...member(line), [titles.died, day(line.died)], [titles.note, line.note]] }))
    case 4:
      return lists.arrivals.map((line) => ({
        ...whose(line),
        columns: [
          ...member(line),
          [titles.ethnicity, line.ethnicity],
          [titles.education, line.education === undefined ? undefined : codes.educations[line.education]],
          [titles.marital, codes.maritals[line.marital]],
          [titles.arrived, day(line.on)],
          [titles.from, where(codes.origins[line.from], line.place)],
        ],
      }))
    case 5:
      return lists.departures.map((line) => ({
        ...whose(line),
        columns: [...member(line), [titles.left, day(line.on)], [titles.destination, where(codes.destinations[line.destination], line.place)], [titles.note, line.note]],
      }))
    case 6:
      return lists.changes.map((line) => ({
        ...whose(line),
        columns: [...anybody(line), [titles.old, words.story.fields(line.old) || undefined], [titles.new, words.story.fields(line.new) || undefined], [titles.note, undefined]],
      }))
    case 7:
      return lists.methodsNew.map((line) => ({
        ...whose(line),
        columns: [
          ...woman(line),
          [titles.begun, day(line.on)],
          [titles.methodBegun, codes.methods[line.method]],
          [titles.children, line.children === undefined ? undefined : String(line.children)],
          [titles.where, place(line.where)],
        ],
      }))
    case 8:
      return lists.methodsStopped.map((line) => ({ ...whose(line), columns: [...woman(line), [titles.stopped, day(line.on)], [titles.methodStopped, codes.methods[line.method]]] }))
    case 9:
      return lists.pregnancies.map((line) => ({
        ...whose(line),
        columns: [
          ...woman(line),
          [titles.on, day(line.on)],
          [titles.news, line.news === 'pregnant' ? words.p0.pregnant : codes.pregnancyEnds[line.news]],
          [titles.which, line.which === 'unknown' ? unknown : line.which === undefined ? undefined : String(line.which)],
        ],
      }))
    case 10:
      return lists.prenatal.map((line) => ({
        ...whose(line),
        columns: [
          [titles.insurance, line.insuranceNumber],
          [titles.address, line.address?.join(', ')],
          [titles.born, born(line)],
          [titles.window, codes.screeningWindows[line.window]],
          [titles.done, day(line.on)],
          ...ON_FORM.map((condition): Column => [codes.conditions[condition], resultOf(line.results[condition])]),
          [titles.where, place(line.where)],
        ],
      }))
    case 11:
      return lists.elders.map((line) => ({
        ...whose(line),
        columns: [[titles.code, undefined], [titles.yearBorn, words.p0.born(line.born.slice(0, 4), line.bornAbout)], [titles.examined, day(line.on)], [titles.note, line.note]],
      }))
  }

  function resultOf(code: keyof typeof codes.screeningResults | undefined): string | undefined {
    return code === undefined ? undefined : codes.screeningResults[code]
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
