import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import type { Chance } from './chance.ts';
import type { Day } from './day.ts';
import { ageSexTableFor } from './tables/age-sex.ts';

/** Sexes and days of birth of so many people as the table has them: every cell within one of its due, the rest left to chance. */
export function drawBodies(chance: Chance, count: number, on: Day, year: number): { sex: Sex; born: Day }[] {
  const { thousands } = ageSexTableFor(year);
  const cells = (['male', 'female'] as const).flatMap((sex) => thousands[sex].map((people, group) => ({ sex, group, people })));
  const whole = cells.reduce((sum, { people }) => sum + people, 0);
  const start = chance.next();
  const bodies: { sex: Sex; born: Day }[] = [];
  let due = 0;
  for (const { sex, group, people } of cells) {
    const before = Math.floor(due + start);
    due += (people / whole) * count;
    for (let taken = Math.floor(due + start) - before; taken > 0; taken--) {
      const years = group * 5 + chance.next() * (group === 20 ? 3 : 5);
      bodies.push({ sex, born: on - Math.floor(years * 365.25) - 1 });
    }
  }
  return bodies;
}
