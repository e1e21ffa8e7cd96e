import { lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { monthOf } from '@sotay/domain/month/month';
import { packFor } from '@sotay/domain/packs/in-force';
import { PRIVATE_SECTIONS } from '@sotay/domain/packs/tt01-2022/p0-sections';
import { p0Of } from '@sotay/domain/reports/p0';
import { p0PlanningOf } from '@sotay/domain/reports/p0-planning';
import { p0Tables } from '@sotay/domain/reports/p0-table';
import type { P0Report } from '@sotay/domain/wire/reports';
import type { Kysely, Transaction } from 'kysely';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { canonical, sha256 } from '../log/canonical.ts';
import { readAreaBook } from './area-book.ts';
import type { AreaCounted } from './areas-counted.ts';

/**
 * P0/CTV of an area and a month, folded from the log by the same functions as on the phone. The lines of the private sections are held back unless
 * asked for; how many they are is told, as their figures are.
 * @param now UTC milliseconds
 * @param ofPrivate runs in the transaction that reads the lines of the private sections
 */
export async function makeP0(
  db: Kysely<Database>,
  area: AreaCounted,
  month: Period,
  now: number,
  ofPrivate?: (trx: Transaction<Database>) => Promise<void>,
): Promise<P0Report> {
  const { seq, aboutNobody, source } = await withScope(
    db,
    { registries: [area.registry] },
    async (trx) => {
      if (ofPrivate !== undefined) await ofPrivate(trx);
      return readAreaBook(trx, area, month);
    },
    true,
  );
  const tables = p0Tables({ ...p0Of(source, area.id, month), ...p0PlanningOf(source, area.id, month) });
  const { nothing, signed } = monthOf(aboutNobody, month);
  const pack = packFor(lastDay(month));
  const whole = tables.map(({ section, rows }) => ({ section, isTicked: nothing.includes(section), rows: rows.map(({ person, cells }) => ({ person, cells: [...cells] })) }));
  return {
    form: 'P0/CTV',
    period: month,
    area: area.id,
    number: area.number,
    name: area.name,
    pack: pack.id,
    rulesVersion: pack.rulesVersion,
    counted: { [area.registry]: seq },
    madeAt: now,
    hash: sha256(canonical({ area: area.id, period: month, sections: whole })).toString('hex'),
    signed: signed === undefined ? null : { signer: signed.data.signer, on: signed.occurredOn },
    sections: whole.map(({ rows, ...one }) => ({ ...one, count: rows.length, rows: ofPrivate === undefined && PRIVATE_SECTIONS.has(one.section) ? null : rows })),
  };
}
