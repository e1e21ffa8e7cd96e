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

interface Happening {
  readonly day: string
  readonly area: string
  readonly cell: string
  readonly who: string
}

/** Reads the follow-up of everybody once, to count it between any two days, both included. */
export function naivePlanning(facts: readonly RawFact[], people: ReadonlyMap<string, Neighbour>): (first: string, last: string, add: Add) => void {
  const lives = lifeOf(facts)
  const lifeOfOne = (id: string) => lives.get(id) ?? []
  const women = [...people.values()].filter(({ sex }) => sex === 'female')
  const hers = new Map(women.map(({ id }) => [id, changesOf(lifeOfOne(id), false)]))
  const his = new Map([...people.values()].filter(({ sex }) => sex === 'male').map(({ id }) => [id, changesOf(lifeOfOne(id), true)]))
  const mothers = new Map(women.map(({ id }) => [id, motherhoodOf(lifeOfOne(id))]))
  const flows: Happening[] = []
  const distinct: Happening[] = []
  const tell = (list: Happening[], one: Neighbour, day: string, cell: string) => {
    if (day !== NEVER && one.areaOn(day) !== '') list.push({ day, area: one.areaOn(day), cell, who: one.id })
  }
  for (const one of people.values()) {
    const newborn = lifeOfOne(one.id).filter((fact) => fact.type === 'newborn-screened').map((fact) => ({ day: fact.occurredOn, results: insideOf(dataOf(fact), 'results') }))
    for (const { day, results } of newborn) if (Object.keys(results).some((condition) => isToldOf(results, condition))) tell(flows, one, day, 'newborn-screenings')
    tell(distinct, one, dayWhenAll(newborn, ['hypothyroidism', 'g6pd', 'adrenal-hyperplasia', 'hearing-loss', 'heart-disease']), 'screened-newborn')
    for (const fact of lifeOfOne(one.id)) if (fact.type === 'elder-examined') tell(distinct, one, fact.occurredOn, 'elders-examined')
  }
  for (const one of women) {
    const mine = mothers.get(one.id)
    for (const day of mine?.found ?? []) tell(flows, one, day, 'pregnancies-found')
    for (const { day, cell } of mine?.lost ?? []) tell(flows, one, day, cell)
    for (const day of mine?.screened ?? []) tell(flows, one, day, 'prenatal-screenings')
    for (const { told } of mine?.carried ?? []) tell(distinct, one, dayWhenAll(told, ['down', 'edwards', 'patau', 'thalassemia']), 'screened-before-birth')
    const changes = [...(hers.get(one.id)?.changes ?? []).map((change) => ({ ...change, husband: '' })), ...[...his].flatMap(([husband, { changes: of }]) => of.map((change) => ({ ...change, husband })))]
    for (const { day, what, method, husband } of changes) {
      const couple = one.coupleAt(day)
      if (couple === undefined || (husband !== '' && couple.husband !== husband)) continue
      for (const cell of [`couples-${what}`, `couples-${what}-${method}`]) flows.push({ day, area: couple.area, cell, who: one.id })
    }
  }
  return (first, last, add) => {
    const isIn = ({ day }: Happening) => first <= day && day <= last
    for (const { area, cell } of flows.filter(isIn)) add(area, cell)
    for (const key of new Set(distinct.filter(isIn).map(({ area, cell, who }) => `${area}|${cell}|${who}`))) add(key.split('|')[0] ?? '', key.split('|')[1] ?? '')
    for (const one of women) {
      if (mothers.get(one.id)?.carried.some(({ from, to }) => from <= last && last < to) === true) for (const area of one.areasAt(last)) add(area, 'pregnant')
      const couple = one.coupleAt(last)
      const method = hers.get(one.id)?.runningAt(last) || his.get(couple?.husband ?? '')?.runningAt(last) || ''
      if (couple === undefined || method === '') continue
      add(couple.area, 'couples-using')
      add(couple.area, `couples-using-${method}`)
    }
  }
}
