import { faker } from '@faker-js/faker/locale/vi';
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { PersonName } from '@sotay/domain/register/person-fields';

import type { Chance } from './chance.ts';
import { MIDDLES, NAMINGS } from './name-lists.ts';
import type { People, Region } from './tables/peoples.ts';
import { surnamesOf } from './tables/surnames.ts';

/** In NFC and with Đ where lists of names have the Icelandic Ð, which looks alike. */
export function repaired(name: string): string {
  return name.normalize('NFC').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ').trim();
}

const first = faker.rawDefinitions.person?.first_name;
/** Given names of one or two words. */
export const GIVEN_NAMES: Readonly<Record<Sex, readonly string[]>> = {
  male: [...(first?.male ?? [])].map((name) => repaired(name)),
  female: [...(first?.female ?? [])].map((name) => repaired(name)),
};

export type ToName = { readonly people: People; readonly region: Region; readonly sex: Sex; readonly clan: string; readonly bornIn: number };

/** A surname, or a clan of the Ê Đê. */
export function drawClan(chance: Chance, people: People, region: Region): string {
  return chance.weighed(people === 'Kinh' ? surnamesOf(region) : NAMINGS[people].surnames);
}

/** Whether a child bears the name of its mother: of these peoples only the Ê Đê. */
export const isOfMothersClan = (people: People): boolean => people === 'Ê Đê';

/** How many are named Văn or Thị, by the year of birth: fewer with every generation. From memory. */
function classicShare(bornIn: number): number {
  return bornIn < 1970 ? 0.85 : bornIn < 1990 ? 0.65 : bornIn < 2005 ? 0.35 : 0.12;
}

/** A full name as spoken, and the name one is called by. */
export function drawName(chance: Chance, { people, sex, clan, bornIn }: ToName): PersonName {
  if (people === 'Ê Đê') {
    const called = `${sex === 'male' ? 'Y ' : "H'"}${chance.pick(NAMINGS[people][sex].given)}`;
    return { full: `${called} ${clan}`, given: called };
  }
  const own = people === 'Kinh' ? undefined : NAMINGS[people][sex];
  const drawn = chance.pick(own === undefined || own.given.length === 0 ? GIVEN_NAMES[sex] : own.given);
  const isClassic = chance.happens(classicShare(bornIn));
  // Văn and Thị stand before one word as a rule.
  const given = own === undefined && isClassic && chance.happens(0.8) ? lastWord(drawn) : drawn;
  const middle = own !== undefined ? chance.pick(own.middles) : isClassic ? (sex === 'male' ? 'Văn' : 'Thị') : given.includes(' ') ? '' : chance.pick(MIDDLES[sex]);
  const full = middle === '' ? `${clan} ${given}` : `${clan} ${middle} ${given}`;
  return { full, given: people === 'Khmer' ? given : lastWord(given) };
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
