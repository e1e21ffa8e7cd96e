import type { SyncRequest } from '@sotay/domain/sync/protocol'
import type { OpenLink, SignIn } from '@sotay/domain/wire/session'
import type { Wire, WireAnswer } from './sync.ts'

/** What the service answered: a value, a refusal with its code, or nothing at all. */
export type Reply =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly afterMs: number }
  | { readonly kind: 'unreachable' }

const TIMEOUT_MS = 120_000

/** One call to the service. Never throws for what a network or a server can do. */
async function call(method: string, path: string, body?: unknown): Promise<Reply> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const value: unknown = text === '' ? null : JSON.parse(text)
    if (response.ok) return { kind: 'value', value }
    const afterMs = 1_000 * (Number(response.headers.get('retry-after')) || 0)
    return { kind: 'refused', status: response.status, code: codeOf(value), afterMs }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** The code of a problem (RFC 9457): its `code`, or the last part of its type. */
function codeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return 'unknown'
  if ('code' in value && typeof value.code === 'string') return value.code
  return 'type' in value && typeof value.type === 'string' ? (value.type.split(/[/:#]/).at(-1) ?? 'unknown') : 'unknown'
}

export interface Service extends Wire {
  readonly signIn: (as: SignIn) => Promise<Reply>
  readonly me: () => Promise<Reply>
  readonly lookAtLink: (token: string) => Promise<Reply>
  readonly openLink: (link: OpenLink) => Promise<Reply>
  readonly signOut: () => Promise<Reply>
  readonly changePassword: (from: string, to: string) => Promise<Reply>
  readonly registerDevice: (device: string, name: string) => Promise<Reply>
  readonly recoveryKey: () => Promise<Reply>
  readonly leaveKey: (device: string, wrapped: { id: string; wrapped: string }) => Promise<Reply>
  readonly recover: (device: string, code: string, publicKey: object) => Promise<Reply>
}

/** The service at the address that the app came from. */
export function openService(): Service {
  return {
    signIn: (as) => call('POST', '/api/session', as),
    lookAtLink: (token) => call('POST', '/api/session/link/look', { token }),
    openLink: (link) => call('POST', '/api/session/link', link),
    me: () => call('GET', '/api/session'),
    signOut: () => call('DELETE', '/api/session'),
    changePassword: (from, to) => call('POST', '/api/session/password', { old: from, new: to }),
    registerDevice: (device, name) => call('POST', '/api/devices', { device, name }),
    recoveryKey: () => call('GET', '/api/devices/recovery-key'),
    leaveKey: (device, wrapped) => call('PUT', `/api/devices/${device}/wrapped-key`, wrapped),
    recover: (device, code, publicKey) => call('POST', `/api/devices/${device}/recover`, { code, publicKey }),
    sync: async (request) => wireAnswer(await call('POST', '/api/sync', request satisfies SyncRequest)),
  }
}

function wireAnswer(reply: Reply): WireAnswer {
  if (reply.kind === 'value') return { kind: 'answer', body: reply.value }
  if (reply.kind === 'unreachable') return reply
  if (reply.status === 401) return { kind: 'signed-out' }
  if (reply.code === 'device-revoked') return { kind: 'revoked' }
  if (reply.status === 426 || reply.code === 'app-too-old') return { kind: 'too-old' }
  if (reply.status === 429 || reply.status >= 500) return { kind: 'later', afterMs: reply.afterMs }
  return { kind: 'not-taken' }
}
