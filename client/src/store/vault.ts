import * as z from 'zod/mini'

/**
 * The lock of the book on this device (sync.md "On the phone").
 *
 *     PIN ──PBKDF2 600,000──▶ pin key ─┐
 *                                      ├─▶ data key ──▶ every record
 *     device key (never leaves) ───────┘       │
 *     recovery key of the service ◀── wrapped ─┘
 *
 * 1. The data key is random, made once, and never written but wrapped.
 * 2. A six-digit PIN alone can be guessed off line; so the wrapped key is wrapped again by a key that the browser does not give out.
 * 3. A wrong PIN costs growing waits, never a note. The wait is kept on the disk, so that a reload does not shorten it.
 */
const ROUNDS = 600_000
const FREE_ATTEMPTS = 3
const WAITS_MS = [15_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const

export type Bytes = Uint8Array<ArrayBuffer>

/** Where the lock keeps its parts: small, on the same disk as the journal. */
export interface VaultShelf {
  get(key: string): Promise<unknown>
  /** Writes all of them or none, on the disk before it resolves. */
  put(values: Readonly<Record<string, unknown>>): Promise<void>
}

const bytes = z.instanceof(Uint8Array<ArrayBuffer>)
const Locked = z.object({ salt: bytes, outerIv: bytes, innerIv: bytes, wrapped: bytes, rounds: z.int() })
const Attempts = z.object({ wrong: z.int(), at: z.int() })

export type Unlocking =
  | { readonly kind: 'open'; readonly key: CryptoKey; readonly raw: Bytes }
  | { readonly kind: 'wrong'; readonly waitMs: number }
  | { readonly kind: 'wait'; readonly waitMs: number }

/** The parts of the lock are not there: this device has no book yet, or its disk was cleared. */
export class NoVault extends Error {
  override readonly name = 'NoVault'
}

export async function hasVault(shelf: VaultShelf): Promise<boolean> {
  return Locked.safeParse(await shelf.get('locked')).success
}

/**
 * Makes a lock with a fresh data key.
 * @returns the key, and its raw bytes to be wrapped for recovery and then forgotten
 */
export async function createVault(shelf: VaultShelf, pin: string): Promise<{ key: CryptoKey; raw: Bytes }> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const deviceKey = await newDeviceKey()
  await shelf.put({ deviceKey, locked: await lock(raw, pin, deviceKey), attempts: { wrong: 0, at: 0 } })
  return { key: await dataKey(raw), raw }
}

/** Tries a PIN. @throws NoVault */
export async function unlock(shelf: VaultShelf, pin: string, now: number): Promise<Unlocking> {
  const attempts = await attemptsOf(shelf)
  const waitMs = waitLeft(attempts, now)
  if (waitMs > 0) return { kind: 'wait', waitMs }
  const raw = await rawKey(shelf, pin)
  if (raw === undefined) {
    const wrong = { wrong: attempts.wrong + 1, at: now }
    await shelf.put({ attempts: wrong })
    return { kind: 'wrong', waitMs: waitLeft(wrong, now) }
  }
  if (attempts.wrong > 0) await shelf.put({ attempts: { wrong: 0, at: now } })
  return { kind: 'open', key: await dataKey(raw), raw }
}

/** Puts a new PIN in place of the old one, in one write. @returns false when the old one is wrong, as a wrong attempt. */
export async function changePin(shelf: VaultShelf, from: string, to: string, now: number): Promise<Unlocking> {
  const opened = await unlock(shelf, from, now)
  if (opened.kind !== 'open') return opened
  await setPin(shelf, opened.raw, to)
  return opened
}

/** Locks a data key that came back from the service under a new PIN. What was sealed with it stays as it is. */
export async function setPin(shelf: VaultShelf, raw: Bytes, pin: string): Promise<CryptoKey> {
  const deviceKey = await newDeviceKey()
  await shelf.put({ deviceKey, locked: await lock(raw, pin, deviceKey), attempts: { wrong: 0, at: 0 } })
  return dataKey(raw)
}

/** Milliseconds until a PIN may be tried again; a clock turned back does not make it longer than the wait itself. */
export async function waitBeforePin(shelf: VaultShelf, now: number): Promise<number> {
  return waitLeft(await attemptsOf(shelf), now)
}

function waitLeft({ wrong, at }: { wrong: number; at: number }, now: number): number {
  if (wrong < FREE_ATTEMPTS) return 0
  const full = WAITS_MS[Math.min(wrong - FREE_ATTEMPTS, WAITS_MS.length - 1)] ?? 0
  return Math.max(0, full - Math.max(0, now - at))
}

async function attemptsOf(shelf: VaultShelf): Promise<{ wrong: number; at: number }> {
  const read = Attempts.safeParse(await shelf.get('attempts'))
  return read.success ? read.data : { wrong: 0, at: 0 }
}

async function deviceKeyOf(shelf: VaultShelf): Promise<CryptoKey> {
  const key = await shelf.get('deviceKey')
  if (key instanceof CryptoKey) return key
  throw new NoVault('the device key is gone')
}

async function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function lock(raw: Bytes, pin: string, deviceKey: CryptoKey): Promise<z.infer<typeof Locked>> {
  const [salt, innerIv, outerIv] = [random(16), random(12), random(12)]
  const inner = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: innerIv }, await pinKey(pin, salt, ROUNDS), raw)
  const outer = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: outerIv }, deviceKey, inner)
  return { salt, innerIv, outerIv, wrapped: new Uint8Array(outer), rounds: ROUNDS }
}

/** The data key, or nothing where the PIN is another. */
async function rawKey(shelf: VaultShelf, pin: string): Promise<Bytes | undefined> {
  const locked = Locked.safeParse(await shelf.get('locked'))
  if (!locked.success) throw new NoVault('this device has no lock')
  const { salt, innerIv, outerIv, wrapped, rounds } = locked.data
  const inner = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: outerIv }, await deviceKeyOf(shelf), wrapped)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: innerIv }, await pinKey(pin, salt, rounds), inner))
  } catch {
    return undefined
  }
}

async function pinKey(pin: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function dataKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}
