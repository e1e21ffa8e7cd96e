import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { unitSearchText } from '@sotay/domain/vietnamese/unit-name';

import type { Database } from '../db/schema.ts';
import { noteInAudit } from '../people/audit.ts';
import { readListFile } from './list-file.ts';
import { lockUnits } from './load-national.ts';
import { planList } from './plan-list.ts';
import type { ListPlan } from './plan-list.ts';
import { storeList } from './store-list.ts';
import { COUNTRY } from './unit-list.ts';
import { readRegister } from './unit-register.ts';

/** @param name what the list is called in the record of lists: the file's name */
export type ListGiven = { readonly bytes: Uint8Array; readonly name: string; readonly isCommit: boolean };

/**
 * Works an operator's list into the register of units: says what it would do, and does it where that is asked and every row can be taken; in one
 * transaction, the register locked from reading to writing.
 * @param now UTC milliseconds
 */
export async function importList(db: Kysely<Database>, { bytes, name, isCommit }: ListGiven, now: number): Promise<{ readonly plan: ListPlan; readonly isWritten: boolean }> {
  const { rows, faults } = readListFile(bytes);
  return db.transaction().execute(async (transaction) => {
    await lockUnits(transaction);
    const plan = planList(rows, await readRegister(transaction));
    plan.faults.push(...faults);
    plan.faults.sort((a, b) => a.line - b.line);
    if (!isCommit || plan.faults.length > 0) return { plan, isWritten: false };
    await writePlan(transaction, plan);
    await transaction
      .insertInto('unit_list')
      .values({ name, version: createHash('sha256').update(bytes).digest('hex'), loaded_at: new Date(now) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await noteInAudit(transaction, now, null, 'units-imported', { kind: 'unit', id: COUNTRY });
    return { plan, isWritten: true };
  });
}

async function writePlan(db: Transaction<Database>, plan: ListPlan): Promise<void> {
  // First, for one list may make a unit, rename it and end it.
  await storeList(db, plan);
  for (const { unit, to } of plan.ended) {
    await db.updateTable('unit').set({ valid_to: to }).where('id', '=', unit).execute();
    await db
      .updateTable('unit_code')
      .set({ valid_to: to })
      .where('unit_id', '=', unit)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', to)]))
      .execute();
  }
  for (const { unit, from, to } of plan.closedNames) await db.updateTable('unit_name').set({ valid_to: to }).where('unit_id', '=', unit).where('valid_from', '=', from).execute();
  for (const { unit, from, name, basis } of plan.corrected) {
    await db.updateTable('unit_name').set({ name, folded: unitSearchText(name), basis }).where('unit_id', '=', unit).where('valid_from', '=', from).execute();
  }
  for (const { from, to, share, basis } of plan.reshared) await db.updateTable('unit_succession').set({ share, basis }).where('from_unit', '=', from).where('to_unit', '=', to).execute();
}
