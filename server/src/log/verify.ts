import type { Kysely, Transaction } from 'kysely';
import { settledBy, targetOf } from '@sotay/domain/kernel/effective';
import type { Noted } from '@sotay/domain/kernel/effective';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import { readFact } from '@sotay/domain/kinds';
import type { Fact, Reading } from '@sotay/domain/kinds';
import { fromCounts, toCounts } from '@sotay/domain/reports/tally';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { CellsDifference } from '../rows/cells.ts';
import { contributionKey, fromRow } from '../rows/contributions.ts';
import { States } from '../rows/derive.ts';
import type { Derived } from '../rows/derive.ts';
import { openedSpans } from '../rows/periods.ts';
import type { HouseholdRow, PersonRow } from '../rows/register-rows.ts';
import { factOf } from './arrival.ts';
import { chainHash, GENESIS } from './canonical.ts';

/** One thing that is not as it follows from the log. */
export type Difference = { readonly registry: RegistryId; readonly table: string; readonly at: string; readonly stored: string | undefined; readonly expected: string | undefined };

export type Verified = { readonly registries: number; readonly facts: number; readonly subjects: number; readonly rows: number; readonly differences: readonly Difference[] };

/** A table as texts: what identifies a row, and what it says. */
type Rows = ReadonlyMap<string, string>;

/**
 * Reads every log again, folds everything anew and compares every stored row with what follows from it: the chain of hashes without gaps, the head, about,
 * links, sight, people, households, contributions, and the cells of every opened period. Each registry in one snapshot.
 */
export async function verify(db: Kysely<Database>): Promise<Verified> {
  const registries = await withScope(db, 'every', (trx) =>
    trx.selectFrom('registry_head').select('registry_id').union(trx.selectFrom('log').select('registry_id').distinct()).orderBy('registry_id').execute(),
  );
  const total = { registries: 0, facts: 0, subjects: 0, rows: 0 };
  const differences: Difference[] = [];
  for (const { registry_id: registry } of registries) {
    const one = await withScope(db, { registries: [registry] }, (trx) => verifyRegistry(trx, registry));
    total.registries += 1;
    total.facts += one.facts;
    total.subjects += one.subjects;
    total.rows += one.rows;
    differences.push(...one.differences);
  }
  return { ...total, differences };
}

async function verifyRegistry(trx: Transaction<Database>, registry: RegistryId): Promise<Omit<Verified, 'registries'>> {
  // The lock keeps writers of this registry out while its tables are read, as a snapshot would.
  const head = await trx.selectFrom('registry_head').selectAll().where('registry_id', '=', registry).forUpdate().executeTakeFirst();
  const log = await readLog(trx, registry);
  const differences: Difference[] = log.faults.map((fault) => ({ registry, table: 'log', ...fault }));
  if (head === undefined) {
    const expected = `${log.facts} ${log.hash.toString('hex')}`;
    return { facts: log.facts, subjects: 0, rows: 0, differences: [...differences, { registry, table: 'registry_head', at: 'head', stored: undefined, expected }] };
  }
  if (head.seq !== log.facts || !head.hash.equals(log.hash)) {
    differences.push({ registry, table: 'registry_head', at: 'head', stored: `${head.seq} ${head.hash.toString('hex')}`, expected: `${log.facts} ${log.hash.toString('hex')}` });
  }
  const states = new States({ about: (subject) => log.bySubject.get(subject) ?? [] });
  const derived = new Map([...log.bySubject.keys()].map((subject) => [subject, states.derive(subject)]));
  const spans = openedSpans({ firstMonth: head.first_month, openedMonth: head.opened_month });
  const cells = new CellsDifference(spans);
  for (const { contributions } of derived.values()) cells.count(contributions, 1);
  const expected: Record<string, Rows> = {
    about: log.about,
    ...expectedRows(derived),
    cells: new Map(cells.rows().map(({ area, period, counts }) => [`${area} ${period}`, counts.join()])),
  };
  const stored = await storedRows(trx, registry);
  let rows = 0;
  for (const [table, texts] of Object.entries(stored)) {
    rows += texts.size;
    differences.push(...compare(texts, expected[table] ?? new Map()).map((difference) => ({ registry, table, ...difference })));
  }
  return { facts: log.facts, subjects: derived.size, rows, differences };
}

