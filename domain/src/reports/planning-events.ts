import type { AreaId, PersonId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Method, PregnancyEnd, ServicePlace } from '../packs/tt01-2022/code-lists.ts'
import { type Examination, type FollowUp, isHis, type MethodSpell, type NewbornScreening, type PrenatalScreening } from '../planning/follow-up.ts'
import { type CoupleSpell, coupleSpells } from '../register/couple.ts'
import type { Person } from '../register/person.ts'
import { areaOn, countedSpells, type Linked } from '../register/residence.ts'

/**
 * What happened to one person and is counted on its day. A line of P0 and what it adds to the cells are made of the same event, so that they cannot differ.
 *
 * 1. What happens to one person counts where that person is resident that day, the opening and the closing day included, as births and deaths do.
 * 2. A method counts where she is in a couple at the end of that day: hers at herself, his sterilisation at the woman whose husband he is then, whatever
 *    she uses beside. A switch is a stop and a new one.
 * 3. A screening of which nothing was done is no event.
 */
export type PlanningEvent = MethodEvent | PregnancyEvent | PrenatalEvent | NewbornEvent | ElderEvent

interface Happened {
  readonly area: AreaId
  readonly on: PlainDate
}
export interface MethodEvent extends Happened {
  readonly kind: 'method-new' | 'method-stopped'
  readonly method: Method
  readonly where?: ServicePlace
}
export interface PregnancyEvent extends Happened {
  readonly kind: 'pregnancy'
  readonly news: 'pregnant' | PregnancyEnd
  /** Absent where a loss was noted without its pregnancy. */
  readonly which?: number | 'unknown'
}
export interface PrenatalEvent extends Happened {
  readonly kind: 'prenatal'
  readonly screening: PrenatalScreening
}
export interface NewbornEvent extends Happened {
  readonly kind: 'newborn'
  readonly screening: NewbornScreening
}
export interface ElderEvent extends Happened {
  readonly kind: 'elder'
  readonly examination: Examination
}

/** What a count of the follow-up reads: own states of a person and of those one step away, of the register and of the follow-up. */
export interface PlanningSource {
  readonly linked: Linked
  readonly followUp: (id: PersonId) => FollowUp
}

/** The events of one person, in no particular order. */
export function planningEvents(person: Person, { linked, followUp }: PlanningSource): PlanningEvent[] {
  if (person.status === 'unopened') return []
  const own = followUp(person.id)
  const spells = countedSpells(person, linked)
  const here = <E extends { readonly on: PlainDate }>(event: E): (E & Happened)[] => {
    const area = areaOn(spells, event.on)
    return area === undefined ? [] : [{ ...event, area }]
  }
  const ofAnybody = [
    ...own.newborn.filter(isDone).flatMap((screening) => here({ kind: 'newborn', on: screening.on, screening } as const)),
    ...own.elder.flatMap((examination) => here({ kind: 'elder', on: examination.on, examination } as const)),
  ]
  if (person.sex === 'male') return ofAnybody
  return [
    ...ofAnybody,
    ...own.pregnancies.flatMap(({ found, which }) => here({ kind: 'pregnancy', news: 'pregnant', on: found, which } as const)),
    ...own.losses.flatMap(({ on, outcome, which }) => here({ kind: 'pregnancy', news: outcome, on, ...(which === undefined ? {} : { which }) } as const)),
    ...[...own.loose, ...own.pregnancies.flatMap(({ screenings }) => screenings)]
      .filter(isDone)
      .flatMap((screening) => here({ kind: 'prenatal', on: screening.on, screening } as const)),
    ...coupleSpells(person, linked).flatMap((couple) => [
      ...hersOf(own).flatMap((spell) => changesIn(couple, spell)),
      ...hisOf(couple, { linked, followUp }).flatMap((spell) => changesIn(couple, spell)),
    ]),
  ]
}

function isDone({ results }: PrenatalScreening | NewbornScreening): boolean {
  return Object.values(results).some((result) => result !== 'not-done')
}

/** The methods of a woman that are hers to begin and to stop. */
export function hersOf(own: FollowUp): MethodSpell[] {
  return own.methods.filter((spell) => !isHis(spell.method))
}

/** The sterilisation of the man who is the husband of a couple, as far as he is known. */
export function hisOf(couple: CoupleSpell, { linked, followUp }: PlanningSource): MethodSpell[] {
  const husband = couple.husband === undefined ? undefined : linked(couple.husband)
  if (husband === undefined || husband.status === 'unopened' || husband.sex !== 'male') return []
  return followUp(husband.id).methods.filter((spell) => isHis(spell.method))
}

/** A spell that ends with a death ends with the couple, and is no stop. */
function changesIn(couple: CoupleSpell, { method, from, until, where }: MethodSpell): MethodEvent[] {
  const isIn = (day: PlainDate): boolean => couple.from <= day && (couple.until === undefined || day < couple.until)
  const place = where === undefined ? {} : { where }
  const begun: MethodEvent[] = from !== undefined && isIn(from) ? [{ kind: 'method-new', area: couple.area, on: from, method, ...place }] : []
  if (until === undefined || !isIn(until)) return begun
  return [...begun, { kind: 'method-stopped', area: couple.area, on: until, method }]
}
