import type { Actor } from '@sotay/domain/kernel/actor'
import { type AreaId, DeviceId, FactId, type RegistryId, type UserId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date'
import { type Fact, readFact } from '@sotay/domain/kinds'
import { PROTOCOL, SyncRequest, SyncResponse } from '@sotay/domain/sync/protocol'
import type { Chance } from '@sotay/domain/testing/chance'
import { areaId, deviceId, registryId, unitId, userId } from '@sotay/domain/testing/ids'
import type { Me } from '@sotay/domain/wire/session'
import type { Kysely } from 'kysely'
import type { Client } from 'pg'
import { v7 } from 'uuid'
import { pull, readEpoch } from '../../server/src/log/pull.ts'
import { push } from '../../server/src/log/push.ts'
import type { Database } from '../../server/src/db/schema.ts'

/** One row of a registry's log as the model compares it. */
export interface LogRow {
  readonly seq: number
  readonly fact_id: FactId
  readonly area_id: AreaId
  readonly status: 'accepted' | 'held'
  readonly body: string
}

const FACTS_A_PUSH = 400
const SINCE = plainDate('2020-01-01')

/**
 * The service as phones see it: the real admission and feeds on the real database, in a registry of this run's own, with two areas. Users: `one` has the first
 * area, `two` the second, `both` stands in for both; `officer` settles what is held.
 */
export class Commune {
  readonly registry: RegistryId
  readonly areas: readonly [AreaId, AreaId]
  readonly #db: Kysely<Database>
  readonly #name: string
  readonly #administrator: Client
  /** Milliseconds UTC at the service. */
  now = Date.UTC(2026, 9, 1, 1)

  constructor(db: Kysely<Database>, administrator: Client, name: string) {
    this.#db = db
    this.#administrator = administrator
    this.#name = name
    this.registry = registryId(name)
    this.areas = [areaId(`${name} 1`), areaId(`${name} 2`)]
  }

  async open(): Promise<void> {
    const db = this.#db
    const at = new Date(this.now)
    const unit = unitId(this.#name)
    await db.insertInto('registry').values({ id: this.registry, created_at: at }).execute()
    await db.insertInto('unit').values({ id: unit, parent_id: null, kind: 'commune', path: `${unit}/`, valid_from: SINCE, valid_to: null }).execute()
    await db
      .insertInto('area')
      .values(this.areas.map((id, index) => ({ id, registry_id: this.registry, unit_id: unit, number: `${index + 1}`, name: '', valid_from: SINCE, valid_to: null })))
      .execute()
    const users = ['one', 'two', 'both', 'officer'].map((name) => ({
      id: this.user(name),
      name: `${this.#name} ${name}`,
      full_name: name,
      role: name === 'officer' ? ('officer' as const) : ('collaborator' as const),
      unit_id: unit,
      password_hash: null,
      must_change_password: false,
      disabled_at: null,
      created_at: at,
    }))
    await db.insertInto('app_user').values(users).execute()
  }

  user(name: string): UserId {
    return userId(`${this.#name} ${name}`)
  }

  device(name: string): DeviceId {
    return DeviceId.parse(deviceId(`${this.#name} ${name}`))
  }

  actor(user: string): Actor {
    const areas = user === 'one' ? [this.areas[0]] : user === 'two' ? [this.areas[1]] : this.areas
    const isOfficer = user === 'officer'
    return {
      user: this.user(user),
      role: isOfficer ? 'officer' : 'collaborator',
      responsibilities: isOfficer ? [] : areas.map((area) => ({ area, from: SINCE })),
      communeAreas: isOfficer ? this.areas : [],
    }
  }

  me(user: string): Me {
    const actor = this.actor(user)
    return {
      user: actor.user,
      name: user,
      fullName: user,
      role: actor.role,
      responsibilities: actor.responsibilities.map(({ area, from }) => ({ area, from })),
      communeAreas: [],
      areas: [],
      commune: null,
      people: {},
      mustChangePassword: false,
      isDeviceRevoked: false,
      serverTime: this.now,
    }
  }

  /** What the route does with one request, JSON to JSON. */
  async answer(user: string, body: string): Promise<string> {
    this.now += 250
    const request = SyncRequest.parse(JSON.parse(body))
    const db = this.#db
    const actor = this.actor(user)
    const [at, today] = [this.now, civilDayInVietnam(this.now)]
    const epoch = await readEpoch(db)
    const newId = () => FactId.parse(v7())
    const verdicts = await push(db, request.facts, { actor, device: request.device, today, now: at, newId, sentBy: actor.user })
    const pulled = await pull(db, actor, today, request.cursors, request.epoch === null || request.epoch === epoch)
    return JSON.stringify(SyncResponse.parse({ protocol: PROTOCOL, epoch, serverTime: at, verdicts, ...pulled }))
  }

  /** Takes in facts made elsewhere, as whoever noted them sends them: pushes of some hundred, so that an author's own order is kept and that between authors is not quite. */
  async take(facts: readonly Fact[]): Promise<void> {
    const users = ['one', 'two', 'officer']
    for (let at = 0; at < facts.length; at += FACTS_A_PUSH) {
      const some = facts.slice(at, at + FACTS_A_PUSH)
      for (const user of users) {
        const actor = this.actor(user)
        const own = some.filter((fact) => fact.recordedBy === actor.user)
        const sending = { actor, device: this.device(user), today: civilDayInVietnam(this.now), now: this.now, newId: () => FactId.parse(v7()), sentBy: actor.user }
        if (own.length > 0) await push(this.#db, own, sending)
      }
    }
  }

  /** The officer takes or refuses one of the held notes, if there are any that she has not settled. */
  async settle(chance: Chance): Promise<void> {
    const log = await this.log()
    const settled = new Set(log.flatMap(({ body }) => settledIn(body)))
    const held = log.filter((row) => row.status === 'held' && !settled.has(row.fact_id))
    if (held.length === 0) return
    const row = chance.pick(held)
    const read = readFact(JSON.parse(row.body))
    if (read.kind !== 'known') return
    const actor = this.actor('officer')
    const settlement = {
      id: v7(),
      type: 'fact-settled',
      v: 1,
      area: row.area_id,
      about: read.fact.about,
      occurredOn: civilDayInVietnam(this.now),
      recordedAt: this.now,
      recordedBy: actor.user,
      device: this.device('officer'),
      via: 'office',
      data: { fact: row.fact_id, verdict: chance.happens(0.7) ? 'take' : 'refuse', reason: 'Đã hỏi lại' },
    }
    const sending = { actor, device: this.device('officer'), today: civilDayInVietnam(this.now), now: this.now, newId: () => FactId.parse(v7()), sentBy: actor.user }
    await push(this.#db, [settlement], sending)
  }

  /** The log as it stands, in order. */
  async log(): Promise<LogRow[]> {
    const query = 'SELECT seq::int AS seq, fact_id, area_id, status, body FROM log WHERE registry_id = $1 ORDER BY seq'
    return (await this.#administrator.query<LogRow>(query, [this.registry])).rows
  }

  /** Ids of what fits no log. */
  async unplaced(): Promise<FactId[]> {
    const query = 'SELECT fact_id FROM unplaced WHERE user_id = ANY ($1)'
    const users = ['one', 'two', 'both'].map((name) => this.user(name))
    return (await this.#administrator.query<{ fact_id: FactId }>(query, [users])).rows.map((row) => row.fact_id)
  }

  /** Stored cells: "area period" → counts in the pack's order. */
  async cells(): Promise<Map<string, readonly number[]>> {
    const query = 'SELECT area_id, period, counts FROM cells WHERE registry_id = $1'
    const { rows } = await this.#administrator.query<{ area_id: string; period: string; counts: number[] }>(query, [this.registry])
    return new Map(rows.map((row) => [`${row.area_id} ${row.period}`, row.counts]))
  }

  /** The service comes back from a backup that holds nothing of this registry yet, and names itself anew (SYNC-8). */
  async restoreFromEmptyBackup(): Promise<void> {
    const tables = ['cells', 'contribution', 'visible', 'link', 'about', 'log', 'person_row', 'household_row', 'registry_head']
    for (const table of tables) await this.#administrator.query(`DELETE FROM ${table} WHERE registry_id = $1`, [this.registry])
    await this.#administrator.query('UPDATE service SET epoch = gen_random_uuid()')
  }
}

function settledIn(body: string): FactId[] {
  const read = readFact(JSON.parse(body))
  return read.kind === 'known' && read.fact.type === 'fact-settled' ? [read.fact.data.fact] : []
}
