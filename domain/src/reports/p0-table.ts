import type { P0Section, NewbornCondition, PrenatalCondition } from '../packs/tt01-2022/code-lists.ts'
import { P0_SECTIONS } from '../packs/tt01-2022/code-lists.ts'
import { PartialDate } from '../kernel/partial-date.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { P0, P0Birth, P0Death } from './p0.ts'
import type { P0Person } from './p0-columns.ts'
import type { P0Arrival, P0Change, P0Departure } from './p0-moves.ts'
import type { P0Elder, P0Method, P0MethodNew, P0Newborn, P0Planning, P0Pregnancy, P0Prenatal } from './p0-planning.ts'
import type { P0Cell } from './p0-cell.ts'

/** The columns of P0/CTV (Thông tư 01/2022/TT-BYT, as one commune reads the form); what each is called is the printer's to say. */
export type P0Column =
  | 'household' | 'name' | 'insurance' | 'relation' | 'sex' | 'born' | 'note' | 'on'
  | 'child' | 'born-male' | 'born-female' | 'ethnicity' | 'mother' | 'mother-insurance' | 'mother-born' | 'birth-place' | 'order'
  | 'infant' | NewbornCondition | 'service-place'
  | 'died' | 'education' | 'marital' | 'arrived' | 'origin' | 'left' | 'destination' | 'old' | 'new'
  | 'wife' | 'begun' | 'method-begun' | 'children' | 'local-service-place' | 'ended' | 'method-ended'
  | 'news' | 'which' | 'address' | 'window' | 'screened' | PrenatalCondition
  | 'subject-code' | 'born-year' | 'examined'

/** The columns that name whose a line is; every section has one. */
export const NAMING_COLUMNS: ReadonlySet<P0Column> = new Set<P0Column>(['name', 'child', 'infant', 'wife'])

/** A line of a section: whose it is, and what stands in each column. */
export interface P0Row {
  readonly person: PersonId
  readonly cells: readonly P0Cell[]
}

interface Section {
  readonly columns: readonly P0Column[]
  readonly rows: (p0: P0 & P0Planning) => P0Row[]
}

type ColumnOf<Line> = readonly [P0Column, (line: Line) => P0Cell]

const UNKNOWN: P0Cell = { kind: 'unknown' }
const BLANK: P0Cell = { kind: 'blank' }

function text(value: string | undefined, absent: P0Cell = UNKNOWN): P0Cell {
  return value === undefined || value === '' ? absent : { kind: 'text', text: value }
}

function count(value: number | 'unknown' | undefined): P0Cell {
  return value === undefined || value === 'unknown' ? UNKNOWN : { kind: 'number', number: value }
}

function day(value: string | undefined, isAbout = false, absent: P0Cell = UNKNOWN): P0Cell {
  return value === undefined ? absent : { kind: 'day', day: PartialDate.parse(value), isAbout }
}

/** A code, where one was told; that it was asked and is not known prints as unknown. */
function told<Code extends string>(code: Code | 'unknown' | undefined, cell: (code: Code) => P0Cell): P0Cell {
  return code === undefined || code === 'unknown' ? UNKNOWN : cell(code)
}

function fields(of: P0Change['old']): P0Cell {
  return Object.keys(of).length === 0 ? UNKNOWN : { kind: 'fields', fields: of }
}

type Numbered = { readonly householdNumber?: string }
type Papered = { readonly name?: string; readonly insuranceNumber?: string }
type Born = { readonly born: P0Person['born']; readonly bornAbout: boolean }

const household: ColumnOf<Numbered> = ['household', (line) => text(line.householdNumber)]
const name: ColumnOf<Papered> = ['name', (line) => text(line.name)]
const insurance: ColumnOf<Papered> = ['insurance', (line) => text(line.insuranceNumber)]
const relation: ColumnOf<Pick<P0Death, 'relation'>> = ['relation', (line) => told(line.relation, (code) => ({ kind: 'relation', code }))]
const sex: ColumnOf<Pick<P0Person, 'sex'>> = ['sex', (line) => ({ kind: 'sex', code: line.sex })]
const born: ColumnOf<Born> = ['born', (line) => day(line.born, line.bornAbout)]
const ethnicity: ColumnOf<{ readonly ethnicity?: string }> = ['ethnicity', (line) => text(line.ethnicity)]
const note: ColumnOf<{ readonly note?: string }> = ['note', (line) => text(line.note, BLANK)]
const servicePlace = (column: P0Column): ColumnOf<Pick<P0Newborn, 'where'>> => [column, (line) => told(line.where, (code) => ({ kind: 'service-place', code }))]
const dayOf = (column: P0Column): ColumnOf<{ readonly on: string }> => [column, (line) => day(line.on)]
const wife: ColumnOf<Papered> = ['wife', name[1]]
const method = (column: P0Column): ColumnOf<Pick<P0Method, 'method'>> => [column, (line) => ({ kind: 'method', code: line.method })]

