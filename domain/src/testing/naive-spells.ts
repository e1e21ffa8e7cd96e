import { type Human, NEVER, type Stay } from './naive-people.ts'

/** Days counted in an area, found by walking through a stay day by day of change; for the naive recount, sharing no code with residence.ts. */
export interface Counted {
  area: string
  from: string
  to: string
  /** The cells of its two ends. */
  opened: string
  closed: string
}

const OPENED: Record<string, string> = { book: 'entered-by-book', birth: 'entered-by-birth', arrival: 'arrivals' }

/** Six months later, the last day of the month where there is no such day. */
function sixMonths(day: string): string {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number)
  const [y, m] = month > 6 ? [year + 1, month - 6] : [year, month + 6]
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  const most = m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(of, most)).padStart(2, '0')}`
}

/** As somebody's own facts tell, whatever became of the mother. */
export function ownSpells(human: Human): Counted[] {
  return human.stays.flatMap((stay) => walk(stay, stay.settled ? stay.from : sixMonths(stay.from), stay.settled ? (OPENED[stay.how] ?? '') : 'six-months-here'))
}

export function spellsOf(human: Human, people: ReadonlyMap<string, Human>): Counted[] {
  const { birth } = human
  if (birth === undefined || birth.motherKind === 'unknown') return ownSpells(human)
  const mother = birth.motherKind === 'person' ? people.get(birth.mother) : undefined
  const hers = (mother === undefined ? [] : ownSpells(mother)).filter((spell) => spell.to >= birth.on)[0]
  return human.stays.flatMap((stay) => {
    if (stay.how !== 'birth') return walk(stay, stay.settled ? stay.from : sixMonths(stay.from), stay.settled ? (OPENED[stay.how] ?? '') : 'six-months-here')
    const late = sixMonths(birth.on)
    if (hers !== undefined && hers.from <= birth.on) return walk(stay, birth.on, 'entered-by-birth')
    if (hers !== undefined && hers.opened === 'entered-by-book') return walk(stay, hers.from, 'entered-by-book')
    return walk(stay, hers === undefined || hers.from >= late ? late : hers.from, 'six-months-here')
  })
}

function walk(stay: Stay, start: string, opening: string): Counted[] {
  if (stay.to < start || (stay.to === start && opening === 'six-months-here')) return []
  const gaps = stay.aways.map((away) => ({ gone: sixMonths(away.from), back: away.to })).filter((gap) => gap.back > gap.gone && gap.gone < stay.to && gap.back > start)
  const isStartGap = gaps.some((gap) => gap.gone <= start)
  const events: { on: string; turn: number; what: string; area: string }[] = stay.places.map(({ area, from }) => ({ on: from, turn: 0, what: 'place', area }))
  if (!isStartGap) events.push({ on: start, turn: 1, what: opening, area: '' })
  for (const gap of gaps) {
    if (gap.gone > start) events.push({ on: gap.gone, turn: 1, what: 'six-months-away', area: '' })
    if (gap.back < stay.to) events.push({ on: gap.back, turn: 1, what: 'six-months-here', area: '' })
  }
  if (stay.to !== NEVER) events.push({ on: stay.to, turn: 2, what: stay.end, area: '' })
  const found: Counted[] = []
  let running: Counted | undefined
  let area = ''
  const close = (on: string, closed: string) => {
    if (running !== undefined) found.push({ ...running, to: on, closed })
    running = undefined
  }
  const ordered = events.map((event, index) => ({ ...event, index })).sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.turn - b.turn || a.index - b.index))
  for (const [index, event] of ordered.entries()) {
    if (event.on > stay.to) break
    if (event.what === 'place') {
      const next = ordered[index + 1]
      if (next !== undefined && next.what === 'place' && next.on === event.on) continue
      if (event.area !== area && running !== undefined) {
        close(event.on, 'moved-out')
        running = { area: event.area, from: event.on, to: NEVER, opened: 'moved-in', closed: '' }
      }
      area = event.area
    } else if (event.turn === 2 || event.what === 'six-months-away') close(event.on, event.what)
    else running = { area, from: event.on, to: NEVER, opened: event.what, closed: '' }
  }
  if (running !== undefined) found.push(running)
  return found
}
