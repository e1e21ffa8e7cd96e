import type { AreaId, PersonId } from '../kernel/ids.ts'
import { presumedDay } from '../kernel/partial-date.ts'
import { birthday, type PlainDate } from '../kernel/plain-date.ts'
import { packFor } from '../packs/in-force.ts'
import type { Person } from './person.ts'
import { countedSpells, type Linked } from './residence.ts'

/** The days from `from` up to, not including, `until` in which a woman counts as "nữ 15–49 tuổi có chồng" in an area. */
export interface CoupleSpell {
  readonly area: AreaId
  readonly from: PlainDate
  readonly until?: PlainDate
  /** Absent where he is not of the registry, or is by his own state the husband of somebody else. */
  readonly husband?: PersonId
}

/**
 * When and where a woman counts as a couple (domain.md §3 "Couple"): a resident of the age, married or separated, whose husband is not known to be dead;
 * away or abroad is still "có chồng". Nothing for a man.
 */
export function coupleSpells(wife: Person, linked: Linked): readonly CoupleSpell[] {
  if (wife.status === 'unopened' || wife.sex !== 'female' || (wife.marital !== 'married' && wife.marital !== 'separated')) return []
  const born = presumedDay(wife.born)
  const husband = wife.spouse === undefined ? undefined : linked(wife.spouse)
  const named = husband !== undefined && husband.spouse === wife.id ? { husband: husband.id } : {}
  return countedSpells(wife, linked).flatMap((spell) => {
    const age = packFor(spell.from).marriedWomenAge
    const [fifteen, fifty] = [birthday(born, age.from), birthday(born, age.below)]
    const from = fifteen > spell.from ? fifteen : spell.from
    const ends = [fifty, spell.to, husband?.status === 'dead' ? husband.death.on : undefined].filter((day) => day !== undefined)
    const until = ends.reduce((first, day) => (day < first ? day : first))
    return from < until ? [{ area: spell.area, from, until, ...named }] : []
  })
}
