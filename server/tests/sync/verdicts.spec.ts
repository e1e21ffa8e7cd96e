import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partialDate } from '@sotay/domain/kernel/partial-date';
import { areaId, factId, personId, registryId } from '@sotay/domain/testing/ids';
import { birth, death, departure, household, mother, person, settled, withdrawn } from '@sotay/domain/testing/drafts';
import { arrival } from '@sotay/domain/testing/moving-drafts';

import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

const [opening, hers, childs] = factsOf(household('1'), mother(), birth());
const place = (seq: number) => ({ registry: registryId('xã'), seq });

describe('a push', () => {
  /** Verifies: SYNC-2 */
  test('has a place for each fact, in the order sent, and facts of one batch see each other', async () => {
    const verdicts = await village.send('Hoa', [opening, hers, childs]);
    expect(verdicts.map(({ index, id, status, place: where }) => ({ index, id, status, where }))).toEqual([
      { index: 0, id: opening?.id, status: 'accepted', where: place(1) },
      { index: 1, id: hers?.id, status: 'accepted', where: place(2) },
      { index: 2, id: childs?.id, status: 'accepted', where: place(3) },
    ]);
  });

  /** Verifies: SYNC-3 */
  test('sent again has the same answer and leaves the log as it was', async () => {
    const again = await village.send('Hoa', [childs, opening, opening], NOW + 60_000);
    expect(again.map(({ status, place: where }) => [status, where])).toEqual([['accepted', place(3)], ['accepted', place(1)], ['accepted', place(1)]]);
    expect(await village.rows('SELECT FROM log')).toHaveLength(3);
  });

  /** Verifies: SYNC-3 */
  test('with a known id and other content goes to the tray, both kept', async () => {
    const other = { ...hers, occurredOn: '2026-01-02' };
    const [verdict] = await village.send('Hoa', [other]);
    expect(verdict).toMatchObject({ status: 'held', place: { unplaced: true }, problems: [{ code: 'id-taken' }] });
    expect(await village.send('Hoa', [other])).toEqual([verdict]);
    expect(await village.rows('SELECT fact_id FROM unplaced WHERE fact_id = $1', [hers?.id])).toHaveLength(1);
    expect(await village.rows('SELECT FROM log')).toHaveLength(3);
  });

  /** Verifies: SYNC-3 */
  test('of one id twice with different content keeps the first in the log and the second in the tray', async () => {
    const [one] = factsOf(household('twice', { as: 'twice' }));
    const verdicts = await village.send('Hoa', [one, { ...one, occurredOn: '2026-01-02' }]);
    expect(verdicts.map(({ status, place: where }) => [status, where])).toEqual([['accepted', place(4)], ['held', { unplaced: true }]]);
  });

  /** Verifies: SYNC-2, SYNC-9 */
  test('of anything at all: one bad fact never stops the others', async () => {
    const [good] = factsOf(household('good', { as: 'good' }));
    const base = { ...good, id: factId('bad') };
    const verdicts = await village.send('Hoa', [
      null,
      'fact',
      { ...base, id: 'no id' },
      { ...base, id: factId('unknown key'), colour: 'red' },
      { ...base, id: factId('31/02'), occurredOn: '2026-02-31' },
      { ...base, id: factId('newer'), type: 'moon-landed', data: { on: 'moon' } },
      { ...base, id: factId('large'), data: { ...good?.data, address: ['x'.repeat(1_000_000)] } },
      { ...base, id: factId('deep'), data: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown },
      { ...base, id: factId('nul'), data: { ...good?.data, representative: 'a\u0000b\ud800' } },
      good,
    ]);
    expect(verdicts.map(({ status, problems }) => [status, problems.map(({ code, at }) => `${code} ${at}`)])).toEqual([
      ['refused', ['without-id id']],
      ['refused', ['without-id id']],
      ['refused', ['without-id id']],
      ['held', ['unreadable ']],
      ['held', ['unreadable occurredOn']],
      ['held', ['unknown-type type']],
      ['refused', ['too-large ']],
      ['refused', ['too-large ']],
      ['held', ['unreadable data.representative']],
      ['accepted', []],
    ]);
    const kept = await village.rows<{ body: string }>('SELECT body FROM log WHERE fact_id = $1', [factId('nul')]);
    expect(JSON.parse(kept[0]?.body ?? '')).toMatchObject({ data: { representative: 'a\u0000b\ud800' } });
  });

  test('with names that are HTML, SQL or in decomposed letters keeps them as text, composed', async () => {
    const [one] = factsOf(household('names', { as: 'names', data: { representative: `<img src=x onerror=alert(1)>'); DROP TABLE log;--`, address: ['Tổ Hòa'.normalize('NFD')] } }));
    const sent = { ...one, data: { ...one?.data, address: ['Tổ Hòa'.normalize('NFD')] } };
    expect(await village.send('Hoa', [sent])).toMatchObject([{ status: 'accepted' }]);
    const [row] = await village.rows<{ body: string }>('SELECT body FROM log WHERE fact_id = $1', [factId('names')]);
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ data: { address: ['Tổ Hòa'.normalize('NFC')], representative: `<img src=x onerror=alert(1)>'); DROP TABLE log;--` } });
    expect(await village.send('Hoa', [sent])).toMatchObject([{ status: 'accepted' }]);
  });

  test('of a phone whose clock is a year ahead is held, a year behind is taken with a warning', async () => {
    const [ahead, behind] = factsOf(household('ahead', { as: 'ahead', on: '2027-11-23' }), person('old', { as: 'old', on: '2026-01-01' }));
    const [death2025] = factsOf(household('1'), mother(), death('mother', '2025-11-01', { as: 'long ago' })).slice(2);
    expect(await village.send('Hoa', [ahead, behind, death2025])).toMatchObject([
      { status: 'held', problems: [{ code: 'in-future', severity: 'block' }] },
      { status: 'accepted' },
      { status: 'accepted', problems: expect.arrayContaining([expect.objectContaining({ code: 'long-ago', severity: 'warn' })]) },
    ]);
    const gone = factsOf(household('1'), mother(), death('mother', '2025-11-01', { as: 'long ago' }), withdrawn('long ago', { as: 'not dead' }));
    expect(await village.send('Hoa', gone.slice(3))).toMatchObject([{ status: 'accepted' }]);
  });

  /** Verifies: SYNC-10 */
  test('for an area that was never hers has the same answer whether or not the area exists, and touches no log', async () => {
    const before = await village.rows('SELECT FROM log');
    const [existing] = factsOf(household('x', { as: 'theirs', area: '3', by: 'Hoa' }));
    const invented = { ...existing, id: factId('nowhere'), area: areaId('no such area') };
    const [one, two] = await village.send('Hoa', [existing, invented]);
    expect({ ...one, index: 0, id: '' }).toEqual({ ...two, index: 0, id: '' });
    expect(one).toMatchObject({ status: 'held', place: { unplaced: true }, problems: [{ code: 'not-your-area' }] });
    expect(await village.rows('SELECT FROM log')).toHaveLength(before.length);
  });

  test('by a former collaborator is taken for her time and held after it', async () => {
    await village.addUser('Former', 'collaborator', 'xã');
    await village.charge('Former', '1', '2025-01-01', '2026-06-30');
    const inside = factsOf(household('in', { as: 'in', on: '2026-06-01', by: 'Former' }));
    const outside = factsOf(household('out', { as: 'out', on: '2026-07-01', by: 'Former' }));
    expect(await village.send('Former', [...inside, ...outside])).toMatchObject([{ status: 'accepted' }, { status: 'held', problems: [{ code: 'not-your-area' }] }]);
  });
});

