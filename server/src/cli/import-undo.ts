import { parseArgs } from 'node:util';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import { OperatorError } from '../operator-error.ts';
import { getOfficer } from '../registers/find-office.ts';
import { findBatch, undoImport } from '../registers/undo-import.ts';
import type { CommandIo } from './command.ts';
import { tellRecount } from './tell-recount.ts';

/** `sotay import undo`: takes back a register that was taken in. */
export async function undoRegisterImport(argv: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { officer: { type: 'string' }, 'except-noted': { type: 'boolean' } } });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new OperatorError('Cần: sotay import undo LÔ', 'Needed: sotay import undo BATCH', 2);
  const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
  try {
    const { db } = database;
    const batch = await findBatch(db, id);
    if (batch === undefined) throw new OperatorError(`Không có lô ${id}.`, `There is no batch ${id}.`);
    if (batch.isUndone) throw new OperatorError(`Lô ${id} đã hoàn tác rồi.`, `The batch ${id} was undone before.`);
    const { unit_id: unit } = await db.selectFrom('area').select('unit_id').where('id', '=', batch.area).executeTakeFirstOrThrow();
    const actor = await getOfficer(db, unit, values.officer);
    const now = Date.now();
    const undone = await undoImport(db, batch, { actor, today: civilDayInVietnam(now), now, isExceptNoted: values['except-noted'] === true });
    if (undone.noted.length > 0) io.out(`Hộ đã có ghi nhận mới sau khi nhập: ${undone.noted.join(', ')}`);
    if (!undone.isWritten) {
      io.err('Chưa hoàn tác gì. Thêm --except-noted để hoàn tác các hộ khác. · Nothing undone. Add --except-noted to undo the other households.');
      return 1;
    }
    io.out(`Đã rút lại ${undone.households} hộ, ${undone.people} người. · ${undone.households} households and ${undone.people} people taken back.`);
    return 0;
  } finally {
    await database.close();
  }
}
