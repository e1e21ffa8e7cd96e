import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { OperatorError } from '../operator-error.ts';
import { importList } from '../units/import-list.ts';
import { MOST_BYTES } from '../units/list-file.ts';
import { hasNationalUnits, loadNationalUnits } from '../units/load-national.ts';
import { planLines } from '../units/plan-lines.ts';
import type { Command, CommandIo } from './command.ts';
import { tellRecount } from './tell-recount.ts';

/** `sotay import units`: the list that comes with Sổ tay, or an operator's own. */
export const importUnits: Command['run'] = async (argv, io) => {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { commit: { type: 'boolean' } } });
  const [file, ...others] = positionals;
  if (others.length > 0) throw new OperatorError('Cần: sotay import units [TỆP.csv] [--commit]', 'Needed: sotay import units [FILE.csv] [--commit]', 2);
  const isCommit = values.commit === true;
  const bytes = file === undefined ? undefined : readList(file);
  const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
  try {
    if (file === undefined || bytes === undefined) return await importBuiltIn(database.db, isCommit, io);
    const { plan, isWritten } = await importList(database.db, { bytes, name: basename(file), isCommit }, Date.now());
    for (const line of planLines(plan)) io.out(line);
    if (plan.faults.length > 0) {
      io.err(`Chưa ghi gì: ${plan.faults.length} chỗ không nhận được. · Nothing written: ${plan.faults.length} faults.`);
      return 1;
    }
    io.out(isWritten ? 'Đã ghi. · Written.' : 'Mới xem trước, chưa ghi gì. Thêm --commit để ghi. · A dry run, nothing written. Add --commit to write.');
    return 0;
  } finally {
    await database.close();
  }
};

function readList(file: string): Uint8Array {
  try {
    if (statSync(file).size > MOST_BYTES) {
      throw new OperatorError(`Tệp ${file} quá lớn (nhiều nhất ${MOST_BYTES / 1_000_000} MB).`, `The file ${file} is too large (${MOST_BYTES / 1_000_000} MB at most).`);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`, 1, error);
  }
}

async function importBuiltIn(db: Kysely<Database>, isCommit: boolean, io: CommandIo): Promise<number> {
  const isThere = await hasNationalUnits(db);
  const isLoaded = isCommit && (await loadNationalUnits(db, Date.now()));
  if (isLoaded) io.out('Đã nạp danh sách cả nước. · The national list is taken in.');
  else if (isThere) io.out('Danh sách cả nước đã có, không đổi gì. · The national list is there, nothing changes.');
  else io.out('Danh sách cả nước chưa có. Thêm --commit để nạp. · The national list is not there. Add --commit to take it in.');
  return 0;
}
