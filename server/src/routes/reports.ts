import type { UnitId, AreaId } from '@sotay/domain/kernel/ids';
import { firstDay, lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { isPrivateCell } from '@sotay/domain/planning/private';
import { Collaborators, DsxReport, Evidence, EvidenceQuery, P0Query, P0Report, ReportQuery } from '@sotay/domain/wire/reports';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';

import { readsArea, readsAreaOrUnit } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import type { App, Deps } from '../http/app-type.ts';
import { getSession } from '../http/session-cookie.ts';
import { findAreasCounted, readableOf } from '../reports/areas-counted.ts';
import type { AreaCounted } from '../reports/areas-counted.ts';
import { dsxWorkbook } from '../forms/dsx-workbook.ts';
import { p0Workbook } from '../forms/p0-workbook.ts';
import { noteInAudit } from '../people/audit.ts';
import { findCollaborators } from '../reports/collaborators.ts';
import { placeOf } from '../reports/place-of.ts';
import { makeDsx } from '../reports/dsx-report.ts';
import { makeEvidence } from '../reports/evidence.ts';
import { makeP0 } from '../reports/p0-report.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
      const only = request.query.area === undefined ? undefined : report.areas[0];
      return reply
        .type(WORKBOOK)
        .header('content-disposition', `attachment; filename="${report.form}${only === undefined ? '' : `-${fileWord(only.number)}`}-${period}.xlsx"`)
        .send(await dsxWorkbook(report, await placeOf(db, request.query)));
    },
  );

  /** What writes down that private lists are read, in the transaction that reads them; nothing where they were not asked for. */
  function auditOf(request: FastifyRequest, isAsked: '1' | undefined, { unit, area }: Asked): ((trx: Transaction<Database>) => Promise<void>) | undefined {
    if (isAsked === undefined) return undefined;
    const { user } = getSession(request);
    return (trx) => noteInAudit(trx, now(), user, 'private-lists-opened', area === undefined ? { kind: 'unit', id: unit ?? '' } : { kind: 'area', id: area });
  }

  /** P0/CTV as asked for. */
  async function p0Of(request: FastifyRequest, { private: asked, ...of }: P0Query): Promise<P0Report> {
    const [area] = await areasOf(request, of);
    if (area === undefined) throw new Refused('not-found');
    return makeP0(db, area, of.period, now(), auditOf(request, asked, of));
  }

  app.get(
    '/api/reports/p0',
    { config: { policy: readsArea, rate: 'costly' }, schema: { summary: 'P0/CTV of an area and a month', querystring: P0Query, response: { 200: P0Report } } },
    async (request) => p0Of(request, request.query),
  );

  app.get(
    '/api/reports/p0.xlsx',
    { config: { policy: readsArea, rate: 'costly' }, schema: { summary: 'P0/CTV of an area and a month as a workbook', querystring: P0Query } },
    async (request, reply) => {
      const report = await p0Of(request, request.query);
      return reply
        .type(WORKBOOK)
        .header('content-disposition', `attachment; filename="P0-CTV-${fileWord(report.number)}-${report.period}${request.query.private === undefined ? '' : '-rieng-tu'}.xlsx"`)
        .send(await p0Workbook(report, await placeOf(db, { area: report.area })));
    },
  );

  app.get(
    '/api/reports/evidence',
    { config: { policy: readsAreaOrUnit, rate: 'costly' }, schema: { summary: 'Who is behind one number', querystring: EvidenceQuery, response: { 200: Evidence } } },
    async (request) => {
      const { unit: _unit, area: _area, period, private: isAsked, ...asked } = request.query;
      const areas = await areasOf(request, request.query);
      const isPrivate = isPrivateCell(asked.cell);
      const evidence = await makeEvidence(db, areas, period, asked, isPrivate ? auditOf(request, isAsked, request.query) : undefined);
      return isPrivate && isAsked === undefined ? { ...evidence, subjects: null } : evidence;
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

/** An area's number as part of a file's name. */
function fileWord(number: string): string {
  return number.replace(/[^0-9A-Za-z]+/g, '_');
}
