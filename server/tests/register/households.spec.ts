import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { birth, death, departure, household, householdChanged, person, withdrawn } from '@sotay/domain/testing/drafts';
import { areaId, deviceId, factId, householdId, personId, unitId, userId } from '@sotay/domain/testing/ids';
import { householdClosed, joined, marriage, moved } from '@sotay/domain/testing/moving-drafts';

import { up } from '../../src/db/migrations/0007-register-lists.ts';
import { verify } from '../../src/log/verify.ts';
import { withScope } from '../../src/access/with-scope.ts';
import { factsOf, NOW } from '../log/village.ts';
import { openOfficeDesk } from './office-desk.ts';
import type { OfficeDesk } from './office-desk.ts';

let desk: OfficeDesk;

const named = (full: string) => ({ name: { full, given: full.split(' ').at(-1) ?? full } });

const told = factsOf(
  household('9', { as: 'h9' }),
  household('63', { as: 'h63' }),
  household('63A', { as: 'h63a' }),
  person('lan', { household: '63', data: { ...named('Nguyễn Thị Lân'), relation: 'head' } }),
  person('tu', { household: '63', data: { ...named('Đỗ Văn Tú'), sex: 'male' } }),
  person("h'hen", { household: '9', data: named("H'Hen Niê") }),
  person('gone', { household: '9', data: named('Trần Thị Đi') }),
  person('dead', { household: '9', data: named('Trần Văn Mất') }),
  departure(['gone'], '2026-05-01'),
  death('dead', '2026-05-02'),
  householdClosed('63A', '2026-06-01', { as: 'closing' }),
  birth({ as: 'birth', mother: 'lan', household: '63' }),
  person('second lan', { household: '9', data: named('Nguyễn Thị Lân') }),
  joined('lan', 'second lan', { by: 'officer', on: '2026-07-01' }),
);
const inTwo = factsOf(household('1', { area: '2', by: 'Lan' }), person('father', { area: '2', by: 'Lan', household: '1', data: { ...named('Hoàng Văn Cha'), sex: 'male' } }));
const elsewhere = factsOf(household('1 bên', { area: '3', by: 'Mai' }), person('stranger', { area: '3', by: 'Mai', household: '1 bên', data: named('Nguyễn Thị Lan') }));

beforeAll(async () => {
  desk = await openOfficeDesk();
  const answers = [
    ...(await desk.village.send('Hoa', told.filter(({ type }) => type !== 'persons-joined'))),
    ...(await desk.village.send('officer', told.filter(({ type }) => type === 'persons-joined'))),
    ...(await desk.village.send('Lan', inTwo)),
    ...(await desk.village.send('Mai', elsewhere)),
  ];
  const refused = answers.filter(({ status }) => status !== 'accepted');
  if (refused.length > 0) throw new Error(`not accepted: ${JSON.stringify(refused)}`);
});
afterAll(() => desk.close());

async function find(search: object, who = 'officer') {
  const { status, body } = await desk.call(who, 'POST', '/api/register/households/search', search);
  expect(status).toBe(200);
  return body;
}
const numbers = async (search: object, who?: string): Promise<string[]> => (await find(search, who)).households.map(({ number }: { number: string }) => number);

