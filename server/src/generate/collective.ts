import { midnightOf } from './day.ts';
import type { Day } from './day.ts';
import type { Home } from './model.ts';
import { drawClan } from './names.ts';
import type { PersonMaker } from './person-maker.ts';
import type { Place } from './population.ts';

/** A collective household: workers' quarters with somebody who speaks for it, young people who stay for now, and short stayers who are only counted. */
export function makeCollective(maker: PersonMaker, place: Place, on: Day): Home {
  const { chance, ids } = maker;
  const home: Home = {
    id: ids.household(midnightOf(on) + 3_600_000),
    number: 'TT1',
    kind: 'collective',
    address: ['Nhà ở công nhân', place.parts.at(-1) ?? ''].filter((part) => part !== ''),
    phone: undefined,
    people: 'Kinh',
    members: [],
    head: undefined,
    isClosed: false,
  };
  const count = chance.whole(3, 9);
  for (let index = 0; index < count; index++) {
    const person = maker.make(chance.pick(['male', 'female']), on - chance.whole(19 * 365, (index === 0 ? 55 : 34) * 365), on);
    maker.describe(person, 'Kinh', drawClan(chance, 'Kinh', maker.region), on);
    person.relation = index === 0 ? 'representative' : 'other-relative';
    person.legal = index === 0 ? 'permanent' : 'temporary';
    person.presence = index === 0 || chance.happens(0.6) ? 'present' : 'staying';
    person.home = home;
    person.firstHome = home;
    home.members.push(person);
  }
  return home;
}
