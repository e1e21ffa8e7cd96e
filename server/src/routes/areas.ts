import { readableAreas } from '@sotay/domain/access/author';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { AreaFreshness } from '@sotay/domain/wire/reports';
import * as z from 'zod/mini';

import { officer } from '../access/policies.ts';
import type { App, Deps } from '../http/app-type.ts';
import { readFreshness } from '../log/freshness.ts';
import { registriesOf } from '../log/push.ts';

/** `/api/areas`: the areas of one's commune and how fresh they are. */
export function areaRoutes(app: App, { db, now }: Deps): void {
  app.get('/api/areas', { config: { policy: officer }, schema: { summary: 'Areas with last sync and unsent notes', response: { 200: z.array(AreaFreshness) } } }, async (request) => {
    const today = civilDayInVietnam(now());
    const areas = readableAreas(await request.actor(), today);
    return readFreshness(db, [...new Set((await registriesOf(db, areas)).values())], areas, today);
  });
}
