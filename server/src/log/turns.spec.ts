import { expect, test } from 'vitest';

import { Turns } from './turns.ts';

test('work of one key runs one after the other in order, that of another beside it, and a failure stops nobody', async () => {
  const turns = new Turns<string>();
  const told: string[] = [];
  const work = (name: string, ticks: number) => async () => {
    told.push(`${name} begins`);
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
    told.push(`${name} ends`);
    if (name === 'a2') throw new RangeError(name);
    return name;
  };
  const answers = await Promise.allSettled([turns.take('a', work('a1', 9)), turns.take('a', work('a2', 1)), turns.take('b', work('b1', 1)), turns.take('a', work('a3', 1))]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(told.filter((line) => line.startsWith('a'))).toEqual(['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends', 'a3 begins', 'a3 ends']);
  expect(told.indexOf('b1 begins')).toBeLessThan(told.indexOf('a1 ends'));
});
