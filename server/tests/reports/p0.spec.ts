import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPerson } from '@sotay/domain/kernel/ids';
import { period, periodsBetween } from '@sotay/domain/kernel/period';
import type { Fact } from '@sotay/domain/kinds';
import { P0_SECTIONS } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists';
import { PRIVATE_SECTIONS, SECTION_CELLS } from '@sotay/domain/packs/tt01-2022/p0-sections';
import { followUpFrom } from '@sotay/domain/planning/fold';
import { householdFrom, personFrom } from '@sotay/domain/register/fold';
import { p0Of } from '@sotay/domain/reports/p0';
import { p0PlanningOf } from '@sotay/domain/reports/p0-planning';
import type { P0PlanningSource } from '@sotay/domain/reports/p0-planning';
import { p0ColumnsOf, p0Tables } from '@sotay/domain/reports/p0-table';
import type { P0Column } from '@sotay/domain/reports/p0-table';
import { P0Report } from '@sotay/domain/wire/reports';
import { Chance } from '@sotay/domain/testing/chance';
import { birth, death, household, mother, person, personChanged } from '@sotay/domain/testing/drafts';
import { adoption, moved } from '@sotay/domain/testing/moving-drafts';
import { historyOf } from '@sotay/domain/testing/given';
import { areaId, deviceId, personId, unitId, userId } from '@sotay/domain/testing/ids';
import { makeHistory } from '@sotay/domain/testing/make-history';
import { started } from '@sotay/domain/testing/planning-drafts';
import { nothing, signed } from '@sotay/domain/testing/work-drafts';
import XLSX from '@e965/xlsx';

import { buildApp } from '../../src/app.ts';
import type { App } from '../../src/http/app-type.ts';
import { cookieName } from '../../src/http/session-cookie.ts';
import { openRecoveryKey } from '../../src/people/recovery-key.ts';
import { openSession } from '../../src/people/session.ts';
import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import { makeDsx } from '../../src/reports/dsx-report.ts';
import { makeP0 } from '../../src/reports/p0-report.ts';
import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
let app: App;
const folder = mkdtempSync(join(tmpdir(), 'sotay-p0-'));
const cookies = new Map<string, string>();
const SEEDS = [1, 2, 3, 4, 5, 6];
const MONTHS = periodsBetween(period('2024-11'), period('2026-11')).filter((one) => one.length === 7 && !one.includes('Q'));

beforeAll(async () => {
  village = await openVillage();
  app = await buildApp({ db: village.db, now: () => NOW, publicUrl: undefined, recoveryKey: await openRecoveryKey(folder), logLevel: 'silent', rateScale: 1000 });
  for (const name of ['Hoa', 'Lan', 'Mai', 'officer', 'officer bên']) {
    cookies.set(name, await openSession(village.db, userId(name), name.startsWith('officer') ? null : deviceId(name), NOW));
  }
  await admitHistories();
}, 240_000);
afterAll(async () => {
  await app.close();
  await village.drop();
  rmSync(folder, { recursive: true });
});

/** Random histories of both areas, in pushes of any size; every second one in another order than it happened. */
async function admitHistories(): Promise<void> {
  const [hoa, lan, officer] = await Promise.all([village.actor('Hoa'), village.actor('Lan'), village.actor('officer')]);
  const names = new Map([[hoa.user, 'Hoa'], [lan.user, 'Lan'], [officer.user, 'officer']]);
  const place = { areas: [{ area: areaId('1'), collaborator: hoa }, { area: areaId('2'), collaborator: lan }], officer };
  for (const seed of SEEDS) {
    const chance = new Chance(seed);
    const made = makeHistory(seed, place, { households: 8, events: 110 }).map(({ fact }) => fact);
    const told = seed % 2 === 0 ? chance.shuffled(made) : made;
    for (let at = 0; at < told.length; at += 25) {
      for (const name of new Set(names.values())) {
        const own = told.slice(at, at + 25).filter((fact) => names.get(fact.recordedBy) === name);
        if (own.length > 0) await village.send(name, own);
      }
    }
  }
}

