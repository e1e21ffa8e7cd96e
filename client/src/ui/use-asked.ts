import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Trouble } from './ask-server.ts'

/** Where a question to the server stands. `value` stays while it is asked again, so that a list does not blink. */
export interface Asked<T> {
  readonly value: T | undefined
  readonly trouble: Trouble | undefined
  readonly isWaiting: boolean
  /** Asks once more; what is on the screen stays until the answer is here. */
  readonly again: () => void
}

type Standing<T> = { readonly key: string; readonly value?: T; readonly trouble?: Trouble; readonly isWaiting: boolean }

/**
 * Asks when the screen opens and whenever `key` changes; an answer to an earlier key is dropped.
 * @param key what the answer depends on; another key forgets the former value
 */
export function useAsked<T>(key: string, ask: (signal: AbortSignal) => Promise<Answer<T>>): Asked<T> {
  const [standing, setStanding] = useState<Standing<T>>({ key, isWaiting: true })
  const [turn, setTurn] = useState(0)
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    const abort = new AbortController()
    setStanding((before) => (before.key === key ? { ...before, isWaiting: true } : { key, isWaiting: true }))
    const run = async (): Promise<void> => {
      const answer = await latest.current(abort.signal)
      if (abort.signal.aborted) return
      setStanding((before) =>
        answer.ok
          ? { key, value: answer.value, isWaiting: false }
          : { ...(before.key === key ? before : { key }), trouble: answer.trouble, isWaiting: false },
      )
    }
    void run().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error
    })
    return () => abort.abort()
  }, [key, turn])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const own = standing.key === key ? standing : { value: undefined, trouble: undefined, isWaiting: true }
  return { value: own.value, trouble: own.trouble, isWaiting: own.isWaiting, again }
}
