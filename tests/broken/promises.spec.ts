import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readMutation } from './plugin.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** Each promise of sync.md, and that phone, service and a plain recount count the same, broken: the test that names it must fail, and must have run. */
const PROMISES = [...Array.from({ length: 10 }, (_, index) => `SYNC-${index + 1}`), 'RECOUNT']

/** A spec with what it takes from its own folder, where the tests of seeded runs stand. */
function withNeighbours(spec: string): string {
  const text = readFileSync(`${ROOT}${spec}`, 'utf8')
  const neighbours = [...text.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => readFileSync(`${ROOT}${dirname(spec)}/${name}`, 'utf8'))
  return [text, ...neighbours].join('\n')
}

interface Outcome {
  readonly isGreen: boolean
  readonly output: string
}

async function outcomeOf(promise: string): Promise<Outcome> {
  const { project, spec, test } = readMutation(promise)
  const options = {
    cwd: ROOT,
    env: { ...process.env, SOTAY_BROKEN: promise, MODEL_RUNS: '40', NO_COLOR: '1', VITEST: undefined, VITEST_MODE: undefined },
    maxBuffer: 64 * 1024 * 1024,
  }
  try {
    const { stdout, stderr } = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', project, spec, '-t', test, '--bail', '1'], options)
    return { isGreen: true, output: stdout + stderr }
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('stdout' in error)) throw error
    return { isGreen: false, output: String(error.stdout) + ('stderr' in error ? String(error.stderr) : '') }
  }
}

describe('a promise that is broken', () => {
  it.each(PROMISES)('%s makes its test fail', async (promise) => {
    const { file, find, spec } = readMutation(promise)
    expect(readFileSync(`${ROOT}${file}`, 'utf8').split(find), `the text to break stands once in ${file}`).toHaveLength(2)
    expect(existsSync(`${ROOT}${spec}`)).toBe(true)
    expect(withNeighbours(spec), `${spec} names ${promise}`).toMatch(new RegExp(`Verifies: [^\\n]*${promise}\\b`))
    const outcome = await outcomeOf(promise)
    expect(outcome).toMatchObject({ isGreen: false, output: expect.stringMatching(/Tests\s+[1-9]\d* failed/) })
  }, 300_000)
})
