import { useEffect, useState } from 'preact/hooks'

/**
 * Whether something confidential is open: closed at first, and again when the page is hidden, as when the screen goes dark, or when it is of something else.
 * @param what of whom or of what it is; opened of one, it is closed of every other
 */
export function useWhileSeen(what = ''): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [opened, setOpened] = useState<string>()
  useEffect(() => {
    const close = (): void => setOpened(undefined)
    document.addEventListener('visibilitychange', close)
    return () => document.removeEventListener('visibilitychange', close)
  }, [])
  return [opened === what, (isOpen) => setOpened(isOpen ? what : undefined)]
}
