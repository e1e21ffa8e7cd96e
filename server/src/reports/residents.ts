import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import type { Period } from '@sotay/domain/kernel/period';
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { BornOn } from '@sotay/domain/reports/age-sex';

import type { Database } from '../db/schema.ts';
import { countsInSql, spanOf } from '../rows/periods.ts';

type Row = { area_id: AreaId; sex: Sex; born: PartialDate; count: number };

/** Who is counted in row 2 of areas at the end of a period, by sex and date of birth: the same rows of which the cell `residents` is the count. */
export async function readResidents(trx: Transaction<Database>, registries: readonly RegistryId[], areas: readonly AreaId[], period: Period): Promise<Map<AreaId, BornOn[]>> {
  const { first, last } = spanOf(period);
  const { rows } = await sql<Row>`
    SELECT contribution.area_id, person.sex, person.born, count(*)::int AS count FROM contribution
    JOIN person_row AS person ON person.registry_id = contribution.registry_id AND person.person_id = contribution.subject_id
    WHERE contribution.registry_id = ANY (${[...registries]}::uuid[]) AND contribution.area_id = ANY (${[...areas]}::uuid[]) AND contribution.cell = 'residents'
      AND ${countsInSql(sql`${first}::date`, sql`${last}::date`)}
    GROUP BY contribution.area_id, person.sex, person.born`.execute(trx);
  const byArea = new Map<AreaId, BornOn[]>();
  for (const { area_id: area, ...born } of rows) {
    const list = byArea.get(area);
    if (list === undefined) byArea.set(area, [born]);
    else list.push(born);
  }
  return byArea;
}