describe('the list of households', () => {
  test('has every household of the commune by number, with its head and how many live there', async () => {
    const { total, households } = await find({});
    expect(total).toBe(4);
    expect(households.map((one: Record<string, unknown>) => [one['number'], one['area'], one['head'], one['people'], one['closedOn']])).toEqual([
      ['1', areaId('2'), null, 1, null],
      ['9', areaId('1'), null, 1, null],
      ['63', areaId('1'), 'Nguyễn Thị Lân', 3, null],
      ['63A', areaId('1'), null, 0, '2026-06-01'],
    ]);
  });

  test('is of one area, of those that stand or are closed, and in another order where asked', async () => {
    expect(await numbers({ area: areaId('1') })).toEqual(['9', '63', '63A']);
    expect(await numbers({ area: areaId('3') })).toEqual([]);
    expect(await numbers({ standing: 'closed' })).toEqual(['63A']);
    expect(await numbers({ standing: 'open' })).toEqual(['1', '9', '63']);
    expect(await numbers({ isDown: true })).toEqual(['63', '63A', '9', '1']);
    expect(await numbers({ order: 'people', isDown: true })).toEqual(['63', '1', '9', '63A']);
    expect(await numbers({ skip: 2 })).toEqual(['63', '63A']);
  });

  test('is searched by number and by name in any spelling, as on a phone', async () => {
    expect(await numbers({ typed: '63' })).toEqual(['63', '63A']);
    expect(await numbers({ typed: '63a' })).toEqual(['63A']);
    expect(await numbers({ typed: 'do van tu' })).toEqual(['63']);
    expect(await numbers({ typed: 'ĐỖ  tú' })).toEqual(['63']);
    expect(await numbers({ typed: 'do vàn' })).toEqual([]);
    expect(await numbers({ typed: 'hhen' })).toEqual(['9']);
    expect(await numbers({ typed: 'hen ni' })).toEqual(['9']);
    expect((await find({ typed: 'lan', area: areaId('1') })).households.map(({ found }: { found: unknown }) => found)).toEqual([
      [{ person: personId('second lan'), name: 'Nguyễn Thị Lân' }],
      [{ person: personId('lan'), name: 'Nguyễn Thị Lân' }],
    ]);
    expect(await numbers({ typed: 'mat' })).toEqual(['9']);
    expect(await numbers({ typed: "%' OR 1=1 --" })).toEqual([]);
    expect(await numbers({ typed: '%' })).toEqual([]);
  });

  test('shows the other commune its own alone', async () => {
    expect(await numbers({}, 'officer bên')).toEqual(['1 bên']);
    expect(await numbers({ typed: 'do van tu' }, 'officer bên')).toEqual([]);
    expect(await numbers({ area: areaId('1') }, 'officer bên')).toEqual([]);
  });

  test('is no place for collaborators, administrators and who is not signed in', async () => {
    for (const [who, status] of [['Hoa', 403], ['administrator', 403], [undefined, 401]] as const) {
      expect((await desk.call(who, 'POST', '/api/register/households/search', {})).status).toBe(status);
      expect((await desk.call(who, 'GET', `/api/register/households/${householdId('63')}/notes`)).status).toBe(status);
      expect((await desk.call(who, 'GET', `/api/register/people/${personId('lan')}/notes`)).status).toBe(status);
    }
  });

  test('follows the log: rows that are older than its columns are filled when they are added', async () => {
    const { differences } = await verify(desk.village.db);
    expect(differences).toEqual([]);
    await desk.village.rows(`ALTER TABLE person_row DROP COLUMN folded, DROP COLUMN is_here`);
    await desk.village.rows(`DROP INDEX person_row_household`);
    await desk.village.rows(`ALTER TABLE household_row DROP COLUMN head_id, DROP COLUMN representative, DROP COLUMN closed_on`);
    await withScope(desk.village.db, 'every', (trx) => up(trx as never));
    expect((await verify(desk.village.db)).differences).toEqual([]);
    await withScope(desk.village.db, 'every', (trx) => trx.updateTable('person_row').set({ folded: ' khac' }).where('person_id', '=', personId('lan')).execute());
    expect((await verify(desk.village.db)).differences).toMatchObject([{ table: 'person_row', at: personId('lan') }]);
    await withScope(desk.village.db, 'every', (trx) => trx.updateTable('person_row').set({ folded: ' nguyen thi lan' }).where('person_id', '=', personId('lan')).execute());
  });
});

type Entry = { raw: { id: string; type: string; about: string[] } };
async function notes(url: string, who = 'officer'): Promise<{ status: number; entries: Entry[] }> {
  const { status, body } = await desk.call(who, 'GET', url);
  return { status, entries: status === 200 ? body.entries : [] };
}
const typesAbout = (entries: readonly Entry[], subject: string): string[] => entries.filter(({ raw }) => raw.about.includes(subject)).map(({ raw }) => raw.type).sort();