type ReadLog = {
  readonly facts: number;
  readonly hash: Buffer;
  readonly bySubject: ReadonlyMap<SubjectId, readonly Noted<Fact>[]>;
  readonly about: Rows;
  readonly faults: readonly Omit<Difference, 'registry' | 'table'>[];
};

const AT_A_TIME = 5_000;

async function readLog(trx: Transaction<Database>, registry: RegistryId): Promise<ReadLog> {
  const bySubject = new Map<SubjectId, Noted<Fact>[]>();
  const about = new Map<string, string>();
  const faults: Omit<Difference, 'registry' | 'table'>[] = [];
  let [facts, last, hash] = [0, 0, GENESIS];
  for (;;) {
    const page = await trx.selectFrom('log').select(['seq', 'fact_id', 'area_id', 'received_at', 'status', 'problems', 'body', 'hash', 'type', 'occurred_on', 'target_id']).where('registry_id', '=', registry).where('seq', '>', last).orderBy('seq').limit(AT_A_TIME).execute();
    for (const row of page) {
      if (row.seq !== last + 1) faults.push({ at: `seq ${last + 1}`, stored: undefined, expected: 'an entry' });
      const due = chainHash(hash, { seq: row.seq, receivedAt: row.received_at, status: row.status, problems: row.problems, body: row.body });
      if (!due.equals(row.hash)) faults.push({ at: `seq ${row.seq} hash`, stored: row.hash.toString('hex'), expected: due.toString('hex') });
      [facts, last, hash] = [facts + 1, row.seq, row.hash];
      const reading = readBody(row.body);
      if (reading === undefined) faults.push({ at: `seq ${row.seq} body`, stored: 'no JSON', expected: 'JSON' });
      if (reading === undefined) continue;
      const [stored, expected] = [columnsOf(row), dueColumns(reading, row)];
      if (stored !== expected) faults.push({ at: `seq ${row.seq} columns`, stored, expected });
      for (const subject of new Set(factOf(reading)?.about)) {
        about.set(`${subject} ${row.seq}`, '');
        if (reading.kind !== 'known') continue;
        const noted = { fact: reading.fact, status: row.status };
        const list = bySubject.get(subject);
        if (list === undefined) bySubject.set(subject, [noted]);
        else list.push(noted);
      }
    }
    if (page.length < AT_A_TIME) return { facts, hash, bySubject, about, faults };
  }
}

