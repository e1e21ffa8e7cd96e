import { describe, expect, it } from 'vitest';

import { Chance } from './chance.ts';
import { NAMINGS } from './name-lists.ts';
import { drawClan, drawName, GIVEN_NAMES, repaired } from './names.ts';
import { SURNAMES, surnamesOf } from './tables/surnames.ts';

describe('names', () => {
  it('are Vietnamese letters in NFC, none of them the Icelandic Ð', () => {
    const all = [...GIVEN_NAMES.male, ...GIVEN_NAMES.female, ...SURNAMES.everywhere.map(([name]) => name), ...Object.values(NAMINGS).flatMap(({ surnames, male, female }) => [...surnames.map(([name]) => name), ...male.given, ...female.given])];
    expect(all.length).toBeGreaterThan(2_500);
    for (const name of all) expect(name, name).toBe(repaired(name));
    expect(all.filter((name) => /[Ðð]/.test(name) || name.normalize('NFC') !== name || name !== name.trim() || name === '')).toEqual([]);
  });

  it('that a list has in pieces, or with the Icelandic Ð, are put right', () => {
    expect(repaired('Ðặng Thị Huệ '.normalize('NFD'))).toBe('Đặng Thị Huệ');
  });

  it('follow the weights of surnames: 31.5 of 100.6 are Nguyễn; in the south Huỳnh and Võ instead of Hoàng and Vũ', () => {
    const chance = new Chance('họ');
    const drawn = Array.from({ length: 20_000 }, () => drawClan(chance, 'Kinh', 'north'));
    const weights = surnamesOf('north').reduce((sum, [, weight]) => sum + weight, 0);
    expect(drawn.filter((name) => name === 'Nguyễn').length / 20_000).toBeCloseTo(31.5 / weights, 1);
    expect(drawn).not.toContain('Huỳnh');
    const south = new Set(Array.from({ length: 5_000 }, () => drawClan(chance, 'Kinh', 'south')));
    expect([south.has('Huỳnh'), south.has('Võ'), south.has('Hoàng'), south.has('Vũ')]).toEqual([true, true, false, false]);
  });

  it('of the Ê Đê are called as one says them, those of the Kinh by the last word', () => {
    const chance = new Chance('tên');
    const ede = drawName(chance, { people: 'Ê Đê', region: 'central', sex: 'female', clan: 'Niê', bornIn: 1990 });
    expect(ede.full).toBe(`${ede.given} Niê`);
    expect(ede.given).toMatch(/^H'/);
    for (let index = 0; index < 200; index++) {
      const { full, given } = drawName(chance, { people: 'Kinh', region: 'north', sex: 'male', clan: 'Lê', bornIn: 1960 + (index % 60) });
      expect(full.startsWith('Lê ')).toBe(true);
      expect(full.endsWith(` ${given}`)).toBe(true);
      expect(given).not.toContain(' ');
    }
  });
});
