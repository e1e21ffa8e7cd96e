import type { Noted } from '@sotay/domain/kernel/effective'
import type { AnyFact } from '@sotay/domain/kernel/fact'
import type { AreaId, FactId, SubjectId } from '@sotay/domain/kernel/ids'
import type { Problem } from '@sotay/domain/kernel/problem'
import type { Cursor } from '@sotay/domain/sync/protocol'
import type { Me } from '@sotay/domain/wire/session'
import { type KeptEntry, type Line, readAgain } from './line.ts'

/**
 * All that a phone knows, as the fold of its journal.
 *
 *     journal ──fold──▶ log (entries, cursors) ∪ own notes ──▶ noted, by subject ──▶ people, households, counts
 *
 * 1. An own note is never removed (SYNC-2). `waiting` is sent; every other standing is what the service answered. `again` was answered by a log
 *    that is gone (SYNC-8), and is sent once the log that took its place is known and does not hold it.
 * 2. Of one id the entry of the log speaks before the own note; both hold the same fact (SYNC-3).
 * 3. After a restart the entries of the former log are kept until every feed has been read again, and then those are dropped that no feed held.
 */
export interface OwnNote {
  readonly fact: AnyFact
  readonly standing: 'waiting' | 'again' | 'accepted' | 'held' | 'unplaced' | 'refused'
  readonly problems: readonly Problem[]
}

export interface PhoneState {
  epoch: string | null
  me: Me | null
  /** Milliseconds to add to the device's clock to have the service's. */
  offset: number | null
  /** When the service last answered, by its clock. */
  lastAnswer: number | null
  rebuilding: boolean
  generation: number
  /** How many records that did not open have been made good by pulling anew. */
  mended: number
  readonly cursors: Map<AreaId, Cursor>
  readonly lost: Set<AreaId>
  readonly hidden: Set<SubjectId>
  readonly own: Map<FactId, OwnNote>
  readonly entries: Map<FactId, { readonly entry: KeptEntry; readonly generation: number }>
  /** Entries of which not even the id can be read, by area and position in the log. */
  readonly nameless: Map<string, KeptEntry>
  readonly bySubject: Map<SubjectId, Set<FactId>>
}

export function emptyPhone(): PhoneState {
  return {
    epoch: null,
    me: null,
    offset: null,
    lastAnswer: null,
    rebuilding: false,
    generation: 0,
    mended: 0,
    cursors: new Map(),
    lost: new Set(),
    hidden: new Set(),
    own: new Map(),
    entries: new Map(),
    nameless: new Map(),
    bySubject: new Map(),
  }
}

/** The state as one value, for a journal that is rewritten shorter. */
export interface Snapshot {
  readonly epoch: string | null
  readonly me: Me | null
  readonly offset: number | null
  readonly lastAnswer: number | null
  readonly rebuilding: boolean
  readonly generation: number
  readonly mended: number
  readonly cursors: readonly (readonly [AreaId, Cursor])[]
  readonly lost: readonly AreaId[]
  readonly hidden: readonly SubjectId[]
  readonly own: readonly OwnNote[]
  readonly entries: readonly { readonly entry: KeptEntry; readonly generation: number }[]
  readonly nameless: readonly (readonly [string, KeptEntry])[]
}

export function snapshotOf(state: PhoneState): Snapshot {
  const { epoch, me, offset, lastAnswer, rebuilding, generation, mended } = state
  return {
    epoch, me, offset, lastAnswer, rebuilding, generation, mended,
    cursors: [...state.cursors],
    lost: [...state.lost],
    hidden: [...state.hidden],
    own: [...state.own.values()],
    entries: [...state.entries.values()],
    nameless: [...state.nameless],
  }
}

/**
 * Folds one more line into the state, in place.
 * @returns the subjects whose facts, or whose facts' standing, have changed
 */
export function applyLine(state: PhoneState, line: Line): Set<SubjectId> {
  const touched = new Set<SubjectId>()
  switch (line.kind) {
    case 'noted':
      if (!state.own.has(line.fact.id)) own(state, { fact: line.fact, standing: 'waiting', problems: [] }, touched)
      break
    case 'answered':
      answered(state, line, touched)
      break
    case 'page':
      state.cursors.set(line.area, line.cursor)
      if (state.lost.delete(line.area)) for (const subject of state.bySubject.keys()) touched.add(subject)
      for (const entry of line.entries) keep(state, line.area, entry, state.generation, touched)
      for (const subject of line.gone) hide(state, subject, true, touched)
      for (const subject of line.newcomers) hide(state, subject, false, touched)
      break
    case 'lost':
      state.lost.add(line.area)
      for (const subject of state.bySubject.keys()) touched.add(subject)
      break
    case 'restarted':
      state.generation += 1
      state.mended = line.mended ?? state.mended
      state.rebuilding = true
      state.cursors.clear()
      for (const note of state.own.values()) if (isPlaced(note)) own(state, { ...note, standing: 'again' }, touched)
      break
    case 'caught-up':
      caughtUp(state, touched)
      break
    case 'me':
      state.me = line.me
      state.offset = line.offset
      break
    case 'snapshot':
      load(state, line.snapshot, touched)
      break
  }
  return touched
}

function isPlaced(note: OwnNote): boolean {
  return note.standing === 'accepted' || note.standing === 'held' || note.standing === 'unplaced'
}

