import { useEffect, useRef } from 'preact/hooks'

/** Does something when the page is hidden or comes back into sight, as when the screen goes dark. */
export function useWhenHidden(act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const run = (): void => latest.current()
    document.addEventListener('visibilitychange', run)
    return () => document.removeEventListener('visibilitychange', run)
  }, [])
}
