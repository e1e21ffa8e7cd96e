import { type Data, dataOf, type RawFact } from './naive-facts.ts'

/** Everybody as the facts, told one after the other, leave them; for the naive recount, sharing no code with the folds. */
export interface Stay {
  from: string
  to: string
  how: string
  end: string
  settled: boolean
  places: { area: string; from: string }[]
  aways: { from: string; to: string }[]
}

export interface Marriage {
  from: string
  to: string
  /** `book`: whoever an opening names. */
  spouse: string
}

export interface Human {
  sex: string
  born: string
  marital: string
  spouse: string
  stays: Stay[]
  died: string
  marriages: Marriage[]
  weddings: { on: string; isWife: boolean; other: string; kin: boolean; examined: boolean }[]
  divorces: string[]
  changes: string[]
  isDuplicate: boolean
  isKnown: boolean
  birth?: { on: string; order: number | string; motherKind: string; mother: string }
}

export const NEVER = '9999-12-31'

const text = (data: Data, key: string): string => (typeof data[key] === 'string' ? data[key] : '')
const part = (data: Data, key: string): Data => (typeof data[key] === 'object' ? { ...data[key] } : {})
const list = (data: Data, key: string): unknown[] => (Array.isArray(data[key]) ? data[key] : [])

export function everybody(facts: readonly RawFact[]): Map<string, Human> {
  const people = new Map<string, Human>()
  const of = (id: string): Human => {
    const known = people.get(id) ?? {
      sex: '', born: '', marital: '', spouse: '', stays: [], died: NEVER, marriages: [], weddings: [], divorces: [], changes: [], isDuplicate: false, isKnown: false,
    }
    people.set(id, known)
    return known
  }
  for (const fact of facts) tell(fact, of)
  return new Map([...people].filter(([, human]) => human.isKnown))
}

function tell(fact: RawFact, of: (id: string) => Human): void {
  const data = dataOf(fact)
  const on = fact.occurredOn
  switch (fact.type) {
    case 'person-registered': {
      const presence = text(part(data, 'residence'), 'presence')
      enters(of, data, stay(fact, 'book', presence !== 'staying', presence === 'away'))
      return
    }
    case 'arrival-reported':
    case 'adoption-reported': {
      const who = part(data, 'who')
      const isAdoption = fact.type === 'adoption-reported'
      const came = stay(fact, 'arrival', isAdoption || data['intent'] === 'settle', false)
      if (who['kind'] === 'new') return enters(of, who, came)
      const human = of(text(who, 'person'))
      if (!human.isKnown || human.died !== NEVER) return
      const last = human.stays.at(-1)
      const isHere = last !== undefined && last.to === NEVER
      if (!isHere) human.stays.push(came)
      else if (isAdoption) last.places.push({ area: fact.area, from: on })
      return
    }
    case 'birth-reported':
      return isBorn(fact, data, of)
    case 'person-moved':
    case 'household-split':
      for (const one of list(data, 'people')) {
        const human = of(text(typeof one === 'object' ? { ...one } : {}, 'person'))
        const last = human.died === NEVER ? human.stays.at(-1) : undefined
        if (last !== undefined && last.to === NEVER) last.places.push({ area: fact.area, from: on })
      }
      return
    case 'residence-confirmed': {
      const human = of(text(data, 'person'))
      const last = human.died === NEVER ? human.stays.at(-1) : undefined
      if (last === undefined || last.to !== NEVER) return
      const away = last.aways.find((one) => one.to === NEVER)
      if (data['whereabouts'] === 'away' && away === undefined) last.aways.push({ from: on, to: NEVER })
      if (data['whereabouts'] !== 'away' && away !== undefined) away.to = on
      return
    }
    case 'departure-reported':
      for (const id of list(data, 'people')) if (of(String(id)).died === NEVER) leaves(of(String(id)), on, 'departures')
      return
    case 'death-reported': {
      const human = of(text(data, 'person'))
      if (human.died !== NEVER) return
      human.died = on
      if (human.isKnown) leaves(human, on, 'deaths')
      return
    }
    case 'person-changed':
      return changes(of(text(data, 'person')), part(data, 'new'), on)
    case 'marriage-reported':
      return weds(data, on, of)
    case 'separation-reported':
    case 'divorce-reported':
      for (const id of [text(data, 'wife'), text(data, 'husband')]) {
        const human = of(id)
        if (id === '' || !human.isKnown || human.died !== NEVER) continue
        if (fact.type === 'divorce-reported' && human.marital !== 'divorced') {
          human.divorces.push(on)
          ends(human, on)
          human.marital = 'divorced'
        }
        if (fact.type === 'separation-reported') human.marital = 'separated'
      }
      return
    case 'persons-joined':
      if (data['person'] !== data['duplicate']) of(text(data, 'duplicate')).isDuplicate = true
      return
  }
}

