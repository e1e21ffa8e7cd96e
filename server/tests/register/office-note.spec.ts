import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { household, person } from '@sotay/domain/testing/drafts';
import { areaId, factId, householdId, personId, userId } from '@sotay/domain/testing/ids';
import { v7 } from 'uuid';

import { verify } from '../../src/log/verify.ts';
import { factsOf, NOW } from '../log/village.ts';
import { openOfficeDesk } from './office-desk.ts';
import type { OfficeDesk } from './office-desk.ts';

let desk: OfficeDesk;
beforeAll(async () => {
  desk = await openOfficeDesk();
});
afterAll(() => desk.close());

/** A man of his own in each test, of household 1 of area 1. */
let who: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  who = `man ${count}`;
  const home = count === 1 ? [household('1', { as: 'h1' }), household('2', { as: 'h2', area: '2' })] : [];
  const [h1, h2, ...rest] = factsOf(household('1', { as: 'h1' }), household('2', { as: 'h2', area: '2', by: 'Lan' }), person(who, { as: who, data: { sex: 'male' } }));
  if (home.length > 0) {
    await desk.village.send('Hoa', [h1]);
    await desk.village.send('Lan', [h2]);
  }
  await desk.village.send('Hoa', rest);
});

const deathOf = (more: object = {}) => ({
  id: v7(), type: 'death-reported', area: areaId('1'), occurredOn: '2026-11-20', via: 'paper', reportedBy: userId('Hoa'), data: { person: personId(who), place: 'home' }, ...more,
});
const note = (body: unknown, by: string | undefined = 'officer') => desk.call(by, 'POST', '/api/notes', body);
const entries = async (): Promise<number> => Number((await desk.village.rows<{ count: string }>('SELECT count(*) FROM log'))[0]?.count);
async function stored(id: string) {
  const [row] = await desk.village.rows<{ body: string; status: string; sent_by: string; problems: string }>('SELECT body, status, sent_by, problems FROM log WHERE fact_id = $1', [id]);
  return row === undefined ? undefined : { ...row, fact: JSON.parse(row.body) };
}

describe('the officer notes', () => {
  test('a death from a slip of paper: the service says who, when and about whom, and keeps from whom it came', async () => {
    const body = deathOf();
    const { status, body: answer } = await note(body);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ outcome: 'kept', problems: [], fact: { id: body.id } });
    const row = await stored(body.id);
    expect(row).toMatchObject({ status: 'accepted', sent_by: userId('officer') });
    expect(row?.fact).toEqual({
      ...body, v: 1, about: [personId(who)], recordedAt: NOW, recordedBy: userId('officer'), device: '00000000-0000-7000-8000-000000000000',
    });
    const { body: again } = await desk.call('officer', 'GET', `/api/register/people/${personId(who)}/notes`);
    expect(again.entries.map(({ raw }: { raw: { type: string } }) => raw.type)).toContain('death-reported');
  });

  test('a new household and somebody in another area of the commune', async () => {
    const { body } = await note(deathOf({ type: 'household-registered', area: areaId('2'), via: 'office', reportedBy: undefined, data: { household: householdId(`of ${who}`), number: who, kind: 'family', address: [] } }));
    expect(body.outcome).toBe('kept');
    const moved = deathOf({ type: 'person-moved', area: areaId('2'), via: 'office', reportedBy: undefined, data: { household: householdId(`of ${who}`), people: [{ person: personId(who), relation: 'head' }] } });
    expect((await note(moved)).body).toMatchObject({ outcome: 'kept' });
    const { body: found } = await desk.call('officer', 'POST', '/api/register/households/search', { typed: who, area: areaId('2') });
    expect(found.households).toMatchObject([{ number: who, people: 1, head: `Nguyễn Thị ${who}` }]);
  });

  test('a dry run says what the note would hear and leaves nothing', async () => {
    const before = await entries();
    expect((await note(deathOf({ dryRun: true }))).body).toEqual({ outcome: 'clear', problems: [], fact: null });
    expect((await note(deathOf({ dryRun: true, occurredOn: '2026-12-31' }))).body).toMatchObject({ outcome: 'blocked', problems: [{ code: 'in-future', at: 'occurredOn' }] });
    expect(await entries()).toBe(before);
    const body = deathOf();
    expect((await note({ ...body, dryRun: true })).body.outcome).toBe('clear');
    expect((await note(body)).body.outcome).toBe('kept');
  });

  test('what surprises is kept with a reason alone, and what cannot be is not kept at all', async () => {
    const before = await entries();
    const longAgo = deathOf({ occurredOn: '2024-01-05' });
    expect((await note(longAgo)).body).toMatchObject({ outcome: 'doubtful', problems: expect.arrayContaining([expect.objectContaining({ code: 'long-ago', severity: 'warn' })]), fact: null });
    expect((await note(deathOf({ data: { person: personId('nobody'), place: 'home' }, because: 'Vẫn ghi' }))).body).toMatchObject({ outcome: 'blocked', problems: [{ code: 'subject-unknown' }], fact: null });
    expect(await entries()).toBe(before);
    expect((await note({ ...longAgo, because: 'Phiếu tìm thấy muộn' })).body).toMatchObject({ outcome: 'kept', fact: { because: 'Phiếu tìm thấy muộn' } });
    expect(JSON.parse((await stored(longAgo.id))?.problems ?? '')).toMatchObject([{ code: 'long-ago' }]);
  });

  test('the same note sent again, its answer having been lost, is not noted twice', async () => {
    const body = deathOf();
    const first = await note(body);
    const before = await entries();
    desk.clock.now += 60_000;
    const again = await note(body);
    desk.clock.now = NOW;
    expect(again).toEqual(first);
    expect(await entries()).toBe(before);
    expect((await note({ ...body, occurredOn: '2026-11-19' })).status).toBe(409);
    expect((await note({ ...body, dryRun: true })).body.outcome).toBe('kept');
    expect(await entries()).toBe(before);
  });

  test('one of several at once that are the same note is in the log once', async () => {
    const body = deathOf();
    const answers = await Promise.all([note(body), note(body), note(body)]);
    expect(answers.map((answer) => answer.body)).toEqual(answers.map(() => answers[0]?.body));
    expect((await desk.village.rows('SELECT 1 FROM log WHERE fact_id = $1', [body.id])).length).toBe(1);
  });

  test('puts a note of a collaborator right and takes one back, about all whom they concern; the later word counts though the clock was turned back', async () => {
    const first = deathOf();
    await note(first);
    desk.clock.now = NOW - 3_600_000;
    const better = deathOf({ corrects: first.id, occurredOn: '2026-11-19' });
    expect((await note(better)).body).toMatchObject({ outcome: 'kept', fact: { corrects: first.id, recordedAt: NOW + 1, about: [personId(who)] } });
    const undone = deathOf({ type: 'fact-withdrawn', data: { fact: better.id, reason: 'Ghi nhầm người' }, because: 'Ghi nhầm người' });
    expect((await note(undone)).body).toMatchObject({ outcome: 'kept', fact: { about: [personId(who)] } });
    desk.clock.now = NOW;
    const { body } = await desk.call('officer', 'POST', '/api/register/households/search', { typed: who });
    // The death as first noted counts again.
    expect(body.households[0].people).toBe((await desk.village.rows('SELECT 1 FROM person_row WHERE household_id = $1 AND is_here', [householdId('1')])).length);
    expect((await desk.village.rows<{ is_here: boolean }>('SELECT is_here FROM person_row WHERE person_id = $1', [personId(who)]))[0]?.is_here).toBe(false);
    await note(deathOf({ type: 'fact-withdrawn', data: { fact: first.id, reason: 'Còn sống' } }));
    expect((await desk.village.rows<{ is_here: boolean }>('SELECT is_here FROM person_row WHERE person_id = $1', [personId(who)]))[0]?.is_here).toBe(true);
  });
});

