import { isPlainDate } from '@sotay/domain/kernel/plain-date';
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import { guessGivenName } from '@sotay/domain/vietnamese/given-name';
import { withoutMarks } from '@sotay/domain/vietnamese/letters';

import { isDateCell, textOf } from './cell.ts';
import { findEducation, findMarital, findMethod, findResidence, findSex } from './code-words.ts';
import { readEthnicity } from './ethnicity.ts';
import { bareWords } from './folded-word.ts';
import type { Field } from './header-words.ts';
import type { PersonRow } from './person-row.ts';
import { readDate } from './read-date.ts';
import { findRelation } from './relation-words.ts';
import type { RowReader } from './row-reader.ts';

const LONGEST = { name: 200, given: 100, number: 20, ethnicity: 60, address: 120 } as const;
/** What no name holds, and a spreadsheet could take for a formula. */
const NO_NAME = /[=|<>{}[\]@#$%^*+\\~"]|\d{3}|\ufffd/u;
const LETTER = /\p{L}/u;
const PAPER = /^[A-Z0-9]{6,20}$/;
const NO_PAPER = /^(?:khong|chua|chua co|khong co|dang lam|mat|x)$/;
const MARK = /^(?:x|X|1|v|✓|✔|√|\+|TRUE|nam|nữ|nu|Nam|Nữ|Nu)$/u;
/** A0 sheets of one household: 100.1, 100.2. */
const A0_SHEET = /^(\d+)[.\-/](\d{1,2})$/;

/** The household that a row belongs to, from its own cell or carried down from above. */
export type HouseholdTold = { readonly number: string; readonly tab: number };

/** "Hộ số 100.2" → 100, sheet 2. Undefined for what is no number of a household. */
export function readHouseholdNumber(text: string): HouseholdTold | undefined {
  const bare = text.replace(/^\s*(?:hộ|ho|phiếu|phieu|tờ|to|a0)?\s*(?:số|so|sô)?\s*[:.]?\s*/iu, '').trim();
  if (bare === '') return undefined;
  const sheet = A0_SHEET.exec(bare);
  return sheet === null ? { number: bare, tab: 0 } : { number: sheet[1] ?? '', tab: Number(sheet[2]) };
}

/**
 * Reads one person. What is wrong goes into the reader's troubles.
 * @param household absent where neither the row nor one above it says which
 * @returns nothing where the person cannot be taken
 */
export function readPerson(reader: RowReader, household: HouseholdTold | undefined): PersonRow | undefined {
  const before = reader.troubles.length;
  const name = readName(reader);
  const relation = reader.word('relation', findRelation, 'relation-unreadable', 'row');
  const { sex, born } = readSexAndBirth(reader, relation?.sex);
  if (relation?.sex !== undefined && sex !== undefined && relation.sex !== sex) {
    reader.note(sexField(reader), 'sex-against-relation', 'row', { relation: reader.text('relation') });
  }
  if (household === undefined) reader.note('household', 'household-missing', 'row');
  else if (household.number.length > LONGEST.number) reader.note('household', 'household-too-long', 'row', { most: LONGEST.number });
  const insuranceNumber = readPaper(reader, 'insurance', 'insurance-unreadable');
  const nationalId = readPaper(reader, 'nationalId', 'id-unreadable');
  const ethnicity = readEthnicityCell(reader);
  const education = reader.word('education', () => findEducation(reader.cell('education')), 'education-unreadable');
  const marital = reader.word('marital', findMarital, 'marital-unreadable');
  const residence = reader.word('residence', findResidence, 'residence-unreadable') ?? { legal: 'unknown' as const, presence: 'present' as const };
  const method = readMethod(reader, sex);
  const address = readAddress(reader);
  const phone = readPhone(reader);
  const isRefused = reader.troubles.slice(before).some(({ severity }) => severity === 'row');
  if (isRefused || name === undefined || sex === undefined || born === undefined || household === undefined) return undefined;
  return {
    sheet: reader.sheet,
    row: reader.row,
    ...household,
    name,
    sex,
    born: born.date,
    isBornAbout: born.isAbout,
    relation: relation?.relation ?? 'unknown',
    residence,
    ...(insuranceNumber === undefined ? {} : { insuranceNumber }),
    ...(nationalId === undefined ? {} : { nationalId }),
    ...(ethnicity === undefined ? {} : { ethnicity }),
    ...(education === undefined ? {} : { education }),
    ...(marital === undefined ? {} : { marital }),
    ...(method === undefined ? {} : { method }),
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
  };
}

function readName(reader: RowReader): PersonRow['name'] | undefined {
  const [surname, given] = [reader.text('surname', 'row'), reader.text('givenName', 'row')];
  const full = surname === '' && given === '' ? reader.text('name', 'row') : `${surname} ${given}`.trim();
  const field: Field = reader.hasColumn('name') ? 'name' : 'givenName';
  if (full === '') {
    reader.note(field, 'name-missing', 'row');
    return undefined;
  }
  if (full.length > LONGEST.name) reader.note(field, 'name-too-long', 'row', { most: LONGEST.name });
  else if (NO_NAME.test(full) || !LETTER.test(full)) reader.note(field, 'name-unlike-a-name', 'row');
  return { full, given: (given === '' ? guessGivenName(full) : given).slice(0, LONGEST.given) };
}

type Born = NonNullable<ReturnType<RowReader['date']>>;

/** Sex from its column, from the column of a sex that bears a mark or the birth date, or from a word that tells it ("vợ" no, "con dâu" yes). */
function readSexAndBirth(reader: RowReader, byRelation: Sex | undefined): { sex: Sex | undefined; born: Born | undefined } {
  const [inMale, inFemale] = [reader.text('male', 'row'), reader.text('female', 'row')];
  let sex = reader.word('sex', findSex, 'sex-unreadable', 'row');
  if (inMale !== '' && inFemale !== '') reader.note('female', 'sex-twice', 'row', {}, `${inMale} · ${inFemale}`);
  else if (inMale !== '') sex ??= 'male';
  else if (inFemale !== '') sex ??= 'female';
  sex ??= byRelation;
  const isTroubled = reader.troubles.some(({ code, row }) => row === reader.row && (code === 'sex-unreadable' || code === 'sex-twice'));
  if (sex === undefined && !isTroubled) reader.note(sexField(reader), 'sex-missing', 'row');
  return { sex, born: readBirth(reader, inMale === '' ? { field: 'female', text: inFemale } : { field: 'male', text: inMale }) };
}

function sexField(reader: RowReader): Field {
  return reader.hasColumn('sex') || !reader.hasColumn('male') ? 'sex' : 'male';
}

/** From one column, from three for day, month and year, or from the column of the sex. */
function readBirth(reader: RowReader, sexColumn: { readonly field: Field; readonly text: string }): Born | undefined {
  const before = reader.troubles.length;
  const [day, month, year] = [reader.text('bornDay', 'row'), reader.text('bornMonth', 'row'), reader.text('bornYear', 'row')];
  const apart = [day, month, year].filter((part) => part !== '').join('/');
  const born =
    reader.date('born', 'row') ??
    (year === '' ? undefined : reader.date('bornYear', 'row', isDateCell(reader.cell('bornYear')) ? reader.cell('bornYear') : apart)) ??
    (sexColumn.text === '' || MARK.test(sexColumn.text) ? undefined : reader.date(sexColumn.field, 'row'));
  if (born === undefined && reader.troubles.length === before) {
    reader.note((['born', 'bornYear'] as const).find((field) => reader.hasColumn(field)) ?? sexColumn.field, 'born-missing', 'row');
  }
  return born;
}

function readPaper(reader: RowReader, field: 'insurance' | 'nationalId', code: 'insurance-unreadable' | 'id-unreadable'): string | undefined {
  if (NO_PAPER.test(bareWords(textOf(reader.cell(field))))) return undefined;
  return reader.word(
    field,
    (text) => {
      const bare = text.toUpperCase().replaceAll(/[\s.\-'’/]/g, '');
      return PAPER.test(bare) ? bare : undefined;
    },
    code,
  );
}

function readEthnicityCell(reader: RowReader): string | undefined {
  const text = reader.text('ethnicity');
  if (text === '') return undefined;
  if (text.length > LONGEST.ethnicity) {
    reader.note('ethnicity', 'ethnicity-too-long', 'cell', { most: LONGEST.ethnicity });
    return undefined;
  }
  const { told, isListed } = readEthnicity(text);
  if (!isListed) reader.note('ethnicity', 'ethnicity-unlisted', 'note');
  return told;
}

/** A method in use and since which day. Male sterilisation is the man's, every other the woman's. */
function readMethod(reader: RowReader, sex: Sex | undefined): PersonRow['method'] {
  const read = reader.word('method', findMethod, 'method-unreadable');
  if (read === undefined || read === 'none' || sex === undefined) return undefined;
  const method = read === 'sterilisation' ? (`${sex}-sterilisation` as const) : read;
  if ((method === 'male-sterilisation') !== (sex === 'male')) {
    reader.note('method', 'method-whose', 'cell');
    return undefined;
  }
  const before = reader.troubles.length;
  const start = reader.date('methodStart', 'cell');
  if (start === undefined) {
    if (reader.troubles.length === before) reader.note('method', 'method-start-missing', 'cell');
    return undefined;
  }
  if (!isPlainDate(start.date)) {
    reader.note('methodStart', 'method-start-partial', 'cell');
    return undefined;
  }
  return { method, on: start.date };
}

function readAddress(reader: RowReader): string | undefined {
  const address = reader.text('address');
  if (address.length > LONGEST.address) reader.note('address', 'address-too-long', 'cell', { most: LONGEST.address });
  return address === '' || address.length > LONGEST.address ? undefined : address;
}

/** Excel drops the 0 in front of a number. */
function readPhone(reader: RowReader): string | undefined {
  const isNumber = typeof reader.cell('phone') === 'number';
  return reader.word(
    'phone',
    (text) => {
      const bare = text.replaceAll(/[\s.\-()]/g, '');
      const whole = isNumber && /^[1-9]\d{8}$/.test(bare) ? `0${bare}` : bare;
      return /^\+?\d{8,15}$/.test(whole) ? whole : undefined;
    },
    'phone-unreadable',
  );
}

/** What stands alone in the column of names and is none: totals, headings of a household or a hamlet, signatures. */
const HEADING = /^(?:tong|cong|ho so|nguoi lap|thu truong|xac nhan|ghi chu)\b|:|\d/;

/** Whether a row tells of somebody at all: not only of a household, a total or a signature. */
export function tellsOfSomebody(reader: RowReader): boolean {
  const told = (field: Field): boolean => textOf(reader.cell(field)) !== '';
  const hasBirth = (['born', 'bornYear', 'male', 'female'] as const).some((field) => readDate(reader.cell(field), 2100).kind === 'date');
  const isDescribed = hasBirth || told('insurance') || told('nationalId') || (told('relation') && told('sex'));
  if (!told('name') && !told('givenName')) return isDescribed;
  const isMore = (['relation', 'sex', 'male', 'female', 'born', 'bornYear'] as const).some((field) => told(field));
  return isDescribed || isMore || !HEADING.test(withoutMarks(textOf(reader.cell('name'))));
}
