import { existsSync } from 'node:fs'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseCopy, houseCopy } from './house-copy.ts'

let house: HouseCopy

const at = (path: string) => join(house.folder, path)
const build = () => house.run('bin/build.js')

beforeAll(async () => {
  house = await houseCopy()
  await house.plant({
    'domain/src/kernel/thing.ts': `export const greeting = 'one'\n`,
    'server/src/main.ts': `import Fastify from 'fastify'\nimport { greeting } from './greeting.ts'\nif (process.argv[2] === 'fail') throw new Error('here')\nconsole.log(typeof Fastify, greeting)\n`,
    'server/src/greeting.ts': `export const greeting = 'one'\n`,
    'server/src/cli/main.ts': `console.log('cli')\n`,
    'server/src/jobs/count.worker.ts': `console.log('worker')\n`,
    'client/vite.config.ts': `import { defineConfig } from 'vite'\nexport default defineConfig({})\n`,
    'client/index.html': `<script type="module" src="/src/main.ts"></script>\n`,
    'client/src/main.ts': `document.title = 'one'\n`,
  })
})

afterAll(() => house.remove())

describe('the build', () => {
  it('makes main, command line and workers, with packages left outside; two at once make one', async () => {
    const [one, two] = await Promise.all([build(), build()])
    expect([one.code, two.code]).toEqual([0, 0])
    const made = await readdir(at('server/dist'))
    expect(made).toEqual(expect.arrayContaining(['main.js', 'cli.js', 'count.worker.js', 'main.js.map']))
    expect(await readFile(at('server/dist/main.js'), 'utf8')).toMatch(/from ["']fastify["']/)
    expect(existsSync(at('client/dist/index.html'))).toBe(true)
    expect((await house.run('server/dist/main.js')).output).toContain('function one')
    expect((await readdir(at('server'))).filter((entry) => entry.startsWith('dist.'))).toEqual([])
  })

  it('does nothing where nothing has changed', async () => {
    const before = await stat(at('server/dist/main.js'))
    expect((await build()).output).toBe('')
    expect((await stat(at('server/dist/main.js'))).mtimeMs).toBe(before.mtimeMs)
  })

  it('builds again only the half that a change touches', async () => {
    const client = await stat(at('client/dist/index.html'))
    await house.plant({ 'server/src/greeting.ts': `export const greeting = 'two'\n` })
    await build()
    expect((await house.run('server/dist/main.js')).output).toContain('function two')
    expect((await stat(at('client/dist/index.html'))).mtimeMs).toBe(client.mtimeMs)
  })

  it('keeps what was built when a source does not build, and says why', async () => {
    await house.plant({ 'server/src/greeting.ts': `export const greeting = = 'three'\n` })
    const { code, output } = await build()
    expect(code).not.toBe(0)
    expect(output).toContain('greeting.ts')
    expect((await house.run('server/dist/main.js')).output).toContain('function two')
    await house.plant({ 'server/src/greeting.ts': `export const greeting = 'four'\n` })
  })

  it('goes on where a build was killed', async () => {
    // No process has a number above the kernel's highest, so this holder is dead.
    await writeFile(at('.cache/build.lock'), '4194305')
    await house.plant({ 'server/dist.1/main.js': 'half' })
    expect((await build()).code).toBe(0)
    expect((await house.run('server/dist/main.js')).output).toContain('function four')
    expect(existsSync(at('server/dist.1'))).toBe(false)
    expect(existsSync(at('.cache/build.lock'))).toBe(false)
  })

  it('names the line of the source in a stack', async () => {
    const { output } = await house.run('server/dist/main.js', 'fail')
    expect(output).toContain('server/src/main.ts:3')
  })
})
