import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { problemEn } from './problem-en.ts'
import { problemVi } from './problem-vi.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Every code that domain or server gives a problem, read from their sources. */
function codesInSources(): string[] {
  const files = ['domain/src', 'server/src'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  )
  return [...new Set(files.flatMap((text) => [...text.matchAll(/\b(?:block|warn)\('([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')))].toSorted()
}

describe('problems', () => {
  it('each has its sentence in both languages', () => {
    const codes = codesInSources()
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !Object.hasOwn(problemVi, code))).toEqual([])
    expect(codes.filter((code) => !Object.hasOwn(problemEn, code))).toEqual([])
  })

  it('no sentence shows a hole where a number or date should be', () => {
    const params = {
      on: '2026-03-04', born: '1999', days: 10, fewest: 270, age: 12, from: 15, to: 50, expected: 2, order: 4, number: '12', count: 3, years: 120, today: '2026-11-23', says: 1990, noted: 1991, start: '003', length: 9,
      group: 'H1', level: '6', place: '03', name: 'Lan', least: 18, weeks: 10, window: 12, money: 5000, section: 3, month: '2026-03',
    }
    for (const words of [problemVi, problemEn]) {
      for (const [code, sentence] of Object.entries(words)) expect(`${code}: ${sentence(params)}`).not.toMatch(/undefined|NaN|\(\)|\s{2,}/)
    }
  })
})
