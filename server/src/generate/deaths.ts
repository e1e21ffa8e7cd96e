import type { DeathCause, DeathPlace } from '@sotay/domain/packs/tt01-2022/code-lists';

import { yearsOn } from './day.ts';
import type { Draft } from './emit.ts';
import type { Life } from './life.ts';
import type { Person } from './model.ts';
import { MISTAKES } from './tables/work.ts';

/** Somebody dies today: a wife is a widow, a home may need another head. */
export function die(life: Life, person: Person): void {
  const { chance } = life;
  person.whereabouts = 'dead';
  const { spouse, home } = person;
  if (spouse !== undefined && (spouse.marital === 'married' || spouse.marital === 'separated')) {
    spouse.marital = 'widowed';
    spouse.method = undefined;
  }
  const told: Draft = { type: 'death-reported', v: 1, data: { person: person.id, ...circumstances(life, person) } };
  // A slip of the day: the truth is a day or more before it, so that the note put right is never in the future.
  const isWrong = chance.happens(MISTAKES.death) && life.today > person.enteredOn + 400;
  const noted = life.note(told, {}, life.today);
  if (noted !== undefined && isWrong) {
    const at = noted.recordedAt + chance.whole(1, 20) * 86_400_000;
    life.note(told, { at, by: life.authors.collaborator, corrects: noted, because: 'Giấy báo tử ghi ngày trước đó.' }, life.today - 1);
  }
  if (home !== undefined) life.leftBehind(home, 'nobody-left', noted?.recordedAt ?? 0);
}

function circumstances(life: Life, person: Person): { place: DeathPlace; cause: DeathCause } {
  const { chance } = life;
  const years = yearsOn(person.born, life.today);
  const cause: DeathCause =
    years >= 75
      ? chance.weighed([['old-age', 55], ['illness', 42], ['accident', 2], ['unknown', 1]] as const)
      : years >= 15 && years < 45
        ? chance.weighed([['accident', 40], ['illness', 52], ['other', 6], ['unknown', 2]] as const)
        : chance.weighed([['illness', 82], ['accident', 12], ['other', 4], ['unknown', 2]] as const);
  return { place: chance.weighed([['home', 62], ['health-facility', 32], ['other', 4], ['unknown', 2]] as const), cause };
}
