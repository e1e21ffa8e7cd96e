import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';

import { openWorld } from '../fixture-app.ts';

const world = await openWorld();
afterAll(() => world.close());
const officer = await world.signIn('officer');
const otherOfficer = await world.signIn('otherOfficer');

const body = (change: Record<string, unknown> = {}) => ({ key: v7(), areas: [world.first.area, world.second.area], text: 'Rà soát hộ mới đến', ...change });

test('a task is given, seen by the officer of the commune alone, and taken back', async () => {
  const given = await officer.post('/api/tasks', body({ due: '2099-01-01' }));
  expect([given.status, given.body.tasks.length]).toEqual([201, 2]);
  const [task] = given.body.tasks;
  expect((await officer.get('/api/tasks')).body).toMatchObject([{ text: 'Rà soát hộ mới đến', due: '2099-01-01', answer: null }, {}]);
  expect((await otherOfficer.get('/api/tasks')).body).toEqual([]);
  expect((await otherOfficer.post('/api/tasks/withdraw', { tasks: [task], reason: 'x' })).status).toBe(404);
  expect((await officer.post('/api/tasks/withdraw', { tasks: [task], reason: 'Không cần nữa' })).body).toEqual({ tasks: [task] });
  expect((await officer.get('/api/tasks')).body).toHaveLength(1);
});

test('asked ten times at once it is one task for each area', async () => {
  const one = body({ text: 'Một việc' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => officer.post('/api/tasks', one)));
  for (const { status, body: answer } of answers) expect([status, answer]).toEqual([201, answers[0]?.body]);
  expect((await officer.get('/api/tasks')).body.filter(({ text }: { text: string }) => text === 'Một việc')).toHaveLength(2);
});

test('for an area of another commune it is not given at all', async () => {
  const before = (await officer.get('/api/tasks')).body.length;
  expect((await officer.post('/api/tasks', body({ areas: [world.first.area, world.foreign.area] }))).status).toBe(403);
  expect((await officer.get('/api/tasks')).body).toHaveLength(before);
});

test.each([
  ['no area', { areas: [] }],
  ['too many areas', { areas: Array.from({ length: 501 }, () => v7()) }],
  ['no text', { text: '   ' }],
  ['control characters', { text: 'a\u0000b' }],
  ['too long a text', { text: 'x'.repeat(1_001) }],
  ['no such day', { due: '2026-02-31' }],
  ['no key', { key: undefined }],
  ['a key that is none', { key: '../../etc/passwd' }],
  ['something nobody knows', { sexOfFetus: 'male' }],
])('%s is refused', async (_what, change) => {
  expect((await officer.post('/api/tasks', body(change))).status).toBe(400);
});

test('a body of a megabyte is refused, and markup is text', async () => {
  expect((await officer.post('/api/tasks', body({ text: 'x'.repeat(1_000_000) }))).status).toBe(413);
  const text = `<script>alert(1)</script>'); DROP TABLE log;--`;
  expect((await officer.post('/api/tasks', body({ text }))).status).toBe(201);
  expect((await officer.get('/api/tasks')).body.map((task: { text: string }) => task.text)).toContain(text);
});
