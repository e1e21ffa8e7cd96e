import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Chance } from '@sotay/domain/testing/chance'
import { unsent } from '../../client/src/store/phone-state.ts'
import { connectionUrl } from '../../server/src/db/connection-settings.ts'
import { openTestDatabase, type TestDatabase } from '../../server/tests/fixture-database.ts'
import { Commune } from './commune.ts'
import { type Mishaps, ModelPhone } from './model-phone.ts'

const KILLS = 24
const PROCESS = fileURLToPath(new URL('./push-process.ts', import.meta.url))

let database: TestDatabase
let administrator: Client
let child: ChildProcess | undefined
beforeAll(async () => {
  database = await openTestDatabase()
  administrator = new Client(database.administrator)
  await administrator.connect()
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await administrator.end()
  await database.drop()
})

/** Starts a service in a process of its own. @returns the port it listens on */
async function start(name: string): Promise<number> {
  const started = spawn(process.execPath, ['--import', 'tsx', PROCESS, database.url, connectionUrl(database.administrator), name], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  const [line] = (await once(started.stdout, 'data')) as [Buffer]
  return Number(line.toString('utf8'))
}

/** Verifies: SYNC-2, SYNC-3, SYNC-4 */
describe('a service killed in the middle of a push', () => {
  it(`${KILLS} times keeps the log whole, and every note ends up in it once`, async () => {
    const chance = new Chance(7)
    const commune = new Commune(database.db, administrator, 'killed')
    await commune.open()
    const mishaps: Mishaps = { lost: 0, unheard: 0, repeated: 0, cut: 0, powerCuts: 0 }
    let port = await start('killed')
    let kills = 0
    let isDying = false
    const send = async (user: string, body: string): Promise<string | undefined> => {
      commune.now += 1_000
      const dying = child
      if (isDying && dying !== undefined && body.includes('"type"')) {
        isDying = false
        setTimeout(() => dying.kill('SIGKILL'), chance.whole(2, 40))
      }
      try {
        const response = await fetch(`http://127.0.0.1:${port}/${user}`, { method: 'POST', body, headers: { 'x-now': String(commune.now) } })
        return response.ok ? await response.text() : undefined
      } catch {
        return undefined
      }
    }
    const phones = ['one', 'two', 'both'].map((user) => new ModelPhone(commune, chance, user, user, 0, mishaps, send))
    for (const phone of phones) phone.heal()
    while (kills < KILLS) {
      for (const phone of phones) for (let count = 0; count < 12; count++) await phone.note()
      isDying = true
      for (const phone of phones) await phone.round()
      if (isDying) continue
      await pause(60)
      if (child?.signalCode === 'SIGKILL') {
        kills += 1
        port = await start('killed')
      }
    }
    for (let turn = 0; turn < 2; turn++) for (const phone of phones) for (let count = 0; count < 50; count++) if ((await phone.round()) === 'done') break
    const log = await commune.log()
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    expect(new Set(log.map(({ fact_id }) => fact_id)).size).toBe(log.length)
    const kept = new Set([...log.map(({ fact_id }) => fact_id), ...(await commune.unplaced())])
    const promised = phones.flatMap((phone) => phone.promised)
    expect(promised.length).toBeGreaterThan(KILLS * 12)
    expect(promised.filter((fact) => !kept.has(fact.id))).toEqual([])
    for (const phone of phones) expect(unsent((await phone.known()).state)).toEqual([])
  }, 300_000)
})
