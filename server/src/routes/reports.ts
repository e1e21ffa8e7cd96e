import type { UnitId, AreaId } from '@sotay/domain/kernel/ids';
import { firstDay, lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { Collaborators, DsxReport, Evidence, EvidenceQuery, ReportQuery } from '@sotay/domain/wire/reports';
import type { FastifyRequest } from 'fastify';

import { readsAreaOrUnit } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App, Deps } from '../http/app-type.ts';
import { findAreasCounted, readableOf } from '../reports/areas-counted.ts';
import type { AreaCounted } from '../reports/areas-counted.ts';
import { dsxWorkbook } from '../forms/dsx-workbook.ts';
import { findCollaborators } from '../reports/collaborators.ts';
import { placeOf } from '../reports/place-of.ts';
import { makeDsx } from '../reports/dsx-report.ts';
import { makeEvidence } from '../reports/evidence.ts';

type Asked = { readonly unit?: UnitId; readonly area?: AreaId; readonly period: Period };

/** `/api/reports`: forms of an area or of a unit, and who is behind each of their numbers. */
export function reportRoutes(app: App, { db, now }: Deps): void {
  /** @throws Refused `invalid-request` for a period that has not begun, `not-found` where there is no such area or unit */
  async function areasOf(request: FastifyRequest, { unit, area, period }: Asked): Promise<AreaCounted[]> {
    const today = civilDayInVietnam(now());
    if (firstDay(period) > today) throw new Refused('invalid-request');
    const of = area === undefined ? (unit === undefined ? undefined : { unit }) : { area };
    const areas = of === undefined ? undefined : await findAreasCounted(db, of);
    if (areas === undefined) throw new Refused('not-found');
    return readableOf(areas, await request.actor(), today);
  }

  app.get(
    '/api/reports/dsx',
    { config: { policy: readsAreaOrUnit, rate: 'costly' }, schema: { summary: '01-, 02- or 03-DSX', querystring: ReportQuery, response: { 200: DsxReport } } },
    async (request) => makeDsx(db, await areasOf(request, request.query), request.query.period, now()),
  );

  app.get(
    '/api/reports/dsx.xlsx',
    { config: { policy: readsAreaOrUnit, rate: 'costly' }, schema: { summary: '01-, 02- or 03-DSX as a workbook', querystring: ReportQuery } },
    async (request, reply) => {
      const { period } = request.query;
      const report = await makeDsx(db, await areasOf(request, request.query), period, now());
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="${report.form}-${period}.xlsx"`)
        .send(await dsxWorkbook(report, await placeOf(db, request.query)));
    },
  );

  app.get(
    '/api/reports/evidence',
    { config: { policy: readsAreaOrUnit, rate: 'costly' }, schema: { summary: 'Who is behind one number', querystring: EvidenceQuery, response: { 200: Evidence } } },
    async (request) => {
      const { unit: _unit, area: _area, period, ...asked } = request.query;
      return makeEvidence(db, await areasOf(request, request.query), period, asked);
    },
  );

  app.get(
    '/api/reports/collaborators',
    { config: { policy: readsAreaOrUnit, rate: 'costly' }, schema: { summary: 'The collaborators of row 18', querystring: ReportQuery, response: { 200: Collaborators } } },
    async (request) => {
      const { period } = request.query;
      return { period, collaborators: await findCollaborators(db, await areasOf(request, request.query), lastDay(period)) };
    },
  );
}
