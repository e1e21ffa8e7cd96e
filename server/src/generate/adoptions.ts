import { partialDate } from '@sotay/domain/kernel/partial-date';

import { dateOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Life } from './life.ts';
import type { Person } from './model.ts';
import { newcomer } from './moves.ts';
import { MIGRATION } from './tables/migration.ts';

/** One month in which a couple without children may take a child in. */
export function passMonthOfAdoptions(life: Life, women: readonly Person[], from: Day, days: number): void {
  for (const woman of women) {
    const years = yearsOn(woman.born, from);
    const isChildless = woman.marital === 'married' && woman.everBorn === 0 && years > 32 && years < 50 && !woman.isExpecting;
    if (isChildless && life.chance.happens((MIGRATION.adopts * 10 * days) / 365.25)) life.onFor(woman, from + life.chance.whole(0, days - 1), () => adopt(life, woman));
  }
}

function adopt(life: Life, woman: Person): void {
  const { chance, maker, today } = life;
  const { home, spouse } = woman;
  if (home === undefined || !life.emitter.hasOpened(woman.id)) return;
  const child = maker.make(chance.pick(['male', 'female']), today - chance.whole(40, 1400), today);
  maker.describe(child, home.people, (spouse ?? woman).clan, today);
  child.told = partialDate(dateOf(child.born));
  child.isAbout = false;
  child.home = home;
  child.firstHome = home;
  child.relation = 'adopted-child';
  home.members.push(child);
  life.people.push(child);
  const adopters = [woman, ...(spouse !== undefined && spouse.home === home && life.emitter.hasOpened(spouse.id) && spouse.whereabouts === 'here' ? [spouse] : [])].map(({ id }) => id);
  life.note({ type: 'adoption-reported', v: 1, data: { who: newcomer(life, child), household: home.id, adopters, from: 'same-province' } });
}
