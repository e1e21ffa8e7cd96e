import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, HouseholdId, PersonId, RegistryId } from '@sotay/domain/kernel/ids';
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import { likenessKey } from '@sotay/domain/register/likeness';
import type { Likeness } from '@sotay/domain/register/likeness';
import { guessGivenName } from '@sotay/domain/vietnamese/given-name';

import type { Database } from '../db/schema.ts';
import { householdKey } from './families.ts';

/** Somebody whom the book has already. */
export type BookPerson = Likeness & { readonly id: PersonId; readonly household: HouseholdId; readonly number: string };

/** What the book has: the households of the area by number, and whoever of the registry could be one of the file's people. */
export class Book {
  readonly #households = new Map<string, { readonly id: HouseholdId; readonly people: BookPerson[] }>();
  readonly #alike = new Map<string, BookPerson[]>();

  /** The household of the area that bears a number. */
  household(number: string): { readonly id: HouseholdId; readonly people: readonly BookPerson[] } | undefined {
    return this.#households.get(householdKey(number));
  }

  /** Those with the same given name (marks apart), birth year and sex, in any area of the registry. */
  alike(person: Likeness): readonly BookPerson[] {
    return this.#alike.get(likenessKey(person)) ?? [];
  }

  addHousehold(id: HouseholdId, number: string): void {
    // The first of several that bear a number: the book has warned of the others.
    if (this.household(number) === undefined) this.#households.set(householdKey(number), { id, people: [] });
  }

  addPerson(person: BookPerson): void {
    const household = this.#households.get(householdKey(person.number));
    if (household?.id === person.household) household.people.push(person);
    const alike = this.#alike.get(likenessKey(person));
    if (alike === undefined) this.#alike.set(likenessKey(person), [person]);
    else alike.push(person);
  }
}

/** Reads what of the book a file of these birth dates is compared with: all of the area, and those of the registry born on the same day. */
export async function loadBook(trx: Transaction<Database>, registry: RegistryId, area: AreaId, born: readonly string[]): Promise<Book> {
  const book = new Book();
  const households = await trx.selectFrom('household_row').select(['household_id', 'number']).where('registry_id', '=', registry).where('area_id', '=', area).orderBy('household_id').execute();
  for (const { household_id: id, number } of households) book.addHousehold(id, number);
  const { rows } = await sql<{ id: PersonId; household: HouseholdId; number: string | null; name: string; sex: Sex; born: string }>`
    SELECT person_id AS id, person_row.household_id AS household, household_row.number, name, sex, born FROM person_row
    LEFT JOIN household_row ON household_row.registry_id = person_row.registry_id AND household_row.household_id = person_row.household_id
    WHERE person_row.registry_id = ${registry} AND name IS NOT NULL AND (person_row.area_id = ${area} OR born = ANY (${[...new Set(born)]}::text[]))`.execute(trx);
  for (const { id, household, number, name, sex, born: day } of rows) {
    book.addPerson({ id, household, number: number ?? '', full: name, given: guessGivenName(name), sex, born: day });
  }
  return book;
}
