import { sql } from 'kysely';
import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { AreaId, HouseholdId, PersonId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { bareWords, isFoundBy, nameKey, queryKey } from '@sotay/domain/vietnamese/name-search';
import type { HouseholdOrder, HouseholdSearch, HouseholdsFound } from '@sotay/domain/wire/register';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import type { Commune } from '../log/tray.ts';

const A_PAGE = 100;
/** People looked at for one search; who types so little that more are found is asked to type more. */
const MOST_PEOPLE = 2_000;
const MOST_FOUND = 5;

type Found = { readonly person_id: PersonId; readonly household_id: HouseholdId; readonly name: string };
type Row = {
  household_id: HouseholdId;
  area_id: AreaId;
  number: string;
  kind: 'family' | 'collective';
  head: string | null;
  people: number;
  closed_on: PlainDate | null;
  total: number;
};

/** Numbers as a list has them, 9 before 63 and 63 before 63A; a name by its letters. */
const ORDERS: Readonly<Record<HouseholdOrder, RawBuilder<unknown>>> = {
  number: sql`substring(number FROM '^[0-9]+')::numeric`,
  head: sql`head_folded`,
  people: sql`people`,
};

/** Households of the commune by number, or by the name of anybody in them. */
export async function searchHouseholds(db: Kysely<Database>, { registries, areas }: Commune, search: HouseholdSearch): Promise<HouseholdsFound> {
  const within = search.area === undefined ? [...areas] : areas.filter((area) => area === search.area);
  if (registries.length === 0 || within.length === 0) return { total: 0, isCut: false, households: [] };
  return withScope(db, { registries }, async (trx) => {
    const { typed } = search;
    const { people, isCut } = typed === undefined ? { people: [], isCut: false } : await findPeople(trx, registries, within, typed);
    const byHousehold = new Map<HouseholdId, Found[]>();
    for (const one of people) byHousehold.set(one.household_id, [...(byHousehold.get(one.household_id) ?? []), one]);
    const rows = await readHouseholds(trx, registries, within, search, typed === undefined ? undefined : [...byHousehold.keys()]);
    return {
      total: rows[0]?.total ?? 0,
      isCut,
      households: rows.map((row) => ({
        household: row.household_id,
        area: row.area_id,
        number: row.number,
        kind: row.kind,
        head: row.head,
        people: row.people,
        closedOn: row.closed_on,
        found: (byHousehold.get(row.household_id) ?? []).slice(0, MOST_FOUND).map(({ person_id: person, name }) => ({ person, name })),
      })),
    };
  });
}

/** Who is called what is typed: the letters are compared in the table, the marks here. */
async function findPeople(trx: Transaction<Database>, registries: Commune['registries'], areas: readonly AreaId[], typed: string): Promise<{ people: Found[]; isCut: boolean }> {
  const query = queryKey(typed);
  if (query.length === 0) return { people: [], isCut: false };
  const words = bareWords(query).map((word) => `%${word}%`);
  const { rows } = await sql<Found>`
    SELECT person_id, household_id, name FROM person_row
    WHERE registry_id = ANY (${[...registries]}::uuid[]) AND area_id = ANY (${[...areas]}::uuid[]) AND name IS NOT NULL AND folded LIKE ALL (${words}::text[])
    ORDER BY is_here DESC, folded, person_id LIMIT ${MOST_PEOPLE}`.execute(trx);
  return { people: rows.filter(({ name }) => isFoundBy(nameKey(name), query)), isCut: rows.length === MOST_PEOPLE };
}

async function readHouseholds(
  trx: Transaction<Database>,
  registries: Commune['registries'],
  areas: readonly AreaId[],
  { typed, standing, order = 'number', isDown = false, skip = 0 }: HouseholdSearch,
  named: readonly HouseholdId[] | undefined,
): Promise<Row[]> {
  const isSought = named === undefined ? sql`true` : sql`(household.household_id = ANY (${[...named]}::uuid[]) OR starts_with(lower(household.number COLLATE "default"), ${(typed ?? '').toLowerCase()}))`;
  const isStanding = standing === undefined ? sql`true` : standing === 'open' ? sql`household.closed_on IS NULL` : sql`household.closed_on IS NOT NULL`;
  const { rows } = await sql<Row>`
    SELECT *, count(*) OVER () AS total FROM (
      SELECT household.household_id, household.area_id, household.number, household.kind, coalesce(head.name, household.representative) AS head,
        coalesce(head.folded, household.representative) AS head_folded, household.closed_on,
        (SELECT count(*) FROM person_row AS member WHERE member.registry_id = household.registry_id AND member.household_id = household.household_id AND member.is_here) AS people
      FROM household_row AS household
      LEFT JOIN person_row AS head ON head.registry_id = household.registry_id AND head.person_id = household.head_id
      WHERE household.registry_id = ANY (${[...registries]}::uuid[]) AND household.area_id = ANY (${[...areas]}::uuid[]) AND ${isSought} AND ${isStanding}) AS listed
    ORDER BY ${ORDERS[order]} ${isDown ? sql`DESC` : sql`ASC`} NULLS LAST, substring(number FROM '^[0-9]+')::numeric NULLS LAST, number, area_id, household_id
    LIMIT ${A_PAGE} OFFSET ${skip}`.execute(trx);
  return rows;
}
