import type { Migration } from 'kysely';

import { up as people } from './0001-people.ts';
import { up as log } from './0002-log.ts';
import { up as units } from './0003-units.ts';
import { up as distinct } from './0004-distinct.ts';
import { up as factsAboutNobody } from './0005-facts-about-nobody.ts';
import { up as importBatch } from './0006-import-batch.ts';
import { up as registerLists } from './0007-register-lists.ts';
import { up as rulesVersion } from './0008-rules-version.ts';

/**
 * Every migration by its file's name, in order. Listed by hand and only ever added to: a migration that has run anywhere is
 * never edited. Each exports `up` alone (forward only) and declares its tables in `distribution.ts`.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': { up: people },
  '0002-log': { up: log },
  '0003-units': { up: units },
  '0004-distinct': { up: distinct },
  '0005-facts-about-nobody': { up: factsAboutNobody },
  '0006-import-batch': { up: importBatch },
  '0007-register-lists': { up: registerLists },
  '0008-rules-version': { up: rulesVersion },
};