describe('who may not', () => {
  test('another commune\'s officer, a collaborator, an administrator, nobody', async () => {
    const before = await entries();
    for (const [by, status] of [['officer bên', 403], ['Hoa', 403], ['administrator', 403]] as const) expect((await note(deathOf(), by)).status).toBe(status);
    expect((await desk.call(undefined, 'POST', '/api/notes', deathOf())).status).toBe(401);
    expect((await note(deathOf({ area: areaId('3'), reportedBy: undefined }), 'officer bên')).body).toMatchObject({ outcome: 'blocked', problems: [{ code: 'subject-unknown' }] });
    expect((await note(deathOf({ reportedBy: userId('Mai') }))).status).toBe(400);
    expect((await note(deathOf({ reportedBy: userId('officer') }))).status).toBe(400);
    expect((await note(deathOf({ reportedBy: userId('Lan'), dryRun: true }))).body.outcome).toBe('clear');
    expect((await note(deathOf({ reportedBy: userId('officer bên') }))).status).toBe(400);
    expect(await entries()).toBe(before);
  });

  test('what is not noted so, or is no note', async () => {
    const before = await entries();
    const hostile: readonly unknown[] = [
      deathOf({ type: 'fact-settled', data: { fact: factId('h1'), verdict: 'take', reason: 'x' } }), deathOf({ type: 'no-such-type' }), deathOf({ type: '__proto__' }),
      deathOf({ via: 'phone' }), deathOf({ recordedBy: userId('Hoa') }), deathOf({ recordedAt: 1 }), deathOf({ about: [] }), deathOf({ id: 'x' }), deathOf({ area: undefined }),
      deathOf({ data: 'x' }), deathOf({ data: null }), deathOf({ occurredOn: '2026-02-30' }), deathOf({ dryRun: 'yes' }), deathOf({ because: '' }), [], 'x', '{"id":', null,
    ];
    for (const body of hostile) expect((await note(body)).status, JSON.stringify(body)).toBe(400);
    expect((await note(deathOf({ data: { person: personId(who), place: 'home', note: 'x'.repeat(20_000) } }))).status).toBe(413);
    for (const data of [{}, { person: 1 }, { person: personId(who), place: 'the moon' }, { person: personId(who), place: 'home', sexOfFetus: 'male' }]) {
      const { body } = await note(deathOf({ data }));
      expect(body).toMatchObject({ outcome: 'blocked', fact: null });
      expect(body.problems[0].code).toBe('malformed');
    }
    const html = '<script>alert(1)</script>\'; DROP TABLE log; --';
    const kept = deathOf({ data: { person: personId(who), place: 'home', note: html } });
    expect((await note(kept)).body.outcome).toBe('kept');
    expect((await stored(kept.id))?.fact.data.note).toBe(html);
    expect(await entries()).toBe(before + 1);
    expect(desk.log()).not.toContain('<script>');
  });

  test('an id of somebody else\'s note, and a correction of what is not there', async () => {
    expect((await note(deathOf({ id: factId(who) }))).status).toBe(409);
    expect((await note(deathOf({ corrects: factId('nowhere') }))).body).toMatchObject({ outcome: 'blocked', problems: expect.arrayContaining([expect.objectContaining({ code: 'target-missing' })]) });
  });
});

test('every stored row follows from the log after all of it', async () => {
  expect((await verify(desk.village.db)).differences).toEqual([]);
});
