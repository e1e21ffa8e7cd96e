import { chmodSync, chownSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DataFolder } from './data-folder.ts';
import type { DatabaseUser } from './database-user.ts';

/** Only the socket's file name carries it; nothing listens on the network. */
export const SOCKET_PORT = 5432;

/** Room for a socket's path in bytes: `sun_path` less its final zero (108 on Linux, 104 on macOS). */
const PATH_LIMIT = process.platform === 'linux' ? 107 : 103;

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= PATH_LIMIT;
}

/**
 * A private folder (0700, the database's user) for the socket: in the data folder, or a short one among the temporary files
 * where the path would be too long for a socket.
 */
export function makeSocketFolder(folder: DataFolder, user: DatabaseUser): string {
  const place = fits(folder.sockets) ? folder.sockets : makeShortFolder();
  if (place === folder.sockets) mkdirSync(place, { recursive: true, mode: 0o700 });
  if (user !== undefined) chownSync(place, user.uid, user.gid);
  chmodSync(place, 0o700);
  return place;
}

function makeShortFolder(): string {
  const short = join(tmpdir(), 'sotay-XXXXXX');
  return mkdtempSync(fits(short) ? join(tmpdir(), 'sotay-') : '/tmp/sotay-');
}
