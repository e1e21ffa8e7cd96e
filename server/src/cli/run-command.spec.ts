import { parseArgs } from 'node:util';

import { expect, test } from 'vitest';

import { OperatorError } from '../operator-error.ts';
import type { Command } from './command.ts';
import { runCommand } from './run-command.ts';

const count: Command = {
  name: 'count',
  summary: { vi: 'đếm', en: 'counts' },
  help: { vi: 'Cách dùng: sotay count [--to n]', en: 'Usage: sotay count [--to n]' },
  run: (argv, io) => {
    const { values } = parseArgs({ args: [...argv], options: { to: { type: 'string' } } });
    if (values.to === 'never') throw new OperatorError('không bao giờ', 'never', 3);
    if (values.to === 'broken') throw new TypeError('a defect');
    io.out(`1…${values.to ?? 'n'}`);
    return Promise.resolve(0);
  },
};

async function sotay(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand([count], argv, { out: (line) => out.push(line), err: (line) => err.push(line), environment: {} });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a command runs with its own words', async () => {
  expect(await sotay('count', '--to', '5')).toEqual({ code: 0, out: '1…5', err: '' });
});

test.each([[['--help']], [['-h']], [['help']]])('%s lists commands in Vietnamese, then English', async (argv) => {
  const { code, out } = await sotay(...argv);
  expect(code).toBe(0);
  expect(out).toMatch(/Cách dùng[^]*count\s+đếm[^]*Usage[^]*count\s+counts/);
});

test('no command at all shows the list and is a wrong use', async () => {
  expect(await sotay()).toMatchObject({ code: 2, out: expect.stringContaining('count') });
});

test('an unknown command is named, the list follows, exit code 2', async () => {
  const { code, err, out } = await sotay('cuont');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/Không có lệnh "cuont"[^]*count/);
});

test('each command has help in both languages and does not run for it', async () => {
  expect(await sotay('count', '--to', 'never', '--help')).toEqual({ code: 0, out: 'Cách dùng: sotay count [--to n]\n\nUsage: sotay count [--to n]', err: '' });
});

test('an unknown option shows the help, exit code 2', async () => {
  const { code, err } = await sotay('count', '--form', '3');
  expect(code).toBe(2);
  expect(err).toContain('--form');
  expect(err).toContain('Cách dùng: sotay count');
});

test('what the operator can put right is said in both languages without a stack', async () => {
  expect(await sotay('count', '--to', 'never')).toEqual({ code: 3, out: '', err: 'không bao giờ\n\nnever' });
});

test('a defect shows its stack, exit code 1', async () => {
  const { code, err } = await sotay('count', '--to', 'broken');
  expect(code).toBe(1);
  expect(err).toMatch(/TypeError: a defect\n\s+at /);
});
