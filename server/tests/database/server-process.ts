import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const living = new Set<ChildProcess>();

export type ServerProcess = {
  readonly pid: number;
  /** Everything written so far, both streams. */
  readonly output: () => string;
  /** Waits for the address it announces; rejects when it ends without one. */
  readonly address: () => Promise<string>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
};

/** Runs `sotay <words>` from source, on a port that the system chooses. */
export function runSotay(words: readonly string[], environment: Record<string, string>): ServerProcess {
  const { PATH = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...words], {
    env: { PATH, PORT: '0', LOG_LEVEL: 'silent', ...(TMPDIR === undefined ? {} : { TMPDIR }), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      for (const look of waiting) look();
    });
  }
  const ended = once(child, 'close').then(() => {
    living.delete(child);
    for (const look of waiting) look();
    return child.exitCode ?? child.signalCode ?? 'SIGKILL';
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    address: () =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = /is running: (\S+)/.exec(output)?.[1];
          if (found !== undefined && output.includes('Dừng: Ctrl-C')) resolve(found);
          else if (!living.has(child)) reject(new Error(`sotay ended: ${output}`));
        };
        waiting.add(look);
        look();
      }),
    signal: (signal) => {
      child.kill(signal);
    },
    ended,
  };
}

/** Ends what a failed spec left running. */
export async function endServers(): Promise<void> {
  await Promise.all(
    [...living].map(async (child) => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    }),
  );
}
