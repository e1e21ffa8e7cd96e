import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import { OperatorError } from '../operator-error.ts';

/** The database server would lose or garble what it acknowledges, or is too old. */
class UnsafeDatabase extends OperatorError {
  override readonly name = 'UnsafeDatabase';
}

type Safeguards = {
  version: string;
  version_number: number;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  encoding: string;
  is_superuser: string;
};

const OLDEST = 150_000;

async function readSafeguards<Tables>(db: Kysely<Tables>): Promise<Safeguards> {
  const { rows } = await sql<Safeguards>`
    SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS version_number,
      current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
      current_setting('synchronous_commit') AS synchronous_commit, current_setting('server_encoding') AS encoding,
      current_setting('is_superuser') AS is_superuser`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new UnsafeDatabase('Cơ sở dữ liệu không trả lời.', 'The database does not answer.');
  return row;
}

/**
 * Asks the database whether it keeps what it acknowledges.
 * @returns what the operator should know though it does not stop the start, in both languages
 * @throws UnsafeDatabase below PostgreSQL 15, without UTF-8, or with fsync, full_page_writes or synchronous_commit off
 */
export async function requireSafeDatabase<Tables>(db: Kysely<Tables>): Promise<{ vi: string; en: string }[]> {
  const found = await readSafeguards(db);
  if (found.version_number < OLDEST) {
    throw new UnsafeDatabase(`Cần PostgreSQL 15 trở lên; máy chủ này là ${found.version}.`, `PostgreSQL 15 or later is needed; this server is ${found.version}.`);
  }
  if (found.encoding !== 'UTF8') {
    throw new UnsafeDatabase(`Cơ sở dữ liệu phải dùng bảng mã UTF8, không phải ${found.encoding}.`, `The database must use the encoding UTF8, not ${found.encoding}.`);
  }
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
    if (found[name] !== 'off') continue;
    throw new UnsafeDatabase(
      `Máy chủ cơ sở dữ liệu đặt ${name}=off: mất điện là mất ghi chép đã lưu. Hãy bật lại rồi khởi động Sổ tay.`,
      `The database server runs with ${name}=off: a power cut loses notes already saved. Turn it on, then start Sổ tay.`,
    );
  }
  if (found.is_superuser !== 'on') return [];
  return [
    {
      vi: 'Cảnh báo: DATABASE_URL dùng tài khoản quản trị cơ sở dữ liệu, bỏ qua lớp bảo vệ theo từng dòng. Nên dùng một tài khoản thường sở hữu cơ sở dữ liệu này.',
      en: 'Warning: DATABASE_URL signs in as a superuser, whom row-level security does not bind. Use an ordinary role that owns the database.',
    },
  ];
}
