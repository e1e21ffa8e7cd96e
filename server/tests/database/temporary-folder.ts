import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { findPostmaster } from '../../src/db/embedded/postmaster.ts';

const made: string[] = [];

/** A folder for one spec that the database's user may walk through; `removeTemporaryFolders` takes it away. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sotay-spec-')));
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}

function* clusters(folder: string, depth = 3): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (existsSync(join(path, 'PG_VERSION'))) yield path;
    else if (depth > 0) yield* clusters(path, depth - 1);
  }
}

/** Ends databases that a failed spec left running in its folders, then removes the folders. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of made.splice(0)) {
    for (const cluster of clusters(folder)) {
      const left = findPostmaster(cluster);
      if (left === undefined) continue;
      process.kill(left.pid, 'SIGQUIT');
      while (findPostmaster(cluster) !== undefined) await pause(50);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
