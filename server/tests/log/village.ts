import type { Actor } from '@sotay/domain/kernel/actor';
import { FactId } from '@sotay/domain/kernel/ids';
import type { AreaId, SubjectId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date';
import type { Fact } from '@sotay/domain/kinds';
import type { Cursor, Entry, SyncResponse, Verdict } from '@sotay/domain/sync/protocol';
import { unpackEntries } from '@sotay/domain/sync/columns';
import { historyOf, make } from '@sotay/domain/testing/given';
import type { Draft } from '@sotay/domain/testing/drafts';
import { areaId, deviceId, registryId, unitId, userId } from '@sotay/domain/testing/ids';
import { Client } from 'pg';
import { v7 } from 'uuid';

import { pull, readEpoch } from '../../src/log/pull.ts';
import { push } from '../../src/log/push.ts';
import { openTestDatabase } from '../fixture-database.ts';

/** 23 November 2026, eight in the morning in Vietnam. */
export const NOW = Date.UTC(2026, 10, 23, 1);

/**
 * A commune to test in: unit "xã" with areas "1" and "2" in one registry, unit "xã bên" with area "3" in another. Hoa has area 1 since 2024, Lan area 2,
 * Mai area 3; "officer" is the officer of "xã", "officer bên" of "xã bên".
 */
const AREAS: readonly (readonly [area: string, registry: string, unit: string, collaborator: string])[] = [
  ['1', 'xã', 'xã', 'Hoa'],
  ['2', 'xã', 'xã', 'Lan'],
  ['3', 'xã bên', 'xã bên', 'Mai'],
];

export type Village = Awaited<ReturnType<typeof openVillage>>;

export async function openVillage() {
  const database = await openTestDatabase();
  const { db } = database;
  const at = new Date(NOW);
  const since = plainDate('2020-01-01');
  for (const name of ['xã', 'xã bên']) {
    await db.insertInto('registry').values({ id: registryId(name), created_at: at }).execute();
    await db.insertInto('unit').values({ id: unitId(name), parent_id: null, kind: 'commune', path: `${unitId(name)}/`, valid_from: since, valid_to: null }).execute();
    await db.insertInto('unit_name').values({ unit_id: unitId(name), valid_from: since, name, valid_to: null }).execute();
    await addUser(name === 'xã' ? 'officer' : 'officer bên', 'officer', name);
  }
  for (const [area, registry, unit, collaborator] of AREAS) {
    await db
      .insertInto('area')
      .values({ id: areaId(area), registry_id: registryId(registry), unit_id: unitId(unit), number: area, name: `Địa bàn ${area}`, valid_from: since, valid_to: null })
      .execute();
    await addUser(collaborator, 'collaborator', unit);
    await charge(collaborator, area, '2024-01-01');
  }

  async function addUser(name: string, role: 'collaborator' | 'officer', unit: string): Promise<void> {
    await db
      .insertInto('app_user')
      .values({ id: userId(name), name, full_name: name, role, unit_id: unitId(unit), password_hash: null, must_change_password: false, disabled_at: null, created_at: at })
      .execute();
    await db.insertInto('device').values({ id: deviceId(name), user_id: userId(name), name, first_seen: at, last_seen: at, unsent: 0 }).execute();
  }

  /** Gives an area to a collaborator. */
  async function charge(name: string, area: string, from: string, to?: string): Promise<void> {
    const dates = { from_on: plainDate(from), to_on: to === undefined ? null : plainDate(to) };
    await db.insertInto('responsibility').values({ id: v7(), area_id: areaId(area), user_id: userId(name), ...dates }).execute();
  }

  async function actor(name: string): Promise<Actor> {
    const { actorOf } = await import('../../src/people/actor.ts');
    const row = await db.selectFrom('app_user').select(['id', 'role', 'unit_id']).where('id', '=', userId(name)).executeTakeFirstOrThrow();
    return actorOf(db, { user: row.id, role: row.role, unit: row.unit_id });
  }

  /** What a phone of `name` sends, taken in as the route does. */
  async function send(name: string, facts: readonly unknown[], now = NOW): Promise<Verdict[]> {
    const sending = { actor: await actor(name), device: deviceId(name), today: civilDayInVietnam(now), now, newId: () => FactId.parse(v7()), sentBy: userId(name) };
    return push(db, facts, sending);
  }

  async function receive(name: string, cursors: Record<AreaId, Cursor> = {}, now = NOW): Promise<Pick<SyncResponse, 'areas' | 'more'>> {
    return pull(db, await actor(name), civilDayInVietnam(now), cursors, true);
  }

  /** Reads as one who sees everything. */
  async function rows<Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client(database.administrator);
    await client.connect();
    try {
      return (await client.query<Row>(query, values)).rows;
    } finally {
      await client.end();
    }
  }

  return { ...database, charge, addUser, actor, send, receive, rows, epoch: () => readEpoch(db) };
}

/** The facts of drafts told one after the other, each about what it should be. */
export function factsOf(...drafts: readonly Draft[]): Fact[] {
  const facts: Fact[] = [];
  for (const draft of drafts) facts.push(make(draft, facts.length, historyOf(facts.map((fact) => ({ fact, status: 'accepted' })))));
  return facts;
}

/** A phone that only follows: the entries of each area by seq, page by page until there is no more. */
export class Follower {
  readonly entries = new Map<AreaId, Map<number, Entry>>();
  readonly cursors: Record<AreaId, Cursor> = {};
  newcomers: SubjectId[] = [];
  gone: SubjectId[] = [];
  closed: Record<AreaId, string> = {};
  readonly #village: Village;
  readonly #name: string;

  constructor(village: Village, name: string) {
    this.#village = village;
    this.#name = name;
  }

  /** @returns how many pages it took */
  async follow(now = NOW): Promise<number> {
    this.newcomers = [];
    this.gone = [];
    for (let pages = 1; ; pages++) {
      const { areas, more } = await this.#village.receive(this.#name, { ...this.cursors }, now);
      for (const [key, page] of Object.entries(areas)) {
        const area = areaIdOf(key);
        if ('closed' in page) {
          this.closed[area] = page.closed;
          continue;
        }
        const known = this.entries.get(area) ?? new Map<number, Entry>();
        for (const entry of unpackEntries(page.entries)) known.set(entry.seq, entry);
        this.entries.set(area, known);
        this.cursors[area] = page.cursor;
        this.newcomers.push(...page.newcomers);
        this.gone.push(...page.gone);
      }
      if (!more) return pages;
    }
  }

  /** Ids of the facts that it has of an area, in the order of the log. */
  facts(area: string): unknown[] {
    return [...(this.entries.get(areaId(area))?.values() ?? [])].sort((a, b) => a.seq - b.seq).map(({ raw }) => (raw as { id?: unknown }).id);
  }
}

function areaIdOf(text: string): AreaId {
  return text as AreaId;
}
