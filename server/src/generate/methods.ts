import type { Method, NotUsingReason, StopReason } from '@sotay/domain/packs/tt01-2022/code-lists';

import { dateOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Life } from './life.ts';
import { isHere } from './model.ts';
import type { Person } from './model.ts';
import { METHOD_ENDS, METHOD_USE, METHOD_WEIGHTS } from './tables/methods.ts';
import { WORK } from './tables/work.ts';

/** Women of 15–49 in a couple. */
export function isInCouple(woman: Person, on: Day): boolean {
  const years = yearsOn(woman.born, on);
  return woman.sex === 'female' && woman.marital === 'married' && years >= 15.01 && years < 49.9 && isHere(woman);
}

/** On whom a method is noted. */
function userOf(woman: Person, method: Method): Person {
  return method === 'male-sterilisation' ? (woman.spouse ?? woman) : woman;
}

/** The method that a couple uses: hers, or his operation. */
const methodOf = (woman: Person): Method | undefined => woman.method ?? (woman.spouse?.method === 'male-sterilisation' ? 'male-sterilisation' : undefined);

function drawMethod(life: Life, woman: Person): Method {
  const isDone = woman.everBorn >= 2 && yearsOn(woman.born, life.today) >= 28;
  const method = life.chance.weighed(METHOD_WEIGHTS);
  const needsHusband = method === 'male-sterilisation' && (woman.spouse === undefined || !isHere(woman.spouse));
  return needsHusband || (method.endsWith('sterilisation') && !isDone) ? 'iud' : method;
}

/** What couples use on the day the book opens, begun years ago; why the others use nothing. */
export function openMethods(life: Life, women: readonly Person[]): void {
  const { chance, opening } = life;
  for (const woman of women.filter((each) => isInCouple(each, opening))) {
    if (!woman.isExpecting && chance.happens(METHOD_USE.anyUse / (1 - EXPECTING))) {
      const method = drawMethod(life, woman);
      const since = sinceWhen(life, woman);
      userOf(woman, method).method = method;
      life.onFor(woman, opening, () => startMethod(life, woman, method, since));
    } else if (chance.happens(0.85)) life.onFor(woman, opening + chance.whole(0, 12), () => decline(life, woman));
  }
}

/** Couples with a wife who expects a child, of all: as the generator has them on the opening day. */
const EXPECTING = 0.083;

/** When the method running at the opening was begun: after her last child and her youth, twelve years ago at most. */
function sinceWhen(life: Life, woman: Person): Day {
  const earliest = Math.max(woman.born + 18 * 366, (woman.lastBirth ?? 0) + 50, life.opening - 12 * 365);
  return earliest >= life.opening - 3 ? life.opening - 2 : life.chance.whole(earliest, life.opening - 2);
}

function startMethod(life: Life, woman: Person, method: Method, since: Day = life.today): void {
  const { chance } = life;
  const user = userOf(woman, method);
  user.method = method;
  const isSupplied = method === 'condom' || method === 'pill';
  const where = isSupplied ? chance.weighed([['health-station', 40], ['private', 35], ['home', 25]] as const) : chance.weighed([['health-station', 62], ['hospital', 30], ['private', 8]] as const);
  const channel = isSupplied ? { channel: chance.weighed([['free', 30], ['social-marketing', 40], ['socialised', 30]] as const) } : {};
  // What runs already is told at a visit now, with the day on which it began.
  const how = since < life.opening ? { isPrompt: true, by: life.authors.collaborator, at: instantAfter(life) } : {};
  life.note({ type: 'method-started', v: 1, data: { person: user.id, method, where, ...channel } }, how, since);
}

const instantAfter = (life: Life): number => Date.parse(`${dateOf(life.today)}T01:00:00Z`) + Math.floor(life.chance.next() * 36_000_000);

export function stopMethod(life: Life, woman: Person, reason: StopReason): void {
  const { method } = woman;
  if (method === undefined) return;
  woman.method = undefined;
  life.note({ type: 'method-stopped', v: 1, data: { person: woman.id, method, reason } });
}

function decline(life: Life, woman: Person): void {
  const { chance } = life;
  if (!isInCouple(woman, life.today) || methodOf(woman) !== undefined) return;
  const reason: NotUsingReason = woman.isExpecting
    ? 'pregnant'
    : woman.lastBirth !== undefined && life.today - woman.lastBirth < 180
      ? 'postpartum'
      : woman.everBorn < 2
        ? chance.weighed([['wants-child', 80], ['husband-away', 12], ['unknown', 8]] as const)
        : chance.weighed([['infertile', 30], ['side-effects', 28], ['husband-away', 20], ['husband-disagrees', 8], ['no-access', 3], ['other', 6], ['unknown', 5]] as const);
  life.note({ type: 'method-declined', v: 1, data: { person: woman.id, reason } }, { isPrompt: true });
}

/** One month of starting, stopping and giving out. */
export function passMonthOfMethods(life: Life, women: readonly Person[], from: Day, days: number): void {
  const { chance } = life;
  const some = () => from + chance.whole(0, days - 1);
  for (const woman of women) {
    if (!isInCouple(woman, from)) continue;
    const { method } = woman;
    if (method === undefined) {
      const isFree = !woman.isExpecting && methodOf(woman) === undefined && (woman.lastBirth === undefined || from - woman.lastBirth > 75);
      if (isFree && chance.happens(woman.everBorn === 0 ? 0.012 : 0.075)) life.onFor(woman, some(), () => restart(life, woman));
      continue;
    }
    if (chance.happens(METHOD_ENDS[method] / 12)) life.onFor(woman, some(), () => change(life, woman, method));
    else if ((method === 'pill' || method === 'condom') && chance.happens(WORK.suppliesToUser / 12)) life.onFor(woman, some(), () => supply(life, woman, method));
  }
}

function restart(life: Life, woman: Person): void {
  if (isInCouple(woman, life.today) && !woman.isExpecting && methodOf(woman) === undefined) startMethod(life, woman, drawMethod(life, woman));
}

/** Gives a method up, mostly for another. */
function change(life: Life, woman: Person, method: Method): void {
  if (woman.method !== method || !isInCouple(woman, life.today)) return;
  stopMethod(life, woman, life.chance.weighed([['side-effects', 50], ['husband-away', 12], ['infertile', 8], ['other', 22], ['unknown', 8]] as const));
  if (life.chance.happens(0.75)) life.onFor(woman, life.today + life.chance.whole(1, 40), () => restart(life, woman));
}

function supply(life: Life, woman: Person, product: 'pill' | 'condom'): void {
  if (woman.method !== product) return;
  const { chance } = life;
  const channel = chance.weighed([['free', 55], ['social-marketing', 45]] as const);
  const quantity = product === 'pill' ? chance.whole(1, 3) : chance.whole(1, 4) * 10;
  const money = channel === 'free' ? {} : { money: product === 'pill' ? quantity * 15_000 : quantity * 1_000 };
  life.note({ type: 'supplies-given', v: 1, data: { person: woman.id, product, quantity, channel, ...money } }, { isPrompt: true, by: life.authors.collaborator });
}
