import { type AreaId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { FactType } from '../kinds.ts'
import type { Chance } from './chance.ts'

/** Somebody of a made-up village and where. */
export interface Villager {
  readonly id: PersonId
  readonly household: HouseholdId
  readonly area: AreaId
  readonly sex: 'male' | 'female'
}

/** What happens to be noted next, and who has entered or changed places by it. */
export interface Happening {
  readonly type: FactType
  readonly area: AreaId
  readonly data: unknown
  readonly officer?: true
  readonly came?: readonly Villager[]
  readonly home?: { readonly id: HouseholdId; readonly area: AreaId }
}

export interface Around {
  readonly people: readonly Villager[]
  readonly households: readonly { readonly id: HouseholdId; readonly area: AreaId }[]
  readonly newId: (kind: string) => string
  readonly born: (from: number, to: number) => string
}

/** Arrivals, returns, moves, splits, closings, adoptions, absences, marriages and their ends, joined entries: any of them, of anybody. */
export function makeMove(chance: Chance, around: Around): Happening {
  const makers = [arrival, arrival, arrival, moving, moving, split, closing, adoption, confirming, confirming, confirming, wedding, wedding, wedding, parting, parting, joining, widowing]
  const made = chance.pick(makers)
  return (made === wedding && around.people.every(({ sex }) => sex === 'male') ? confirming : made)(chance, around)
}

function newcomer(chance: Chance, { newId, born, people }: Around, id: PersonId, sex: Villager['sex']) {
  const tie = chance.happens(0.3) ? chance.pick(people) : undefined
  return {
    kind: 'new', person: id, name: { full: 'Lê Văn Mới', given: `Mới ${newId('name').slice(0, 4)}` }, sex, born: born(1960, 2023), legal: 'temporary',
    ...(tie === undefined ? {} : tie.sex === sex ? (sex === 'female' ? { mother: tie.id } : {}) : { spouse: tie.id }),
    ...(chance.happens(0.4) ? { marital: chance.pick(['married', 'never-married', 'divorced', 'unknown'] as const) } : {}),
  }
}

function arrival(chance: Chance, around: Around): Happening {
  const home = chance.pick(around.households)
  const back = chance.happens(0.4) ? chance.pick(around.people) : undefined
  const sex = chance.pick(['male', 'female'] as const)
  const id = PersonId.parse(around.newId('arrival'))
  const who = back === undefined ? newcomer(chance, around, id, sex) : { kind: 'known', person: back.id }
  const came: Villager = { id: back?.id ?? id, household: home.id, area: home.area, sex: back?.sex ?? sex }
  const data = { who, household: home.id, relation: 'other-relative', from: 'other-province', intent: chance.pick(['settle', 'short', 'unknown'] as const) }
  return { type: 'arrival-reported', area: home.area, data, came: [came] }
}

function moving(chance: Chance, { people, households }: Around): Happening {
  const home = chance.pick(households)
  const who = chance.shuffled(people).slice(0, chance.whole(1, 2))
  const came = who.map((one) => ({ ...one, household: home.id, area: home.area }))
  return { type: 'person-moved', area: home.area, data: { household: home.id, people: who.map(({ id }) => ({ person: id, relation: 'child-in-law' })) }, came }
}

function split(chance: Chance, { people, newId }: Around): Happening {
  const one = chance.pick(people)
  const home = { id: HouseholdId.parse(newId('split')), area: one.area }
  const data = { household: home.id, from: one.household, number: `${chance.whole(100, 900)}`, address: [], people: [{ person: one.id, relation: 'head' }] }
  return { type: 'household-split', area: one.area, data, came: [{ ...one, household: home.id }], home }
}

function closing(chance: Chance, { households }: Around): Happening {
  const home = chance.pick(households)
  return { type: 'household-closed', area: home.area, data: { household: home.id, reason: 'moved-away' } }
}

function adoption(chance: Chance, around: Around): Happening {
  const adopter = chance.pick(around.people)
  const child = chance.happens(0.5) ? chance.pick(around.people) : undefined
  const id = PersonId.parse(around.newId('adopted'))
  const who = child === undefined ? newcomer(chance, around, id, 'female') : { kind: 'known', person: child.id }
  const came: Villager = { id: child?.id ?? id, household: adopter.household, area: adopter.area, sex: child?.sex ?? 'female' }
  return { type: 'adoption-reported', area: adopter.area, data: { who, household: adopter.household, adopters: [adopter.id] }, came: [came] }
}

function confirming(chance: Chance, { people }: Around): Happening {
  const one = chance.pick(people)
  return { type: 'residence-confirmed', area: one.area, data: { person: one.id, whereabouts: chance.pick(['away', 'away', 'back', 'still-here'] as const) } }
}

function wedding(chance: Chance, { people }: Around): Happening {
  const wife = chance.pick(people.filter(({ sex }) => sex === 'female'))
  const husband = chance.pick(people.filter((one) => one.sex === 'male' || one.id !== wife.id))
  const [isWifeHere, isHusbandHere] = chance.pick([[true, true], [true, true], [true, false], [false, true]] as const)
  const elsewhere = { kind: 'elsewhere' as const, commune: 'xã khác' }
  const answers = ['yes', 'no', 'unknown'] as const
  return {
    type: 'marriage-reported',
    area: isWifeHere ? wife.area : husband.area,
    data: {
      wife: isWifeHere ? { kind: 'person', person: wife.id } : elsewhere,
      husband: isHusbandHere ? { kind: 'person', person: husband.id } : elsewhere,
      form: 'registered', consanguineous: chance.pick(answers), examined: chance.pick(answers),
    },
  }
}

function parting(chance: Chance, { people }: Around): Happening {
  const one = chance.pick(people)
  const data = one.sex === 'female' ? { wife: one.id } : { husband: one.id }
  return { type: chance.pick(['separation-reported', 'divorce-reported'] as const), area: one.area, data }
}

function widowing(chance: Chance, { people }: Around): Happening {
  const one = chance.pick(people)
  const marital = chance.pick(['widowed', 'married', 'divorced'] as const)
  return { type: 'person-changed', area: one.area, data: { person: one.id, old: {}, new: { marital } } }
}

function joining(chance: Chance, { people }: Around): Happening {
  const [one, other] = [chance.pick(people), chance.pick(people)]
  return { type: 'persons-joined', area: one.area, data: { person: one.id, duplicate: other.id }, officer: true }
}
