import type { Kysely, Transaction } from 'kysely';

import type { Database } from '../db/schema.ts';
import { readAddressPackage } from './address-package.ts';
import { NATIONAL_LIST, makeNationalList } from './national-list.ts';
import { storeList } from './store-list.ts';

/** Whether this version of the list was taken in already. */
export async function hasNationalUnits(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom('unit_list').select('name').where('name', '=', NATIONAL_LIST.name).where('version', '=', NATIONAL_LIST.version).executeTakeFirst();
  return row !== undefined;
}

/** Keeps out whoever else changes the list of units, another server that starts too, until the transaction ends. */
export async function lockUnits(db: Transaction<Database>): Promise<void> {
  await db.selectFrom('service').select('id').forUpdate().execute();
}

/**
 * Takes the units of the country into the database, once for each version of the list.
 * @param now UTC milliseconds
 * @returns whether they were taken in by this call
 */
export async function loadNationalUnits(db: Kysely<Database>, now: number): Promise<boolean> {
  if (await hasNationalUnits(db)) return false;
  const list = makeNationalList(await readAddressPackage());
  return db.transaction().execute(async (transaction) => {
    await lockUnits(transaction);
    if (await hasNationalUnits(transaction)) return false;
    await storeList(transaction, list);
    await transaction.insertInto('unit_list').values({ ...NATIONAL_LIST, loaded_at: new Date(now) }).execute();
    return true;
  });
}
