import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFact } from '@sotay/domain/kinds';
import { afterAll, expect, test } from 'vitest';

import { generate } from './generate.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-generate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand([generate], ['generate', ...argv], { out: (line) => out.push(line), err: (line) => err.push(line), environment: {} });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const WISH = ['--people', '60', '--seed', 'a', '--until', '2026-11'] as const;

test('given a wish when no file is named then each line is a fact, and how far it is goes to the standard error', async () => {
  const { code, out, err } = await run(...WISH);
  expect(code).toBe(0);
  const read = out.split('\n').map((line) => readFact(JSON.parse(line)));
  expect(read.length).toBeGreaterThan(70);
  expect(read.filter(({ kind }) => kind !== 'known')).toEqual([]);
  expect(err).toContain(`1 communes, 60 people, ${read.length} facts`);
});

test('given a reader who stops when more people are wished for then nothing more is made until he reads on', async () => {
  const out: string[] = [];
  let readOn: () => void = () => undefined;
  const io = {
    out: (line: string) => void out.push(line),
    err: () => undefined,
    environment: {},
    drained: () => new Promise<void>((resolve) => {
      readOn = resolve;
    }),
  };
  const running = runCommand([generate], ['generate', '--people', '900', '--seed', 'a', '--until', '2026-11'], io);
  await expect.poll(() => out.length).toBe(1);
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  expect(out.length).toBe(1);
  readOn();
  await expect.poll(() => out.length).toBe(2);
  const reading = setInterval(() => readOn(), 1);
  expect(await running).toBe(0);
  clearInterval(reading);
  expect(out.length).toBeGreaterThan(2);
});

test('given a file that is not there when named then it holds the same lines; and when it is there then it is left alone', async () => {
  const file = join(folder, 'people.ndjson');
  expect(await run(...WISH, '--out', file)).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(file, 'utf8')).toBe(`${(await run(...WISH)).out}\n`);
  const again = await run('--people', '10', '--seed', 'b', '--until', '2026-11', '--out', file);
  expect(again.code).toBe(1);
  expect(again.err).toContain('đã có');
  expect(readFileSync(file, 'utf8')).toBe(`${(await run(...WISH)).out}\n`);
  expect((await run(...WISH, '--out', join(folder, 'nowhere', 'people.ndjson'))).err).toContain('ENOENT');
});

test('given a pyramid wished for then the file is a picture', async () => {
  const file = join(folder, 'pyramid.svg');
  expect((await run(...WISH, '--pyramid', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg [\s\S]+<\/svg>\n$/);
});

test.each([
  [['--people', '0', '--seed', 'a', '--until', '2026-11']],
  [['--people', '1e3', '--seed', 'a', '--until', '2026-11']],
  [['--people', '10000001', '--seed', 'a', '--until', '2026-11']],
  [['--people', '10', '--seed', '', '--until', '2026-11']],
  [['--people', '10', '--seed', 'a', '--until', '2026']],
  [['--people', '10', '--seed', 'a', '--until', '2026-13']],
  [['--people', '10', '--seed', 'a']],
  [[...WISH, '--out', 'a', '--pyramid', 'b']],
  [[...WISH, '--more']],
])('given %j when it cannot be meant then it says what is needed', async (argv) => {
  const { code, out, err } = await run(...argv);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/Cần: sotay generate|Cách dùng: sotay generate/);
});
