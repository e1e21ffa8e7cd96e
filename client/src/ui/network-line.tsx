import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import css from './network-line.module.css'

/** Says that there is no network while the browser is sure of it. It is never the other way trusted: a button is never blocked by it. */
export function NetworkLine({ text }: { readonly text: string }): VNode {
  const [isOffline, setOffline] = useState(() => !navigator.onLine)
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return (
    <output class={css.place}>
      {isOffline && (
        <span class={css.line}>
          <span aria-hidden="true">⚠ </span>
          {text}
        </span>
      )}
    </output>
  )
}
