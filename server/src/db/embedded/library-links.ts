import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

import { z } from 'zod';

/** `pg-symlinks.json` of the package: npm packages cannot hold links, so its install script would make these. */
const linkList = z.array(z.object({ source: z.string().min(1), target: z.string().min(1) }));

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the library links that are missing (install scripts are blocked on many machines).
 * @param native the package's `native` folder
 * @returns how many were made
 * @throws the file system's error where the folder cannot be written
 */
export function restoreLibraryLinks(native: string): number {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  const parent = dirname(native);
  const missing = linkList
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({ source: join(parent, source), target: join(parent, target) }))
    .filter(({ target }) => !relative(native, target).startsWith('..') && !isThere(target));
  for (const { source, target } of missing) {
    try {
      symlinkSync(relative(dirname(target), join(dirname(source), basename(source))), target);
    } catch (error) {
      // Another server starting at the same moment may have made it.
      if (!isThere(target)) throw error;
    }
  }
  return missing.length;
}
