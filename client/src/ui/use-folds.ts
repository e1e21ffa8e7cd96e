import { useEffect, useState } from 'preact/hooks'
import * as z from 'zod/mini'
import { useWhenHidden } from './use-when-hidden.ts'

const Kept = z.object({ folds: z.array(z.string()) })

/** The parts of a page that are open. */
export interface Folds {
  readonly isOpen: (part: string) => boolean
  readonly set: (part: string, isOpen: boolean) => void
}

/** Keeps what is open with the page's entry in the browser's history: whoever comes back to the page finds it as it was left, whoever begins anew finds it closed. */
export function useFolds(): Folds {
  const [open, setOpen] = useState<readonly string[]>(() => Kept.safeParse(history.state).data?.folds ?? [])
  return {
    isOpen: (part) => open.includes(part),
    set(part, isOpen) {
      const next = isOpen ? [...open, part] : open.filter((one) => one !== part)
      history.replaceState({ ...history.state, folds: next }, '')
      setOpen(next)
    },
  }
}

/** Whether the page is on its way to paper, where nothing can be tapped. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = (): void => setPrinting(true)
    const end = (): void => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

/** What is open only while its page is looked at: closed again when the screen goes dark. */
export function usePrivateFolds(): Folds {
  const [open, setOpen] = useState<readonly string[]>([])
  useWhenHidden(() => setOpen([]))
  return {
    isOpen: (part) => open.includes(part),
    set: (part, isOpen) => setOpen(isOpen ? [...open, part] : open.filter((one) => one !== part)),
  }
}
