import type { AreaId, PersonId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Person, Spell } from './person.ts'

/** Own states of the people that a person's state names, one step away. */
export type Linked = (id: PersonId) => Person | undefined

/**
 * The spells in which a person is counted (nhân khẩu thực tế thường trú, domain.md §3).
 *
 * - Somebody opened by the book counts unless noted as staying for now.
 * - A newborn counts with a resident mother from birth; where the mother's book was opened after the birth, from that day. The child of a mother who
 *   is not counted, lives elsewhere or cannot be found in the registry is not counted by its birth. A foundling counts where it is.
 */
export function countedSpells(person: Person, linked: Linked): readonly Spell[] {
  if (person.status === 'unopened') return []
  return ownSpells(person).flatMap((spell) => {
    if (spell.opened === 'book' || person.mother === undefined || person.mother.kind === 'unknown') return [spell]
    if (person.mother.kind === 'elsewhere') return []
    const mother = linked(person.mother.person)
    if (mother === undefined) return []
    const first = ownSpells(mother).find(
      (hers) => (hers.to === undefined || hers.to >= spell.from) && (hers.from <= spell.from || hers.opened === 'book'),
    )
    if (first === undefined) return []
    const from = first.from > spell.from ? first.from : spell.from
    return spell.to !== undefined && spell.to < from ? [] : [{ ...spell, from }]
  })
}

/** The spells of somebody who is not noted as staying for now, by own state alone. */
export function ownSpells(person: Person): readonly Spell[] {
  return person.status === 'unopened' || person.presence === 'staying' ? [] : person.spells
}

/** The area in which a person is resident on a day, for what happens that day: the opening and the closing day included. */
export function areaOn(spells: readonly Spell[], day: PlainDate): AreaId | undefined {
  return spells.find((spell) => spell.from <= day && (spell.to === undefined || day <= spell.to))?.area
}
