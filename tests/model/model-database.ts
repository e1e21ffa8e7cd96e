import { Client } from 'pg'
import { openTestDatabase, type TestDatabase } from '../../server/tests/fixture-database.ts'

export interface ModelDatabase extends Pick<TestDatabase, 'db'> {
  /** Sees everything. */
  readonly administrator: Client
  readonly close: () => Promise<void>
}

/** A database of its own for the runs of one file. */
export async function openModelDatabase(): Promise<ModelDatabase> {
  const database = await openTestDatabase()
  const administrator = new Client(database.administrator)
  await administrator.connect()
  // What power cuts do to the database is proved elsewhere (server/tests/database/killed.spec.ts); here its disk need not be waited for.
  await administrator.query(`ALTER DATABASE "${database.settings.database}" SET synchronous_commit = off`)
  return {
    db: database.db,
    administrator,
    close: async () => {
      await administrator.end()
      await database.drop()
    },
  }
}

/** Of the seeds 1…`all` every `step`-th from `first` on, or the only one that is asked for. */
export function seedsOf(all: number, first: number, step: number, only: string | undefined): number[] {
  return only === undefined ? Array.from({ length: all }, (_, index) => index + 1).filter((seed) => seed % step === first) : [Number(only)]
}
