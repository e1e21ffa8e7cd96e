import { readFileSync, readlinkSync } from 'node:fs';

import { z } from 'zod';

/** What tells one process from every other, also after its number was given to another process. */
export const processIdentity = z.object({
  pid: z.int().positive(),
  /** Start in clock ticks since boot, from `/proc/<pid>/stat`; null where there is no `/proc`. */
  startTicks: z.string().nullable(),
  bootId: z.string().nullable(),
  /** Numbers of processes mean something only inside one namespace (a container has its own). */
  pidNamespace: z.string().nullable(),
});
export type ProcessIdentity = Readonly<z.infer<typeof processIdentity>>;

function findText(read: () => string): string | null {
  try {
    return read().trim();
  } catch {
    return null;
  }
}

/** Start of a process in ticks since boot; null if it does not run or the system has no `/proc`. */
export function findStartTicks(pid: number): string | null {
  const stat = findText(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return null;
  // The name in parentheses may hold spaces and parentheses, so count from the last one: state is field 3, start field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isGone = fields[0] === 'Z' || fields[0] === 'X';
  return isGone ? null : (fields[19] ?? null);
}

/** The identity of the process that asks. */
export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    startTicks: findStartTicks(process.pid),
    bootId: findText(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    pidNamespace: findText(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/**
 * Whether that process still runs. `unknown` where its number says nothing here: another container, another machine on a
 * shared disk, another boot, or a system without `/proc`.
 */
export function judgeProcess(other: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  const own = ownIdentity();
  if (own.bootId === null || own.startTicks === null) return 'unknown';
  if (other.bootId !== own.bootId || other.pidNamespace !== own.pidNamespace) return 'unknown';
  return findStartTicks(other.pid) === other.startTicks ? 'alive' : 'dead';
}
