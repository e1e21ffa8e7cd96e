import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseCopy, houseCopy } from './house-copy.ts'
import { CLEAN, PLANTS } from './plants.ts'

let house: HouseCopy
let refused: ReadonlyMap<string, readonly string[]>
let code: number

/** The rules that spoke, by file, of one run of the linter over all that is planted. */
beforeAll(async () => {
  house = await houseCopy()
  await house.plant({ ...CLEAN, ...Object.fromEntries(PLANTS.map(({ file, text }) => [file, text])) })
  const run = await house.run('node_modules/oxlint/bin/oxlint', '--format', 'json')
  code = run.code
  const report: { diagnostics: { filename: string; code?: string }[] } = JSON.parse(run.output)
  const byFile = new Map<string, string[]>()
  for (const one of report.diagnostics) byFile.set(one.filename, [...(byFile.get(one.filename) ?? []), one.code ?? ''])
  refused = byFile
})

afterAll(() => house.remove())

describe('the linter refuses', () => {
  it.each(PLANTS)('$what', ({ file, rule }) => {
    expect(refused.get(file) ?? []).toContain(rule)
  })

  it('by its exit code', () => expect(code).not.toBe(0))
})

describe('the linter lets pass', () => {
  it.each(Object.keys(CLEAN).filter((file) => !file.includes('round-')))('%s', (file) => {
    expect(refused.get(file)).toBeUndefined()
  })
})
