import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One promise broken on purpose: in `file` the text `find`, which stands there once, becomes `put`; `spec` must then fail. */
export interface Mutation {
  readonly why: string
  readonly file: string
  readonly find: string
  readonly put: string
  readonly project: 'unit' | 'integration' | 'model'
  readonly spec: string
  /** Which tests of the spec to run, by a pattern of their names. */
  readonly test: string
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The mutation of a promise as it is kept in `tests/broken/<promise>/mutation.json`. */
export function readMutation(promise: string): Mutation {
  return JSON.parse(readFileSync(`${ROOT}tests/broken/${promise}/mutation.json`, 'utf8')) as Mutation
}

/** The plugin that breaks a promise; none where nothing is to be broken. */
export function brokenPromise(promise: string | undefined) {
  if (promise === undefined) return []
  const { file, find, put } = readMutation(promise)
  return [
    {
      name: 'broken-promise',
      enforce: 'pre' as const,
      transform(code: string, id: string) {
        if (id.split('?')[0] !== `${ROOT}${file}`) return undefined
        if (code.split(find).length !== 2) throw new Error(`${promise}: the text to break does not stand once in ${file}`)
        return code.replace(find, () => put)
      },
    },
  ]
}
