import type { ComponentType, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A component whose code is fetched when it is first drawn; until then a sentence stands in its place. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: string): (props: Props) => VNode {
  let loaded: ComponentType<Props> | undefined
  return function Later(props: Props): VNode {
    const [Here, setHere] = useState<ComponentType<Props> | undefined>(() => loaded)
    const [hasFailed, setFailed] = useState(false)
    useEffect(() => {
      if (Here !== undefined) return
      load().then(
        (component) => {
          loaded = component
          setHere(() => component)
        },
        () => setFailed(true),
      )
    }, [])
    if (hasFailed) return <p role="alert">⚠ {waiting}</p>
    return Here === undefined ? <p aria-live="polite">{waiting}</p> : <Here {...props} />
  }
}
