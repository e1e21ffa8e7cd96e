/** Which peoples live in an area, as weights: communes of the plains, and of each upland the people who live there most. From memory, nowhere asserted. */
export type People = 'Kinh' | 'Tày' | 'Thái' | 'Mường' | 'Mông' | 'Hoa' | 'Khmer' | 'Chăm' | 'Ê Đê';

export type Region = 'north' | 'central' | 'south';

export type Settlement = { readonly region: Region; readonly weight: number; readonly peoples: readonly (readonly [People, number])[] };

export const SETTLEMENTS = {
  source: 'memory',
  status: 'memory',
  kinds: [
    { region: 'north', weight: 28, peoples: [['Kinh', 97], ['Tày', 1], ['Mường', 1], ['Thái', 1]] },
    { region: 'north', weight: 4, peoples: [['Tày', 70], ['Kinh', 20], ['Mông', 10]] },
    { region: 'north', weight: 2, peoples: [['Thái', 75], ['Kinh', 15], ['Mông', 10]] },
    { region: 'north', weight: 2, peoples: [['Mường', 80], ['Kinh', 20]] },
    { region: 'north', weight: 1, peoples: [['Mông', 92], ['Kinh', 5], ['Thái', 3]] },
    { region: 'central', weight: 24, peoples: [['Kinh', 98], ['Hoa', 1], ['Thái', 1]] },
    { region: 'central', weight: 3, peoples: [['Ê Đê', 65], ['Kinh', 32], ['Tày', 3]] },
    { region: 'central', weight: 1, peoples: [['Chăm', 70], ['Kinh', 30]] },
    { region: 'south', weight: 31, peoples: [['Kinh', 96], ['Hoa', 3], ['Khmer', 1]] },
    { region: 'south', weight: 4, peoples: [['Khmer', 60], ['Kinh', 37], ['Hoa', 3]] },
  ] satisfies readonly Settlement[],
} as const;

/** Birth dates of which only a year, or a month, is told, by completed age; "khoảng" among those of a year. From memory. */
export const VAGUE_BIRTHS = {
  source: 'memory',
  status: 'memory',
  yearOnly: { old: 0.3, oldOfOtherPeoples: 0.6, middle: 0.05, young: 0.004 },
  monthOnly: { old: 0.12, middle: 0.04, young: 0.01 },
  about: 0.25,
} as const;
