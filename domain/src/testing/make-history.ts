import { aboutOf, decide } from '../decide.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Noted } from '../kernel/effective.ts'
import { type AreaId, DeviceId, FactId, HouseholdId, PersonId, type UserId } from '../kernel/ids.ts'
import { partialDate } from '../kernel/partial-date.ts'
import { addDays, type PlainDate, plainDate } from '../kernel/plain-date.ts'
import { isBlocked } from '../kernel/problem.ts'
import { type Fact, type FactOf, type FactType, readFact } from '../kinds.ts'
import { isPlanningFact } from '../planning/fold.ts'
import { Chance } from './chance.ts'
import { Notebook, TODAY } from './given.ts'
import { uuidOf } from './ids.ts'
import { makeMove, type Villager } from './make-moves.ts'
import { correctedPlanning, makePlanning } from './make-planning.ts'
import { WORK_ANSWERED, workHappening } from './work-happening.ts'

/** Where a made-up village is and who notes in it: an actor for each area, and one who may note for all. */
export interface Village {
  readonly areas: readonly { readonly area: AreaId; readonly collaborator: Actor }[]
  readonly officer: Actor
}

/** How much there is of it: households at the start, and things that happen after. */
export interface VillageSize {
  readonly households: number
  readonly events: number
}

/** The book is opened two years before `TODAY`, and everything happens in between. */
export const BOOK_DAY = plainDate('2024-11-15')
const DAYS = 730

type Sex = Villager['sex']
type BirthData = FactOf<'birth-reported'>['data']

/**
 * A made-up village: facts in the order in which they are noted, each such that nothing blocks it when its turn comes; some are held on purpose, most of
 * those settled later. The seed decides everything. Mothers and husbands may live in another area; well over a fifth of what happens is late, corrected,
 * corrected again or withdrawn.
 */
export function makeHistory(seed: number, village: Village, size: VillageSize): Noted<Fact>[] {
  return new Maker(seed, village).make(size)
}

class Maker {
  readonly #chance: Chance
  readonly #book = new Notebook()
  readonly #village: Village
  readonly #seed: number
  readonly #people: Villager[] = []
  readonly #households: { readonly id: HouseholdId; readonly area: AreaId }[] = []
  #clock = Date.UTC(2024, 10, 15, 1)
  #made = 0

  constructor(seed: number, village: Village) {
    this.#seed = seed
    this.#chance = new Chance(seed)
    this.#village = village
  }

  make(size: VillageSize): Noted<Fact>[] {
    for (let index = 0; index < size.households; index++) this.#household(index)
    for (let index = 0; index < size.events; index++) this.#happening(this.#chance.whole(1, 16))
    return this.#book.noted
  }

