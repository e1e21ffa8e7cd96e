import { AreaFreshness } from '@sotay/domain/wire/reports'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

/** The areas of the commune with how fresh they are. */
export async function askAreas(signal: AbortSignal): Promise<Answer<AreaFreshness[]>> {
  return await askServer('/api/areas', z.array(AreaFreshness), { signal })
}
