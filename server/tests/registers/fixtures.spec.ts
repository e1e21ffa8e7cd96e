import { readFileSync } from 'node:fs';

import { plainDate } from '@sotay/domain/kernel/plain-date';
import { expect, test } from 'vitest';

import { makeFamilies } from '../../src/registers/families.ts';
import { openWorkbook } from '../../src/registers/open-workbook.ts';
import { readRegister } from '../../src/registers/read-register.ts';

test.each(['libreoffice', 'gnumeric'])('given the register that %s saved, when it is read, then its seven people are two households with their ties', async (program) => {
  const file = readFileSync(new URL(`../../../fixtures/registers/${program}.xlsx`, import.meta.url));
  const { sheets } = readRegister(await openWorkbook(file), plainDate('2026-11-23'));
  expect(sheets.flatMap(({ troubles }) => troubles)).toEqual([]);
  const { families, troubles } = makeFamilies(sheets.flatMap(({ people }) => people));
  expect(troubles).toEqual([]);
  expect(families.map(({ number, tabs }) => [number, tabs])).toEqual([['1', [0]], ['2', [1, 2]]]);
  expect(families.flatMap(({ members }) => members.map(({ person, spouse, mother, father }) => [person.name.full, person.name.given, person.sex, person.born, person.isBornAbout, person.method?.method, spouse?.name.full, mother?.name.full, father?.name.full]))).toEqual([
    ['Y Bing Niê', 'Y Bing', 'male', '1975-04-12', false, undefined, undefined, undefined, undefined],
    ["H'Hen Mlô", "H'Hen", 'female', '1978-11-02', false, 'iud', 'Y Bing Niê', undefined, undefined],
    ["H'Lan Mlô", "H'Lan", 'female', '2005-09-30', false, undefined, undefined, "H'Hen Mlô", 'Y Bing Niê'],
    ['Nguyễn Thị Hoà', 'Hoà', 'female', '1948', true, undefined, undefined, undefined, undefined],
    ['Trần Văn Ước', 'Ước', 'male', '1972-01-05', false, undefined, undefined, undefined, undefined],
    ['Trần Đình Phước', 'Phước', 'male', '1980-03', false, undefined, undefined, undefined, undefined],
    ['Lê Thị Thuỷ', 'Thuỷ', 'female', '1984', false, 'condom', 'Trần Đình Phước', undefined, undefined],
  ]);
});
