import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date';
import { areaId, registryId, unitId, userId } from '@sotay/domain/testing/ids';
import { read, utils } from '@e965/xlsx';

import { withScope } from '../server/src/access/with-scope.ts';
import { connect } from '../server/src/db/connect.ts';
import type { Connected } from '../server/src/db/connect.ts';
import { startEmbedded } from '../server/src/db/embedded/start-embedded.ts';
import { migrate } from '../server/src/db/migrate.ts';
import { verify } from '../server/src/log/verify.ts';
import { actorOf } from '../server/src/people/actor.ts';
import { importRegister } from '../server/src/registers/import-register.ts';
import { openWorkbook } from '../server/src/registers/open-workbook.ts';
import { readRegister } from '../server/src/registers/read-register.ts';
import { inventedRegister, workbook } from '../server/tests/registers/register-workbook.ts';

const PEOPLE = 20_000;
const NOW = Date.now();
const TODAY = civilDayInVietnam(NOW);
/** Rows of one plain INSERT: as many facts as the import writes at once. */
const CHUNK = 1_000;

async function settle({ db }: Connected) {
  const since = plainDate('2020-01-01');
  const at = new Date(NOW);
  await db.insertInto('registry').values({ id: registryId('bench'), created_at: at }).execute();
  await db.insertInto('unit').values({ id: unitId('bench'), parent_id: null, kind: 'commune', path: `${unitId('bench')}/`, valid_from: since, valid_to: null }).execute();
  await db.insertInto('area').values({ id: areaId('bench'), registry_id: registryId('bench'), unit_id: unitId('bench'), number: '1', name: '1', valid_from: since, valid_to: null }).execute();
  await db
    .insertInto('app_user')
    .values({ id: userId('bench'), name: 'bench', full_name: 'bench', role: 'officer', unit_id: unitId('bench'), password_hash: null, must_change_password: false, disabled_at: null, created_at: at })
    .execute();
  return actorOf(db, { user: userId('bench'), role: 'officer', unit: unitId('bench') });
}

/** The same rows of the log once more, by plain multi-row INSERT in one transaction, into a table like it. @returns seconds */
async function insertPlainly({ db, pool }: Connected): Promise<number> {
  await pool.query('CREATE TABLE plain_log (LIKE log INCLUDING ALL)');
  const rows = await withScope(db, 'every', (trx) => trx.selectFrom('log').selectAll().orderBy('seq').execute());
  const columns = Object.keys(rows[0] ?? {});
  const client = await pool.connect();
  const began = performance.now();
  await client.query('BEGIN');
  for (let index = 0; index < rows.length; index += CHUNK) {
    const some = rows.slice(index, index + CHUNK);
    const values = some.flatMap((row) => columns.map((column): unknown => (column === 'received_at' ? new Date(row.received_at) : Reflect.get(row, column))));
    const places = some.map((_row, at) => `(${columns.map((_column, place) => `$${at * columns.length + place + 1}`).join()})`).join();
    await client.query(`INSERT INTO plain_log (${columns.join()}) VALUES ${places}`, values);
  }
  await client.query('COMMIT');
  client.release();
  return (performance.now() - began) / 1000;
}

async function timed<Result>(work: () => Promise<Result> | Result): Promise<[Result, number]> {
  const began = performance.now();
  const result = await work();
  return [result, (performance.now() - began) / 1000];
}

/** A register of 20,000 people (bars.md S5): dry run beside plain reading of the sheet, import beside plain INSERT of the same log rows. */
export async function benchRegister(): Promise<string[]> {
  const file = await workbook({ Sổ: inventedRegister(PEOPLE) });
  const folder = await mkdtemp(join(tmpdir(), 'sotay-bench-'));
  // As root the database runs as somebody else, who must be able to pass.
  await chmod(folder, 0o711);
  const database = await startEmbedded({ folder: join(folder, 'data') });
  const connected = connect(database.application);
  try {
    await migrate(connected.db);
    const actor = await settle(connected);
    const [plainRows, plainSeconds] = await timed(() => utils.sheet_to_json(read(file, { type: 'buffer', dense: true }).Sheets['Sổ'] ?? {}, { header: 1 }).length);
    const [sheets, readSeconds] = await timed(async () => readRegister(await openWorkbook(file), TODAY).sheets);
    const request = { sheets, registry: registryId('bench'), area: areaId('bench'), actor, bookDay: TODAY, today: TODAY, now: NOW, fileHash: createHash('sha256').update(file).digest(), isSkippingBad: true, onProgress: () => undefined };
    const [looked, judgeSeconds] = await timed(() => importRegister(connected.db, { ...request, isCommit: false }));
    const [taken, importSeconds] = await timed(() => importRegister(connected.db, { ...request, isCommit: true }));
    if (looked.people !== PEOPLE || taken.people !== PEOPLE || taken.batch === undefined || plainRows !== PEOPLE + 1) throw new Error(`${taken.people} of ${PEOPLE} taken, ${plainRows} rows read`);
    const verified = await verify(connected.db);
    if (verified.differences.length > 0) throw new Error(`verify: ${verified.differences.length} differences`);
    const insertSeconds = await insertPlainly(connected);
    const [dryRun, whole] = [readSeconds + judgeSeconds, readSeconds + importSeconds];
    return [
      `S5 dry run of ${PEOPLE} rows ${dryRun.toFixed(1)} s (reading ${readSeconds.toFixed(1)}, judging ${judgeSeconds.toFixed(1)}) · plain reading of the sheet ${plainSeconds.toFixed(1)} s · ${(dryRun / plainSeconds).toFixed(1)} ×`,
      `S5 import ${Math.round(PEOPLE / whole)} people/s, ${Math.round(verified.facts / importSeconds)} facts/s · plain INSERT ${Math.round(verified.facts / insertSeconds)} rows/s · 1/${(importSeconds / insertSeconds).toFixed(1)}`,
    ];
  } finally {
    await connected.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
