import { RecoveryPublicKey, Recovered } from '@sotay/domain/wire/people'
import type { Bytes } from './vault.ts'

/** The other way to the data key: wrapped to the service's recovery key, so that a forgotten PIN loses nothing. */
const RSA = { name: 'RSA-OAEP', hash: 'SHA-256' } as const

/** The data key as only the service can open it, with the name of the key it is wrapped to. */
export async function wrapForService(raw: Bytes, recoveryKey: unknown): Promise<{ id: string; wrapped: string }> {
  const { id, jwk } = RecoveryPublicKey.parse(recoveryKey)
  const key = await crypto.subtle.importKey('jwk', jwk, RSA, false, ['encrypt'])
  return { id, wrapped: toBase64Url(new Uint8Array(await crypto.subtle.encrypt(RSA, key, raw))) }
}

/** A fresh pair for one recovery: the public half goes with the officer's code, the private half never leaves this page. */
export async function recoveryPair(): Promise<{ publicKey: { kty: 'RSA'; n: string; e: 'AQAB' }; open: (answer: unknown) => Promise<Bytes> }> {
  const shape = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
  const pair = await crypto.subtle.generateKey(shape, false, ['encrypt', 'decrypt'])
  const { n = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return {
    publicKey: { kty: 'RSA', n, e: 'AQAB' },
    async open(answer) {
      const { wrapped } = Recovered.parse(answer)
      return new Uint8Array(await crypto.subtle.decrypt(RSA, pair.privateKey, fromBase64Url(wrapped)))
    },
  }
}

function toBase64Url(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Bytes {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
