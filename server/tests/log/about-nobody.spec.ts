import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FactId } from '@sotay/domain/kernel/ids';
import type { AreaId } from '@sotay/domain/kernel/ids';
import { effective } from '@sotay/domain/kernel/effective';
import { period } from '@sotay/domain/kernel/period';
import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date';
import { readFact } from '@sotay/domain/kinds';
import { monthOf } from '@sotay/domain/month/month';
import { areaId, deviceId, factId, registryId, unitId } from '@sotay/domain/testing/ids';
import { birth, departure, household, mother, person, personChanged, withdrawn } from '@sotay/domain/testing/drafts';
import { answer, counselled, nothing, signed, supplied, talk, task, visit } from '@sotay/domain/testing/work-drafts';
import { workFacts } from '@sotay/domain/work/effective-work';
import { tasksOf } from '@sotay/domain/work/tasks';
import { v7 } from 'uuid';

import { readAboutNobody } from '../../src/log/about-nobody.ts';
import { readFreshness } from '../../src/log/freshness.ts';
import { settleHeld } from '../../src/log/settle.ts';
import { giveTask, listTasks, withdrawTasks } from '../../src/log/tasks.ts';
import { verify } from '../../src/log/verify.ts';
import { up } from '../../src/db/migrations/0005-facts-about-nobody.ts';
import { factsOf, Follower, NOW, openVillage } from './village.ts';
import type { Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

const TODAY = civilDayInVietnam(NOW);
const commune = { unit: unitId('xã'), areas: ['1', '2'].map(areaId), registries: [registryId('xã')] };
const letting = async (now = NOW) => ({ actor: await village.actor('officer'), device: deviceId('officer'), today: TODAY, now, newId: () => FactId.parse(v7()) });
const codes = (verdicts: Awaited<ReturnType<Village['send']>>) => verdicts.map(({ status, problems }) => [status, ...problems.map(({ code }) => code)]);

/** What a phone that follows an area knows of it. */
function noted(follower: Follower, area: AreaId) {
  return [...(follower.entries.get(area)?.values() ?? [])].flatMap(({ raw, status, seq }) => {
    const reading = readFact(raw);
    return reading.kind === 'known' ? [{ fact: reading.fact, status, seq }] : [];
  });
}

describe('facts about nobody', () => {
  const told = factsOf(
    household('1', { as: 'h1' }),
    mother({ as: 'm1' }),
    talk(3, 12, { as: 'talk' }),
    nothing('2026-03', [5, 6], { as: 'none' }),
    signed('2026-03', { as: 'signed' }),
    talk(3, 14, { as: 'again', corrects: 'talk' }),
    withdrawn('none', { as: 'undone' }),
  );

  test('reach the second phone of their area and the officer, and nobody of another area', async () => {
    expect(codes(await village.send('Hoa', told.slice(0, 5)))).toEqual([['accepted'], ['accepted'], ['accepted'], ['accepted'], ['accepted']]);
    const [second, lan, officer] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan'), new Follower(village, 'officer')];
    await second.follow();
    await lan.follow();
    officer.cursors[areaId('1')] = [0, '0'.repeat(64)];
    await officer.follow();
    const ids = told.slice(0, 5).map(({ id }) => id);
    expect(second.facts('1')).toEqual(ids);
    expect(officer.facts('1')).toEqual(ids);
    expect(lan.facts('2')).toEqual([]);
  });

  test('are corrected and withdrawn, for the phone as for the service', async () => {
    expect(codes(await village.send('Hoa', told.slice(5)))).toEqual([['accepted'], ['accepted']]);
    const phone = new Follower(village, 'Hoa');
    await phone.follow();
    const own = noted(phone, areaId('1'));
    const here = (await readAboutNobody(village.db, commune.registries, commune.areas, ['counselling-given', 'nothing-to-report', 'month-signed'])).get(areaId('1')) ?? [];
    const standing = (all: typeof here) => effective(all).map(({ id }) => id).sort();
    expect(standing(own.filter(({ fact }) => fact.about.length === 0))).toEqual(standing(here));
    expect(standing(here)).toEqual(['again', 'signed', 'undone'].map(factId).sort());
    expect(monthOf(own, period('2026-03'))).toMatchObject({ nothing: [], signed: { id: factId('signed') } });
  });

  test('that nobody but the officer may take back stay, whoever asks', async () => {
    const tasks = factsOf(task('given', { as: 'given' }), withdrawn('given', { as: 'no' }), withdrawn('given', { as: 'yes', by: 'officer' }));
    expect(codes(await village.send('officer', tasks.slice(0, 1)))).toEqual([['accepted']]);
    expect(codes(await village.send('Hoa', tasks.slice(1, 2)))).toEqual([['held', 'role-may-not']]);
    expect(codes(await village.send('officer', tasks.slice(2)))).toEqual([['accepted']]);
  });

  test('held are taken by the officer, and then count; the same word again changes nothing', async () => {
    await village.addUser('Cũ', 'collaborator', 'xã');
    await village.charge('Cũ', '1', '2025-01-01', '2025-12-31');
    const [late] = factsOf(talk(1, 1, { as: 'late', by: 'Cũ', on: '2026-05-05' }));
    expect(codes(await village.send('Cũ', [late]))).toEqual([['held', 'not-your-area']]);
    const word = { verdict: 'take', reason: 'Đã hỏi lại' } as const;
    expect(await settleHeld(village.db, commune, factId('late'), word, await letting())).toEqual({ verdict: 'take', counts: true });
    expect(await settleHeld(village.db, commune, factId('late'), word, await letting(NOW + 1_000))).toEqual({ verdict: 'take', counts: true });
    const phone = new Follower(village, 'Hoa');
    await phone.follow();
    expect(workFacts(noted(phone, areaId('1'))).map(({ id }) => id)).toContain(factId('late'));
    expect(await settleHeld(village.db, commune, factId('late'), { ...word, verdict: 'refuse' }, await letting())).toEqual({ verdict: 'refuse', counts: false });
    await phone.follow();
    expect(workFacts(noted(phone, areaId('1'))).map(({ id }) => id)).not.toContain(factId('late'));
  });

  test('that wait for a task are taken once, when the task comes, whatever the order', async () => {
    const facts = factsOf(task('w', { as: 'w' }), answer('w', 'done', { as: 'wa' }), withdrawn('wa', { as: 'wu' }));
    expect(codes(await village.send('Hoa', [facts[2], facts[1]]))).toEqual([['held', 'target-missing'], ['held', 'task-missing']]);
    expect(codes(await village.send('officer', facts.slice(0, 1)))).toEqual([['accepted']]);
    const settlements = () => village.rows('SELECT FROM log WHERE type = $1 AND target_id = ANY ($2)', ['fact-settled', ['wa', 'wu'].map(factId)]);
    expect(await settlements()).toHaveLength(2);
    await village.send('Hoa', factsOf(talk(2, 2, { as: 'afterwards' })));
    expect(await settlements()).toHaveLength(2);
    const phone = new Follower(village, 'Hoa');
    await phone.follow();
    expect(tasksOf(noted(phone, areaId('1'))).find(({ fact }) => fact.id === factId('w'))?.answer).toBeUndefined();
  });

  test('cannot be turned into notes about somebody, nor named by the id of their area', async () => {
    const facts = factsOf(household('1'), mother(), talk(3, 12, { as: 'talk' }), counselled(['mother'], { as: 'turned', corrects: 'talk' }), talk(5, 5, { as: 'odd' }));
    expect(codes(await village.send('Hoa', [facts[3], { ...facts[4], about: [areaId('1')] }]))).toEqual([
      ['held', 'names-somebody'],
      ['held', 'about-incomplete'],
    ]);
    const here = (await readAboutNobody(village.db, commune.registries, commune.areas, ['counselling-given'])).get(areaId('1')) ?? [];
    expect(here.map(({ fact }) => fact.id)).not.toContain(factId('odd'));
  });

  test('of sections that are not empty by the cells are taken with a warning', async () => {
    await village.send('Hoa', factsOf(household('1'), mother(), birth({ as: 'born' })).slice(2));
    expect(codes(await village.send('Hoa', factsOf(nothing('2026-03', [1, 3], { as: 'not so' }))))).toEqual([['accepted', 'section-not-empty']]);
    expect(codes(await village.send('Hoa', factsOf(nothing('2026-02', [1, 3], { as: 'so' }))))).toEqual([['accepted']]);
    expect(codes(await village.send('Hoa', factsOf(signed('2026-03', { as: 'twice' }))))).toEqual([['accepted', 'signed-already']]);
  });

  test('written before they stood under their area are put there by the migration, once', async () => {
    const before = await village.rows<{ n: number }>('SELECT count(*)::int AS n FROM about');
    await village.rows('DELETE FROM about WHERE subject_id = ANY ($1)', [commune.areas]);
    expect((await verify(village.db)).differences.map(({ table }) => table)).toContain('about');
    await village.db.transaction().execute((trx) => up(trx as never));
    expect((await verify(village.db)).differences).toEqual([]);
    await village.db.transaction().execute((trx) => up(trx as never));
    expect(await village.rows('SELECT count(*)::int AS n FROM about')).toEqual(before);
  });
});

describe('what is said of somebody outside the register', () => {
  test('does not travel along a tie: another area sees of a mother what its child needs, not what she was given', async () => {
    const facts = factsOf(
      household('1'),
      mother(),
      household('2', { as: 'h2', area: '2', by: 'Lan' }),
      birth({ as: 'b2', child: 'c2', household: '2', area: '2', by: 'Lan' }),
      supplied('mother', { as: 'pills' }),
      counselled(['mother'], { as: 'advice' }),
      withdrawn('advice', { as: 'no advice' }),
      personChanged('mother', { new: { ethnicity: 'Tày' } }, { as: 'change' }),
      withdrawn('change', { as: 'no change' }),
    );
    await village.send('Lan', facts.slice(2, 4));
    expect(codes(await village.send('Hoa', facts.slice(4)))).toEqual([['accepted'], ['accepted'], ['accepted'], ['accepted'], ['accepted']]);
    const [hoa, lan] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan')];
    await hoa.follow();
    await lan.follow();
    const hers = ['pills', 'advice', 'no advice'].map(factId);
    expect(hoa.facts('1')).toEqual(expect.arrayContaining(hers));
    expect(lan.facts('2')).toEqual(expect.arrayContaining(['m1', 'b2', 'change', 'no change'].map(factId)));
    expect(lan.facts('2').filter((id) => hers.some((one) => one === id))).toEqual([]);
  });
});

describe('a task of the office', () => {
  const given = { key: v7(), areas: commune.areas, text: 'Lập danh sách người cao tuổi', due: plainDate('2026-11-30') };

  test('is one fact in each area’s log; asked again, by a lost answer, it is the same', async () => {
    const ids = await giveTask(village.db, commune, given, await letting());
    expect(ids).toHaveLength(2);
    expect(await giveTask(village.db, commune, given, await letting(NOW + 5_000))).toEqual(ids);
    const [hoa, lan] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan')];
    await hoa.follow();
    await lan.follow();
    expect([hoa.facts('1').filter((id) => id === ids[0]), lan.facts('2').filter((id) => id === ids[1])]).toEqual([[ids[0]], [ids[1]]]);
    const [again] = await giveTask(village.db, commune, { ...given, key: v7() }, await letting());
    expect(again).not.toBe(ids[0]);
    await withdrawTasks(village.db, commune, { tasks: again === undefined ? [] : [again], reason: 'Giao hai lần' }, await letting());
  });

  test('shows its answers, and goes when it is taken back', async () => {
    const tasks = await listTasks(village.db, commune, TODAY);
    const ours = tasks.filter(({ text }) => text === given.text);
    expect(ours.map(({ area, answer: said }) => [area, said])).toEqual(expect.arrayContaining([[areaId('1'), null], [areaId('2'), null]]));
    const [first] = ours.filter(({ area }) => area === areaId('1'));
    const [reply] = factsOf(answer('x', 'not-done', { as: 'reply', on: '2026-11-20', data: { remark: 'Nhiều hộ đi vắng' } }));
    const said = { ...reply, data: { ...reply?.data, task: first?.task } };
    expect(codes(await village.send('Hoa', [said]))).toEqual([['accepted']]);
    const after = (await listTasks(village.db, commune, TODAY)).find(({ task: id }) => id === first?.task);
    expect(after?.answer).toEqual({ answer: 'not-done', remark: 'Nhiều hộ đi vắng', by: 'Hoa', on: '2026-11-20' });
    const asked = { tasks: [first?.task ?? factId('none')], reason: 'Không cần nữa' };
    await withdrawTasks(village.db, commune, asked, await letting());
    const count = await village.rows('SELECT FROM log');
    await withdrawTasks(village.db, commune, asked, await letting(NOW + 1_000));
    expect(await village.rows('SELECT FROM log')).toHaveLength(count.length);
    expect((await listTasks(village.db, commune, TODAY)).map(({ task: id }) => id)).not.toContain(first?.task);
  });

  test('goes to areas of her own commune alone, and takes back nothing of another', async () => {
    await expect(giveTask(village.db, commune, { ...given, key: v7(), areas: ['1', '3'].map(areaId) }, await letting())).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(withdrawTasks(village.db, commune, { tasks: [factId('nowhere')], reason: 'x' }, await letting())).rejects.toMatchObject({ code: 'not-found' });
    const beyond = { unit: unitId('xã bên'), areas: [areaId('3')], registries: [registryId('xã bên')] };
    const [foreign] = await giveTask(village.db, beyond, { ...given, areas: [areaId('3')] }, { ...(await letting()), actor: await village.actor('officer bên') });
    await expect(withdrawTasks(village.db, commune, { tasks: foreign === undefined ? [] : [foreign], reason: 'x' }, await letting())).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('the areas say which months are signed', async () => {
  const areas = await readFreshness(village.db, commune.registries, commune.areas, TODAY);
  expect(areas.map(({ number, signed: months }) => [number, months])).toEqual([
    ['1', [{ month: '2026-03', on: '2026-04-01', signer: 'Lê Thị Hoa' }]],
    ['2', []],
  ]);
});

test('a visit of a household of another area is not hers to note', async () => {
  const facts = factsOf(household('2', { area: '2' }), visit('2', { as: 'theirs', on: '2026-11-01' }));
  expect(codes(await village.send('Hoa', facts.slice(1)))).toEqual([['held', 'subject-elsewhere']]);
});

test('a visit is judged by who lives in the household, though nothing of that is about the household', async () => {
  const facts = factsOf(
    household('7', { as: 'h7' }),
    person('gone', { as: 'p7', household: '7' }),
    departure(['gone'], '2026-10-01', { as: 'd7' }),
    visit('7', { as: 'v7', on: '2026-11-02' }),
  );
  expect(codes(await village.send('Hoa', facts.slice(0, 3)))).toEqual([['accepted'], ['accepted'], ['accepted']]);
  expect(codes(await village.send('Hoa', facts.slice(3)))).toEqual([['accepted', 'nobody-lives-there']]);
});

test('after all of this every stored row follows from the log', async () => {
  expect((await verify(village.db)).differences).toEqual([]);
});
