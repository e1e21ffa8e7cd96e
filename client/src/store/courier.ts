import type { DeviceId } from '@sotay/domain/kernel/ids'
import { MOST_FACTS_A_PUSH } from '@sotay/domain/sync/protocol'
import type { Phone } from './phone.ts'
import { waitAfter } from './retry.ts'
import { type RoundEnd, syncRound, type Wire } from './sync.ts'

/** How it stands with the service, for the top line. */
export interface Delivery {
  readonly isRunning: boolean
  /** How the last round ended; null before the first. */
  readonly end: RoundEnd | null
  /** Entries received since this run began, while it runs. */
  readonly received: number
  /** When the next try is due, by the device's clock; null when none is planned. */
  readonly nextAt: number | null
}

export interface CourierPorts {
  readonly after: (ms: number, work: () => void) => () => void
  readonly chance: () => number
}

export interface Courier {
  readonly delivery: () => Delivery
  readonly onChange: (listener: () => void) => () => void
  /** Tries now, whatever was planned. Resolves when the run has ended. */
  readonly run: () => Promise<void>
  readonly stop: () => void
}

const ORDINARY_MS = 5 * 60_000

/** Runs rounds until there is nothing more to say, then again after a while; after a failure later and later. One tab at a time. */
export function startCourier(phone: Phone, device: DeviceId, wire: Wire, ports: CourierPorts): Courier {
  const listeners = new Set<() => void>()
  let delivery: Delivery = { isRunning: false, end: null, received: 0, nextAt: null }
  let running: Promise<void> | undefined
  let cancel = () => {}
  let [failures, most, skip, isStopped] = [0, MOST_FACTS_A_PUSH, 0, false]

  const set = (change: Partial<Delivery>) => {
    delivery = { ...delivery, ...change }
    for (const listener of listeners) listener()
  }

  let askedWait = 0
  const patient: Wire = {
    async sync(request) {
      const answer = await wire.sync(request)
      askedWait = answer.kind === 'later' ? answer.afterMs : 0
      return answer
    },
  }

  async function round(): Promise<RoundEnd> {
    const end = await syncRound(phone, device, patient, most, skip)
    if (end === 'not-taken') {
      // One note that the service cannot even look at must not stop those behind it.
      if (most > 1) most = Math.ceil(most / 8)
      else skip += 1
    } else if (end === 'done' || end === 'more') [most, skip] = [MOST_FACTS_A_PUSH, 0]
    return end
  }

  /** A request that was not taken is tried again smaller at once, down to a single note. */
  const goesOn = (end: RoundEnd): boolean => end === 'more' || (end === 'not-taken' && skip === 0)

  async function deliver(): Promise<void> {
    cancel()
    set({ isRunning: true, received: 0, nextAt: null })
    const before = phone.state.entries.size
    const ended: { end: RoundEnd } = { end: 'later' }
    try {
      await phone.ports.alone('sync', async () => {
        do {
          ended.end = await round()
          set({ end: ended.end, received: phone.state.entries.size - before })
        } while (goesOn(ended.end) && !isStopped)
      })
    } catch {
      // The disk is full or gone: what is noted stays where it is, and is tried again.
      ended.end = 'later'
    }
    const { end } = ended
    failures = end === 'done' || end === 'more' ? 0 : failures + 1
    const wait = failures === 0 ? ORDINARY_MS : waitAfter(failures, ports.chance(), askedWait)
    if (!isStopped) cancel = ports.after(wait, () => void run())
    set({ isRunning: false, end, nextAt: isStopped ? null : phone.ports.now() + wait })
  }

  async function run(): Promise<void> {
    if (isStopped) return
    running ??= deliver().finally(() => (running = undefined))
    await running
  }

  return {
    delivery: () => delivery,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run,
    stop() {
      isStopped = true
      cancel()
    },
  }
}