function stay(fact: RawFact, how: string, settled: boolean, isAway: boolean): Stay {
  const from = fact.occurredOn
  return { from, to: NEVER, how, end: '', settled, places: [{ area: fact.area, from }], aways: isAway ? [{ from, to: NEVER }] : [] }
}

function enters(of: (id: string) => Human, who: Data, came: Stay): void {
  const id = text(who, 'person')
  const human = of(id)
  const spouse = text(who, 'spouse')
  if (spouse !== '' && spouse !== id) of(spouse).spouse = id
  if (human.isKnown) return
  if (spouse !== '') human.spouse = spouse
  opens(human, text(who, 'sex'), text(who, 'born'), text(who, 'marital'), came)
}

function opens(human: Human, sex: string, born: string, marital: string, came: Stay): void {
  human.isKnown = true
  Object.assign(human, { sex, born, marital })
  const isWed = human.marriages.some((one) => one.to === NEVER)
  if (marital === 'married' || marital === 'separated') {
    if (!isWed) human.marriages.push({ from: came.from, to: NEVER, spouse: 'book' })
  } else if (isWed && (marital === '' || marital === 'unknown')) human.marital = 'married'
  else ends(human, came.from)
  if (human.died === NEVER) human.stays.push(came)
  else if (came.from <= human.died) human.stays.push({ ...came, to: human.died, end: 'deaths' })
}

function isBorn(fact: RawFact, data: Data, of: (id: string) => Human): void {
  const human = of(text(data, 'child'))
  if (human.isKnown) return
  const mother = part(data, 'mother')
  const order = typeof data['order'] === 'number' ? data['order'] : 'unknown'
  human.birth = { on: fact.occurredOn, order, motherKind: text(mother, 'kind'), mother: text(mother, 'person') }
  opens(human, text(data, 'sex'), fact.occurredOn, 'never-married', stay(fact, 'birth', true, false))
}

function leaves(human: Human, on: string, end: string): void {
  for (const one of human.stays) if (one.to === NEVER) Object.assign(one, { to: on, end })
  human.stays = human.stays.filter((one) => one.from <= one.to)
}

function ends(human: Human, on: string): void {
  for (const one of human.marriages) if (one.to === NEVER) one.to = on
}

function changes(human: Human, next: Data, on: string): void {
  if (!human.isKnown || human.died !== NEVER) return
  human.changes.push(on)
  const marital = text(next, 'marital')
  if (marital === '') return
  human.marital = marital
  if (marital !== 'married' && marital !== 'separated') ends(human, on)
  else if (!human.marriages.some((one) => one.to === NEVER)) human.marriages.push({ from: on, to: NEVER, spouse: '' })
}

function weds(data: Data, on: string, of: (id: string) => Human): void {
  const [wife, husband] = [text(part(data, 'wife'), 'person'), text(part(data, 'husband'), 'person')]
  for (const [id, other] of [[wife, husband], [husband, wife]] as const) {
    if (id === '') continue
    const human = of(id)
    if (human.isKnown && human.died !== NEVER) continue
    const running = human.marriages.find((one) => one.to === NEVER)
    const known = running?.spouse === 'book' ? human.spouse : running?.spouse
    if (other !== '' && known === other) continue
    if (other === '' && human.weddings.some((one) => one.on === on && one.other === '')) continue
    ends(human, on)
    human.marriages.push({ from: on, to: NEVER, spouse: other })
    human.weddings.push({ on, isWife: id === wife, other, kin: data['consanguineous'] === 'yes', examined: data['examined'] === 'yes' })
    if (human.isKnown) human.marital = 'married'
  }
}
