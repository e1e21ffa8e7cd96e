import { addMonths, firstDay, monthContaining } from '@sotay/domain/kernel/period';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import { dayOf, midnightOf, yearsOn } from '../generate/day.ts';
import type { Day } from '../generate/day.ts';
import type { Author, Draft } from '../generate/emit.ts';
import type { Life } from '../generate/life.ts';
import { dwellers, isHere } from '../generate/model.ts';
import type { Person } from '../generate/model.ts';

/** Nothing in the demonstration can be shown with: nobody fits. */
class NobodyFits extends Error {
  override readonly name = 'NobodyFits';
}

/** Months before the present one in which the girl noted as a boy is born. */
const CORRECTED_MONTHS_AGO = 6;

/**
 * What a demonstration must show whatever chance brings: a girl noted as a boy and put right, a birth in the present month, a departure held because its
 * author has not had the area for months, and one that fits no log.
 * @param now UTC milliseconds
 */
export function showNotes([upper, lower]: readonly [Life, Life], { hoa, lan }: { readonly hoa: Author; readonly lan: Author }, today: PlainDate, now: number): void {
  const month = monthContaining(today);
  const corrected = dayOf(firstDay(addMonths(month, -CORRECTED_MONTHS_AGO))) + 4;
  const girl = motherFor(lower, corrected);
  const wrong = lower.emitter.note(birthOf(lower, girl, 'male', corrected), corrected, { at: midnightOf(corrected + 1) + MORNING, by: lan });
  const right = wrong?.type === 'birth-reported' ? ({ type: 'birth-reported', v: 1, data: { ...wrong.data, sex: 'female' } } as const) : undefined;
  if (wrong === undefined || right === undefined) throw new NobodyFits('the corrected birth');
  lower.emitter.note(right, corrected, { at: midnightOf(corrected + 8) + MORNING, by: lan, corrects: wrong });

  const day = dayOf(today);
  upper.emitter.note(birthOf(upper, motherFor(upper, day), 'female', day), day, { at: now - 300_000, by: hoa });
  depart(lower, hoa, day, now);
  depart(upper, lan, day, now);
}

const MORNING = 9 * 3_600_000;

/** A wife of whom nothing is noted from a year before the day on, and whose last child is three years old at least. */
function motherFor(life: Life, day: Day): Person {
  const noted = new Set(life.emitter.facts.filter(({ type, recordedAt }) => type !== 'person-registered' && type !== 'household-registered' && recordedAt > midnightOf(day - 365)).flatMap(({ about }) => about));
  const fits = (woman: Person): boolean =>
    woman.sex === 'female' && woman.marital === 'married' && woman.presence === 'present' && isHere(woman) && woman.spouse !== undefined && !woman.isExpecting && woman.everBorn === 2 &&
    woman.told.length === 10 && yearsOn(woman.born, day) > 22 && yearsOn(woman.born, day) < 38 && day - (woman.lastBirth ?? 0) > 1100 && woman.enteredOn === life.opening && woman.home === woman.firstHome && !noted.has(woman.id);
  const found = life.people.find(fits);
  if (found === undefined) throw new NobodyFits('a mother');
  return found;
}

function birthOf(life: Life, mother: Person, sex: Sex, day: Day): Draft {
  const { home } = mother;
  if (home === undefined) throw new NobodyFits('a home');
  const clan = mother.spouse?.clan ?? mother.clan;
  return {
    type: 'birth-reported',
    v: 1,
    data: {
      child: life.maker.ids.person(midnightOf(day)),
      household: home.id,
      name: { full: `${clan} Minh Tuệ`, given: 'Tuệ' },
      sex,
      mother: { kind: 'person', person: mother.id },
      place: 'hospital',
      order: mother.everBorn + 1,
      weight: 3050,
      ethnicity: home.people,
    },
  };
}

/** A grown child and nobody else leaves today, noted by somebody whose area this is not. */
function depart(life: Life, by: Author, day: Day, now: number): void {
  const person = life.people.find((each) => isHere(each) && each.home !== undefined && each.home === each.firstHome && each.relation === 'child' && each.spouse === undefined && each.everBorn === 0 && yearsOn(each.born, day) > 19 && each.presence === 'present' && dwellers(each.home).length > 2 && life.emitter.hasOpened(each.id));
  if (person === undefined) throw new NobodyFits('somebody to leave');
  life.emitter.note({ type: 'departure-reported', v: 1, data: { people: [person.id], destination: 'other-province' } }, day, { at: now - 240_000, by });
}
