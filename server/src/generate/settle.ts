import type { Chance } from './chance.ts';
import { yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Person } from './model.ts';
import { RESIDENCE } from './tables/households.ts';

/** Whether somebody is registered here, and is here: as found at the door on the day the book opens. */
export function settle(chance: Chance, person: Person, on: Day): void {
  const throwOf = chance.next();
  person.legal = throwOf < RESIDENCE.noneOrUnknown / 2 ? 'none' : throwOf < RESIDENCE.noneOrUnknown ? 'unknown' : throwOf < RESIDENCE.noneOrUnknown + RESIDENCE.temporary ? 'temporary' : 'permanent';
  const years = yearsOn(person.born, on);
  if (person.relation === 'head' || years < 17 || years > 55) return;
  if (person.relation === 'other-relative' && chance.happens(RESIDENCE.staying * 8)) person.presence = 'staying';
  else if (chance.happens(person.marital === 'never-married' ? RESIDENCE.away * 2 : RESIDENCE.away)) person.presence = 'away';
}
