import { Migrator } from 'kysely';
import type { Kysely } from 'kysely';

import { OperatorError } from '../operator-error.ts';
import { migrations } from './migrations/list.ts';

/** The database could not be brought to this version's tables; it stands as it was before. */
export class MigrationFailed extends OperatorError {
  override readonly name = 'MigrationFailed';
}

/**
 * Brings the tables to this version, in one transaction, under a lock, so that two servers may start at once.
 * @returns the names of the migrations that ran, none when the database was up to date
 * @throws MigrationFailed when one fails, or when the database was made by a newer version
 */
export async function migrate<Tables>(db: Kysely<Tables>, list = migrations): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...list }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return (results ?? []).map((result) => result.migrationName);
  const reason = error instanceof Error ? error.message : JSON.stringify(error);
  const stranger = /previously executed migration (\S+) is missing/.exec(reason)?.[1];
  if (stranger !== undefined) {
    throw new MigrationFailed(
      `Cơ sở dữ liệu do phiên bản Sổ tay mới hơn tạo ra (bước ${stranger}). Hãy dùng phiên bản đó.`,
      `The database was made by a newer version of Sổ tay (step ${stranger}). Use that version.`,
    );
  }
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? '?';
  throw new MigrationFailed(
    `Không cập nhật được cơ sở dữ liệu (bước ${failed}: ${reason}); dữ liệu vẫn như trước.`,
    `The database could not be updated (step ${failed}: ${reason}); the data stand as before.`,
    1,
    error,
  );
}
