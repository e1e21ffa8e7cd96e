/** Turns values into bytes that nobody reads without the key, and back. */
export interface Seal {
  close(value: unknown): Promise<Uint8Array<ArrayBuffer>>
  /** @throws SealBroken when the bytes were changed or belong to another key */
  open(sealed: Uint8Array<ArrayBuffer>): Promise<unknown>
}

/** Bytes that this key does not open. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

const IV_BYTES = 12

/** AES-GCM with a fresh nonce for each record, the nonce in front. */
export function aesSeal(key: CryptoKey): Seal {
  return {
    async close(value) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const clear = new TextEncoder().encode(JSON.stringify(value))
      const closed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear))
      const sealed = new Uint8Array(IV_BYTES + closed.length)
      sealed.set(iv)
      sealed.set(closed, IV_BYTES)
      return sealed
    },
    async open(sealed) {
      try {
        const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.subarray(0, IV_BYTES) }, key, sealed.subarray(IV_BYTES))
        const value: unknown = JSON.parse(new TextDecoder().decode(clear))
        return value
      } catch (cause) {
        throw new SealBroken('a sealed record does not open', { cause })
      }
    },
  }
}

/** No seal at all: for models that run hundreds of phones in memory. */
export function clearSeal(): Seal {
  return {
    close: (value) => Promise.resolve(new TextEncoder().encode(JSON.stringify(value))),
    open(sealed) {
      const value: unknown = JSON.parse(new TextDecoder().decode(sealed))
      return Promise.resolve(value)
    },
  }
}