function newborn(condition: NewbornCondition): ColumnOf<P0Newborn> {
  return [condition, ({ results }) => told(results[condition], (code) => ({ kind: 'result', code }))]
}

function prenatal(condition: PrenatalCondition): ColumnOf<P0Prenatal> {
  return [condition, ({ results }) => told(results[condition], (code) => ({ kind: 'result', code }))]
}

function section<Line extends { readonly person: PersonId }>(lines: (p0: P0 & P0Planning) => readonly Line[], columns: readonly ColumnOf<Line>[]): Section {
  return {
    columns: columns.map(([column]) => column),
    rows: (p0) => lines(p0).map((line) => ({ person: line.person, cells: columns.map(([, cellOf]) => cellOf(line)) })),
  }
}

const SECTIONS: Readonly<Record<P0Section, Section>> = {
  1: section<P0Birth>(({ births }) => births, [
    household,
    ['child', ({ child }) => text(child)],
    ['born-male', ({ bornMale }) => day(bornMale, false, BLANK)],
    ['born-female', ({ bornFemale }) => day(bornFemale, false, BLANK)],
    ethnicity,
    ['mother', ({ mother }) => text(mother?.name)],
    ['mother-insurance', ({ mother }) => text(mother?.insuranceNumber)],
    ['mother-born', ({ mother }) => day(mother?.born, mother?.bornAbout)],
    ['birth-place', ({ place }) => told(place, (code) => ({ kind: 'birth-place', code }))],
    ['order', ({ order }) => count(order)],
  ]),
  2: section<P0Newborn>(({ newborns }) => newborns, [
    household,
    ['infant', (line) => text(line.name)],
    newborn('hypothyroidism'),
    newborn('g6pd'),
    newborn('adrenal-hyperplasia'),
    newborn('hearing-loss'),
    newborn('heart-disease'),
    servicePlace('service-place'),
  ]),
  3: section<P0Death>(({ deaths }) => deaths, [household, name, insurance, relation, sex, born, ['died', ({ died }) => day(died)], note]),
  4: section<P0Arrival>(({ arrivals }) => arrivals, [
    household,
    name,
    insurance,
    relation,
    sex,
    born,
    ethnicity,
    ['education', ({ education }) => told(education, (code) => ({ kind: 'education', code }))],
    ['marital', ({ marital }) => told(marital, (code) => ({ kind: 'marital', code }))],
    dayOf('arrived'),
    ['origin', ({ from, place }) => ({ kind: 'origin', code: from, ...(place === undefined ? {} : { place }) })],
  ]),
  5: section<P0Departure>(({ departures }) => departures, [
    household,
    name,
    insurance,
    relation,
    sex,
    born,
    dayOf('left'),
    ['destination', ({ destination, place }) => ({ kind: 'destination', code: destination, ...(place === undefined ? {} : { place }) })],
    note,
  ]),
  6: section<P0Change>(({ changes }) => changes, [household, name, insurance, sex, born, ['old', (line) => fields(line.old)], ['new', (line) => fields(line.new)], ['note', () => BLANK]]),
  7: section<P0MethodNew>(({ methodsNew }) => methodsNew, [
    household,
    wife,
    insurance,
    born,
    dayOf('begun'),
    method('method-begun'),
    ['children', ({ children }) => count(children)],
    servicePlace('local-service-place'),
  ]),
  8: section<P0Method>(({ methodsStopped }) => methodsStopped, [household, wife, insurance, born, dayOf('ended'), method('method-ended')]),
  9: section<P0Pregnancy>(({ pregnancies }) => pregnancies, [
    household,
    name,
    insurance,
    born,
    dayOf('on'),
    ['news', ({ news }) => ({ kind: 'news', code: news })],
    ['which', ({ which }) => count(which)],
  ]),
  10: section<P0Prenatal>(({ prenatal: lines }) => lines, [
    household,
    insurance,
    name,
    ['address', ({ address }) => text(address?.join(', '))],
    born,
    ['window', ({ window }) => ({ kind: 'window', code: window })],
    dayOf('screened'),
    prenatal('edwards'),
    prenatal('down'),
    prenatal('patau'),
    prenatal('thalassemia'),
    servicePlace('service-place'),
  ]),
  11: section<P0Elder>(({ elders }) => elders, [
    household,
    ['subject-code', () => UNKNOWN],
    name,
    ['born-year', (line) => day(line.born.slice(0, 4), line.bornAbout)],
    dayOf('examined'),
    note,
  ]),
}

/** The columns of a section, in the order of the form. */
export function p0ColumnsOf(section: P0Section): readonly P0Column[] {
  return SECTIONS[section].columns
}

/** The name lists as tables: the lines of every section in the order of the form, a cell for each of its columns. */
export function p0Tables(p0: P0 & P0Planning): { readonly section: P0Section; readonly rows: readonly P0Row[] }[] {
  return P0_SECTIONS.map((section) => ({ section, rows: SECTIONS[section].rows(p0) }))
}
