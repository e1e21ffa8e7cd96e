import { FactId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Problem } from '@sotay/domain/kernel/problem'
import { type Fact, readFact } from '@sotay/domain/kinds'
import type { OfficeNoteAnswer } from '@sotay/domain/wire/register'
import { useMemo, useRef } from 'preact/hooks'
import { v7 } from 'uuid'
import * as z from 'zod/mini'
import { troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { type Keeping, NotKept } from '../../store/keeping.ts'
import type { Draft } from '../../store/record.ts'
import type { Home } from './home.ts'
import { memoryDrafts } from './memory-drafts.ts'
import { sendNote } from './register-calls.ts'
import type { Source } from './source.ts'

const Data = z.record(z.string(), z.unknown())

/**
 * Keeps notes at the service: what speaks against one is what the service says of it, and the same note sent again has the same id, so that one whose answer
 * was lost is not noted twice.
 */
export function useOfficeKeeping(home: Home, { via, reportedBy }: Source): Keeping {
  const words = useWords()
  const said = useRef<readonly Problem[]>([])
  const ids = useRef(new Map<string, FactId>())

  async function send(draft: Draft, dryRun: boolean): Promise<OfficeNoteAnswer> {
    const told = { ...draft, data: Data.parse(JSON.parse(JSON.stringify(draft.data))), via, ...(reportedBy === 'nobody' ? {} : { reportedBy }) }
    const key = JSON.stringify(told)
    const id = ids.current.get(key) ?? FactId.parse(v7())
    ids.current.set(key, id)
    const answer = await sendNote({ id, ...told, ...(dryRun ? { dryRun } : {}) })
    if (!answer.ok) throw new NotKept(troubleText(words, answer.trouble))
    said.current = answer.value.problems
    return answer.value
  }

  return useMemo(
    () => ({
      book: home.book,
      phone: { state: home.state, version: () => 0 },
      drafts: memoryDrafts(home.me.user),
      today: () => civilDayInVietnam(Date.now()),
      judge: () => said.current,
      seek: home.seek,
      ask: async (draft) => void (await send(draft, true)),
      async record(draft) {
        const { outcome, problems, fact } = await send(draft, false)
        const kept = readKept(fact)
        if (outcome === 'kept' && kept !== undefined) return { kind: 'kept', fact: kept }
        return { kind: outcome === 'doubtful' ? 'doubtful' : 'blocked', problems }
      },
    }),
    [home, via, reportedBy, words],
  )
}

function readKept(raw: unknown): Fact | undefined {
  const reading = readFact(raw)
  return reading.kind === 'known' ? reading.fact : undefined
}
