import { setTimeout as pause } from 'node:timers/promises';

import { Pool } from 'pg';

import { startEmbedded } from '../../src/db/embedded/start-embedded.ts';

/**
 * A server in miniature, to be killed: `tsx writer.ts <folder> [native]`. Starts the embedded database, says `ready <pid of the database>`,
 * then inserts rows one by one and says `saved <id>` after each acknowledgement. Ends in order on SIGTERM.
 */
const [folder, native] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: writer.ts <folder> [native]');

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

let isWanted = true;
process.once('SIGTERM', () => {
  isWanted = false;
});

try {
  const database = await startEmbedded({ folder, sharedBuffers: '16MB', ...(native === undefined ? {} : { native }), onLost: (reason) => say(`lost ${reason.message}`) });
  const pool = new Pool({ ...database.application, max: 1, connectionTimeoutMillis: 2000 });
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE IF NOT EXISTS saved (id bigint PRIMARY KEY, filler text NOT NULL)');
  const highest = await pool.query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM saved');
  say(`ready ${process.pid}`);
  for (let id = Number(highest.rows[0]?.id) + 1; isWanted; id += 1) {
    try {
      await pool.query('INSERT INTO saved VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, 'x'.repeat(500)]);
      say(`saved ${id}`);
    } catch {
      // Not acknowledged: the same row again, as a phone would.
      id -= 1;
      await pause(20);
    }
  }
  await pool.end();
  await database.stop();
  say('stopped');
} catch (error) {
  say(`refused ${error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error)}`);
  process.exitCode = 1;
}
