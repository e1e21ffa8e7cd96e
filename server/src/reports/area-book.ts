import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, PersonId, RegistryId } from '@sotay/domain/kernel/ids';
import type { Noted } from '@sotay/domain/kernel/effective';
import type { Period } from '@sotay/domain/kernel/period';
import type { Fact } from '@sotay/domain/kinds';
import { SECTION_CELLS } from '@sotay/domain/packs/tt01-2022/p0-sections';
import { followUpFrom } from '@sotay/domain/planning/fold';
import { householdFrom } from '@sotay/domain/register/fold';
import type { OpenedPerson } from '@sotay/domain/register/person';
import type { P0PlanningSource } from '@sotay/domain/reports/p0-planning';

import type { Database } from '../db/schema.ts';
import { Loaded } from '../log/load.ts';
import { NotedFacts } from '../log/noted-facts.ts';
import { States } from '../rows/derive.ts';
import { countsInSql, spanOf } from '../rows/periods.ts';
import type { AreaCounted } from './areas-counted.ts';

/** What the name lists of an area and a month are made of. */
export type AreaBook = {
  /** How far the log was read. */
  readonly seq: number;
  /** Noted in the area about nobody: ticks and signatures among them. */
  readonly aboutNobody: readonly Noted<Fact>[];
  readonly source: P0PlanningSource;
};

/**
 * Folds from the log whoever counts in a section of P0, with those one step away, as the contributions were folded, and the children of the women: a name list
 * then has the lines that its cells count. A household of another area has no number here: numbers are of an area's own book.
 * @param trx sees one snapshot
 */
export async function readAreaBook(trx: Transaction<Database>, { id: area, registry }: AreaCounted, month: Period): Promise<AreaBook> {
  const head = await trx.selectFrom('registry_head').select('seq').where('registry_id', '=', registry).executeTakeFirst();
  const counted = await countedIn(trx, registry, area, month);
  const history = new NotedFacts();
  const loaded = new Loaded(trx, registry, history);
  await loaded.load(counted, [], [area]);
  const near = openedAmong(counted, new States(history));
  // Her children are no link of hers: what is noted of them adds nothing to her numbers, and tells how many are alive (§7).
  await loaded.loadFacts(near.flatMap((person) => [...householdsOf(person), ...person.births.map(({ child }) => child)]));
  const states = new States(history);
  const people = openedAmong(counted, states);
  return {
    seq: head?.seq ?? 0,
    aboutNobody: history.aboutNobody(area),
    source: {
      people,
      person: (id) => states.person(id),
      household: (id) => {
        const household = householdFrom(id, history.about(id));
        return household.status !== 'unopened' && household.area === area ? household : undefined;
      },
      followUp: (id) => followUpFrom(id, history.about(id)),
    },
  };
}

function openedAmong(ids: readonly PersonId[], states: States): OpenedPerson[] {
  return ids.map((id) => states.person(id)).filter((person) => person.status !== 'unopened');
}

const CELLS = Object.values(SECTION_CELLS).flat();

/** Whoever adds something to a cell of P0. */
async function countedIn(trx: Transaction<Database>, registry: RegistryId, area: AreaId, month: Period): Promise<PersonId[]> {
  const { first, last } = spanOf(month);
  const { rows } = await sql<{ subject_id: PersonId }>`
    SELECT DISTINCT subject_id FROM contribution
    WHERE registry_id = ${registry} AND area_id = ${area} AND cell = ANY (${CELLS}::text[]) AND ${countsInSql(sql`${first}::date`, sql`${last}::date`)}`.execute(trx);
  return rows.map((row) => row.subject_id);
}

/** Every household in which somebody has lived. */
function householdsOf({ household, residences }: OpenedPerson): OpenedPerson['household'][] {
  return [household, ...residences.flatMap(({ places }) => places.map((place) => place.household))];
}
