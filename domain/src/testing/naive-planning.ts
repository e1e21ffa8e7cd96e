/**
 * The cells of the follow-up counted a second time by plain loops, sharing no code with folds, events or contributions: nothing is imported. Facts come in
 * the order in which they are told; who lives where, and who is in a couple, is what the plain recount of the register says.
 */
interface RawFact {
  readonly type: string
  readonly occurredOn: string
  readonly data: unknown
}

/** Somebody as the recount of the register leaves her or him. */
export interface Neighbour {
  readonly id: string
  readonly sex: string
  /** The areas in which she or he is counted at the end of a day. */
  readonly areasAt: (day: string) => readonly string[]
  /** Where what happens that day counts; nothing where nowhere. */
  readonly areaOn: (day: string) => string
  /** Where she is in a couple at the end of a day, with whom; nothing where in none. */
  readonly coupleAt: (day: string) => { readonly area: string; readonly husband: string } | undefined
}

type Add = (area: string, cell: string) => void
type Data = Record<string, unknown>

function dataOf(fact: RawFact): Data {
  return typeof fact.data === 'object' && fact.data !== null ? { ...fact.data } : {}
}

function insideOf(data: Data, key: string): Data {
  const value = data[key]
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** What is told of somebody, a birth at the mother, up to the death. */
function lifeOf(facts: readonly RawFact[]): Map<string, RawFact[]> {
  const lives = new Map<string, RawFact[]>()
  const dead = new Set<string>()
  for (const fact of facts) {
    const data = dataOf(fact)
    const mother = insideOf(data, 'mother')
    const isOwnMother = mother['person'] === data['child']
    const id = fact.type === 'birth-reported' ? (mother['kind'] === 'person' && !isOwnMother ? String(mother['person']) : '') : String(data['person'])
    if (id === '' || dead.has(id)) continue
    if (fact.type === 'death-reported') dead.add(id)
    lives.set(id, [...(lives.get(id) ?? []), fact])
  }
  return lives
}

interface Change {
  readonly day: string
  readonly what: 'new' | 'stopped'
  readonly method: string
}

/** What somebody began and stopped, of male sterilisation or of everything else, and what runs at the end of a day. */
function changesOf(life: readonly RawFact[], isHis: boolean): { changes: Change[]; runningAt: (day: string) => string } {
  const changes: Change[] = []
  const steps: { day: string; now: string }[] = []
  let now = ''
  for (const fact of life) {
    const day = fact.occurredOn
    const method = String(dataOf(fact)['method'])
    if (fact.type === 'death-reported') now = ''
    else if ((method === 'male-sterilisation') !== isHis) continue
    else if (fact.type === 'method-started') {
      if (now === method) continue
      if (now !== '') changes.push({ day, what: 'stopped', method: now })
      changes.push({ day, what: 'new', method })
      now = method
    } else if (fact.type === 'method-stopped') {
      changes.push({ day, what: 'stopped', method })
      if (now === method) now = ''
    } else continue
    steps.push({ day, now })
  }
  return { changes, runningAt: (day) => steps.filter((step) => step.day <= day).at(-1)?.now ?? '' }
}

interface Carrying {
  readonly since: string
  readonly from: string
  to: string
  readonly told: { readonly day: string; readonly results: Data }[]
}

const NEVER = '9999-12-31'

function isToldOf(results: Data, condition: string): boolean {
  return results[condition] !== undefined && results[condition] !== 'not-done'
}

function dayWhenAll(told: readonly { readonly day: string; readonly results: Data }[], conditions: readonly string[]): string {
  for (let upTo = 1; upTo <= told.length; upTo++) {
    const sofar = told.slice(0, upTo)
    if (conditions.every((condition) => sofar.some(({ results }) => isToldOf(results, condition)))) return sofar.at(-1)?.day ?? NEVER
  }
  return NEVER
}

interface Motherhood {
  readonly found: string[]
  readonly lost: { readonly day: string; readonly cell: string }[]
  readonly carried: Carrying[]
  readonly screened: string[]
}

function motherhoodOf(life: readonly RawFact[]): Motherhood {
  const mine: Motherhood = { found: [], lost: [], carried: [], screened: [] }
  let waiting: Carrying['told'] = []
  let gaveBirth = ''
  const end = (day: string) => {
    const last = mine.carried.at(-1)
    if (last?.to === NEVER) last.to = day
  }
  for (const fact of life) {
    const [day, data] = [fact.occurredOn, dataOf(fact)]
    if (fact.type === 'birth-reported' || fact.type === 'death-reported') {
      end(day)
      if (fact.type === 'birth-reported') gaveBirth = day
    }
    if (fact.type === 'pregnancy-ended') {
      end(day)
      mine.lost.push({ day, cell: data['outcome'] === 'stillbirth' ? 'stillbirths' : 'pregnancies-lost' })
    }
    if (fact.type === 'pregnancy-reported' && mine.carried.at(-1)?.to !== NEVER) {
      const since = typeof data['lastPeriod'] === 'string' ? data['lastPeriod'] : day
      mine.found.push(day)
      mine.carried.push({ since, from: day, to: gaveBirth === day ? day : NEVER, told: waiting.filter((one) => one.day >= since) })
      waiting = waiting.filter((one) => one.day < since)
    }
    if (fact.type === 'prenatal-screened') {
      const results = insideOf(data, 'results')
      if (Object.keys(results).some((condition) => isToldOf(results, condition))) mine.screened.push(day)
      const last = mine.carried.at(-1)
      if (last?.to === NEVER) last.told.push({ day, results })
      else waiting.push({ day, results })
    }
  }
  return mine
}

/** Reads the follow-up of everybody once, to count it between any two days, both included. */
export function naivePlanning(facts: readonly RawFact[], people: ReadonlyMap<string, Neighbour>): (first: string, last: string, add: Add) => void {
  const lives = lifeOf(facts)
  const [hers, his] = [false, true].map((isHis) => new Map([...people.keys()].map((id) => [id, changesOf(lives.get(id) ?? [], isHis)])))
  const mothers = new Map([...people.keys()].map((id) => [id, motherhoodOf(lives.get(id) ?? [])]))
  return (first, last, add) => {
    const isIn = (day: string) => first <= day && day <= last
    for (const one of people.values()) {
      const at = (day: string, cell: string) => {
        if (isIn(day) && one.areaOn(day) !== '') add(one.areaOn(day), cell)
      }
      const life = lives.get(one.id) ?? []
      const once = new Set<string>()
      const distinct = (day: string, cell: string) => {
        const key = `${one.areaOn(day)} ${cell}`
        if (!isIn(day) || once.has(key)) return
        once.add(key)
        at(day, cell)
      }
      const newborn = life.filter((fact) => fact.type === 'newborn-screened').map((fact) => ({ day: fact.occurredOn, results: insideOf(dataOf(fact), 'results') }))
      for (const { day, results } of newborn) if (Object.keys(results).some((condition) => isToldOf(results, condition))) at(day, 'newborn-screenings')
      distinct(dayWhenAll(newborn, ['hypothyroidism', 'g6pd', 'adrenal-hyperplasia', 'hearing-loss', 'heart-disease']), 'screened-newborn')
      for (const fact of life) if (fact.type === 'elder-examined') distinct(fact.occurredOn, 'elders-examined')
      if (one.sex !== 'female') continue

      const mine = mothers.get(one.id)
      for (const day of mine?.found ?? []) at(day, 'pregnancies-found')
      for (const { day, cell } of mine?.lost ?? []) at(day, cell)
      for (const day of mine?.screened ?? []) at(day, 'prenatal-screenings')
      for (const { told } of mine?.carried ?? []) distinct(dayWhenAll(told, ['down', 'edwards', 'patau', 'thalassemia']), 'screened-before-birth')
      if (mine?.carried.some(({ from, to }) => from <= last && last < to) === true) for (const area of one.areasAt(last)) add(area, 'pregnant')

      const husbandAt = (day: string) => {
        const husband = people.get(one.coupleAt(day)?.husband ?? '')
        return husband?.sex === 'male' ? husband.id : ''
      }
      const tell = ({ day, what, method }: Change, area: string) => {
        if (!isIn(day)) return
        add(area, `couples-${what}`)
        add(area, `couples-${what}-${method}`)
      }
      for (const change of hers?.get(one.id)?.changes ?? []) {
        const couple = one.coupleAt(change.day)
        if (couple !== undefined) tell(change, couple.area)
      }
      for (const [husband, { changes }] of his ?? []) {
        for (const change of changes) if (husbandAt(change.day) === husband) tell(change, one.coupleAt(change.day)?.area ?? '')
      }
      const couple = one.coupleAt(last)
      const method = hers?.get(one.id)?.runningAt(last) || his?.get(husbandAt(last))?.runningAt(last) || ''
      if (couple !== undefined && method !== '') {
        add(couple.area, 'couples-using')
        add(couple.area, `couples-using-${method}`)
      }
    }
  }
}
