import type { Kysely } from 'kysely';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import { signaturesOf } from '@sotay/domain/month/month';
import type { AreaFreshness } from '@sotay/domain/wire/reports';

import type { Database } from '../db/schema.ts';
import { readAboutNobody } from './about-nobody.ts';

/** The signature that speaks of each month, by area; the latest months first, twelve at most. */
export async function readSignedMonths(db: Kysely<Database>, registries: readonly RegistryId[], areas: readonly AreaId[]): Promise<Map<AreaId, AreaFreshness['signed']>> {
  const byArea = await readAboutNobody(db, registries, areas, ['month-signed']);
  return new Map(
    [...byArea].map(([area, noted]) => {
      const months = [...signaturesOf(noted)].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, 12);
      return [area, months.map(([month, { occurredOn: on, data: { signer } }]) => ({ month, on, signer }))];
    }),
  );
}
