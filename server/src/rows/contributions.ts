import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells';
import type { Contribution } from '@sotay/domain/reports/contributions';

import type { Database } from '../db/schema.ts';

/** A row behind a number: see migration 0002 for what the two dates mean. */
export type ContributionRow = {
  readonly subject_id: SubjectId;
  readonly area_id: AreaId;
  readonly cell: CellCode;
  readonly kind: Contribution['kind'];
  readonly from_on: PlainDate;
  readonly until_on: PlainDate | null;
};

function toRow(subject: SubjectId, contribution: Contribution): ContributionRow {
  const { area: area_id, cell, kind } = contribution;
  const [from_on, until_on] = contribution.kind === 'stock' ? [contribution.from, contribution.until ?? null] : [contribution.on, null];
  return { subject_id: subject, area_id, cell, kind, from_on, until_on };
}

export function fromRow({ area_id: area, cell, kind, from_on, until_on }: ContributionRow): Contribution {
  if (kind !== 'stock') return { kind, cell, area, on: from_on };
  return until_on === null ? { kind, cell, area, from: from_on } : { kind, cell, area, from: from_on, until: until_on };
}

/** One text for equal contributions. */
export function contributionKey(contribution: Contribution): string {
  const { area, cell, kind } = contribution;
  return contribution.kind === 'stock' ? `${area} ${cell} ${kind} ${contribution.from} ${contribution.until ?? ''}` : `${area} ${cell} ${kind} ${contribution.on}`;
}

/** What subjects add to the reports by the stored rows, by subject. */
export async function loadContributions(trx: Transaction<Database>, registry: RegistryId, subjects: readonly SubjectId[]): Promise<Map<SubjectId, Contribution[]>> {
  const { rows } = await sql<ContributionRow>`
    SELECT subject_id, area_id, cell, kind, from_on, until_on FROM contribution
    WHERE registry_id = ${registry} AND subject_id = ANY (${[...subjects]}::uuid[])`.execute(trx);
  const bySubject = new Map<SubjectId, Contribution[]>();
  for (const row of rows) {
    const list = bySubject.get(row.subject_id);
    if (list === undefined) bySubject.set(row.subject_id, [fromRow(row)]);
    else list.push(fromRow(row));
  }
  return bySubject;
}

/** The difference of two lists of contributions in which one may stand twice. */
export function difference(before: readonly Contribution[], after: readonly Contribution[]): { gone: Contribution[]; came: Contribution[] } {
  const left = new Map<string, Contribution[]>();
  for (const contribution of before) left.set(contributionKey(contribution), [...(left.get(contributionKey(contribution)) ?? []), contribution]);
  const came = after.filter((contribution) => left.get(contributionKey(contribution))?.pop() === undefined);
  return { gone: [...left.values()].flat(), came };
}

/** Replaces the rows of the subjects given. */
export async function replaceContributions(
  trx: Transaction<Database>,
  registry: RegistryId,
  replaced: readonly { readonly subject: SubjectId; readonly hadAny: boolean; readonly contributions: readonly Contribution[] }[],
): Promise<void> {
  const old = replaced.filter(({ hadAny }) => hadAny).map(({ subject }) => subject);
  if (old.length > 0) await sql`DELETE FROM contribution WHERE registry_id = ${registry} AND subject_id = ANY (${old}::uuid[])`.execute(trx);
  const rows = replaced.flatMap(({ subject, contributions }) => contributions.map((contribution, ordinal) => ({ ...toRow(subject, contribution), ordinal })));
  if (rows.length === 0) return;
  await sql`
    INSERT INTO contribution (registry_id, subject_id, ordinal, area_id, cell, kind, from_on, until_on)
    SELECT ${registry}::uuid, came.* FROM unnest(
      ${rows.map((row) => row.subject_id)}::uuid[], ${rows.map((row) => row.ordinal)}::int[], ${rows.map((row) => row.area_id)}::uuid[], ${rows.map((row) => row.cell)}::text[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.from_on)}::date[], ${rows.map((row) => row.until_on)}::date[]) AS came`.execute(trx);
}
