import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { AreaId, SubjectId } from '@sotay/domain/kernel/ids';
import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import type { Period } from '@sotay/domain/kernel/period';
import { ageAtEnd, agesOf, isOfAges } from '@sotay/domain/reports/age-sex';
import type { Behind, Evidence, EvidenceQuery } from '@sotay/domain/wire/reports';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import type { ContributionRow } from '../rows/contributions.ts';
import { countsInSql, spanOf } from '../rows/periods.ts';
import { registriesOfAreas } from './areas-counted.ts';
import type { AreaCounted } from './areas-counted.ts';

type Row = {
  subject_id: SubjectId;
  area_id: AreaId;
  kind: ContributionRow['kind'];
  amount: number;
  from_on: string;
  is_household: boolean;
  label: string | null;
  sex: 'male' | 'female' | null;
  born: PartialDate | null;
  household_number: string | null;
};

/** Which number: a cell, or of the residents a row of the structure and perhaps one sex. */
export type NumberAsked = Pick<EvidenceQuery, 'cell' | 'ages' | 'sex'>;

/**
 * Who is behind one number: the contributions that it is the sum of, by subject, in the order of their households' numbers.
 * @param ofPrivate runs in the transaction that reads who is behind a private number
 */
export async function makeEvidence(
  db: Kysely<Database>,
  areas: readonly AreaCounted[],
  period: Period,
  asked: NumberAsked,
  ofPrivate?: (trx: Transaction<Database>) => Promise<void>,
): Promise<Evidence & { readonly subjects: Behind[] }> {
  const { cell } = asked;
  const registries = registriesOfAreas(areas);
  if (registries.length === 0) return { period, ...asked, sum: 0, subjects: [] };
  const { first, last } = spanOf(period);
  const behind = await withScope(db, { registries }, async (trx) => {
    if (ofPrivate !== undefined) await ofPrivate(trx);
    const found = await sql<Row>`
      SELECT behind.*, household.household_id IS NOT NULL AS is_household, coalesce(household.number, person.name) AS label, person.sex, person.born,
        coalesce(household.number, home.number) AS household_number
      FROM (
        SELECT registry_id, subject_id, area_id, kind, CASE kind WHEN 'distinct' THEN 1 ELSE count(*) END AS amount, min(from_on) AS from_on FROM contribution
        WHERE registry_id = ANY (${registries}::uuid[]) AND area_id = ANY (${areas.map(({ id }) => id)}::uuid[]) AND cell = ${cell}
          AND ${countsInSql(sql`${first}::date`, sql`${last}::date`)}
        GROUP BY registry_id, subject_id, area_id, kind) AS behind
      LEFT JOIN household_row AS household ON household.registry_id = behind.registry_id AND household.household_id = behind.subject_id
      LEFT JOIN person_row AS person ON person.registry_id = behind.registry_id AND person.person_id = behind.subject_id
      LEFT JOIN household_row AS home ON home.registry_id = behind.registry_id AND home.household_id = person.household_id
      ORDER BY behind.area_id, household_number, label, behind.subject_id`.execute(trx);
    return found.rows;
  });
  const rows = behind.filter((row) => isAsked(row, asked, period));
  return {
    period,
    ...asked,
    sum: rows.reduce((sum, row) => sum + row.amount, 0),
    subjects: rows.map((row) => ({
      subject: row.subject_id,
      kind: row.is_household ? 'household' : 'person',
      area: row.area_id,
      amount: row.amount,
      label: row.label,
      sex: row.sex,
      born: row.born,
      householdNumber: row.household_number,
      on: row.kind === 'stock' ? null : row.from_on,
    })),
  };
}

/** Whether a row is of the ages and the sex that are asked for; by the rule that puts residents in groups, so that the people of a group are its number. */
function isAsked({ sex, born }: Row, asked: NumberAsked, period: Period): boolean {
  if (asked.ages === undefined) return true;
  if (sex === null || born === null || (asked.sex !== undefined && asked.sex !== sex)) return false;
  return isOfAges(agesOf(asked.ages), { sex, age: ageAtEnd(born, period) });
}
