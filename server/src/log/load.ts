import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { AreaId, FactId, HouseholdId, PersonId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { Period } from '@sotay/domain/kernel/period';
import { Problem } from '@sotay/domain/kernel/problem';
import { readFact } from '@sotay/domain/kinds';
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import { SECTION_CELLS } from '@sotay/domain/packs/tt01-2022/p0-sections';
import { likenessKey } from '@sotay/domain/register/likeness';
import type { Likeness } from '@sotay/domain/register/likeness';
import { bareWords, nameKey } from '@sotay/domain/vietnamese/name-search';

import type { Database } from '../db/schema.ts';
import type { NotedFacts } from './noted-facts.ts';

/** The column `problems`, which this server wrote. */
export const Problems = z.array(Problem);

/** An entry of the log as the judge needs it. */
export type LoadedEntry = {
  readonly seq: number;
  readonly id: FactId;
  readonly status: 'accepted' | 'held';
  readonly problems: readonly Problem[];
  readonly contentHash: Buffer;
};

type Row = { seq: number; fact_id: FactId; status: 'accepted' | 'held'; problems: string; body: string; content_hash: Buffer };

/** The ties between subjects as the rows say them before a batch. */
export type Link = { readonly subject: PersonId; readonly linked: PersonId };

/** Somebody who comes to an area, as told. */
export type Comer = { readonly area: AreaId; readonly likeness: Likeness };

/** Everything about the subjects of a batch and whoever is one step away, read in a constant number of queries. */
export class Loaded {
  readonly entries = new Map<FactId, LoadedEntry>();
  readonly subjects = new Set<SubjectId>();
  /** The areas of which everything about nobody is loaded. */
  readonly areas = new Set<AreaId>();
  readonly #linkers = new Map<SubjectId, Set<PersonId>>();
  readonly #linked = new Map<SubjectId, Set<PersonId>>();
  readonly #trx: Transaction<Database>;
  readonly #registry: RegistryId;
  readonly #history: NotedFacts;

  constructor(trx: Transaction<Database>, registry: RegistryId, history: NotedFacts) {
    this.#trx = trx;
    this.#registry = registry;
    this.#history = history;
  }

  /** Those whose contributions depend on a subject, by the rows. */
  linkersOf(subject: SubjectId): ReadonlySet<PersonId> {
    return this.#linkers.get(subject) ?? new Set();
  }

  /** Those on whom a subject's contributions depend, by the rows. */
  linkedOf(subject: SubjectId): ReadonlySet<PersonId> {
    return this.#linked.get(subject) ?? new Set();
  }

  /** Loads what is noted about subjects and about those tied to them, the facts named and what answers them, and what is about nobody in areas. */
  async load(subjects: readonly SubjectId[], facts: readonly FactId[], areas: readonly AreaId[] = []): Promise<void> {
    const { rows: links } = await sql<Link>`
      WITH near AS (SELECT subject_id, linked_id FROM link WHERE registry_id = ${this.#registry} AND linked_id = ANY (${[...subjects]}::uuid[]))
      SELECT subject_id AS subject, linked_id AS linked FROM near
      UNION SELECT subject_id, linked_id FROM link WHERE registry_id = ${this.#registry} AND subject_id = ANY (${[...subjects]}::uuid[])
      UNION SELECT link.subject_id, link.linked_id FROM near JOIN link ON link.registry_id = ${this.#registry} AND link.subject_id = near.subject_id`.execute(this.#trx);
    for (const link of links) {
      put(this.#linkers, link.linked, link.subject);
      put(this.#linked, link.subject, link.linked);
    }
    const near = links.flatMap(({ subject, linked }) => [subject, linked]);
    await this.loadFacts([...subjects, ...near], facts, areas);
  }

  /** Loads what is noted about subjects alone, the facts named with what answers them, and what is about nobody in areas. */
  async loadFacts(subjects: readonly SubjectId[], facts: readonly FactId[] = [], areas: readonly AreaId[] = []): Promise<void> {
    const fresh = [...new Set(subjects)].filter((id) => !this.subjects.has(id));
    for (const id of fresh) this.subjects.add(id);
    const unread = [...new Set(areas)].filter((id) => !this.areas.has(id));
    for (const id of unread) this.areas.add(id);
    const wanted = [...fresh, ...unread];
    if (wanted.length === 0 && facts.length === 0) return;
    const { rows } = await sql<Row>`
      WITH place AS (
        SELECT seq FROM about WHERE registry_id = ${this.#registry} AND subject_id = ANY (${wanted}::uuid[])
        UNION SELECT seq FROM log WHERE registry_id = ${this.#registry} AND fact_id = ANY (${[...facts]}::uuid[])
        UNION SELECT seq FROM log WHERE registry_id = ${this.#registry} AND target_id = ANY (${[...facts]}::uuid[]))
      SELECT log.seq, fact_id, status, problems, body, content_hash FROM place JOIN log ON log.registry_id = ${this.#registry} AND log.seq = place.seq
      ORDER BY log.seq`.execute(this.#trx);
    for (const row of rows) this.#read(row);
  }

  #read(row: Row): void {
    const { seq, fact_id: id, status, content_hash: contentHash } = row;
    if (this.entries.has(id)) return;
    this.entries.set(id, { seq, id, status, problems: Problems.parse(JSON.parse(row.problems)), contentHash });
    const reading = readFact(JSON.parse(row.body));
    if (reading.kind === 'known') this.#history.load({ fact: reading.fact, status });
    else this.#history.loadUnread(id);
  }

  /** Loads how many lines P0 has by the cells of areas and months. */
  async loadLines(wanted: readonly { readonly area: AreaId; readonly month: Period }[]): Promise<void> {
    if (wanted.length === 0) return;
    const { rows } = await sql<{ area_id: AreaId; period: Period; counts: number[] }>`
      SELECT area_id, period, counts FROM cells
      WHERE registry_id = ${this.#registry} AND area_id = ANY (${wanted.map(({ area }) => area)}::uuid[]) AND period = ANY (${wanted.map(({ month }) => month)}::text[])`.execute(this.#trx);
    for (const row of rows) this.#history.loadLines(row.area_id, row.period, linesOf(row.counts));
  }

  /** Loads which households bear the numbers that a batch gives. */
  async loadNumbers(wanted: readonly { readonly area: AreaId; readonly number: string }[]): Promise<void> {
    if (wanted.length === 0) return;
    const { rows } = await sql<{ area_id: AreaId; number: string; household_id: HouseholdId }>`
      SELECT area_id, number, household_id FROM household_row
      WHERE registry_id = ${this.#registry} AND area_id = ANY (${wanted.map(({ area }) => area)}::uuid[]) AND number = ANY (${wanted.map(({ number }) => number)}::text[])`.execute(this.#trx);
    for (const row of rows) this.#history.loadNumber(row.area_id, row.number, row.household_id);
  }

  /** Loads those of an area who may be one person with somebody who comes, with their households. */
  async loadAlike(comers: readonly Comer[]): Promise<void> {
    if (comers.length === 0) return;
    const wanted = comers.map(({ area, likeness }) => ({ area, key: likenessKey(likeness), given: bareWords(nameKey(likeness.given)).join(''), sex: likeness.sex, year: likeness.born.slice(0, 4) }));
    const { rows } = await sql<{ area: AreaId; key: string; person: PersonId; household: HouseholdId }>`
      SELECT DISTINCT comer.area, comer.key, person_id AS person, household_id AS household
      FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS comer (area uuid, key text, given text, sex text, year text)
      JOIN person_row AS person ON person.registry_id = ${this.#registry} AND person.area_id = comer.area AND person.sex = comer.sex
        AND left(person.born, 4) = comer.year AND strpos(person.folded, comer.given) > 0`.execute(this.#trx);
    for (const { area, key, person } of rows) this.#history.loadAlike(area, key, person);
    await this.loadFacts(rows.flatMap(({ person, household }) => [person, household]));
  }
}

function linesOf(counts: readonly number[]): Map<number, number> {
  return new Map(Object.entries(SECTION_CELLS).map(([section, cells]) => [Number(section), cells.reduce((sum, cell) => sum + (counts[CELL_CODES.indexOf(cell)] ?? 0), 0)]));
}

function put(map: Map<SubjectId, Set<PersonId>>, key: SubjectId, value: PersonId): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
