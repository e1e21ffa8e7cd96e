import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));
const living = new Set<ReturnType<typeof spawn>>();

export type WriterProcess = {
  readonly pid: number;
  /** Ids whose insertion the database acknowledged, as far as they arrived here. */
  readonly saved: readonly number[];
  /** Waits for a line that begins so, and returns the rest; rejects when the process ends without one. */
  readonly said: (beginning: string) => Promise<string>;
  /** Waits until so many rows more are acknowledged. */
  readonly savedMore: (count: number) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
};

export function startWriter(folder: string, options: { readonly native?: string; readonly uid?: number } = {}): WriterProcess {
  const args = ['--import', 'tsx', WRITER, folder, ...(options.native === undefined ? [] : [options.native])];
  const ids = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const child = spawn(process.execPath, args, { ...ids, stdio: ['ignore', 'pipe', 'pipe'] });
  living.add(child);
  const saved: number[] = [];
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const notice = (): void => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('saved ')) saved.push(Number(line.slice(6)));
    else lines.push(line);
    notice();
  });
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  let hasEnded = false;
  const ended = once(child, 'close').then(() => {
    hasEnded = true;
    living.delete(child);
    notice();
    return child.exitCode;
  });
  const until = <Value>(find: () => Value | undefined, what: string): Promise<Value> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined && !hasEnded) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error(`the writer ended without ${what}:\n${lines.join('\n')}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    pid: child.pid ?? 0,
    saved,
    said: (beginning) => until(() => lines.find((line) => line.startsWith(beginning))?.slice(beginning.length).trim(), beginning),
    savedMore: async (count) => {
      const goal = saved.length + count;
      await until(() => (saved.length >= goal ? true : undefined), `${count} rows more`);
    },
    kill: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Ends writers that a failed spec left behind. */
export async function endWriters(): Promise<void> {
  await Promise.all(
    [...living].map(async (child) => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    }),
  );
}
