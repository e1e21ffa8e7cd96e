import { AreaId, DeviceId, UserId } from '@sotay/domain/kernel/ids';
import { partialDate } from '@sotay/domain/kernel/partial-date';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { describe, expect, it } from 'vitest';

import { Chance } from './chance.ts';
import { dayOf, midnightOf } from './day.ts';
import { Emitter } from './emit.ts';
import type { Draft, GeneratedType } from './emit.ts';
import { Ids } from './ids.ts';

const ids = new Ids(new Chance('emit'));
const day = dayOf(plainDate('2026-03-04'));
const by = { user: UserId.parse(ids.bare(0)), device: DeviceId.parse(ids.bare(0)), via: 'phone', name: 'Lan' } as const;
const at = midnightOf(day) + 8 * 3_600_000;
const emitter = (knows: (type: GeneratedType) => boolean, end = Infinity) => new Emitter({ area: AreaId.parse(ids.bare(0)), ids, end, knows });

const household = ids.household(at);
const person = ids.person(at);
const registered: Draft = { type: 'household-registered', v: 1, data: { household, number: '1', kind: 'family', address: [] } };
const death: Draft = { type: 'death-reported', v: 1, data: { person, place: 'home' } };
const arrival: Draft = {
  type: 'arrival-reported',
  v: 1,
  data: { who: { kind: 'new', person, name: { full: 'Mai', given: 'Mai' }, sex: 'female', born: partialDate('1990'), legal: 'permanent' }, household, relation: 'child', from: 'unknown', intent: 'settle' },
};

describe('an emitter', () => {
  it('leaves out a type that is not known, and whatever names somebody whom only that would have opened', () => {
    const knowing = emitter(() => true);
    expect([registered, arrival, death].map((draft) => knowing.note(draft, day, { at, by })?.type)).toEqual(['household-registered', 'arrival-reported', 'death-reported']);
    const ignorant = emitter((type) => type !== 'arrival-reported');
    expect([registered, arrival, death].map((draft) => ignorant.note(draft, day, { at, by })?.type)).toEqual(['household-registered', undefined, undefined]);
  });

  it('leaves out what only makes sense with another type', () => {
    expect(emitter((type) => type !== 'person-moved').note(registered, day, { at, by, needs: ['person-moved'] })).toBeUndefined();
    expect(emitter(() => true).note(registered, day, { at, by, needs: ['person-moved'] })).toBeDefined();
  });

  it('notes nothing at its end or later, nor what would have followed', () => {
    const ending = emitter(() => true, at + 10_000);
    expect([registered, arrival, death].map((draft) => ending.note(draft, day, { at, by })?.type)).toEqual(['household-registered', undefined, undefined]);
  });

  it('notes everything about somebody after what was noted before, and names everybody', () => {
    const book = emitter(() => true);
    const noted = [registered, arrival, death].map((draft) => book.note(draft, day, { at, by }));
    const instants = noted.map((fact) => fact?.recordedAt ?? 0);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(new Set(instants).size).toBe(3);
    expect(noted.map((fact) => fact?.about)).toEqual([[household], [person, household], [person]]);
  });
});
