import { AreaFreshness, HeldNote } from '@sotay/domain/wire/reports'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

/** What the day's work is made of. */
export interface Work {
  readonly areas: readonly AreaFreshness[]
  readonly held: readonly HeldNote[]
}

export async function askWork(signal: AbortSignal): Promise<Answer<Work>> {
  const [areas, held] = await Promise.all([
    askServer('/api/areas', z.array(AreaFreshness), { signal }),
    askServer('/api/notes/held?skip=0', z.array(HeldNote), { signal }),
  ])
  if (!areas.ok) return areas
  if (!held.ok) return held
  return { ok: true, value: { areas: areas.value, held: held.value } }
}