async function areasOfCommune() {
  return (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
}

/** Everything in the log folded at once, whatever area may see it. */
async function wholeBook(): Promise<P0PlanningSource> {
  const log = await village.rows<{ body: string; status: 'accepted' | 'held' }>('SELECT body, status FROM log ORDER BY registry_id, seq');
  const book = historyOf(log.map(({ body, status }) => ({ fact: JSON.parse(body) as Fact, status })));
  const people = new Map(book.subjects().map((id) => [asPerson(id), personFrom(asPerson(id), book.about(id))]));
  return { people: [...people.values()], person: (id) => people.get(id), household: (id) => householdFrom(id, book.about(id)), followUp: (id) => followUpFrom(id, book.about(id)) };
}

const opened = () => Promise.resolve();

describe('over random histories', () => {
  test('each section has as many lines as its cells count', async () => {
    const areas = await areasOfCommune();
    const seen = new Map<number, number>();
    for (const month of MONTHS) {
      const dsx = await makeDsx(village.db, areas, month, NOW);
      for (const area of areas) {
        const { sections } = await makeP0(village.db, area, month, NOW, opened);
        const cells = dsx.areas.find((one) => one.area === area.id)?.cells;
        for (const { section, rows, count } of sections) {
          const told = SECTION_CELLS[section].reduce((sum, cell) => sum + (cells?.[cell] ?? 0), 0);
          // Examinations are lines, and their people are counted.
          const lines = section === 11 ? new Set(rows?.map(({ person }) => person)).size : rows?.length;
          expect([lines, rows?.length], `section ${section} of area ${area.number}, ${month}`).toEqual([told, count]);
          seen.set(section, (seen.get(section) ?? 0) + count);
        }
      }
    }
    expect(P0_SECTIONS.filter((section) => (seen.get(section) ?? 0) === 0)).toEqual([]);
  }, 240_000);

  test('each line is what the whole log makes of it, household numbers of other areas apart', async () => {
    const areas = await areasOfCommune();
    const source = await wholeBook();
    let lines = 0;
    for (const month of MONTHS) {
      for (const area of areas) {
        const { sections } = await makeP0(village.db, area, month, NOW, opened);
        const own: P0PlanningSource = { ...source, household: (id) => [source.household(id)].find((one) => one !== undefined && one.status !== 'unopened' && one.area === area.id) };
        const expected = p0Tables({ ...p0Of(own, area.id, month), ...p0PlanningOf(own, area.id, month) });
        expect(sections.map(({ section, rows }) => ({ section, rows })), `area ${area.number}, ${month}`).toEqual(expected);
        lines += expected.reduce((sum, { rows }) => sum + rows.length, 0);
      }
    }
    expect(lines).toBeGreaterThan(200);
  }, 240_000);
});

describe('a line', () => {
  /** A column of the lines of somebody in March, by the service and by the whole log. */
  const told = async (section: P0Section, of: string, column: P0Column) => {
    const [area] = (await areasOfCommune()).filter(({ id }) => id === areaId('1'));
    if (area === undefined) throw new Error('no area');
    const { sections } = await makeP0(village.db, area, period('2026-03'), NOW, opened);
    const source = await wholeBook();
    const whole = p0Tables({ ...p0Of(source, area.id, period('2026-03')), ...p0PlanningOf(source, area.id, period('2026-03')) });
    const at = p0ColumnsOf(section).indexOf(column);
    return [sections, whole].map((lists) => lists.find((one) => one.section === section)?.rows?.filter((row) => row.person === personId(of)).map(({ cells }) => cells[at]));
  };
  const sendAll = async (facts: readonly Fact[]) => {
    const names = new Map(['Lan', 'officer'].map((name) => [userId(name), name]));
    for (const fact of facts) expect(await village.send(names.get(fact.recordedBy) ?? 'Hoa', [fact]), fact.type).toMatchObject([{ status: 'accepted' }]);
  };

  beforeAll(() => sendAll(factsOf(
    household('of An', { data: { number: '811' } }),
    person('An mother', { household: 'of An', data: { marital: 'married', relation: 'spouse' } }),
    person('An', { household: 'of An', born: '2020-05-06', data: { mother: personId('An mother') } }),
    birth({ child: 'Bình', mother: 'An mother', household: 'of An', on: '2026-02-01', data: { order: 2 } }),
    death('An', '2026-02-20'),
    started('An mother', 'iud', '2026-03-12'),
    household('old home', { data: { number: '801' } }),
    household('new home', { data: { number: '802' } }),
    household('far home', { area: '2', by: 'Lan', data: { number: '803' } }),
    mother({ household: 'old home' }),
    person('adopter', { household: 'new home' }),
    person('mover', { household: 'old home' }),
    birth({ on: '2026-03-04', household: 'old home' }),
    adoption('child', ['adopter'], '2026-03-20', { household: 'new home' }),
    personChanged('mover', { old: {}, new: { education: 'college' } }, { on: '2026-03-10' }),
    moved(['mover'], 'far home', '2026-04-10', { area: '2', by: 'officer' }),
  )));

  test('tells the living children of a woman, though one who died was in the book before', async () => {
    expect(await told(7, 'An mother', 'children')).toEqual([[{ kind: 'number', number: 1 }], [{ kind: 'number', number: 1 }]]);
  });

  test('has the household of its day: where a child was born that was adopted since, where somebody lived who moved to another area since', async () => {
    for (const [section, of] of [[1, 'child'], [6, 'mover']] as const) expect(await told(section, of, 'household')).toEqual([[{ kind: 'text', text: '801' }], [{ kind: 'text', text: '801' }]]);
  });
});

type Opened = { status: number; type: string; report: P0Report | undefined; file: Buffer };

async function ask(name: string | undefined, what: string, query: Record<string, string>): Promise<Opened> {
  const cookie = name === undefined ? {} : { cookies: { [cookieName(undefined)]: cookies.get(name) ?? '' } };
  const response = await app.inject({ method: 'GET', url: `/api/reports/${what}?${new URLSearchParams(query).toString()}`, ...cookie });
  const type = String(response.headers['content-type']);
  const isReport = response.statusCode === 200 && type.startsWith('application/json');
  return { status: response.statusCode, type, report: isReport ? P0Report.parse(response.json()) : undefined, file: response.rawPayload };
}

const ofMarch = { area: areaId('1'), period: '2026-03' };

describe('GET /api/reports/p0', () => {
  test.each(['p0', 'p0.xlsx'])('/%s is for who is responsible for the area and the officer of its commune', async (what) => {
    for (const name of ['Hoa', 'officer']) expect((await ask(name, what, ofMarch)).status, name).toBe(200);
    for (const name of ['Lan', 'Mai', 'officer bên']) {
      for (const asked of [ofMarch, { ...ofMarch, private: '1' }]) expect((await ask(name, what, asked)).status, name).toBe(403);
    }
    expect((await ask(undefined, what, ofMarch)).status).toBe(401);
  });

  test.each([
    [{ area: areaId('1'), period: '2026-Q1' }, 400],
    [{ area: areaId('1'), period: '2026' }, 400],
    [{ area: areaId('1'), period: '2026-12' }, 400],
    [{ area: areaId('1'), period: '2026-03', private: 'yes' }, 400],
    [{ area: areaId('1'), period: '2026-03', unit: unitId('xã') }, 400],
    [{ area: areaId('nowhere'), period: '2026-03' }, 403],
    [{ period: '2026-03' }, 403],
  ])('refuses %j with %i', async (asked, status) => {
    expect((await ask('officer', 'p0', asked as unknown as Record<string, string>)).status).toBe(status);
  });

  test('holds the private sections back unless they are asked for, and each time that they are is written in the audit', async () => {
    const audited = () => village.db.selectFrom('audit').selectAll().where('action', '=', 'private-lists-opened').execute();
    const before = await audited();
    const month = { ...ofMarch, period: await fullMonth() };
    const [held, whole] = [(await ask('officer', 'p0', month)).report, (await ask('officer', 'p0', { ...month, private: '1' })).report];
    for (const { section, rows, count } of held?.sections ?? []) expect([rows === null, whole?.sections[section - 1]?.count], `section ${section}`).toEqual([PRIVATE_SECTIONS.has(section), count]);
    for (const { section, rows, count } of whole?.sections ?? []) expect(rows?.length, `section ${section}`).toBe(count);
    expect(held?.hash).toBe(whole?.hash);
    await ask('Hoa', 'p0.xlsx', { ...month, private: '1' });
    await ask('officer bên', 'p0', { ...month, private: '1' });
    const after = (await audited()).slice(before.length);
    expect(after.map((row) => [row.by_user, row.subject_kind, row.subject_id])).toEqual([[userId('officer'), 'area', areaId('1')], [userId('Hoa'), 'area', areaId('1')]]);
  });

  test('says by which notes it was made, what was ticked and who signed', async () => {
    const empty = { area: areaId('1'), period: '2024-02' };
    const before = (await ask('officer', 'p0', empty)).report;
    await village.send('Hoa', factsOf(nothing('2024-02', [1, 3, 9], { on: '2024-03-01', as: 'ticks' }), signed('2024-02', { on: '2024-03-01', as: 'signature' })));
    const after = (await ask('officer', 'p0', empty)).report;
    const [{ seq } = { seq: 0 }] = await village.rows<{ seq: string }>('SELECT max(seq) AS seq FROM log WHERE area_id <> $1', [areaId('3')]);
    expect([before?.signed, after?.signed]).toEqual([null, { signer: 'Lê Thị Hoa', on: '2024-03-01' }]);
    expect(after?.sections.filter(({ isTicked }) => isTicked).map(({ section }) => section)).toEqual([1, 3, 9]);
    expect([Object.values(after?.counted ?? {}), after?.rulesVersion, after?.pack]).toEqual([[Number(seq)], 2, 'tt01-2022']);
    expect(after?.hash).not.toBe(before?.hash);
    expect((await ask('officer', 'p0', empty)).report?.hash).toBe(after?.hash);
  });

  test('as a workbook it has the lines of the report', async () => {
    const month = { ...ofMarch, period: await fullMonth(), private: '1' };
    const { report } = await ask('officer', 'p0', month);
    const { type, file } = await ask('officer', 'p0.xlsx', month);
    expect(type).toContain('spreadsheetml');
    const sheet = XLSX.read(file).Sheets['P0-CTV'];
    const rows = sheet === undefined ? [] : XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const heads = rows.flatMap((row, index) => (/^\d+\. /.test(String(row[0])) ? [index] : []));
    const lines = heads.map((head, index) => rows.slice(head + 2, heads[index + 1] ?? rows.length).filter((row) => row.length > 3).length);
    expect(heads).toHaveLength(11);
    expect(lines.slice(0, 10)).toEqual(report?.sections.slice(0, 10).map(({ count }) => count));
    expect(rows.flat()).toContain('Địa bàn 1 Địa bàn 1, xã');
  });
});

/** A month in which many sections of area 1 have lines. */
async function fullMonth(): Promise<string> {
  const [area] = await areasOfCommune();
  if (area === undefined) throw new Error('no area');
  const counts = await Promise.all(MONTHS.map(async (month) => ({ month, sections: (await makeP0(village.db, area, month, NOW)).sections.filter(({ count }) => count > 0).length })));
  return counts.toSorted((a, b) => b.sections - a.sections)[0]?.month ?? '';
}
