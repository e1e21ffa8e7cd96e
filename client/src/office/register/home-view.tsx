import type { HouseholdId, PersonId } from '@sotay/domain/kernel/ids'
import type { HomeNotes } from '@sotay/domain/wire/register'
import type { Me } from '@sotay/domain/wire/session'
import type { ComponentChildren, VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { askedWords, troubleText } from '../../i18n/asked-words.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { NotKept } from '../../store/keeping.ts'
import type { Answer } from '../../ui/ask-server.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { HomeProvider, openHome } from './home.ts'
import { askHousehold, askHouseholds, askPerson } from './register-calls.ts'

/** Whose homes are read: a household, or a person with or without what is private. */
export type Wanted = { readonly household: HouseholdId } | { readonly person: PersonId; readonly isPrivate?: boolean }

interface Props {
  readonly me: Me
  /** Several are read into one book, so that what concerns them together is told whole. */
  readonly wanted: readonly Wanted[]
  readonly children: ComponentChildren
}

/** Somebody who goes down a list with the arrows asks for those on which she stays. */
const PAUSE_MS = 150

/** Reads homes and gives them, folded, to the page below. */
export function HomeView({ me, wanted, children }: Props): VNode {
  const words = useWords()
  const register = useRegisterWords()
  const asked = useAsked(JSON.stringify(wanted), async (signal) => await askAll(wanted, signal))
  const { value, again } = asked
  const [more, setMore] = useState<HomeNotes['entries']>([])

  async function seek(typed: string): Promise<void> {
    const found = await askFound(typed)
    if (!found.ok) throw new NotKept(troubleText(words, found.trouble))
    setMore((before) => [...before, ...found.value])
  }

  const home = useMemo(() => (value === undefined ? undefined : openHome(me, [...value, ...more], { again, seek })), [value, more, me])
  const texts = askedWords(words)
  return (
    <AskedView asked={asked} words={{ ...texts, trouble: (trouble) => (trouble.kind === 'missing' ? register.missing : texts.trouble(trouble)) }}>
      {() => (home === undefined ? null : <HomeProvider value={home}>{children}</HomeProvider>)}
    </AskedView>
  )
}

/** Homes read for one search: as many as a search shows. */
const MOST_FOUND = 8

/** What is noted about the homes that a search of the commune finds. */
async function askFound(typed: string): Promise<Answer<HomeNotes['entries']>> {
  const { signal } = new AbortController()
  const found = await askHouseholds({ typed, standing: 'open' }, signal)
  if (!found.ok) return found
  return await askEach(found.value.households.slice(0, MOST_FOUND), signal)
}

async function askAll(wanted: readonly Wanted[], signal: AbortSignal): Promise<Answer<HomeNotes['entries']>> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  signal.throwIfAborted()
  return await askEach(wanted, signal)
}

async function askEach(wanted: readonly Wanted[], signal: AbortSignal): Promise<Answer<HomeNotes['entries']>> {
  const answers = await Promise.all(wanted.map(async (one) => ('household' in one ? await askHousehold(one.household, signal) : await askPerson(one.person, one.isPrivate === true, signal))))
  const entries: HomeNotes['entries'] = []
  for (const answer of answers) {
    if (!answer.ok) return answer
    entries.push(...answer.value.entries)
  }
  return { ok: true, value: entries }
}
