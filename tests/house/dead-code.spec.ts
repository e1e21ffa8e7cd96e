import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseCopy, houseCopy } from './house-copy.ts'

let house: HouseCopy
let said: string
let code: number

const lines = (text: string) => said.split('\n').filter((line) => line.includes(text))

beforeAll(async () => {
  house = await houseCopy()
  await house.plant({
    'domain/src/kernel/thing.ts': `export const usedByServer = 1\nexport const usedByNobody = 2\n`,
    'server/src/main.ts': `import Fastify from 'fastify'\nimport left from 'left-pad'\nimport { usedByServer } from '@sotay/domain/kernel/thing'\nimport { used } from './part.ts'\nvoid Fastify().listen({ port: usedByServer + used + left })\n`,
    'server/src/part.ts': `export const used = 1\nexport const unusedInServer = 2\n`,
    'server/src/forgotten.ts': `export const nobodyImportsThisFile = 1\n`,
    'client/index.html': `<script type="module" src="/src/main.tsx"></script>\n`,
    'client/src/main.tsx': `import { render } from 'preact'\nimport { Page } from './page.tsx'\nrender(<Page />, document.body)\n`,
    'client/src/page.tsx': `export const Page = () => <p />\nexport const unusedInClient = 1\n`,
    'client/src/lost.tsx': `export const Lost = () => <p />\n`,
  })
  const run = await house.run('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints')
  said = run.output
  code = run.code
})

afterAll(() => house.remove())

describe('knip refuses', () => {
  it.each(['usedByNobody', 'unusedInServer', 'unusedInClient'])('an unused export: %s', (name) => expect(lines(name)).toHaveLength(1))
  it.each(['server/src/forgotten.ts', 'client/src/lost.tsx'])('an unused file: %s', (file) => expect(lines(file)).toHaveLength(1))
  it('an unused dependency', () => expect(lines('prom-client ')).toHaveLength(1))
  it('a dependency nobody declared', () => expect(lines('left-pad')).toHaveLength(1))
  it('by its exit code', () => expect(code).not.toBe(0))
})

describe('knip lets pass', () => {
  it.each(['usedByServer', 'client/src/main.tsx', 'fastify '])('%s', (name) => expect(lines(name)).toEqual([]))
})
