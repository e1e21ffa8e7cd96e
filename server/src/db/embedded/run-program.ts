import { spawn } from 'node:child_process';

import type { DatabaseUser } from './database-user.ts';

export type Outcome = { readonly code: number | null; readonly output: string };

/** The environment of the database's programs: nothing of ours, no message in another language. */
export function programEnvironment(): Record<string, string> {
  const passed = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'];
  const kept = passed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** Runs one of the database's programs to its end as that user. Never throws: a program that cannot start has code null. */
export function runProgram(program: string, args: readonly string[], user: DatabaseUser): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...user, cwd: '/', env: programEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8').trim() }));
  });
}