describe('a fact that waits', () => {
  const told = factsOf(household('w', { as: 'w' }), person('wife', { as: 'wife', household: 'w' }), birth({ as: 'wbirth', child: 'wchild', mother: 'wife', household: 'w' }));

  /** Verifies: SYNC-7 */
  test('for an opening is held, and taken when the opening arrives, whatever the order', async () => {
    const [w, wife, wbirth] = told;
    expect(await village.send('Hoa', [wbirth])).toMatchObject([{ status: 'held', problems: expect.arrayContaining([expect.objectContaining({ code: 'subject-unknown' })]) }]);
    expect(await village.send('Hoa', [wife])).toMatchObject([{ status: 'held' }]);
    const [verdict] = await village.send('Hoa', [w]);
    expect(verdict).toMatchObject({ status: 'accepted' });
    const made = await village.rows<{ body: string }>(`SELECT body FROM log WHERE type = 'fact-settled' ORDER BY seq DESC LIMIT 2`);
    expect(made.map(({ body }) => (JSON.parse(body) as { data: { fact: string; verdict: string } }).data).sort((a, b) => (a.fact < b.fact ? -1 : 1))).toMatchObject(
      [wife?.id ?? '', wbirth?.id ?? ''].sort((a, b) => (a < b ? -1 : 1)).map((fact) => ({ fact, verdict: 'take' })),
    );
    expect(await village.rows(`SELECT FROM person_row WHERE person_id = ANY ($1)`, [told.slice(1).flatMap(({ about }) => about)])).toHaveLength(2);
  });

  test('for a held opening is taken when the officer takes the opening', async () => {
    const facts = factsOf(
      household('v', { as: 'v', on: '2026-07-02', by: 'Former' }),
      person('vera', { as: 'vera', household: 'v', on: '2026-07-02' }),
      settled('v', 'take', { as: 'take v', on: '2026-11-23' }),
    );
    expect(await village.send('Former', facts.slice(0, 1))).toMatchObject([{ status: 'held' }]);
    expect(await village.send('Hoa', facts.slice(1, 2))).toMatchObject([{ status: 'held', problems: [{ code: 'subject-unknown' }] }]);
    expect(await village.send('officer', facts.slice(2))).toMatchObject([{ status: 'accepted' }]);
    const rows = await village.rows<{ name: string }>('SELECT name FROM person_row WHERE person_id = $1', [facts[1]?.about[0]]);
    expect(rows).toEqual([{ name: 'Nguyễn Thị vera' }]);
  });

  test('for a missing target is taken when the target arrives', async () => {
    const facts = factsOf(household('u', { as: 'u' }), household('u', { as: 'u2', corrects: 'u', data: { number: 'u-2' } }));
    expect(await village.send('Hoa', facts.slice(1))).toMatchObject([{ status: 'held', problems: [{ code: 'target-missing' }] }]);
    expect(await village.send('Hoa', facts.slice(0, 1))).toMatchObject([{ status: 'accepted' }]);
    expect(await village.rows('SELECT number FROM household_row WHERE household_id = $1', [facts[0]?.about[0]])).toEqual([{ number: 'u-2' }]);
  });
});

