import type { History } from '@sotay/domain/kernel/decide'
import type { DeviceId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Problem } from '@sotay/domain/kernel/problem'
import { linesOf } from '@sotay/domain/reports/p0-lines'
import { Me } from '@sotay/domain/wire/session'
import { v7 } from 'uuid'
import { type Book, openBook } from './book.ts'
import { bookName, type BookHere } from './books-here.ts'
import { type Courier, startCourier } from './courier.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import { listsOf } from './figures.ts'
import { historyOf } from './history.ts'
import { type BookDatabase, idbDrafts, idbShelf, idbVault } from './idb-store.ts'
import { openPhone, type Phone, todayOn } from './phone.ts'
import { type Draft, judge, record, type Recorded } from './record.ts'
import { wrapForService } from './recovery.ts'
import { aesSeal } from './seal.ts'
import type { Service } from './server-calls.ts'
import { openTabs } from './tabs.ts'
import type { Bytes, VaultShelf } from './vault.ts'

/** An open book with everything that a screen does with it. */
export interface Notebook {
  readonly device: DeviceId
  readonly phone: Phone
  readonly book: Book
  readonly drafts: Drafts
  readonly courier: Courier
  readonly service: Service
  readonly vault: VaultShelf
  readonly history: () => History
  readonly today: () => PlainDate
  readonly judge: (draft: Draft) => readonly Problem[]
  /** Keeps a note on the disk, and sends it as soon as that goes. @throws ShelfFull */
  readonly record: (draft: Draft) => Promise<Recorded>
  /** Takes up who one is from an answer to signing in. */
  readonly takeUpMe: (me: Me) => Promise<void>
  /** Whether the data key lies with the service, for a forgotten PIN. */
  readonly canRecover: () => boolean
  readonly onChange: (listener: () => void) => () => void
  /** Whether the browser has promised to keep the book; null before it was asked. */
  readonly isPersistent: () => boolean | null
  readonly close: () => void
}

/** Opens a book with its key, folds it, and begins to talk with the service. */
export async function openNotebook(database: BookDatabase, here: BookHere, key: CryptoKey, raw: Bytes, service: Service): Promise<Notebook> {
  const seal = aesSeal(key)
  const tabs = openTabs(bookName(here.user))
  const vault = idbVault(database)
  const newId = (at: number): string => v7({ msecs: at })
  const phone = await openPhone({ shelf: idbShelf(database), seal, now: Date.now, newId, alone: tabs.alone, announce: tabs.announce })
  const book = openBook(phone.state)
  const timer = { after: (ms: number, work: () => void) => cancelling(setTimeout(work, ms)), chance: Math.random }
  const courier = startCourier(phone, here.device, service, timer)
  const listeners = new Set<() => void>()
  const tell = (): void => listeners.forEach((listener) => listener())
  let hasLeftKey = (await vault.get('leftKey')) === true
  let isPersistent: boolean | null = null

  const history = () => historyOf(phone.state, { numbered: book.numbered, alike: book.alike, lines: (area, month) => linesOf(listsOf(book, [area], month)) })
  const stops = [
    phone.onChange((touched) => {
      book.refold(touched)
      tell()
    }),
    courier.onChange(tell),
    tabs.onNews(() => void phone.catchUp()),
    whenSeen(() => void courier.run()),
  ]

  async function leaveKey(): Promise<void> {
    if (hasLeftKey) return
    const asked = await service.recoveryKey()
    if (asked.kind !== 'value') return
    const left = await service.leaveKey(here.device, await wrapForService(raw, asked.value))
    if (left.kind !== 'value') return
    await vault.put({ leftKey: true })
    hasLeftKey = true
    tell()
  }

  async function refreshMe(): Promise<void> {
    const reply = await service.me()
    const me = reply.kind === 'value' ? Me.safeParse(reply.value) : undefined
    if (me?.success === true) await takeUpMe(me.data)
  }

  async function takeUpMe(me: Me): Promise<void> {
    if (me.user !== here.user) return
    const offset = me.serverTime - Date.now()
    await phone.write((state) => (isSameMe(state.me, me) ? [] : [{ kind: 'me', me, offset }]))
  }

  async function askToKeep(): Promise<void> {
    isPersistent = (await navigator.storage.persisted()) || (await navigator.storage.persist())
    tell()
  }

  async function begin(): Promise<void> {
    await refreshMe()
    await Promise.all([courier.run(), leaveKey()])
  }

  void begin().catch(() => undefined)
  void askToKeep().catch(() => undefined)
  return {
    device: here.device, phone, book, courier, service, vault, history, takeUpMe,
    drafts: openDrafts(idbDrafts(database), seal),
    today: () => todayOn(phone),
    judge: (draft) => judge(phone, here.device, draft, history()),
    async record(draft) {
      const recorded = await record(phone, here.device, draft, history())
      if (recorded.kind === 'kept') void courier.run()
      return recorded
    },
    canRecover: () => hasLeftKey,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isPersistent: () => isPersistent,
    close() {
      courier.stop()
      for (const stop of stops) stop()
      database.close()
    },
  }
}

function isSameMe(before: Me | null, after: Me): boolean {
  return before !== null && JSON.stringify({ ...before, serverTime: 0 }) === JSON.stringify({ ...after, serverTime: 0 })
}

function cancelling(timer: ReturnType<typeof setTimeout>): () => void {
  return () => clearTimeout(timer)
}

/** Calls back when the app comes to the front, or the browser believes that the network is back; it need not be right. */
function whenSeen(work: () => void): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') work()
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('online', work)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('online', work)
  }
}
