import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseCopy, houseCopy } from './house-copy.ts'

/** Lines that do not type-check, each in the workspace that must refuse it, with the compiler's number for it. */
const PLANTS = [
  ['domain', 'wrong-type', `export const born: string = 1999`, 'TS2322'],
  ['domain', 'uses-node', `export const home = process.env`, 'TS2591'],
  ['domain', 'uses-dom', `export const page = document.title`, 'TS2584'],
  ['domain', 'uses-console', `export const print = () => console.log(1)`, 'TS2584'],
  ['domain', 'unchecked-index', `export const first = (of: string[]): string => of[0]`, 'TS2322'],
  ['domain', 'inexact-optional', `export const one: { readonly note?: string } = { note: undefined }`, 'TS2375'],
  ['domain', 'enum', `export enum Sex {\n  Male,\n}`, 'TS1294'],
  ['domain', 'type-as-value', `import { Thing } from './thing.ts'\nexport const one: Thing = 1`, 'TS1484'],
  ['domain', 'unused-local', `const one = 1\nexport {}`, 'TS6133'],
  ['server', 'uses-dom', `export const page = document.title`, 'TS2584'],
  ['client', 'uses-node', `export const home = process.env`, 'TS2591'],
] as const

let house: HouseCopy
const output = new Map<string, string>()

beforeAll(async () => {
  house = await houseCopy()
  await house.plant(Object.fromEntries(PLANTS.map(([workspace, name, text]) => [`${workspace}/src/${name}.ts`, `${text}\n`])))
  await house.plant({
    'domain/src/thing.ts': `export type Thing = number\n`,
    'server/src/clean.ts': `import { readFile } from 'node:fs/promises'\nexport const read = () => readFile('x')\n`,
    'client/src/clean.tsx': `export const Clean = () => <p class="x">{document.title}</p>\n`,
  })
  for (const workspace of ['domain', 'server', 'client']) {
    output.set(workspace, (await house.run('node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', workspace)).output)
  }
})

afterAll(() => house.remove())

const saidOf = (workspace: string, file: string) =>
  (output.get(workspace) ?? '').split('\n').filter((line) => line.startsWith(`${workspace}/src/${file}`))

describe('the compiler refuses', () => {
  it.each(PLANTS)('%s: %s', (workspace, name, _text, number) => {
    expect(saidOf(workspace, `${name}.ts`).join('\n')).toContain(number)
  })
})

describe('the compiler lets pass', () => {
  it.each([
    ['domain', 'thing.ts'],
    ['server', 'clean.ts'],
    ['client', 'clean.tsx'],
  ])('%s/src/%s', (workspace, file) => {
    expect(saidOf(workspace, file)).toEqual([])
  })
})
