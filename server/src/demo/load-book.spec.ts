import { AreaId, DeviceId, FactId, PersonId, UserId } from '@sotay/domain/kernel/ids';
import type { AnyFact } from '@sotay/domain/kernel/fact';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { describe, expect, it } from 'vitest';

import { Chance } from '../generate/chance.ts';
import { Ids } from '../generate/ids.ts';
import { batchesOf } from './load-book.ts';

const ids = new Ids(new Chance('gửi'));
const sender = (role: 'collaborator' | 'officer') => ({ user: UserId.parse(ids.bare(0)), device: DeviceId.parse(ids.bare(0)), role });
const [lan, officer] = [sender('collaborator'), sender('officer')];
const area = AreaId.parse(ids.bare(0));
const mai = PersonId.parse(ids.bare(0));
const HOUR = 3_600_000;

const note = ({ user, device }: typeof lan, hours: number, more: Partial<AnyFact> = {}): AnyFact => ({
  id: FactId.parse(ids.bare(hours * HOUR)), type: 'person-changed', v: 1, area, about: [], occurredOn: plainDate('2026-03-04'), recordedAt: hours * HOUR, recordedBy: user, device, via: 'phone', data: {}, ...more,
});

/** Who sends, and the places of her notes in what was noted, batch by batch. */
const sent = (facts: readonly AnyFact[]) => [...batchesOf(facts, [lan, officer])].map(({ sender: { user }, facts: some }) => [user === lan.user ? 'lan' : 'officer', ...some.map((fact) => facts.indexOf(fact))]);

describe('a book is sent', () => {
  it('by each author together, where nobody notes of whom another noted', () => {
    expect(sent([note(lan, 1), note(officer, 2), note(lan, 3)])).toEqual([['lan', 0, 2], ['officer', 1]]);
  });

  it('a month at a time', () => {
    expect(sent([note(lan, 1), note(lan, 24 * 29), note(lan, 24 * 31), note(lan, 24 * 59)])).toEqual([['lan', 0, 1], ['lan', 2, 3]]);
  });

  it('in the order in which several noted of one person', () => {
    expect(sent([note(lan, 1, { about: [mai] }), note(officer, 2, { about: [mai] }), note(lan, 3, { about: [mai] })])).toEqual([['lan', 0], ['officer', 1], ['lan', 2]]);
  });

  it.each(['task', 'fact', 'corrects'] as const)('so that what answers the note of another by its %s comes after it', (by) => {
    const task = note(officer, 2);
    const answer = by === 'corrects' ? { corrects: task.id } : { data: { [by]: task.id } };
    expect(sent([note(lan, 1), task, note(lan, 3, answer)])).toEqual([['lan', 0], ['officer', 1], ['lan', 2]]);
  });
});
