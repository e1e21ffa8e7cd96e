import { AreaId, DeviceId, UserId } from '@sotay/domain/kernel/ids';
import { addMonths, firstDay, lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { isFactType } from '@sotay/domain/kinds';

import { inNotingOrder, liveArea } from './area.ts';
import type { AreaPlan, Knows } from './area.ts';
import { Chance } from './chance.ts';
import { dayOf, midnightOf } from './day.ts';
import type { Author, Generated } from './emit.ts';
import { Ids } from './ids.ts';
import { drawClan, drawName } from './names.ts';
import { HOUSEHOLD_SIZE } from './tables/households.ts';
import { SETTLEMENTS } from './tables/peoples.ts';
import type { Settlement } from './tables/peoples.ts';

/** What is to be generated. Seed, people and month decide every byte. */
export type Wish = {
  readonly people: number;
  readonly seed: string;
  readonly until: Period;
  /** Nothing is noted at this instant or later (UTC milliseconds); the end of the month unless it is sooner. */
  readonly end?: number;
};

/** Months of notes, the last included. */
const MONTHS = 24;

/** A commune to be generated: who notes, and its areas. */
export type RegistryPlan = { readonly name: string; readonly code: string; readonly areas: readonly (AreaPlan & { readonly number: string; readonly name: string })[]; readonly officer: Author };

/** People to a commune (most have 8,000 to 12,000 here) and households to an area. */
const COMMUNE = { least: 8_000, most: 12_000 } as const;
const AREA = { least: 110, most: 240 } as const;

const COMMUNES = ['An Phú', 'Tân Lập', 'Hòa Bình', 'Phú Xuân', 'Bình Minh', 'Đông Sơn', 'Tam Hợp', 'Vĩnh Thạnh', 'Long Hải', 'Thanh Tân', 'Nghĩa Trung', 'Ea Tul', 'Krông Búk', 'Cư Né'] as const;
const PARTS = ['Ngõ 1', 'Ngõ 2', 'Ngõ 3', 'Ngõ 4', 'Ngõ 5'] as const;

/** The months of a book that is read until a month. */
export const monthsUntil = (until: Period): AreaPlan['months'] => ({ first: addMonths(until, 1 - MONTHS), last: until });

/** The communes of a wish one after another, each planned from the seed and its number alone; none before it is asked for. */
export function* planRegistries(wish: Wish): Generator<RegistryPlan> {
  const { seed, until } = wish;
  let left = wish.people;
  for (let index = 0; left > 0; index++) {
    const chance = new Chance(`${seed}/${until}/${index}`);
    const wanted = chance.whole(COMMUNE.least, COMMUNE.most);
    // What would be a commune of a few houses goes to the one before it.
    const count = left - wanted < COMMUNE.least / 2 ? left : wanted;
    left -= count;
    yield planRegistry(chance, { ...wish, index, people: count });
  }
}

function planRegistry(chance: Chance, { index, people, seed, until, end = Infinity }: Wish & { readonly index: number }): RegistryPlan {
  const ids = new Ids(new Chance(`${seed}/${until}/${index} ids`));
  const months = monthsUntil(until);
  const opened = midnightOf(dayOf(firstDay(months.first)));
  const settlement: Settlement = chance.weighed(SETTLEMENTS.kinds.map((kind) => [kind, kind.weight] as const));
  const author = (via: Author['via']): Author => {
    const clan = drawClan(chance, 'Kinh', settlement.region);
    const { full } = drawName(chance, { people: 'Kinh', region: settlement.region, sex: 'female', clan, bornIn: 1972 });
    return { user: UserId.parse(ids.bare(opened)), device: DeviceId.parse(ids.bare(opened)), via, name: full };
  };
  const officer = author('office');
  const areas: RegistryPlan['areas'][number][] = [];
  for (let left = people; left > 0;) {
    const wanted = Math.round(chance.whole(AREA.least, AREA.most) * HOUSEHOLD_SIZE.mean);
    const count = left - wanted < (AREA.least / 2) * HOUSEHOLD_SIZE.mean ? left : wanted;
    left -= count;
    const number = String(areas.length + 1);
    areas.push({
      area: AreaId.parse(ids.bare(opened)),
      number,
      name: `Thôn ${number}`,
      seed: `${seed}/${until}/${index}/${number}`,
      people: count,
      region: settlement.region,
      place: { peoples: settlement.peoples, parts: PARTS.slice(0, chance.whole(2, PARTS.length)) },
      authors: { collaborator: author('phone'), officer },
      months,
      end: Math.min(end, midnightOf(dayOf(lastDay(until)) + 1)),
    });
  }
  return { name: `Xã ${chance.pick(COMMUNES)}`, code: String(90_000 + index), areas, officer };
}

const knowsThePack: Knows = (type) => isFactType(type);

/** Every fact of a commune in the order of its noting. */
export function liveRegistry({ areas }: Pick<RegistryPlan, 'areas'>, knows: Knows = knowsThePack): Generated[] {
  return inNotingOrder(areas.flatMap((area) => liveArea(area, knows).emitter.facts));
}