function readBody(body: string): Reading | undefined {
  try {
    return readFact(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What stands beside the body for queries: no hash covers it, and feeds and trays go by it. */
type Columns = { readonly fact_id: string; readonly area_id: string; readonly type: string | null; readonly occurred_on: string | null; readonly target_id: string | null };

function columnsOf({ fact_id, area_id, type, occurred_on, target_id }: Columns): string {
  return [fact_id, area_id, type, occurred_on, target_id].join(' ');
}

/** The same as the body says; of what cannot be read, id and area are taken as they stand. */
function dueColumns(reading: Reading, row: Columns): string {
  const fact = factOf(reading);
  if (fact === undefined) return columnsOf({ ...row, type: null, occurred_on: null, target_id: null });
  return columnsOf({ fact_id: fact.id, area_id: fact.area, type: fact.type, occurred_on: fact.occurredOn, target_id: settledBy(fact)?.fact ?? targetOf(fact) ?? null });
}

function expectedRows(derived: ReadonlyMap<SubjectId, Derived>): Record<string, Rows> {
  const link = new Map<string, string>();
  const visible = new Map<string, string>();
  const contribution = new Map<string, string>();
  const person = new Map<string, string>();
  const household = new Map<string, string>();
  for (const [subject, one] of derived) {
    const homes = new Map<AreaId, string>([...one.former, ...(one.home === undefined ? [] : [[one.home, ''] as const])]);
    for (const [area, left] of homes) visible.set(sightKey(subject, area, 'home'), left);
    for (const linked of one.links) {
      link.set(`${subject} ${linked}`, '');
      for (const area of homes.keys()) visible.set(sightKey(linked, area, 'link'), '');
    }
    contribution.set(subject, one.contributions.map((each) => contributionKey(each)).sort().join('; '));
    if (one.contributions.length === 0) contribution.delete(subject);
    if (one.person !== undefined) person.set(subject, personText(one.person));
    if (one.household !== undefined) household.set(subject, householdText(one.household));
  }
  return { link, visible, contribution, person_row: person, household_row: household };
}

function personText({ area, household, name, sex, born, folded, isHere }: Omit<PersonRow, 'id'>): string {
  return JSON.stringify([area, household, name, sex, born, folded, isHere]);
}

function householdText({ area, number, kind, head, representative, closedOn }: Omit<HouseholdRow, 'id'>): string {
  return JSON.stringify([area, number, kind, head, representative, closedOn]);
}

function sightKey(subject: SubjectId, area: AreaId, via: 'home' | 'link'): string {
  return `${subject} ${area} ${via}`;
}

async function storedRows(trx: Transaction<Database>, registry: RegistryId): Promise<Record<string, Rows>> {
  const about = await trx.selectFrom('about').select(['subject_id', 'seq']).where('registry_id', '=', registry).execute();
  const link = await trx.selectFrom('link').select(['subject_id', 'linked_id']).where('registry_id', '=', registry).execute();
  const visible = await trx.selectFrom('visible').select(['subject_id', 'area_id', 'via', 'left_on']).where('registry_id', '=', registry).where((row) => row.or([row('left_seq', 'is', null), row('left_on', 'is not', null)])).execute();
  const contributions = await trx.selectFrom('contribution').selectAll().where('registry_id', '=', registry).execute();
  const people = await trx.selectFrom('person_row').selectAll().where('registry_id', '=', registry).execute();
  const households = await trx.selectFrom('household_row').selectAll().where('registry_id', '=', registry).execute();
  const cells = await trx.selectFrom('cells').selectAll().where('registry_id', '=', registry).execute();
  const bySubject = new Map<string, string[]>();
  for (const row of contributions) bySubject.set(row.subject_id, [...(bySubject.get(row.subject_id) ?? []), contributionKey(fromRow(row))]);
  return {
    about: new Map(about.map((row) => [`${row.subject_id} ${row.seq}`, ''])),
    link: new Map(link.map((row) => [`${row.subject_id} ${row.linked_id}`, ''])),
    visible: new Map(visible.map((row) => [sightKey(row.subject_id, row.area_id, row.via), row.left_on ?? ''])),
    contribution: new Map([...bySubject].map(([subject, keys]) => [subject, keys.sort().join('; ')])),
    person_row: new Map(people.map((row) => [row.person_id, personText({ ...row, area: row.area_id, household: row.household_id, isHere: row.is_here })])),
    household_row: new Map(households.map((row) => [row.household_id, householdText({ ...row, area: row.area_id, head: row.head_id, closedOn: row.closed_on })])),
    // A row stored before cells were appended is shorter, and what it lacks is zero.
    cells: new Map(cells.filter((row) => row.counts.some((count) => count !== 0)).map((row) => [`${row.area_id} ${row.period}`, toCounts(fromCounts(row.counts)).join()])),
  };
}

function compare(stored: Rows, expected: Rows): { at: string; stored: string | undefined; expected: string | undefined }[] {
  const keys = new Set([...stored.keys(), ...expected.keys()]);
  return [...keys].flatMap((at) => (stored.get(at) === expected.get(at) ? [] : [{ at, stored: stored.get(at), expected: expected.get(at) }]));
}
