import { useEffect, useState } from 'preact/hooks'

/** Whether something confidential is open: closed at first, and again when the page is hidden, as when the screen goes dark. */
export function useWhileSeen(): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const close = (): void => setOpen(false)
    document.addEventListener('visibilitychange', close)
    return () => document.removeEventListener('visibilitychange', close)
  }, [])
  return [isOpen, setOpen]
}