function answered(state: PhoneState, line: Extract<Line, { kind: 'answered' }>, touched: Set<SubjectId>): void {
  state.epoch = line.epoch
  state.offset = line.offset
  state.lastAnswer = line.at
  for (const { id, standing, problems } of line.verdicts) {
    const note = state.own.get(id)
    if (note !== undefined) own(state, { ...note, standing, problems }, touched)
  }
}

function own(state: PhoneState, note: OwnNote, touched: Set<SubjectId>): void {
  state.own.set(note.fact.id, note)
  index(state, note.fact, touched)
}

function keep(state: PhoneState, area: AreaId, raw: KeptEntry, generation: number, touched: Set<SubjectId>): void {
  const entry = readAgain(raw)
  const id = idOf(entry)
  if (id === null) {
    state.nameless.set(`${area} ${entry.seq}`, entry)
    return
  }
  state.entries.set(id, { entry, generation })
  if (entry.read.as !== 'unread') index(state, entry.read.fact, touched)
  const note = state.own.get(id)
  if (note === undefined || entry.read.as === 'unread' || !(note.standing === 'again' || note.standing === 'waiting')) return
  if (isSame(note.fact, entry.read.fact)) state.own.set(id, { ...note, standing: entry.status, problems: entry.problems })
}

/** Whether two values are the same JSON, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [of, to] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return of.size === to.size && [...of].every(([key, value]) => to.has(key) && isSame(value, to.get(key)))
}

function idOf({ read }: KeptEntry): FactId | null {
  return read.as === 'unread' ? read.id : read.fact.id
}

function index(state: PhoneState, fact: AnyFact, touched: Set<SubjectId>): void {
  for (const subject of fact.about) {
    const ids = state.bySubject.get(subject)
    if (ids === undefined) state.bySubject.set(subject, new Set([fact.id]))
    else ids.add(fact.id)
    touched.add(subject)
  }
}

function hide(state: PhoneState, subject: SubjectId, isHidden: boolean, touched: Set<SubjectId>): void {
  if (isHidden) state.hidden.add(subject)
  else state.hidden.delete(subject)
  touched.add(subject)
}

function caughtUp(state: PhoneState, touched: Set<SubjectId>): void {
  if (!state.rebuilding) return
  state.rebuilding = false
  for (const [id, { entry, generation }] of state.entries) {
    if (generation === state.generation) continue
    state.entries.delete(id)
    if (entry.read.as === 'unread') continue
    for (const subject of entry.read.fact.about) {
      if (!state.own.has(id)) state.bySubject.get(subject)?.delete(id)
      touched.add(subject)
    }
  }
}

function load(state: PhoneState, snapshot: Snapshot, touched: Set<SubjectId>): void {
  const { epoch, me, offset, lastAnswer, rebuilding, generation, mended } = snapshot
  for (const subject of state.bySubject.keys()) touched.add(subject)
  for (const part of [state.cursors, state.lost, state.hidden, state.own, state.entries, state.nameless, state.bySubject]) part.clear()
  Object.assign(state, { epoch, me, offset, lastAnswer, rebuilding, generation, mended })
  for (const [area, cursor] of snapshot.cursors) state.cursors.set(area, cursor)
  for (const area of snapshot.lost) state.lost.add(area)
  for (const subject of snapshot.hidden) state.hidden.add(subject)
  for (const note of snapshot.own) own(state, note, touched)
  for (const { entry, generation: of } of snapshot.entries) {
    const again = readAgain(entry)
    const id = idOf(again)
    if (id !== null) state.entries.set(id, { entry: again, generation: of })
    if (again.read.as !== 'unread') index(state, again.read.fact, touched)
  }
  for (const [key, entry] of snapshot.nameless) state.nameless.set(key, entry)
}

/** A state that holds entries read from the service and nothing of its own: what the office reads of a home is folded as on a phone. */
export function stateRead(me: Me, read: readonly { readonly area: AreaId; readonly entry: KeptEntry }[]): PhoneState {
  const state = emptyPhone()
  state.me = me
  for (const { area } of me.areas) state.cursors.set(area, [0, ''])
  for (const { area, entry } of read) keep(state, area, entry, state.generation, new Set())
  return state
}

/** A fact with how it stands, log before own note. Nothing for an id that is not known or of which only the id can be read. */
export function notedOf(state: PhoneState, id: FactId): Noted | undefined {
  const kept = state.entries.get(id)
  if (kept !== undefined) return kept.entry.read.as === 'unread' ? undefined : { fact: kept.entry.read.fact, status: kept.entry.status }
  const note = state.own.get(id)
  return note === undefined ? undefined : { fact: note.fact, status: statusOf(note) }
}

function statusOf(note: OwnNote): Noted['status'] {
  switch (note.standing) {
    case 'waiting':
    case 'again':
      return 'pending'
    case 'accepted':
      return 'accepted'
    case 'held':
    case 'unplaced':
    case 'refused':
      return 'held'
  }
}

/** Every fact about a subject that this phone holds. */
export function notedAbout(state: PhoneState, subject: SubjectId): Noted[] {
  return [...(state.bySubject.get(subject) ?? [])].map((id) => notedOf(state, id)).filter((noted) => noted !== undefined)
}

/** What has no answer yet, oldest first (SYNC-2). */
export function unsent(state: PhoneState): OwnNote[] {
  return [...state.own.values()].filter((note) => note.standing === 'waiting' || note.standing === 'again')
}
