import { type ChangePassword, LinkSeen, Me, type OpenLink } from '@sotay/domain/wire/session'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

/** Who is signed in. */
export async function askMe(signal: AbortSignal): Promise<Answer<Me>> {
  return await askServer('/api/session', Me, { signal, isQuiet: true })
}

/** Signs in for the office, without a device. Wrong name or password answers `signed-out`. */
export async function signIn(name: string, password: string): Promise<Answer<unknown>> {
  return await askServer('/api/session', z.unknown(), { method: 'POST', body: { name, password }, isQuiet: true })
}

export async function signOut(): Promise<Answer<unknown>> {
  return await askServer('/api/session', z.unknown(), { method: 'DELETE', isQuiet: true })
}

export async function changePassword(current: string, next: string): Promise<Answer<unknown>> {
  return await askServer('/api/session/password', z.unknown(), { method: 'POST', body: { old: current, new: next } satisfies ChangePassword, isQuiet: true })
}

/** Whom a one-time link is for; `refused` with `link-used-up` when it is good no more. */
export async function lookAtLink(token: string, signal: AbortSignal): Promise<Answer<LinkSeen>> {
  return await askServer('/api/session/link/look', LinkSeen, { method: 'POST', body: { token }, signal, isQuiet: true })
}

/** Uses a one-time link up: sets the password and signs in. */
export async function openLink(opened: OpenLink): Promise<Answer<Me>> {
  return await askServer('/api/session/link', Me, { method: 'POST', body: opened, isQuiet: true })
}
