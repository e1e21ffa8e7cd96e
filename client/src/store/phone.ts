import type { SubjectId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { type Line, linesFrom } from './line.ts'
import { applyLine, emptyPhone, type PhoneState, snapshotOf } from './phone-state.ts'
import { type Seal, SealBroken } from './seal.ts'
import { type Shelf, ShelfTaken } from './shelf.ts'

/** What a phone needs of the world. */
export interface PhonePorts {
  readonly shelf: Shelf
  readonly seal: Seal
  /** The device's clock, milliseconds UTC. */
  readonly now: () => number
  /** A new UUIDv7 of that time. */
  readonly newId: (at: number) => string
  /** Runs work that no other tab of this app does at the same time under the same name. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Tells the other tabs that the journal has grown. */
  readonly announce: () => void
}

/** Records after which the journal is rewritten as one. */
const COMPACT_AFTER = 256

/**
 * A phone: its journal on the shelf and the state that follows from it. Whatever is written is on the disk first and in the state after, by the same
 * code that reads it back after a restart (SYNC-6).
 */
export interface Phone {
  readonly ports: PhonePorts
  readonly state: PhoneState
  /** Raised whenever the state changes. */
  readonly version: () => number
  /** Calls back after each change with the subjects it touched; returns the way to stop. */
  readonly onChange: (listener: (touched: ReadonlySet<SubjectId>) => void) => () => void
  /** Takes up what other tabs have written. */
  readonly catchUp: () => Promise<void>
  /**
   * Writes what `make` says, in one record, after taking up what others wrote; writes nothing when it says nothing.
   * @throws ShelfFull; the state is then as it was
   */
  readonly write: (make: (state: PhoneState) => readonly Line[]) => Promise<void>
  /** Records that did not open: what they held is pulled again, and they are never rewritten. */
  readonly damaged: () => number
}

/** Opens the journal and folds it. */
export async function openPhone(ports: PhonePorts): Promise<Phone> {
  const state = emptyPhone()
  const listeners = new Set<(touched: ReadonlySet<SubjectId>) => void>()
  let [last, length, version, damaged] = [0, 0, 0, 0]

  async function readOn(): Promise<Set<SubjectId>> {
    const touched = new Set<SubjectId>()
    for (const { n, sealed } of await ports.shelf.read(last)) {
      const lines = await openRecord(sealed)
      for (const line of lines) for (const subject of applyLine(state, line)) touched.add(subject)
      last = n
      length += 1
    }
    return touched
  }

  async function openRecord(sealed: Uint8Array<ArrayBuffer>): Promise<readonly Line[]> {
    try {
      return linesFrom(await ports.seal.open(sealed))
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
      damaged += 1
      return []
    }
  }

  function tell(touched: ReadonlySet<SubjectId>): void {
    version += 1
    for (const listener of listeners) listener(touched)
  }

  async function catchUp(): Promise<void> {
    const before = last
    const touched = await readOn()
    if (last !== before) tell(touched)
  }

  async function write(make: (state: PhoneState) => readonly Line[]): Promise<void> {
    await ports.alone('journal', async () => {
      await catchUp()
      for (;;) {
        const lines = make(state)
        if (lines.length === 0) return
        const sealed = await ports.seal.close(lines)
        try {
          await ports.shelf.append({ n: last + 1, sealed })
        } catch (error) {
          await catchUp()
          if (error instanceof ShelfTaken) continue
          throw error
        }
        break
      }
      await catchUp()
      ports.announce()
      if (length > COMPACT_AFTER && damaged === 0) await compact()
    })
  }

  async function compact(): Promise<void> {
    const sealed = await ports.seal.close([{ kind: 'snapshot', snapshot: snapshotOf(state) } satisfies Line])
    try {
      await ports.shelf.compact({ n: last, sealed })
      length = 1
    } catch {
      // A longer journal is only slower; it is tried again after the next record.
    }
  }

  await readOn()
  if (damaged > state.mended) await write(() => (damaged > state.mended ? [{ kind: 'restarted', mended: damaged }] : []))
  return {
    ports,
    state,
    version: () => version,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    catchUp,
    write,
    damaged: () => damaged,
  }
}

/** The service's time as far as this phone knows it: its clock plus the last known difference. Milliseconds UTC. */
export function timeOn(phone: Phone): number {
  return phone.ports.now() + (phone.state.offset ?? 0)
}

/** The civil day in Vietnam. */
export function todayOn(phone: Phone): PlainDate {
  return civilDayInVietnam(timeOn(phone))
}

const DAY_MS = 86_400_000

/** Whether the device's clock is more than a day off: then dates are typed, not taken from it. */
export function isClockOff(phone: Pick<Phone, 'state'>): boolean {
  return Math.abs(phone.state.offset ?? 0) > DAY_MS
}

