import type { Kysely } from 'kysely';
import { readableAreas } from '@sotay/domain/access/author';
import type { Actor } from '@sotay/domain/kernel/actor';
import { AreaId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { AreaPage, ClosedArea, Cursor, SyncResponse } from '@sotay/domain/sync/protocol';
import { packEntries } from '@sotay/domain/sync/columns';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { MOST_BYTES_A_PAGE, MOST_ENTRIES_A_PAGE, readPage } from './feed.ts';
import { registriesOf } from './push.ts';

/** What the service names itself to devices; another after a restore (SYNC-8). */
export async function readEpoch(db: Kysely<Database>): Promise<string> {
  const { epoch } = await db.selectFrom('service').select('epoch').executeTakeFirstOrThrow();
  return epoch;
}

/**
 * The feeds of an actor's areas after the cursors given. A collaborator's areas without a cursor start from the beginning; of a commune's officer only
 * the areas she names are read. One answer holds about one page: what does not fit follows when asked again.
 */
export async function pull(
  db: Kysely<Database>,
  actor: Actor,
  today: PlainDate,
  cursors: Readonly<Record<AreaId, Cursor>>,
  isSameEpoch: boolean,
): Promise<Pick<SyncResponse, 'areas' | 'more'>> {
  const named = Object.keys(cursors).map((id) => AreaId.parse(id));
  const readable = readableAreas(actor, today);
  const wanted = actor.role === 'officer' ? readable.filter((area) => named.includes(area)) : readable;
  const areas: Record<AreaId, AreaPage | ClosedArea> = {};
  for (const area of named) if (!readable.includes(area)) areas[area] = { closed: 'lost' };
  const registries = await registriesOf(db, wanted);
  let more = false;
  let entries = 0;
  let bytes = 0;
  await withScope(db, { registries: [...new Set(registries.values())] }, async (trx) => {
    for (const area of wanted) {
      const registry = registries.get(area);
      if (registry === undefined) continue;
      if (entries >= MOST_ENTRIES_A_PAGE || bytes >= MOST_BYTES_A_PAGE) {
        more = true;
        break;
      }
      const page = isSameEpoch || cursors[area] === undefined ? await readPage(trx, registry, area, cursors[area]) : undefined;
      if (page === undefined) {
        areas[area] = { closed: 'epoch' };
        continue;
      }
      entries += page.entries.length;
      bytes += page.bytes;
      more ||= page.more;
      const { newcomers, gone, cursor } = page;
      areas[area] = { registry, entries: packEntries(page.entries), newcomers: [...newcomers], gone: [...gone], cursor, more: page.more };
    }
  });
  return { areas, more };
}
