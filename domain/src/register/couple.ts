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
  /** Where it is somebody of the registry. */
  readonly husband?: PersonId
}

/**
 * A couple counts where the wife is resident, never at the husband; away, abroad or separated is still "có chồng". It ends with the divorce, either
 * death, or her 50th birthday (domain.md §3).
 */
export function coupleSpells(wife: Person, linked: Linked): readonly CoupleSpell[] {
  if (wife.status === 'unopened' || wife.sex !== 'female' || wife.unions.length === 0) return []
  const spells = countedSpells(wife, linked)
  const born = presumedDay(wife.born)
  return wife.unions.flatMap((union) => {
    const husband = spouseIn(wife, union)
    const end = earliest(union.to, deathOf(husband, linked))
    return spells.flatMap((spell) => coupleIn(spell, union, born, end, husband))
  })
}

function coupleIn(spell: Spell, union: Union, born: PlainDate, end: PlainDate | undefined, husband: PersonId | undefined): CoupleSpell[] {
  const { from: youngest, below } = packFor(spell.from).marriedWomenAge
  const from = [spell.from, union.from, birthday(born, youngest)].reduce((a, b) => (a > b ? a : b))
  const until = earliest(spell.to, end, birthday(born, below))
  if (until !== undefined && from >= until) return []
  return [{ area: spell.area, from, ...(until === undefined ? {} : { until }), ...(husband === undefined ? {} : { husband }) }]
}

function deathOf(husband: PersonId | undefined, linked: Linked): PlainDate | undefined {
  const known = husband === undefined ? undefined : linked(husband)
  return known?.status === 'dead' ? known.death.on : undefined
}

function earliest(...days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}