describe('the notes of a home', () => {
  test('are all about the household, its people and whoever they are tied to; of other households only themselves', async () => {
    const wedding = factsOf(household('63'), person('lan', { household: '63' }), household('1', { area: '2' }), person('father', { area: '2', household: '1', data: { sex: 'male' } }), marriage('lan', 'father', '2026-02-01', { as: 'wedding' }));
    expect((await desk.village.send('Hoa', wedding.slice(-1)))[0]).toMatchObject({ status: 'accepted' });
    const { entries } = await notes(`/api/register/households/${householdId('63')}/notes`);
    expect(typesAbout(entries, householdId('63'))).toEqual(['birth-reported', 'household-registered', 'person-registered', 'person-registered']);
    expect(typesAbout(entries, personId('lan'))).toEqual(['birth-reported', 'marriage-reported', 'person-registered', 'persons-joined']);
    expect(typesAbout(entries, personId('father'))).toEqual(['marriage-reported', 'person-registered']);
    expect(typesAbout(entries, householdId('1'))).toEqual(['household-registered', 'person-registered']);
    // Household 9 is named by the second entry of the same woman; its other people are not told.
    expect(typesAbout(entries, householdId('9'))).toEqual(['household-registered', 'person-registered']);
    expect(typesAbout(entries, personId('gone'))).toEqual([]);
    const ids = entries.map(({ raw }) => raw.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of a person are those of the home where she lives, and of who has moved those of the new one', async () => {
    const history = [household('63'), person('tu', { household: '63', data: { sex: 'male' } }), household('1', { area: '2' })];
    const [move] = factsOf(...history, moved(['tu'], '1', '2026-08-01', { as: 'move', area: '2', by: 'officer' })).slice(-1);
    expect((await desk.village.send('officer', [move]))[0]).toMatchObject({ status: 'accepted' });
    const { entries } = await notes(`/api/register/people/${personId('tu')}/notes`);
    expect(typesAbout(entries, personId('tu'))).toEqual(['person-moved', 'person-registered']);
    expect(typesAbout(entries, householdId('1'))).toContain('household-registered');
    expect(typesAbout(entries, personId('father'))).toContain('person-registered');
    expect(typesAbout(entries, householdId('63'))).toContain('household-registered');
  });

  test('show what is taken back, and what is held', async () => {
    const changed = factsOf(household('9', { as: 'h9' }), householdChanged('9', { phone: '0912345678' }, { as: 'changed' }), withdrawn('changed', { as: 'undone' }));
    await desk.village.send('Hoa', changed.slice(1));
    const { entries } = await notes(`/api/register/households/${householdId('9')}/notes`);
    expect(entries.map(({ raw }) => raw.id)).toEqual(expect.arrayContaining([factId('changed'), factId('undone')]));
  });

  test('of an area that came to another commune are read there and no longer here, though the log is one', async () => {
    const give = (unit: string) => desk.village.db.updateTable('area').set({ unit_id: unitId(unit) }).where('id', '=', areaId('2')).execute();
    await give('xã bên');
    const [here, there] = [await notes(`/api/register/households/${householdId('1')}/notes`), await notes(`/api/register/households/${householdId('1')}/notes`, 'officer bên')];
    const tied = await notes(`/api/register/households/${householdId('63')}/notes`);
    const listed = [await numbers({}), await numbers({}, 'officer bên')];
    await give('xã');
    expect(here.status).toBe(404);
    expect(typesAbout(there.entries, householdId('1'))).toContain('household-registered');
    expect(listed).toEqual([['9', '63', '63A'], ['1', '1 bên']]);
    // Who is tied to somebody here is still told of, and nothing of where he lives.
    expect(typesAbout(tied.entries, personId('father'))).toContain('marriage-reported');
    expect(tied.entries.filter(({ raw }) => raw.type === 'household-registered' && raw.about.includes(householdId('1')))).toEqual([]);
  });

  test('of another commune do not exist', async () => {
    expect((await notes(`/api/register/households/${householdId('63')}/notes`, 'officer bên')).status).toBe(404);
    expect((await notes(`/api/register/people/${personId('lan')}/notes`, 'officer bên')).status).toBe(404);
    expect((await notes(`/api/register/people/${personId('lan')}/notes?private=1`, 'officer bên')).status).toBe(404);
    expect((await notes(`/api/register/households/${householdId('nobody')}/notes`)).status).toBe(404);
    expect((await notes(`/api/register/people/x/notes`)).status).toBe(400);
  });
});

describe('private notes', () => {
  const method = {
    id: factId('method'), type: 'method-started', v: 1, area: areaId('1'), about: [personId('lan')], occurredOn: '2026-09-01', recordedAt: NOW - 1000,
    recordedBy: userId('Hoa'), device: deviceId('Hoa'), via: 'phone', data: { person: personId('lan'), method: 'iud' },
  };
  const undone = { ...method, id: factId('method undone'), type: 'fact-withdrawn', data: { fact: factId('method'), reason: 'Ghi nhầm' } };
  const audited = () => desk.village.db.selectFrom('audit').selectAll().where('action', '=', 'private-notes-opened').execute();

  test('come with the person\'s own request when asked for, and each time is written in the audit', async () => {
    await desk.village.send('Hoa', [method]);
    await desk.village.send('Hoa', [undone]);
    const hidden = [`/api/register/households/${householdId('63')}/notes`, `/api/register/people/${personId('lan')}/notes`, `/api/register/people/${personId('tu')}/notes?private=1`];
    for (const url of hidden) {
      const { status, entries } = await notes(url);
      expect(status).toBe(200);
      expect(entries.filter(({ raw }) => raw.id === method.id || raw.id === undone.id), url).toEqual([]);
    }
    expect((await audited()).map((row) => row.subject_id)).toEqual([personId('tu')]);
    const { entries } = await notes(`/api/register/people/${personId('lan')}/notes?private=1`);
    expect(entries.filter(({ raw }) => raw.id === method.id || raw.id === undone.id)).toHaveLength(2);
    expect(await audited()).toHaveLength(2);
    expect((await audited()).at(-1)).toMatchObject({ by_user: userId('officer'), subject_kind: 'person', subject_id: personId('lan') });
  });

  test('are counselling of somebody by name and supplies given too', async () => {
    const told = (id: string, type: string, data: object) => ({ ...method, id: factId(id), type, data });
    const counselling = { ...told('counselling', 'counselling-given', { mode: 'direct', topics: ['methods'], heard: { kind: 'people', people: [personId('lan'), personId('tu')] } }), about: [personId('lan'), personId('tu')] };
    const supplies = told('supplies', 'supplies-given', { person: personId('lan'), product: 'pill', quantity: 2, channel: 'free' });
    const taken = told('supplies undone', 'fact-withdrawn', { fact: factId('supplies'), reason: 'Ghi nhầm' });
    for (const note of [counselling, supplies, taken]) expect(await desk.village.send('Hoa', [note])).toMatchObject([{ status: 'accepted' }]);
    const own = [counselling.id, supplies.id, taken.id];
    const shown = async (url: string) => (await notes(url)).entries.map(({ raw }) => raw.id).filter((id) => own.includes(id as never));
    const before = (await audited()).length;
    for (const url of [`households/${householdId('63')}`, `people/${personId('lan')}`, `subjects/${personId('lan')}`, `subjects/${personId('tu')}`]) expect(await shown(`/api/register/${url}/notes`), url).toEqual([]);
    expect(await audited()).toHaveLength(before);
    for (const url of [`people/${personId('lan')}`, `subjects/${personId('lan')}`]) expect(await shown(`/api/register/${url}/notes?private=1`), url).toEqual(own);
    expect(await shown(`/api/register/people/${personId('tu')}/notes?private=1`)).toEqual([counselling.id]);
    expect(await audited()).toHaveLength(before + 3);
  });

  test('tie nobody to who was counselled with her, though it was taken back', async () => {
    const counselling = { ...method, id: factId('both'), type: 'counselling-given', about: [personId('lan'), personId("h'hen")], data: { mode: 'direct', topics: ['methods'], heard: { kind: 'people', people: [personId('lan'), personId("h'hen")] } } };
    const taken = { ...counselling, id: factId('both undone'), type: 'fact-withdrawn', data: { fact: counselling.id, reason: 'Ghi nhầm' } };
    for (const note of [counselling, taken]) expect(await desk.village.send('Hoa', [note])).toMatchObject([{ status: 'accepted' }]);
    const { entries } = await notes(`/api/register/people/${personId('lan')}/notes`);
    expect(typesAbout(entries, personId('lan'))).toContain('person-registered');
    expect(typesAbout(entries, personId("h'hen"))).toEqual([]);
  });

  test('are of nobody where a household is asked for, and nothing is written in the audit', async () => {
    const before = await audited();
    const subject = `/api/register/subjects/${householdId('63')}/notes`;
    const [asked, open] = [await notes(`${subject}?private=1`), await notes(subject)];
    expect(asked.entries.length).toBeGreaterThan(0);
    expect(asked).toEqual(open);
    expect((await notes(`/api/register/people/${householdId('63')}/notes?private=1`)).status).toBe(404);
    expect(await audited()).toEqual(before);
  });

  test('nobody who may not read them is written down for trying, and no name stands in the log', async () => {
    const before = (await audited()).length;
    await notes(`/api/register/people/${personId('lan')}/notes?private=1`, 'officer bên');
    expect(await audited()).toHaveLength(before);
    await find({ typed: 'Nguyễn Thị Lân' });
    expect(desk.log()).not.toMatch(/Lân|Nguy/);
    expect(desk.log()).not.toContain(personId('lan'));
  });
});