/** domain.md §4 "arrival": whoever looks like somebody of the area's book is asked about, whatever the phone knew. */
describe('somebody who comes', () => {
  const like = (name: string, over: { area?: string; by?: string; household?: string; full?: string }) =>
    arrival(name, '2026-11-10', {
      as: `comes ${name}`, by: over.by ?? 'Hoa', area: over.area ?? '1', household: over.household ?? 'next home',
      data: { who: { kind: 'new', person: personId(name), name: { full: over.full ?? 'NGUYEN THI THUY', given: 'THUY' }, sex: 'female', born: partialDate('1988'), legal: 'unknown' } },
    });
  const codes = (verdicts: readonly { problems: readonly { code: string }[] }[]) => verdicts.map(({ problems }) => problems.map(({ code }) => code));

  test('is compared with the people of the whole area by the rows, and with those of the same push', async () => {
    const book = factsOf(
      household('her home', { as: 'her home', data: { number: 'C7' } }),
      household('next home', { as: 'next home', data: { number: 'C8' } }),
      person('Thuỷ', { as: 'Thuỷ', household: 'her home', born: '1988-03-05', data: { name: { full: 'Nguyễn Thị Thủy', given: 'Thủy' } } }),
      departure(['Thuỷ'], '2026-03-01', { as: 'her departure' }),
      like('Thuỷ 2', {}),
      like('Thuỷ 3', { full: 'TRAN THI THUY' }),
      like('Thuỷ 4', { household: 'her home', full: 'TRAN THI THUY' }),
    );
    expect(codes(await village.send('Hoa', book.slice(0, 4)))).toEqual([[], [], [], []]);
    const [second, third, fourth] = await village.send('Hoa', book.slice(4));
    expect(second?.problems).toMatchObject([{ code: 'looks-like-known', severity: 'warn', at: 'data.who.name', params: { name: 'Nguyễn Thị Thủy', born: '1988-03-05', household: 'C7' } }]);
    // Of another surname and household, she is only like the one who came in the same push, into the household where she comes too.
    expect(third?.problems).toMatchObject([{ code: 'looks-like-known', params: { name: 'NGUYEN THI THUY', household: 'C8' } }]);
    expect(fourth?.problems).toMatchObject([{ code: 'looks-like-known', params: { name: 'Nguyễn Thị Thủy', household: 'C7' } }]);
  });

  test('is not described to a former collaborator, whom the officer is told all the same', async () => {
    await village.addUser('Once', 'collaborator', 'xã');
    await village.charge('Once', '1', '2025-01-01', '2026-06-30');
    const [probe] = factsOf(like('Thuỷ 6', { by: 'Once', household: 'next home' }));
    expect(await village.send('Once', [probe])).toMatchObject([{ status: 'held', problems: [{ code: 'not-your-area', params: {} }] }]);
    expect((await village.send('Once', [probe]))[0]?.problems).toHaveLength(1);
    const [row] = await village.rows<{ problems: string }>('SELECT problems FROM log WHERE fact_id = $1', [probe?.id]);
    expect(row?.problems).toContain('looks-like-known');
  });

  test('is not compared with another area’s people, whom a collaborator may not read', async () => {
    const there = factsOf(household('their home', { as: 'their home', area: '2', by: 'Lan', data: { number: 'C9' } }), like('Thuỷ 5', { area: '2', by: 'Lan', household: 'their home' }));
    expect(codes(await village.send('Lan', there))).toEqual([[], []]);
  });
});
