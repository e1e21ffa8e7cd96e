import { household, householdChanged, withdrawn } from '@sotay/domain/testing/drafts';
import type { Draft } from '@sotay/domain/testing/drafts';
import { historyOf, make } from '@sotay/domain/testing/given';
import { areaId, householdId } from '@sotay/domain/testing/ids';
import type { Fact } from '@sotay/domain/kinds';
import { expect, test } from 'vitest';

import { NotedFacts } from './noted-facts.ts';

test('given households of one batch that are numbered anew after their numbers were asked for, when asked again, then the new numbers are told', () => {
  const drafts: Draft[] = [
    household('5', { as: 'five' }),
    household('6', { as: 'six' }),
    householdChanged('5', { number: '7' }, { as: 'renumbered' }),
    withdrawn('renumbered', { as: 'taken back' }),
    withdrawn('six', { as: 'no six' }),
  ];
  const facts: Fact[] = [];
  for (const draft of drafts) facts.push(make(draft, facts.length, historyOf(facts.map((fact) => ({ fact, status: 'accepted' })))));
  const history = new NotedFacts();
  const told = facts.map((fact) => {
    history.add({ fact, status: 'accepted' });
    return ['5', '6', '7'].map((number) => history.numbered(areaId('1'), number));
  });
  const [five, six] = [householdId('5'), householdId('6')];
  expect(told).toEqual([
    [[five], [], []],
    [[five], [six], []],
    [[], [six], [five]],
    [[five], [six], []],
    [[five], [], []],
  ]);
});
