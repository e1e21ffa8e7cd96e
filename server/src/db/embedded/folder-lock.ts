import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import { OperatorError } from '../../operator-error.ts';
import { judgeProcess, ownIdentity, processIdentity } from './process-identity.ts';

/**
 * One server per data folder.
 *
 * LOCK-1  A contender writes its own file first and reads the others' afterwards, so of two at once at least one sees
 *         the other; who sees a living one takes its own file back. Never two holders.
 * LOCK-2  A file names its process by number, start time, boot and namespace: it is dead as soon as the process is, and a
 *         number given to another process does not keep it alive. A dead file never comes to life, so anyone may remove it.
 * LOCK-3  Where the process cannot be judged (another container on the same disk), the file's heartbeat is watched:
 *         it is dead when it did not beat for `watchMs`.
 */
export type FolderLock = { readonly release: () => void };

const lockContent = z.object({ identity: processIdentity, since: z.number() });

type Holder = { readonly file: string } & Readonly<z.infer<typeof lockContent>>;

export type LockTiming = { readonly beatMs: number; readonly watchMs: number };

const TIMING: LockTiming = { beatMs: 3_000, watchMs: 15_000 };
const ATTEMPTS = 6;

/** The folder is held by a living server. */
export class FolderInUse extends OperatorError {
  override readonly name = 'FolderInUse';
  constructor(folder: string, pid: number) {
    super(
      `Thư mục dữ liệu ${folder} đang được một máy chủ Sổ tay khác dùng (tiến trình ${pid}). Hãy dừng máy chủ đó, hoặc chọn thư mục khác bằng SOTAY_DATA.`,
      `The data folder ${folder} is in use by another Sổ tay server (process ${pid}). Stop that server, or choose another folder with SOTAY_DATA.`,
    );
  }
}

function lockFolder(folder: string): string {
  return join(folder, 'lock');
}

function readHolder(file: string): Holder | null {
  try {
    return { file, ...lockContent.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch {
    return null;
  }
}

function heldFiles(folder: string): string[] {
  try {
    return readdirSync(lockFolder(folder)).filter((name) => name.endsWith('.lock')).map((name) => join(lockFolder(folder), name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw explainForbidden(folder, error);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function explainForbidden(folder: string, error: unknown): unknown {
  if (codeOf(error) !== 'EACCES') return error;
  return new OperatorError(
    `Không vào được ${lockFolder(folder)}. Hãy chạy bằng cùng người dùng với máy chủ.`,
    `${lockFolder(folder)} cannot be entered. Run this as the same user as the server.`,
    1,
    error,
  );
}

function findBeat(file: string): number | null {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return null;
  }
}

async function isLiving(holder: Holder, timing: LockTiming): Promise<boolean> {
  const judged = judgeProcess(holder.identity);
  if (judged !== 'unknown') return judged === 'alive';
  const first = findBeat(holder.file);
  const until = Date.now() + timing.watchMs;
  while (Date.now() < until) {
    await pause(Math.min(200, timing.watchMs / 4));
    const beat = findBeat(holder.file);
    if (beat === null) return false;
    if (beat !== first) return true;
  }
  return false;
}

/** The living holder of the folder, if any. Files of dead ones are removed on the way. */
export async function findHolder(folder: string, timing: LockTiming = TIMING, except?: string): Promise<Holder | undefined> {
  for (const file of heldFiles(folder)) {
    if (file === except) continue;
    const holder = readHolder(file);
    if (holder === null) continue;
    if (await isLiving(holder, timing)) return holder;
    rmSync(file, { force: true });
  }
  return undefined;
}

function writeOwn(folder: string): string {
  const file = join(lockFolder(folder), `${process.pid}-${randomBytes(6).toString('hex')}.lock`);
  try {
    writeFileSync(`${file}.tmp`, JSON.stringify({ identity: ownIdentity(), since: Date.now() }), { mode: 0o600 });
  } catch (error) {
    throw explainForbidden(folder, error);
  }
  renameSync(`${file}.tmp`, file);
  return file;
}

/**
 * Takes the folder for this process until `release`, or until the process ends in whatever way.
 * @throws FolderInUse when a living process has it
 */
export async function lockDataFolder(folder: string, timing: LockTiming = TIMING): Promise<FolderLock> {
  mkdirSync(lockFolder(folder), { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const own = writeOwn(folder);
    const other = await findHolder(folder, timing, own);
    if (other === undefined) return hold(own, timing);
    rmSync(own, { force: true });
    // A file older than a moment is a server at work; a younger one may be a contender about to give way like us.
    if (attempt >= ATTEMPTS || Date.now() - other.since > 3_000) throw new FolderInUse(folder, other.identity.pid);
    await pause(50 + Math.random() * 250);
  }
}

function hold(file: string, timing: LockTiming): FolderLock {
  const beat = setInterval(() => {
    const at = new Date();
    try {
      utimesSync(file, at, at);
    } catch {
      clearInterval(beat);
    }
  }, timing.beatMs);
  beat.unref();
  return {
    release: () => {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}
