import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { OperatorError } from '../../operator-error.ts';
import { isRoot } from './data-folder.ts';

/** Ids that a child process takes on; undefined: those of the server itself. */
export type DatabaseUser = { readonly uid: number; readonly gid: number } | undefined;

/**
 * 60578–61183 is given to nobody: not to people, not to Debian's packages on demand beyond a handful (skipped below by
 * name), not to systemd (https://systemd.io/UIDS-GIDS/, "unused"). Below 65536, so that it exists in containers with a
 * plain id map too.
 */
const FIRST = 60_578;
const LAST = 61_183;

type Account = { readonly name: string; readonly uid: number };

function accounts(): Account[] {
  if (!existsSync('/etc/passwd')) return [];
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid] = line.split(':');
    return name === undefined || uid === undefined ? [] : [{ name, uid: Number(uid) }];
  });
}

function idsAtWork(): Set<number> {
  const ids = new Set<number>();
  if (!existsSync('/proc')) return ids;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      ids.add(statSync(join('/proc', name)).uid);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return ids;
}

/** A bare uid for a cluster yet to be made: no account has it, no process runs as it, so two installations do not share one. */
function chooseBareId(): number {
  const taken = new Set([...accounts().map((account) => account.uid), ...idsAtWork()]);
  const count = LAST - FIRST + 1;
  const start = randomInt(count);
  for (let step = 0; step < count; step += 1) {
    const uid = FIRST + ((start + step) % count);
    if (!taken.has(uid)) return uid;
  }
  throw new OperatorError(
    'Không còn mã người dùng trống để chạy cơ sở dữ liệu. Hãy chạy Sổ tay bằng người dùng thường thay vì root.',
    'No free user id is left to run the database. Run Sổ tay as an ordinary user instead of root.',
  );
}

/** Who runs the database in this cluster: its owner if it exists, else a bare uid; nobody but oneself when not root. */
export function databaseUser(cluster: string): DatabaseUser {
  if (!isRoot()) {
    refuseForeignOwner(cluster);
    return undefined;
  }
  if (!existsSync(cluster)) {
    const id = chooseBareId();
    return { uid: id, gid: id };
  }
  const { uid, gid } = statSync(cluster);
  if (uid !== 0) return { uid, gid };
  throw new OperatorError(
    `Thư mục ${cluster} thuộc về root; PostgreSQL không chạy bằng root. Hãy trả lại chủ sở hữu cũ cho thư mục này.`,
    `The folder ${cluster} belongs to root, as whom PostgreSQL does not run. Give it back to its former owner.`,
  );
}

function refuseForeignOwner(cluster: string): void {
  const own = process.getuid?.();
  if (own === undefined || !existsSync(cluster)) return;
  const { uid } = statSync(cluster);
  if (uid === own) return;
  throw new OperatorError(
    `Cơ sở dữ liệu trong ${cluster} thuộc về người dùng số ${uid}. Hãy chạy Sổ tay bằng người dùng đó hoặc bằng root.`,
    `The database in ${cluster} belongs to user number ${uid}. Run Sổ tay as that user, or as root.`,
  );
}

/**
 * `initdb` insists on a name for its user id. It therefore runs as an account that exists everywhere, under the database's
 * own group: the folder above lets only that group in, so no other process of that account comes near the new cluster.
 */
export function accountForCreation(user: DatabaseUser): DatabaseUser {
  if (user === undefined) return undefined;
  const known = accounts().filter((account) => account.uid > 0);
  const account = known.find(({ uid }) => uid === user.uid) ?? known.find(({ name }) => name === 'nobody') ?? known[0];
  if (account === undefined) {
    throw new OperatorError(
      'Không có người dùng nào ngoài root trong /etc/passwd để tạo cơ sở dữ liệu. Hãy thêm dòng của "nobody".',
      'There is no account but root in /etc/passwd to create the database with. Add the line of "nobody".',
    );
  }
  return { uid: account.uid, gid: user.gid };
}
