import type { AreaId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import { firstDay, lastDay, type Period } from '../kernel/period.ts'
import { presumedDay } from '../kernel/partial-date.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Method, NewbornCondition, PregnancyEnd, PrenatalCondition, ScreeningResult, ScreeningWindow, ServicePlace } from '../packs/tt01-2022/code-lists.ts'
import type { Person } from '../register/person.ts'
import { byHousehold, homeOn, numberOf, type P0Source, papersOf } from './p0-columns.ts'
import { type PlanningEvent, planningEvents, type PlanningSource } from './planning-events.ts'

/**
 * P0/CTV sections 2 and 7–11 (Thông tư 01/2022/TT-BYT; columns as one commune reads the form): the name lists of an area and period.
 *
 * 1. A line for each event behind the numbers: §2 `newborn-screenings`, §7 `couples-new`, §8 `couples-stopped`, §9 `pregnancies-found`,
 *    `pregnancies-lost` and `stillbirths`, §10 `prenatal-screenings`. §11 has a line for each examination, and `elders-examined` counts its people.
 * 2. The household of a line is that of its day, in the area of the list.
 * 3. A column that is absent was not asked or is not known, and prints so; nothing is guessed. The form's "Mã đối tượng" (§11) nobody knows.
 */
export interface P0Planning {
  /** §2 Danh sách trẻ được sàng lọc sơ sinh. */
  readonly newborns: readonly P0Newborn[]
  /** §7 Vợ chồng mới sử dụng biện pháp tránh thai. */
  readonly methodsNew: readonly P0MethodNew[]
  /** §8 Vợ chồng thôi sử dụng biện pháp tránh thai. */
  readonly methodsStopped: readonly P0Method[]
  /** §9 Phụ nữ có thông tin thai sản. */
  readonly pregnancies: readonly P0Pregnancy[]
  /** §10 Sàng lọc trước sinh. */
  readonly prenatal: readonly P0Prenatal[]
  /** §11 Người cao tuổi khám sức khỏe. */
  readonly elders: readonly P0Elder[]
}

interface Line {
  readonly person: PersonId
  readonly householdNumber?: string
  readonly on: PlainDate
}

interface Woman extends Line {
  readonly name?: string
  readonly insuranceNumber?: string
  readonly born: PartialDate
  readonly bornAbout: boolean
}

export interface P0Newborn extends Line {
  /** Absent until the child has a name. */
  readonly name?: string
  readonly results: Readonly<Partial<Record<NewbornCondition, ScreeningResult>>>
  readonly where?: ServicePlace
}

/** The line of a couple is the wife's, his sterilisation too. */
export interface P0Method extends Woman {
  readonly method: Method
}

export interface P0MethodNew extends P0Method {
  /** Her living children that day; absent where the book does not have them all. */
  readonly children?: number
  readonly where?: ServicePlace
}

export interface P0Pregnancy extends Woman {
  readonly news: 'pregnant' | PregnancyEnd
  readonly which?: number | 'unknown'
}

export interface P0Prenatal extends Woman {
  readonly address?: readonly string[]
  readonly window: ScreeningWindow
  readonly results: Readonly<Partial<Record<PrenatalCondition, ScreeningResult>>>
  readonly where?: ServicePlace
}

export interface P0Elder extends Line {
  readonly name?: string
  readonly born: PartialDate
  readonly bornAbout: boolean
  readonly note?: string
}

export interface P0PlanningSource extends P0Source {
  readonly followUp: PlanningSource['followUp']
}

type Opened = Exclude<Person, { status: 'unopened' }>

/** The lists of an area and period: by day, then by household number. */
export function p0PlanningOf(source: P0PlanningSource, area: AreaId, period: Period): P0Planning {
  const newborns: P0Newborn[] = []
  const methodsNew: P0MethodNew[] = []
  const methodsStopped: P0Method[] = []
  const pregnancies: P0Pregnancy[] = []
  const prenatal: P0Prenatal[] = []
  const elders: P0Elder[] = []
  const [first, last] = [firstDay(period), lastDay(period)]

  function enter(person: Opened, event: PlanningEvent): void {
    const home = homeOn(person, area, event.on)
    const line: Line = { person: person.id, ...numberOf(home, source), on: event.on }
    const woman: Woman = { ...line, ...papersOf(person), born: person.born, bornAbout: person.bornAbout }
    switch (event.kind) {
      case 'newborn':
        newborns.push({ ...line, ...nameOf(person), results: event.screening.results, ...placeOf(event.screening) })
        break
      case 'method-new':
        methodsNew.push({ ...woman, method: event.method, ...childrenOf(person, event.on, source), ...placeOf(event) })
        break
      case 'method-stopped':
        methodsStopped.push({ ...woman, method: event.method })
        break
      case 'pregnancy':
        pregnancies.push({ ...woman, news: event.news, ...(event.which === undefined ? {} : { which: event.which }) })
        break
      case 'prenatal':
        prenatal.push({ ...woman, ...addressOf(home, source), window: event.screening.window, results: event.screening.results, ...placeOf(event.screening) })
        break
      case 'elder':
        elders.push({ ...line, ...nameOf(person), born: person.born, bornAbout: person.bornAbout, ...(event.examination.note === undefined ? {} : { note: event.examination.note }) })
        break
    }
  }

  for (const person of source.people) {
    if (person.status === 'unopened') continue
    for (const event of planningEvents(person, { linked: source.person, followUp: source.followUp })) {
      if (event.area === area && first <= event.on && event.on <= last) enter(person, event)
    }
  }
  return {
    newborns: newborns.sort(byDay),
    methodsNew: methodsNew.sort(byDay),
    methodsStopped: methodsStopped.sort(byDay),
    pregnancies: pregnancies.sort(byDay),
    prenatal: prenatal.sort(byDay),
    elders: elders.sort(byDay),
  }
}

function byDay(a: Line, b: Line): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : byHousehold(a, b)
}

function nameOf(person: Opened): { name?: string } {
  return person.name === undefined ? {} : { name: person.name.full }
}

function placeOf({ where }: { readonly where?: ServicePlace }): { where?: ServicePlace } {
  return where === undefined ? {} : { where }
}

function addressOf(home: HouseholdId | undefined, source: P0Source): { address?: readonly string[] } {
  const household = home === undefined ? undefined : source.household(home)
  return household === undefined || household.status === 'unopened' || household.address.length === 0 ? {} : { address: household.address }
}

/** All of her children are known where the highest order told is their number; each must be in the book to tell whether it lives. */
function childrenOf(woman: Opened, on: PlainDate, source: P0Source): { children?: number } {
  const before = woman.births.filter((birth) => presumedDay(birth.on) <= on)
  const highest = Math.max(...before.map((birth) => (birth.order === 'unknown' ? 0 : birth.order)))
  const children = before.map((birth) => source.person(birth.child)).filter((child) => child !== undefined && child.status !== 'unopened')
  if (before.length === 0 || highest !== before.length || children.length !== before.length) return {}
  return { children: children.filter((child) => child.status !== 'dead' || child.death.on > on).length }
}
