import { FactId, HouseholdId, PersonId, type SubjectId } from '@sotay/domain/kernel/ids'
import { partialDate } from '@sotay/domain/kernel/partial-date'
import { addDays, civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { monthContaining } from '@sotay/domain/kernel/period'
import type { Fact } from '@sotay/domain/kinds'
import { isPlanningFact } from '@sotay/domain/planning/fold'
import type { Chance } from '@sotay/domain/testing/chance'
import { makeMove } from '@sotay/domain/testing/make-moves'
import { correctedPlanning, makePlanning } from '@sotay/domain/testing/make-planning'
import { v7 } from 'uuid'
import { type Book, type OpenPerson, openBook } from '../../client/src/store/book.ts'
import { historyOf } from '../../client/src/store/history.ts'
import { openPhone, type Phone } from '../../client/src/store/phone.ts'
import { type Draft, record } from '../../client/src/store/record.ts'
import { clearSeal } from '../../client/src/store/seal.ts'
import { memoryShelf, type Shelf } from '../../client/src/store/shelf.ts'
import { syncRound, type Wire, type WireAnswer } from '../../client/src/store/sync.ts'
import type { Commune } from './commune.ts'

/** What is put right and taken back: about somebody, and about nobody. */
const ANSWERED = new Set(['birth-reported', 'death-reported', 'person-registered', 'counselling-given', 'visit-made', 'nothing-to-report'])

/** The power went off in the middle of a write. */
class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

/** A disk that loses power now and then: before a write, which is then not there, or right after it, when it is. */
function unreliable(shelf: Shelf, chance: Chance, share: () => number): Shelf {
  const cut = async (write: () => Promise<void>) => {
    if (!chance.happens(share())) return write()
    if (chance.happens(0.5)) await write()
    throw new PowerCut()
  }
  return { read: (after) => shelf.read(after), append: (one) => cut(() => shelf.append(one)), compact: (one) => cut(() => shelf.compact(one)) }
}

/** What went wrong on the way, for the report that the runs really had faults. */
export interface Mishaps {
  lost: number
  unheard: number
  repeated: number
  cut: number
  powerCuts: number
}

/** A phone in its user's hand, with a bad disk and a bad line, until `heal`. The promise it makes: what it said it keeps, it keeps. */
export class ModelPhone {
  /** Ids of the notes of which the phone said "Đã lưu trên máy". */
  readonly promised: Fact[] = []
  readonly user: string
  readonly #commune: Commune
  readonly #chance: Chance
  readonly #disk = memoryShelf()
  readonly #name: string
  readonly #skew: number
  readonly #mishaps: Mishaps
  readonly #stale: string[] = []
  readonly #answer: (user: string, body: string) => Promise<string | undefined>
  #phone: Phone | undefined
  #book: Book | undefined
  #isHealed = false

  constructor(
    commune: Commune,
    chance: Chance,
    name: string,
    user: string,
    skew: number,
    mishaps: Mishaps,
    answer: (user: string, body: string) => Promise<string | undefined> = (of, body) => commune.answer(of, body),
  ) {
    this.#answer = answer
    this.#commune = commune
    this.#chance = chance
    this.#name = name
    this.user = user
    this.#skew = skew
    this.#mishaps = mishaps
  }

  /** Starts the app, or starts it again after the power went off: all it knows then is what is on the disk. */
  async open(): Promise<Phone> {
    if (this.#phone !== undefined) return this.#phone
    let tail: Promise<unknown> = Promise.resolve()
    const shelf = unreliable(this.#disk, this.#chance, () => (this.#isHealed ? 0 : 0.02))
    const phone = await openPhone({
      shelf,
      seal: clearSeal(),
      now: () => this.#commune.now + this.#skew,
      newId: (at) => v7({ msecs: at, random: Uint8Array.from({ length: 16 }, () => this.#chance.whole(0, 255)) }),
      alone: (_name, work) => {
        const run = tail.then(work, work)
        tail = run.catch(() => undefined)
        return run
      },
      announce: () => undefined,
    })
    const book = openBook(phone.state)
    phone.onChange((touched) => book.refold(touched))
    this.#phone = phone
    this.#book = book
    if (phone.state.me === null) {
      await this.#surviving(() => phone.write(() => [{ kind: 'me', me: this.#commune.me(this.user), offset: -this.#skew }]))
      return this.open()
    }
    return phone
  }

  heal(): void {
    this.#isHealed = true
  }

  /** Runs something during which the power may go off; the app is then closed. */
  async #surviving(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
      this.#mishaps.powerCuts += 1
      this.#phone = undefined
      this.#book = undefined
      return false
    }
  }

  close(): void {
    this.#phone = undefined
    this.#book = undefined
  }

  /** Notes something of what can be noted by what this phone knows. */
  async note(): Promise<void> {
    const phone = await this.open()
    const book = this.#book
    if (book === undefined) return
    const draft = this.#draft(phone, book)
    if (draft === undefined) return
    await this.#surviving(async () => {
      const history = historyOf(phone.state, { numbered: (area, number) => book.numbered(area, number), alike: (area, likeness) => book.alike(area, likeness), lines: () => new Map() })
      const recorded = await record(phone, this.#commune.device(this.#name), { because: 'đã hỏi lại', ...draft }, history)
      if (recorded.kind === 'kept') this.promised.push(recorded.fact)
    })
  }

  #draft(phone: Phone, book: Book): Draft | undefined {
    const chance = this.#chance
    const die = chance.whole(1, 41)
    const people = [...book.people.values()]
    if (die <= 2 || book.households.size === 0) return this.#household(book)
    if (die <= 7 || people.length < 3) return this.#person(book)
    if (die <= 11) return this.#birth(people)
    if (die === 12) return this.#about(people, 'death-reported', (one) => ({ person: one.id, place: 'home' }))
    if (die === 13) return this.#about(people, 'departure-reported', (one) => ({ people: [one.id], destination: 'abroad' }))
    if (die === 14) return this.#about(people, 'person-changed', (one) => ({ person: one.id, old: {}, new: { education: 'college' } }))
    if (die <= 18 || die > 36) return this.#correction(phone)
    if (die <= 22) return this.#planning(people)
    if (die <= 25) return this.#withdrawal(phone)
    if (die <= 28) return this.#work(book)
    return this.#move(book, people)
  }

  /** Arrivals, moves, splits, absences, marriages and their ends, as in the made-up histories. */
  #move(book: Book, people: readonly OpenPerson[]): Draft {
    const chance = this.#chance
    const made = makeMove(chance, {
      people: people.map(({ id, household, area, sex }) => ({ id, household, area, sex })),
      households: [...book.households.values()].map(({ id, area }) => ({ id, area })),
      newId: () => this.#id(),
      born: (from, to) => `${chance.whole(from, to)}`,
    })
    return { type: made.type, area: made.area, occurredOn: this.#day(), data: made.data }
  }

  /** Something of the handbook: of a household, or of nobody. */
  #work(book: Book): Draft {
    const chance = this.#chance
    if (chance.happens(0.4)) {
      const { id, area } = chance.pick([...book.households.values()])
      const data = { household: id, purposes: ['look-through'], met: chance.pick(['met', 'absent']), lookedThrough: chance.happens(0.5) }
      return { type: 'visit-made', area, occurredOn: this.#day(), data }
    }
    const { area } = chance.pick(this.#commune.actor(this.user).responsibilities)
    const heard = { kind: 'counts', male: chance.whole(0, 9), female: chance.whole(1, 20) }
    if (chance.happens(0.7)) return { type: 'counselling-given', area, occurredOn: this.#day(), data: { mode: 'talk', topics: ['law'], heard } }
    const month = monthContaining(addDays(civilDayInVietnam(this.#commune.now), -40))
    return { type: 'nothing-to-report', area, occurredOn: civilDayInVietnam(this.#commune.now), data: { month, sections: [chance.whole(1, 11)] } }
  }

  #planning(people: readonly OpenPerson[]): Draft | undefined {
    const made = makePlanning(this.#chance, people, this.#day())
    if (made.length === 0) return undefined
    const { type, area, on, data } = this.#chance.pick(made)
    return { type, area, occurredOn: on, data }
  }

  #day(): PlainDate {
    const today = civilDayInVietnam(this.#commune.now)
    return addDays(today, -(this.#chance.happens(0.5) ? this.#chance.whole(0, 5) : this.#chance.whole(20, 500)))
  }

  #id(): string {
    return v7({ msecs: this.#commune.now, random: Uint8Array.from({ length: 16 }, () => this.#chance.whole(0, 255)) })
  }

  #household(book: Book): Draft {
    const area = this.#chance.pick(this.#commune.actor(this.user).responsibilities).area
    const data = { household: HouseholdId.parse(this.#id()), number: `${book.households.size + 1}`, kind: 'family', address: [] }
    return { type: 'household-registered', area, occurredOn: addDays(civilDayInVietnam(this.#commune.now), -600), data }
  }

  #person(book: Book): Draft {
    const chance = this.#chance
    const { id, area } = chance.pick([...book.households.values()])
    const others = [...book.people.values()]
    const sex = chance.pick(['male', 'female'] as const)
    const women = others.filter((one) => one.sex === 'female')
    const data = {
      person: PersonId.parse(this.#id()),
      household: id,
      name: { full: 'Nguyễn Văn Ý', given: 'Ý' },
      sex,
      born: partialDate(`${chance.whole(1975, 2006)}`),
      relation: 'other-relative',
      marital: chance.pick(['married', 'never-married', 'separated']),
      residence: { legal: 'permanent', presence: chance.happens(0.1) ? 'staying' : 'present' },
      ...(sex === 'male' && women.length > 0 && chance.happens(0.5) ? { spouse: chance.pick(women).id } : {}),
    }
    return { type: 'person-registered', area, occurredOn: addDays(civilDayInVietnam(this.#commune.now), -500), data }
  }

  #birth(people: readonly OpenPerson[]): Draft | undefined {
    const chance = this.#chance
    const women = people.filter((one) => one.sex === 'female')
    if (women.length === 0) return undefined
    const mother = chance.pick(women)
    const home = chance.happens(0.2) ? chance.pick(people) : mother
    const data = {
      child: PersonId.parse(this.#id()),
      household: home.household,
      sex: chance.pick(['male', 'female']),
      mother: chance.happens(0.1) ? { kind: 'unknown' } : { kind: 'person', person: mother.id },
      place: 'hospital',
      order: chance.happens(0.3) ? 'unknown' : chance.whole(1, 4),
    }
    return { type: 'birth-reported', area: home.area, occurredOn: this.#day(), data }
  }

  #about(people: readonly OpenPerson[], type: Draft['type'], data: (one: OpenPerson) => unknown): Draft {
    const one = this.#chance.pick(people)
    return { type, area: one.area, occurredOn: this.#day(), data: data(one) }
  }

  /** Facts that this phone can see and its user may answer: her own and those of others in her areas. */
  #answerable(phone: Phone): Fact[] {
    const own = [...phone.state.own.values()].map(({ fact }) => fact as Fact)
    const seen = [...phone.state.entries.values()].flatMap(({ entry }) => (entry.read.as === 'known' ? [entry.read.fact] : []))
    return [...own, ...seen].filter((fact) => ANSWERED.has(fact.type) || isPlanningFact(fact))
  }

  #correction(phone: Phone): Draft | undefined {
    const facts = this.#answerable(phone)
    if (facts.length === 0) return undefined
    const wrong = this.#chance.pick(facts)
    const draft = { type: wrong.type, area: wrong.area, occurredOn: wrong.occurredOn, corrects: FactId.parse(wrong.id) }
    if (wrong.type === 'birth-reported') {
      return { ...draft, occurredOn: this.#day(), data: { ...wrong.data, sex: wrong.data.sex === 'male' ? 'female' : 'male' } }
    }
    if (wrong.type === 'person-registered') {
      const sex = this.#chance.happens(0.2) ? this.#chance.pick(['male', 'female'] as const) : wrong.data.sex
      return { ...draft, data: { ...wrong.data, sex, born: partialDate(`${this.#chance.whole(1975, 2010)}`) } }
    }
    if (wrong.type === 'nothing-to-report') return { ...draft, data: { ...wrong.data, sections: [this.#chance.whole(1, 11)] } }
    return { ...draft, occurredOn: this.#day(), data: correctedPlanning(this.#chance, wrong) ?? wrong.data }
  }

  #withdrawal(phone: Phone): Draft | undefined {
    const facts = this.#answerable(phone).filter((fact) => fact.type !== 'person-registered' || this.#chance.happens(0.3))
    if (facts.length === 0) return undefined
    const taken = this.#chance.pick(facts)
    return { type: 'fact-withdrawn', area: taken.area, occurredOn: civilDayInVietnam(this.#commune.now), data: { fact: taken.id, reason: 'Ghi nhầm' } }
  }

  /** One round with the service over a line that loses, repeats and cuts. */
  async round(): Promise<string> {
    const phone = await this.open()
    let end = 'power cut'
    await this.#surviving(async () => {
      end = await syncRound(phone, this.#commune.device(this.#name), this.#wire(), this.#isHealed ? 200 : this.#chance.pick([7, 60, 200]))
    })
    return end
  }

  #wire(): Wire {
    return {
      sync: async (request): Promise<WireAnswer> => {
        const body = JSON.stringify(request)
        const fault = this.#isHealed ? 1 : this.#chance.next()
        if (fault < 0.1) {
          this.#mishaps.lost += 1
          this.#stale.push(body)
          return { kind: 'unreachable' }
        }
        const late = fault < 0.2 ? this.#stale.pop() : undefined
        if (late !== undefined) {
          this.#mishaps.repeated += 1
          await this.#answer(this.user, late)
        }
        const answer = await this.#answer(this.user, body)
        if (answer === undefined) return { kind: 'unreachable' }
        if (fault < 0.3) {
          this.#mishaps.repeated += 1
          await this.#answer(this.user, body)
        }
        if (fault < 0.4) {
          this.#mishaps.unheard += 1
          this.#stale.push(body)
          return { kind: 'unreachable' }
        }
        if (fault < 0.45) {
          this.#mishaps.cut += 1
          try {
            return { kind: 'answer', body: JSON.parse(answer.slice(0, this.#chance.whole(0, answer.length))) as unknown }
          } catch {
            return { kind: 'unreachable' }
          }
        }
        return { kind: 'answer', body: JSON.parse(answer) as unknown }
      },
    }
  }

  /** Everything this phone knows, for comparison. */
  async known(): Promise<Phone> {
    return this.open()
  }

  /** Its book, folded on with every page that came. */
  async book(): Promise<Book> {
    await this.open()
    if (this.#book === undefined) throw new TypeError('the phone is closed')
    return this.#book
  }

  subjects(phone: Phone): SubjectId[] {
    return [...phone.state.bySubject.keys()]
  }
}
