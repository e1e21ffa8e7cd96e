import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { AreaId, HouseholdId, PersonId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import { PRIVATE_TYPES } from '@sotay/domain/planning/private';
import type { HomeNotes } from '@sotay/domain/wire/register';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { isHousehold } from '../rows/register.ts';
import { Problems } from './load.ts';
import type { Commune } from './tray.ts';

/**
 * What is noted about a home, so that a screen folds it as a phone does:
 *
 * 1. every note about the household, about whoever is or was noted in it, and about whoever their notes name, one step away;
 * 2. of other households that are named, what is noted of the household itself, not of its people;
 * 3. private notes (`planning/private.ts`) of nobody, unless of one person who is asked for by name.
 *
 * Whom none of the commune's areas sees does not exist.
 */
export async function findHouseholdNotes(db: Kysely<Database>, commune: Commune, household: HouseholdId): Promise<HomeNotes | undefined> {
  return inRegistryOf(db, commune, household, async (near) => near.notes(household));
}

/** The same for the home of a person; a household is none. @param ofPrivate runs in the transaction that reads the person's private notes */
export async function findPersonNotes(
  db: Kysely<Database>,
  commune: Commune,
  person: PersonId,
  ofPrivate?: (trx: Transaction<Database>) => Promise<void>,
): Promise<HomeNotes | undefined> {
  return inRegistryOf(db, commune, person, async (near, trx, registry) => {
    if (await isHousehold(trx, registry, person)) return undefined;
    if (ofPrivate !== undefined) await ofPrivate(trx);
    const home = await near.homeOf(person);
    return near.notes(home, person, ofPrivate !== undefined);
  });
}

async function inRegistryOf(
  db: Kysely<Database>,
  { registries, areas }: Commune,
  subject: SubjectId,
  read: (near: Nearby, trx: Transaction<Database>, registry: RegistryId) => Promise<HomeNotes | undefined>,
): Promise<HomeNotes | undefined> {
  if (registries.length === 0) return undefined;
  return withScope(db, { registries }, async (trx) => {
    const { rows } = await sql<{ registry_id: RegistryId }>`
      SELECT registry_id FROM visible
      WHERE registry_id = ANY (${[...registries]}::uuid[]) AND subject_id = ${subject} AND area_id = ANY (${[...areas]}::uuid[]) AND left_seq IS NULL LIMIT 1`.execute(trx);
    const [seen] = rows;
    return seen === undefined ? undefined : read(new Nearby(trx, seen.registry_id, areas), trx, seen.registry_id);
  });
}

type Row = { seq: number; area_id: AreaId; received_at: number; status: 'accepted' | 'held'; problems: string; body: string };

/** What a note speaks of: the type of the note that it takes back or settles, through a settled withdrawal too, else its own. */
const spokenType = sql<string>`CASE WHEN log.type NOT IN ('fact-withdrawn', 'fact-settled') THEN log.type
  WHEN target.type NOT IN ('fact-withdrawn', 'fact-settled') THEN target.type
  ELSE coalesce((SELECT root.type FROM log AS root WHERE root.registry_id = target.registry_id AND root.fact_id = target.target_id), target.type, log.type) END`;

class Nearby {
  readonly #trx: Transaction<Database>;
  readonly #registry: RegistryId;
  readonly #areas: AreaId[];

  constructor(trx: Transaction<Database>, registry: RegistryId, areas: readonly AreaId[]) {
    this.#trx = trx;
    this.#registry = registry;
    this.#areas = [...areas];
  }

  /** The household of a person, where one of the areas sees it. */
  async homeOf(person: PersonId): Promise<HouseholdId | undefined> {
    const { rows } = await sql<{ household_id: HouseholdId }>`
      SELECT household.household_id FROM person_row AS person
      JOIN household_row AS household ON household.registry_id = person.registry_id AND household.household_id = person.household_id
      WHERE person.registry_id = ${this.#registry} AND person.person_id = ${person} AND household.area_id = ANY (${this.#areas}::uuid[])`.execute(this.#trx);
    return rows[0]?.household_id;
  }

  async notes(home: HouseholdId | undefined, person?: PersonId, isPrivate = false): Promise<HomeNotes> {
    const members = home === undefined ? [] : await this.#peopleNamedWith([home]);
    const people = [...new Set([...members, ...(person === undefined ? [] : [person])])];
    const tied = await this.#peopleNamedWith(people);
    const whole: SubjectId[] = [...new Set<SubjectId>([...(home === undefined ? [] : [home]), ...people, ...tied])];
    const households = await this.#householdsNamedWith(whole);
    const rows = await this.#entries(whole, households, isPrivate ? person : undefined);
    return {
      entries: rows.map((row) => ({
        seq: row.seq,
        area: row.area_id,
        receivedAt: row.received_at,
        status: row.status,
        problems: Problems.parse(JSON.parse(row.problems)),
        raw: JSON.parse(row.body) as unknown,
      })),
    };
  }

  /** Everybody whom the notes about subjects name, private notes apart, as far as one of the areas sees them. */
  async #peopleNamedWith(subjects: readonly SubjectId[]): Promise<PersonId[]> {
    if (subjects.length === 0) return [];
    const { rows } = await sql<{ person_id: PersonId }>`
      SELECT DISTINCT person.person_id FROM about AS own
      JOIN log ON log.registry_id = own.registry_id AND log.seq = own.seq
      LEFT JOIN log AS target ON target.registry_id = log.registry_id AND target.fact_id = log.target_id
      JOIN about AS other ON other.registry_id = own.registry_id AND other.seq = own.seq
      JOIN person_row AS person ON person.registry_id = other.registry_id AND person.person_id = other.subject_id
      WHERE own.registry_id = ${this.#registry} AND own.subject_id = ANY (${[...subjects]}::uuid[]) AND ${spokenType} <> ALL (${[...PRIVATE_TYPES]}::text[]) AND EXISTS (
        SELECT FROM visible WHERE visible.registry_id = own.registry_id AND visible.subject_id = person.person_id
          AND visible.area_id = ANY (${this.#areas}::uuid[]) AND visible.left_seq IS NULL)`.execute(this.#trx);
    return rows.map((row) => row.person_id);
  }

  async #householdsNamedWith(subjects: readonly SubjectId[]): Promise<HouseholdId[]> {
    const { rows } = await sql<{ household_id: HouseholdId }>`
      SELECT DISTINCT household.household_id FROM about AS own
      JOIN about AS other ON other.registry_id = own.registry_id AND other.seq = own.seq
      JOIN household_row AS household ON household.registry_id = other.registry_id AND household.household_id = other.subject_id
      WHERE own.registry_id = ${this.#registry} AND own.subject_id = ANY (${[...subjects]}::uuid[]) AND household.area_id = ANY (${this.#areas}::uuid[])`.execute(this.#trx);
    return rows.map((row) => row.household_id);
  }

  /** @param confided whose private notes are among them */
  async #entries(whole: readonly SubjectId[], households: readonly HouseholdId[], confided: PersonId | undefined): Promise<Row[]> {
    const { rows } = await sql<Row>`
      WITH place AS (
        SELECT seq, true AS is_whole, subject_id FROM about WHERE registry_id = ${this.#registry} AND subject_id = ANY (${[...whole]}::uuid[])
        UNION ALL SELECT seq, false, subject_id FROM about WHERE registry_id = ${this.#registry} AND subject_id = ANY (${[...households]}::uuid[]))
      SELECT DISTINCT log.seq, log.area_id, log.received_at, log.status, log.problems, log.body FROM place
      JOIN log ON log.registry_id = ${this.#registry} AND log.seq = place.seq
      LEFT JOIN log AS target ON target.registry_id = ${this.#registry} AND target.fact_id = log.target_id
      WHERE (place.is_whole OR ${spokenType} LIKE 'household-%')
        AND (${spokenType} <> ALL (${[...PRIVATE_TYPES]}::text[]) OR place.subject_id = ${confided ?? null}::uuid)
      ORDER BY log.seq`.execute(this.#trx);
    return rows;
  }
}
