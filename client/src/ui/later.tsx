import { type ComponentType, createContext, type VNode } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import button from './button.module.css'

const LaterWords = createContext({ opening: '', failed: '', again: '' })

/** Gives the words that stand in the place of a component that is not here yet. */
export const LaterWordsProvider = LaterWords.Provider

/** A component whose code is fetched when it is first drawn; until then a sentence stands in its place, and a way on where it does not come. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => VNode {
  let loaded: ComponentType<Props> | undefined
  return function Later(props: Props): VNode {
    const words = useContext(LaterWords)
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
    if (hasFailed) return (
      <div role="alert">
        <p>
          <span aria-hidden="true">⚠ </span>
          {words.failed}
        </p>
        <button type="button" class={button.plain} onClick={() => location.reload()}>
          {words.again}
        </button>
      </div>
    )
    return Here === undefined ? <p aria-live="polite">{words.opening}</p> : <Here {...props} />
  }
}
