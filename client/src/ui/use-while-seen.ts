import { useState } from 'preact/hooks'
import { useWhenHidden } from './use-when-hidden.ts'

/**
 * Whether something confidential is open: closed at first, and again when the page is hidden, as when the screen goes dark, or when it is of something else.
 * @param what of whom or of what it is; opened of one, it is closed of every other
 */
export function useWhileSeen(what = ''): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [opened, setOpened] = useState<string>()
  useWhenHidden(() => setOpened(undefined))
  return [opened === what, (isOpen) => setOpened(isOpen ? what : undefined)]
}
