import type { AreaId, PersonId } from '../kernel/ids.ts'
import { presumedDay } from '../kernel/partial-date.ts'
import { birthday, type PlainDate } from '../kernel/plain-date.ts'
import { packFor } from '../packs/in-force.ts'
import { type Person, spouseIn, type Union } from './person.ts'
import { countedSpells, type Linked, type Spell } from './residence.ts'

/** Days on whose ends a woman is one of a couple of reproductive age in an area: from `from` up to, not including, `until`. */
export interface CoupleSpell {
  readonly area: AreaId
  readonly from: PlainDate
  readonly until?: PlainDate
  /** Absent where he is not of the registry, or is by his own state no husband of hers in these days. */
  readonly husband?: PersonId
}

/**
 * A couple counts where the wife is resident, never at the husband; away, abroad or separated is still "có chồng". It ends with the divorce, either
 * death, or her 50th birthday (domain.md §3). Nothing for a man.
 */
export function coupleSpells(wife: Person, linked: Linked): readonly CoupleSpell[] {
  if (wife.status === 'unopened' || wife.sex !== 'female' || wife.unions.length === 0) return []
  const spells = countedSpells(wife, linked)
  const born = presumedDay(wife.born)
  return wife.unions.flatMap((union) => {
    const named = spouseIn(wife, union)
    const husband = named === undefined ? undefined : linked(named)
    const end = earliest(union.to, husband?.status === 'dead' ? husband.death.on : undefined)
    return spells.flatMap((spell) => coupleIn(spell, union, born, end)).flatMap((spell) => withHusband(spell, husband, wife.id))
  })
}

function coupleIn(spell: Spell, union: Union, born: PlainDate, end: PlainDate | undefined): CoupleSpell[] {
  const { from: youngest, below } = packFor(spell.from).marriedWomenAge
  const from = [spell.from, union.from, birthday(born, youngest)].reduce((a, b) => (a > b ? a : b))
  const until = earliest(spell.to, end, birthday(born, below))
  if (until !== undefined && from >= until) return []
  return [{ area: spell.area, from, ...(until === undefined ? {} : { until }) }]
}

/** The spell cut where he becomes, and ceases to be, her husband by his own state. */
function withHusband(spell: CoupleSpell, husband: Person | undefined, wife: PersonId): CoupleSpell[] {
  if (husband === undefined) return [spell]
  const isInside = (day: PlainDate | undefined): day is PlainDate => day !== undefined && spell.from < day && (spell.until === undefined || day < spell.until)
  const days = [...new Set([spell.from, ...husband.unions.flatMap(({ from, to }) => [from, to].filter(isInside))])].sort()
  return days.map((from, index) => {
    const until = days[index + 1] ?? spell.until
    const named = isHusbandOn(husband, wife, from) ? { husband: husband.id } : {}
    return { area: spell.area, from, ...(until === undefined ? {} : { until }), ...named }
  })
}

function isHusbandOn(husband: Person, wife: PersonId, day: PlainDate): boolean {
  const union = husband.unions.findLast(({ from, to }) => from <= day && (to === undefined || day < to))
  if (union !== undefined) return spouseIn(husband, union) === wife
  return husband.unions.length === 0 && husband.spouse === wife
}

function earliest(...days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}
