import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { FolderInUse, findHolder, lockDataFolder } from './folder-lock.ts';
import { judgeProcess, ownIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

const timing = { beatMs: 20, watchMs: 150 };
const hourAgo = (): number => Date.now() - 3_600_000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(identity: ProcessIdentity, content?: string): string {
  mkdirSync(join(folder, 'lock'), { recursive: true });
  const file = join(folder, 'lock', 'planted.lock');
  writeFileSync(file, content ?? JSON.stringify({ identity, since: hourAgo() }));
  return file;
}

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('the folder is held until it is released', async () => {
  const lock = await lockDataFolder(folder, timing);
  await expect(lockDataFolder(folder, timing)).rejects.toBeInstanceOf(FolderInUse);
  lock.release();
  expect(await findHolder(folder, timing)).toBeUndefined();
  (await lockDataFolder(folder, timing)).release();
});

test('of many at once one has it', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(folder, timing)));
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeLessThanOrEqual(1);
});

describe.runIf(process.platform === 'linux')('a lock left behind', () => {
  test('by a process that has ended is taken over', async () => {
    plant({ ...ownIdentity(), pid: await endedProcess(), startTicks: '1' });
    (await lockDataFolder(folder, timing)).release();
  });

  test('is taken over though its number was given to a living process', async () => {
    plant({ ...ownIdentity(), startTicks: '1' });
    (await lockDataFolder(folder, timing)).release();
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  test('that is none, cut short by a full disk, does not keep the folder', async () => {
    plant(ownIdentity(), '{"identity":{"pid":1');
    (await lockDataFolder(folder, timing)).release();
  });
});

describe('a lock of a process that cannot be judged from here', () => {
  const elsewhere = (): ProcessIdentity => ({ ...ownIdentity(), bootId: 'another machine' });

  test('cannot be', () => {
    expect(judgeProcess(elsewhere())).toBe('unknown');
    expect(judgeProcess({ ...ownIdentity(), pidNamespace: 'pid:[1]' })).toBe('unknown');
  });

  test('holds while its heart beats', async () => {
    const file = plant(elsewhere());
    const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 20);
    await expect(lockDataFolder(folder, timing)).rejects.toBeInstanceOf(FolderInUse);
    clearInterval(beat);
  });

  test('is taken over when it does not', async () => {
    plant(elsewhere());
    (await lockDataFolder(folder, timing)).release();
  });

  test('one of ours beats', async () => {
    const lock = await lockDataFolder(folder, timing);
    const [own] = readdirSync(join(folder, 'lock'));
    writeFileSync(join(folder, 'lock', own ?? ''), JSON.stringify({ identity: elsewhere(), since: hourAgo() }));
    await expect(lockDataFolder(folder, timing)).rejects.toBeInstanceOf(FolderInUse);
    lock.release();
  });
});
