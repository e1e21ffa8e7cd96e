import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { OperatorError } from '../../operator-error.ts';

/** Where things stand inside the data folder. */
export type DataFolder = {
  readonly root: string;
  readonly cluster: string;
  readonly sockets: string;
  readonly password: string;
  readonly log: string;
  readonly software: string;
};

const MARK = 'sotay.json';

/** True when the server runs as root, which PostgreSQL refuses to do. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function layout(root: string): DataFolder {
  return {
    root,
    cluster: join(root, 'postgres'),
    sockets: join(root, 'run'),
    password: join(root, 'password'),
    log: join(root, 'postgres.log'),
    software: join(root, 'software'),
  };
}

/** The first folder on the way from `/` to `path` that a stranger may not walk through; undefined when all let him pass. */
export function findClosedFolder(path: string): string | undefined {
  const way: string[] = [];
  for (let at = path; at !== dirname(at); at = dirname(at)) way.unshift(at);
  return way.find((folder) => existsSync(folder) && (statSync(folder).mode & 0o001) === 0);
}

/** The data folder of an embedded database that was created before; whether it runs is another matter. */
export function findDataFolder(path: string): DataFolder | undefined {
  if (!existsSync(join(path, MARK))) return undefined;
  const folder = layout(realpathSync(path));
  return existsSync(folder.cluster) ? folder : undefined;
}

/**
 * Makes the data folder, or checks the one that is there. As root it lets the database's user walk through (0711, what is
 * inside stays closed); otherwise it is 0700.
 * @param isForDatabase whether the embedded database lives in it, and its user must reach it
 * @throws OperatorError when the folder holds something else, cannot be made, or cannot be reached by the database's user
 */
export function openDataFolder(path: string, isForDatabase = true): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const root = realpathSync(path);
    if (!existsSync(join(root, MARK))) {
      refuseForeign(root);
      writeFileSync(join(root, MARK), `${JSON.stringify({ folder: 'sotay', format: 1 })}\n`);
    }
    chmodSync(root, isRoot() ? 0o711 : 0o700);
    if (isRoot() && isForDatabase) refuseClosed(root);
    return layout(root);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `Không dùng được thư mục dữ liệu ${path}. Hãy kiểm tra quyền, hoặc chọn thư mục khác bằng SOTAY_DATA.`,
      `The data folder ${path} cannot be used (${error instanceof Error ? error.message : String(error)}). Check its permissions, or choose another with SOTAY_DATA.`,
      1,
      error,
    );
  }
}

function refuseForeign(root: string): void {
  const found = readdirSync(root).filter((name) => name !== 'lost+found');
  if (found.length === 0) return;
  throw new OperatorError(
    `Thư mục ${root} đã có nội dung khác, không phải dữ liệu Sổ tay. Hãy chọn một thư mục trống bằng SOTAY_DATA.`,
    `The folder ${root} already holds something that is not Sổ tay's. Choose an empty folder with SOTAY_DATA.`,
  );
}

function refuseClosed(root: string): void {
  const closed = findClosedFolder(root);
  if (closed === undefined) return;
  throw new OperatorError(
    `Cơ sở dữ liệu chạy bằng người dùng không đặc quyền, không vào được ${closed} (thư mục dữ liệu: ${root}). Hãy chọn thư mục khác bằng SOTAY_DATA, ví dụ /var/lib/sotay.`,
    `The database runs as an unprivileged user, who cannot enter ${closed} (data folder: ${root}). Choose another folder with SOTAY_DATA, such as /var/lib/sotay.`,
  );
}