  #happening(die: number): void {
    if (die <= 3) this.#birth()
    else if (die === 4) this.#death()
    else if (die === 5) this.#departure()
    else if (die === 6) this.#change()
    else if (die <= 8 || die >= 14) this.#correction()
    else if (die === 9) this.#withdrawal()
    else this.#move()
    if (this.#chance.happens(0.7)) this.#planning()
    if (this.#chance.happens(0.25)) this.#work()
  }

  #planning(): void {
    for (const { type, area, on, data } of makePlanning(this.#chance, this.#people, this.#someDay())) {
      const isHeld = this.#chance.happens(0.04)
      const noted = this.#note(type, area, on, data, isHeld ? { status: 'held' } : {})
      if (noted !== undefined && isHeld && this.#chance.happens(0.8)) this.#settle(noted)
    }
  }

  #work(): void {
    const { fact, area, officer } = workHappening(this.#chance, this.#people, this.#village.areas.map((one) => one.area), this.#book.noted.map((one) => one.fact))
    const isHeld = this.#chance.happens(0.06)
    const noted = this.#note(fact.type, area, this.#someDay(), fact.data, { ...(officer ? { by: this.#village.officer } : {}), ...(isHeld ? { status: 'held' } : {}) })
    if (noted !== undefined && isHeld && this.#chance.happens(0.8)) this.#settle(noted)
  }

  #id(kind: string): string {
    this.#made += 1
    return uuidOf(`${kind} ${this.#seed} ${this.#made}`)
  }

  /** Notes a fact unless something blocks it. Returns it where it was noted. */
  #note(
    type: FactType,
    area: AreaId,
    on: PlainDate,
    data: unknown,
    more: { readonly corrects?: FactId; readonly by?: Actor; readonly status?: 'held' } = {},
  ): Fact | undefined {
    this.#clock += this.#chance.whole(1, 40_000_000)
    const { corrects, status } = more
    const actor = more.by ?? this.#actorOf(area)
    const read = readFact({
      id: FactId.parse(this.#id('fact')),
      type,
      v: 1,
      area,
      about: [],
      occurredOn: on,
      recordedAt: this.#clock,
      recordedBy: actor.user,
      device: deviceOf(actor.user),
      via: actor.role === 'officer' ? 'office' : 'phone',
      ...(corrects === undefined ? {} : { corrects }),
      data,
    })
    if (read.kind !== 'known') throw new TypeError(`made up no fact: ${JSON.stringify(read)}`)
    const fact = { ...read.fact, about: aboutOf(read.fact, this.#book) }
    if (isBlocked(decide(fact, this.#book, { actor, today: TODAY }))) return undefined
    this.#book.add({ fact, status: status ?? 'accepted' })
    return fact
  }

  #actorOf(area: AreaId): Actor {
    const found = this.#village.areas.find((one) => one.area === area)
    return found === undefined || this.#chance.happens(0.05) ? this.#village.officer : found.collaborator
  }

  #someDay(): PlainDate {
    return addDays(BOOK_DAY, this.#chance.whole(0, DAYS))
  }

  #born(from: number, to: number): string {
    const two = (from: number, to: number) => String(this.#chance.whole(from, to)).padStart(2, '0')
    const year = `${this.#chance.whole(from, to)}`
    return this.#chance.happens(0.15) ? year : this.#chance.happens(0.1) ? `${year}-${two(1, 12)}` : `${year}-${two(1, 12)}-${two(1, 28)}`
  }

  #women(): Villager[] {
    return this.#people.filter((one) => one.sex === 'female')
  }

  #household(index: number): void {
    const chance = this.#chance
    const { area } = chance.pick(this.#village.areas)
    const household = HouseholdId.parse(this.#id('household'))
    const kind = chance.happens(0.1) ? 'collective' : 'family'
    this.#note('household-registered', area, BOOK_DAY, { household, number: `${index + 1}`, kind, address: ['Tổ 1'] })
    this.#households.push({ id: household, area })
    const on = chance.happens(0.8) ? BOOK_DAY : this.#someDay()
    const places = chance.whole(2, 5)
    for (let place = 0; place < places; place++) {
      const sex: Sex = place === 0 ? 'female' : place === 1 ? 'male' : chance.pick(['male', 'female'] as const)
      this.#person({ id: PersonId.parse(this.#id('person')), household, area, sex }, on, place)
    }
  }

  #person(self: Villager, on: PlainDate, place: number): void {
    const chance = this.#chance
    const women = this.#women()
    const wife = place === 1 ? this.#people.at(-1) : chance.happens(0.06) && women.length > 0 ? chance.pick(women) : undefined
    const men = this.#people.filter((one) => one.sex === 'male')
    const husband = self.sex === 'female' && men.length > 0 && chance.happens(0.1) ? chance.pick(men) : undefined
    const mother = place > 1 && women.length > 0 && chance.happens(0.5) ? chance.pick(women) : undefined
    const noted = this.#note('person-registered', self.area, on, {
      person: self.id,
      household: self.household,
      name: { full: `Nguyễn Thị ${place}`, given: `${place}` },
      sex: self.sex,
      born: place > 1 ? this.#born(2006, 2023) : this.#born(1972, 2007),
      relation: 'other-relative',
      marital: chance.pick(['married', 'married', 'married', 'separated', 'divorced', 'unknown', 'never-married'] as const),
      residence: { legal: 'permanent', presence: chance.happens(0.1) ? 'staying' : chance.happens(0.1) ? 'away' : 'present' },
      ...(self.sex === 'male' && wife?.sex === 'female' ? { spouse: wife.id } : {}),
      ...(husband === undefined ? {} : { spouse: husband.id }),
      ...(mother === undefined ? {} : { mother: mother.id }),
    })
    if (noted !== undefined) this.#people.push(self)
  }

  #birth(): void {
    const chance = this.#chance
    const mother = chance.pick(this.#women())
    const home = chance.happens(0.15) ? chance.pick(this.#people) : mother
    const sex = chance.pick(['male', 'female'] as const)
    const child = { id: PersonId.parse(this.#id('child')), household: home.household, area: home.area, sex }
    const isHeld = chance.happens(0.06)
    const noted = this.#note(
      'birth-reported',
      child.area,
      this.#someDay(),
      {
        child: child.id,
        household: child.household,
        sex,
        place: 'hospital',
        mother: chance.happens(0.06)
          ? { kind: 'unknown' }
          : chance.happens(0.06)
            ? { kind: 'elsewhere', name: 'Trần Thị B', commune: 'xã khác' }
            : { kind: 'person', person: mother.id },
        order: chance.happens(0.2) ? 'unknown' : chance.whole(1, 4),
      } satisfies BirthData,
      isHeld ? { status: 'held' } : {},
    )
    if (noted === undefined) return
    if (!isHeld) this.#people.push(child)
    else if (chance.happens(0.8)) this.#settle(noted)
  }

  #settle(held: Fact): void {
    const verdict = this.#chance.pick(['take', 'take', 'refuse'] as const)
    this.#note('fact-settled', held.area, this.#someDay(), { fact: held.id, verdict, reason: 'Đã hỏi lại' }, { by: this.#village.officer })
  }

  #death(): void {
    const who = this.#chance.pick(this.#people)
    this.#note('death-reported', who.area, this.#someDay(), { person: who.id, place: 'home' })
  }

  #departure(): void {
    const who = this.#chance.pick(this.#people)
    const with_ = this.#people.filter((one) => one !== who && one.household === who.household && one.area === who.area && this.#chance.happens(0.5))
    this.#note('departure-reported', who.area, this.#someDay(), { people: [who, ...with_].map((one) => one.id), destination: 'other-province' })
  }

  #move(): void {
    const { type, area, data, came, home, officer } = makeMove(this.#chance, {
      people: this.#people,
      households: this.#households,
      newId: (kind) => this.#id(kind),
      born: (from, to) => this.#born(from, to),
    })
    const by = officer === undefined ? {} : { by: this.#village.officer }
    if (this.#note(type, area, this.#someDay(), data, by) === undefined) return
    if (home !== undefined) this.#households.push(home)
    for (const one of came ?? []) {
      const index = this.#people.findIndex(({ id }) => id === one.id)
      if (index < 0) this.#people.push(one)
      else this.#people[index] = one
    }
  }

  #change(): void {
    const who = this.#chance.pick(this.#people)
    this.#note('person-changed', who.area, this.#someDay(), { person: who.id, old: {}, new: { education: 'college' } })
  }

  #correctable(): Fact[] {
    const types: readonly FactType[] = ['birth-reported', 'birth-reported', 'person-registered', 'death-reported', 'departure-reported', ...WORK_ANSWERED]
    const moves: readonly FactType[] = ['arrival-reported', 'person-moved', 'household-split', 'household-closed', 'adoption-reported', 'residence-confirmed', 'marriage-reported', 'divorce-reported', 'persons-joined']
    if (this.#chance.happens(0.3)) return this.#book.noted.map(({ fact }) => fact).filter(isPlanningFact)
    const type = this.#chance.pick(this.#chance.happens(0.4) ? moves : types)
    return this.#book.noted.map(({ fact }) => fact).filter((fact) => fact.type === type)
  }

  #correction(): void {
    const candidates = this.#correctable()
    if (candidates.length === 0) return
    const wrong = this.#chance.pick(candidates)
    const isMoved = this.#chance.happens(0.5) && wrong.type !== 'person-registered'
    const on = isMoved ? addDays(wrong.occurredOn, this.#chance.whole(-200, 200)) : wrong.occurredOn
    const by = wrong.type === 'persons-joined' ? { by: this.#village.officer } : {}
    this.#note(wrong.type, wrong.area, on, this.#corrected(wrong), { corrects: wrong.id, ...by })
  }

  #corrected(wrong: Fact): unknown {
    if (wrong.type === 'person-registered') {
      const sex = this.#chance.happens(0.25) ? this.#chance.pick(['male', 'female'] as const) : wrong.data.sex
      return { ...wrong.data, sex, born: partialDate(this.#born(1975, 2010)) }
    }
    const planning = correctedPlanning(this.#chance, wrong)
    if (planning !== undefined) return planning
    const isOther = this.#chance.happens(0.4)
    if (wrong.type === 'death-reported') return isOther ? { ...wrong.data, person: this.#neighbour(wrong.area) } : wrong.data
    if (wrong.type === 'departure-reported') return isOther ? { ...wrong.data, people: [this.#neighbour(wrong.area)] } : wrong.data
    if (wrong.type !== 'birth-reported') return wrong.data
    const sex: Sex = this.#chance.happens(0.5) ? wrong.data.sex : wrong.data.sex === 'male' ? 'female' : 'male'
    const mother = this.#chance.happens(0.3) ? { kind: 'person', person: this.#chance.pick(this.#women()).id } : wrong.data.mother
    return { ...wrong.data, sex, mother }
  }

  #neighbour(area: AreaId): PersonId {
    return this.#chance.pick(this.#people.filter((one) => one.area === area)).id
  }

  #withdrawal(): void {
    const candidates = this.#correctable()
    if (candidates.length === 0) return
    const taken = this.#chance.pick(candidates)
    this.#note('fact-withdrawn', taken.area, this.#someDay(), { fact: taken.id, reason: 'Ghi nhầm' })
  }
}

function deviceOf(user: UserId): DeviceId {
  return DeviceId.parse(uuidOf(`device of ${user}`))
}
