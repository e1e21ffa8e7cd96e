import { dayAt, midnightOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Life } from './life.ts';
import { dwellers, isHere } from './model.ts';
import type { Home } from './model.ts';
import { registered, withTiesTo } from './opening.ts';
import { MISTAKES } from './tables/work.ts';

/** One month of mistakes that are nobody's event: a departure that was none, somebody entered twice. */
export function passMonthOfMistakes(life: Life, from: Day, days: number): void {
  const { chance } = life;
  const happens = (yearly: number): boolean => chance.happens((yearly * days) / 365.25);
  const some = () => from + chance.whole(0, days - 1);
  if (happens(MISTAKES.departure)) life.on(some(), () => departInError(life, chance.pick(life.homes)));
  if (happens(MISTAKES.twice)) life.on(some(), () => enterTwice(life, chance.pick(life.homes)));
}

/** A whole home is noted as gone, and the note taken back when they are seen again. */
function departInError(life: Life, home: Home): void {
  const { chance, authors, today } = life;
  const people = dwellers(home).filter((person) => life.emitter.hasOpened(person.id));
  // A woman near her time is not left out of sight: a birth noted meanwhile would follow a departure.
  if (home.isClosed || people.length === 0 || people.length > 6 || people.some(({ isExpecting }) => isExpecting)) return;
  const at = midnightOf(today) + 18 * 3_600_000;
  const wrong = life.note({ type: 'departure-reported', v: 1, data: { people: people.map(({ id }) => id), destination: 'unknown' } }, { at, by: authors.collaborator });
  if (wrong === undefined) return;
  const data = { fact: wrong.id, reason: 'Cả nhà đi rẫy, đã về.' };
  life.note({ type: 'fact-withdrawn', v: 1, data }, { at: at + chance.whole(2, 9) * 86_400_000, by: authors.collaborator, corrects: wrong });
}

/** Somebody who stands in the book is entered again, as if new, in a home of relatives; the officer finds that it is one person. */
function enterTwice(life: Life, home: Home): void {
  const { chance, authors, maker, today } = life;
  const person = life.people.find((each) => isHere(each) && each.home !== home && each.everBorn === 0 && each.marital === 'never-married' && yearsOn(each.born, today) > 16 && life.emitter.hasOpened(each.id));
  if (person === undefined || home.isClosed || home.kind === 'collective') return;
  const duplicate = withTiesTo({ ...person, id: maker.ids.person(midnightOf(today) + 3_600_000), relation: 'other-relative', insuranceNumber: undefined, nationalId: undefined }, new Set());
  const entered = life.note(registered(duplicate, home), { isPrompt: true, by: authors.collaborator, needs: ['persons-joined'] });
  if (entered === undefined) return;
  const at = entered.recordedAt + chance.whole(10, 50) * 86_400_000;
  life.on(dayAt(at), () => {
    if (isHere(person)) life.note({ type: 'persons-joined', v: 1, data: { person: person.id, duplicate: duplicate.id } }, { at, by: authors.officer });
  });
}
