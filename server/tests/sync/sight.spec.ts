import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaId, factId, personId, registryId } from '@sotay/domain/testing/ids';
import { joined, moved } from '@sotay/domain/testing/moving-drafts';

import { MOST_ENTRIES_A_PAGE } from '../../src/log/feed.ts';
import { verify } from '../../src/log/verify.ts';
import { birth, household, mother, person, personChanged, settled, withdrawn } from '@sotay/domain/testing/drafts';
import { elderExamined, pregnancy, premaritalExamined, started } from '@sotay/domain/testing/planning-drafts';

import { findNotesAbout } from '../../src/log/notes-about.ts';
import { factsOf, Follower, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

const ids = (...names: string[]) => names.map((name) => factId(name));

describe('what travels to whom', () => {
  const told = factsOf(
    household('1', { as: 'h1' }),
    mother({ as: 'mother' }),
    household('2', { as: 'h2', area: '2', by: 'Lan' }),
    birth({ as: 'birth', household: '2', area: '2', by: 'Lan' }),
    personChanged('mother', { new: { ethnicity: 'Tày' } }, { as: 'change' }),
    withdrawn('birth', { as: 'undone', area: '2', by: 'Lan' }),
  );

  /** Verifies: SYNC-10 */
  test('a collaborator reads her own area and nothing of another', async () => {
    await village.send('Hoa', told.slice(0, 2));
    await village.send('Lan', told.slice(2, 3));
    const [hoa, lan] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan')];
    await hoa.follow();
    await lan.follow();
    expect(hoa.facts('1')).toEqual(ids('h1', 'mother'));
    expect([...hoa.entries.keys()]).toEqual([areaId('1')]);
    expect(lan.facts('2')).toEqual(ids('h2'));
  });

  /** Verifies: SYNC-10 */
  test('a link made later brings the linked person with her history, a link taken back hides her', async () => {
    const lan = new Follower(village, 'Lan');
    await lan.follow();
    await village.send('Lan', told.slice(3, 4));
    await lan.follow();
    expect(lan.facts('2')).toEqual(ids('mother', 'h2', 'birth'));
    expect(lan.newcomers).toEqual([personId('mother')]);
    await village.send('Hoa', told.slice(4, 5));
    await lan.follow();
    expect(lan.facts('2')).toEqual(ids('mother', 'h2', 'birth', 'change'));
    expect(lan.newcomers).toEqual([]);
    await village.send('Lan', told.slice(5, 6));
    await lan.follow();
    expect(lan.gone.sort()).toEqual([personId('child'), personId('mother')].sort());
    const fresh = new Follower(village, 'Lan');
    await fresh.follow();
    expect(fresh.facts('2')).toEqual(ids('h2', 'birth', 'undone'));
    const [hers] = [new Follower(village, 'Hoa')];
    await hers.follow();
    expect(hers.facts('1')).toEqual(ids('h1', 'mother', 'birth', 'change', 'undone'));
  });

  test('of somebody who left, an area reads what happened up to the leaving day', async () => {
    const lan = new Follower(village, 'Lan');
    await village.rows(`INSERT INTO visible (registry_id, subject_id, area_id, via, since_seq, left_on, left_seq) VALUES ($1, $2, $3, 'home', 1, '2026-02-01', 6)`, [
      registryId('xã'),
      personId('mother'),
      areaId('2'),
    ]);
    await lan.follow();
    expect(lan.facts('2')).toEqual(ids('mother', 'h2', 'birth', 'undone'));
    await village.rows(`DELETE FROM visible WHERE subject_id = $1 AND area_id = $2`, [personId('mother'), areaId('2')]);
  });

  test('an area given later comes from the beginning, one taken away is closed', async () => {
    const hoa = new Follower(village, 'Hoa');
    await hoa.follow();
    await village.charge('Hoa', '2', '2026-11-01', '2026-11-23');
    await hoa.follow();
    expect(hoa.facts('2')).toEqual(ids('h2', 'birth', 'undone'));
    await hoa.follow(Date.UTC(2026, 10, 25));
    expect(hoa.closed).toEqual({ [areaId('2')]: 'lost' });
  });

  /** Verifies: SYNC-9 */
  test('a fact of a type that nobody here knows is kept and passed on as it was sent', async () => {
    const newer = { ...told[0], id: factId('newer'), type: 'moon-landed', v: 3, data: { on: 'moon' }, extra: 1 };
    await village.send('Hoa', [newer]);
    const hoa = new Follower(village, 'Hoa');
    await hoa.follow();
    const entry = [...(hoa.entries.get(areaId('1'))?.values() ?? [])].at(-1);
    expect(entry).toMatchObject({ status: 'held', raw: newer });
  });
});

describe('over a link to somebody of another area', () => {
  const wife = household('w', { as: 'wh' });
  const told = factsOf(
    wife,
    person('vợ', { as: 'wife', household: 'w', data: { marital: 'married' } }),
    household('c', { as: 'ch', area: '2', by: 'Lan' }),
    person('chồng', { as: 'husband', household: 'c', area: '2', by: 'Lan', data: { sex: 'male', marital: 'married', spouse: personId('vợ') } }),
    pregnancy('vợ', '2026-03-01', { as: 'pregnancy' }),
    started('vợ', 'iud', '2026-02-01', { as: 'hers' }),
    started('chồng', 'male-sterilisation', '2026-02-01', { as: 'his', area: '2', by: 'Lan' }),
    premaritalExamined('chồng', '2026-01-15', { as: 'examined', area: '2', by: 'Lan' }),
    elderExamined('chồng', '2026-01-20', { as: 'elder', area: '2', by: 'Lan' }),
    personChanged('vợ', { new: { ethnicity: 'Tày' } }, { as: 'wife changed' }),
    withdrawn('pregnancy', { as: 'not pregnant' }),
    withdrawn('examined', { as: 'not examined', area: '2', by: 'Lan' }),
    withdrawn('his', { as: 'not his', area: '2', by: 'Lan' }),
  );
  const seen = (follower: Follower, area: string) => follower.facts(area).filter((id) => told.some((fact) => fact.id === id));

  /** Verifies: SYNC-10 */
  test('travels what the register says, and of a man his sterilisation, with what takes it back; nothing else of the follow-up', async () => {
    const [hoa, lan] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan')];
    for (const fact of told) {
      await village.send(fact.area === areaId('1') ? 'Hoa' : 'Lan', [fact]);
      await hoa.follow();
      await lan.follow();
    }
    const inOne = ids('wh', 'wife', 'husband', 'pregnancy', 'hers', 'his', 'wife changed', 'not pregnant', 'not his');
    const inTwo = ids('wife', 'ch', 'husband', 'his', 'examined', 'elder', 'wife changed', 'not examined', 'not his');
    expect([seen(hoa, '1'), seen(lan, '2')]).toEqual([inOne, inTwo]);
    const [late, later] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan')];
    await late.follow();
    await later.follow();
    expect([seen(late, '1'), seen(later, '2')]).toEqual([inOne, inTwo]);
  });

  test('the notes about a person asked for one by one are the same; her own area and the officer read them all', async () => {
    const notesAbout = async (areas: readonly string[], who: string) => {
      const found = await findNotesAbout(village.db, [registryId('xã')], areas.map(areaId), personId(who), async () => undefined);
      return found?.entries.map(({ raw }) => (raw as { id?: unknown }).id);
    };
    const ofWife = ids('wife', 'husband', 'pregnancy', 'hers', 'wife changed', 'not pregnant');
    expect(await notesAbout(['2'], 'vợ')).toEqual(ids('wife', 'husband', 'wife changed'));
    expect(await notesAbout(['1'], 'chồng')).toEqual(ids('husband', 'his', 'not his'));
    expect([await notesAbout(['1'], 'vợ'), await notesAbout(['1', '2'], 'vợ')]).toEqual([ofWife, ofWife]);
  });

  /** Verifies: SYNC-5 */
  test('who turns out to be a man brings his sterilisation along, wherever the reader stands', async () => {
    const turned = factsOf(
      wife,
      person('vợ hai', { as: 'second wife', household: 'w', data: { marital: 'married' } }),
      household('c', { area: '2', by: 'Lan' }),
      person('An', { as: 'An', household: 'c', area: '2', by: 'Lan', data: { marital: 'married', spouse: personId('vợ hai') } }),
      started('An', 'male-sterilisation', '2026-02-01', { as: 'An’s', area: '2', by: 'Lan' }),
      person('An', { as: 'An, a man', corrects: 'An', household: 'c', area: '2', by: 'Lan', data: { sex: 'male', marital: 'married', spouse: personId('vợ hai') } }),
      settled('An’s', 'take', { as: 'taken', area: '2' }),
    );
    const hoa = new Follower(village, 'Hoa');
    const got = () => hoa.facts('1').filter((id) => turned.slice(3).some((fact) => fact.id === id));
    await village.send('Hoa', turned.slice(1, 2));
    await village.send('Lan', turned.slice(3, 5));
    await hoa.follow();
    expect(got()).toEqual(ids('An'));
    await village.send('Lan', turned.slice(5, 6));
    await hoa.follow();
    expect(got()).toEqual(ids('An', 'An’s', 'An, a man'));
    await village.send('officer', turned.slice(6));
    await hoa.follow();
    expect(got()).toEqual(ids('An', 'An’s', 'An, a man', 'taken'));
  });
});

describe('cursors', () => {
  /** Verifies: SYNC-5, SYNC-8 */
  test('beyond the head or with another hash are an epoch change, from nothing they are not', async () => {
    const hoa = new Follower(village, 'Hoa');
    await hoa.follow();
    const [seq, hash] = hoa.cursors[areaId('1')] ?? [0, ''];
    const asked = async (cursor: readonly [number, string]) => (await village.receive('Hoa', { [areaId('1')]: [...cursor] })).areas[areaId('1')];
    expect(await asked([seq + 1, hash])).toEqual({ closed: 'epoch' });
    expect(await asked([seq, 'f'.repeat(64)])).toEqual({ closed: 'epoch' });
    expect(await asked([seq, hash])).toMatchObject({ cursor: [seq, hash], more: false });
  });

  /** Verifies: SYNC-5 */
  test('resume wherever a pull was cut: the same entries, each page whole positions', async () => {
    const many = factsOf(...Array.from({ length: 40 }, (_, n) => household(`h${n}`, { as: `h${n}` })));
    const extra = Array.from({ length: MOST_ENTRIES_A_PAGE }, (_, n) => ({ ...many[0], id: factId(`extra ${n}`), type: 'later-type' }));
    for (let n = 0; n < extra.length; n += 200) await village.send('Hoa', extra.slice(n, n + 200));
    await village.send('Hoa', many);
    const whole = new Follower(village, 'Hoa');
    expect(await whole.follow()).toBeGreaterThan(1);
    const log = await village.rows<{ seq: number; hash: string }>(`SELECT seq::int, encode(hash, 'hex') AS hash FROM log WHERE registry_id = $1 ORDER BY seq`, [registryId('xã')]);
    for (let cut = 0; cut < log.length; cut += 97) {
      const resumed = new Follower(village, 'Hoa');
      const at = log[cut];
      if (at !== undefined) resumed.cursors[areaId('1')] = [at.seq, at.hash];
      await resumed.follow();
      const missed = [...(whole.entries.get(areaId('1'))?.values() ?? [])].filter((entry) => entry.position > (at?.seq ?? 0)).map(({ seq }) => seq);
      expect([...(resumed.entries.get(areaId('1'))?.keys() ?? [])].sort((a, b) => a - b)).toEqual(expect.arrayContaining(missed));
    }
  });

  test('of another area of an officer are read when she names it', async () => {
    const { areas } = await village.receive('officer', {});
    expect(areas).toEqual({});
  });
});

describe('somebody who moves to another area of the registry', () => {
  const book = factsOf(
    household('from', { as: 'h from' }),
    household('to', { as: 'h to', area: '2', by: 'Lan' }),
    person('Mai', { as: 'Mai', household: 'from' }),
    moved(['Mai'], 'to', '2026-05-10', { as: 'move', area: '2', by: 'officer' }),
    personChanged('Mai', { new: { ethnicity: 'Thái' } }, { as: 'before', on: '2026-04-01', area: '2', by: 'Lan' }),
    personChanged('Mai', { new: { ethnicity: 'Nùng' } }, { as: 'after', on: '2026-06-01', area: '2', by: 'Lan' }),
    person('Mai 2', { as: 'Mai 2', household: 'to', area: '2', by: 'Lan' }),
    joined('Mai', 'Mai 2', { as: 'joined', on: '2026-07-01', area: '2' }),
    withdrawn('move', { as: 'stayed', area: '2', by: 'officer' }),
  );
  const seenBy = async (follower: Follower, area: string) => {
    await follower.follow();
    return follower.facts(area).filter((id) => book.slice(2).some((fact) => fact.id === id));
  };

  /** Verifies: SYNC-10 */
  test('stays in the former area as of the leaving day, and is seen whole in the other', async () => {
    await village.send('Hoa', [book[0], book[2]]);
    await village.send('Lan', [book[1]]);
    const [hoa, lan] = [new Follower(village, 'Hoa'), new Follower(village, 'Lan')];
    expect(await seenBy(hoa, '1')).toEqual(ids('Mai'));
    expect(await seenBy(lan, '2')).toEqual([]);
    await village.send('officer', [book[3]]);
    expect(await seenBy(hoa, '1')).toEqual(ids('Mai', 'move'));
    expect(hoa.gone).toContain(personId('Mai'));
    expect(await seenBy(lan, '2')).toEqual(ids('Mai', 'move'));
    await village.send('Lan', book.slice(4, 7));
    expect(await seenBy(hoa, '1')).toEqual(ids('Mai', 'move', 'before'));
    expect(await seenBy(lan, '2')).toEqual(ids('Mai', 'move', 'before', 'after', 'Mai 2'));
    expect(await seenBy(new Follower(village, 'Hoa'), '1')).toEqual(ids('Mai', 'move', 'before'));
  });

  /** Verifies: SYNC-10 */
  test('and is told there to be the same person as another, since that changes what was counted', async () => {
    await village.send('officer', [book[7]]);
    expect(await seenBy(new Follower(village, 'Hoa'), '1')).toEqual(ids('Mai', 'move', 'before', 'joined'));
  });

  test('is at home again where the move is taken back', async () => {
    await village.send('officer', [book[8]]);
    expect(await seenBy(new Follower(village, 'Hoa'), '1')).toEqual(expect.arrayContaining(ids('Mai', 'move', 'before', 'after', 'joined', 'stayed')));
    expect(await verify(village.db)).toMatchObject({ differences: [] });
  });
});

/** The model of phones found both (tests/model/histories.ts, seeds 123, 160 and 200): the phone of the area counted otherwise than the service. */
describe('what an area was told of and no more has the whole of', () => {
  const seenBy = async (follower: Follower, area: string, book: readonly { readonly id: string }[]) => {
    await follower.follow();
    return follower.facts(area).filter((id) => book.some((fact) => fact.id === id));
  };

  const moving = factsOf(
    household('Đào from', { as: 'Đào from', data: { number: '51' } }),
    household('Đào to', { as: 'Đào to', area: '2', by: 'Lan', data: { number: '52' } }),
    person('Đào', { as: 'Đào', household: 'Đào from' }),
    moved(['Đào'], 'Đào to', '2026-08-10', { as: 'moved', area: '2', by: 'Lan' }),
    moved(['Đào'], 'Đào to', '2026-07-01', { as: 'sooner', corrects: 'moved', area: '2', by: 'Lan' }),
    moved(['Đào'], 'Đào to', '2026-05-10', { as: 'much sooner', corrects: 'sooner', area: '2', by: 'Lan' }),
    moved(['Đào'], 'Đào to', '2026-05-12', { as: 'right', corrects: 'sooner', area: '2', by: 'Lan' }),
    personChanged('Đào', { new: { ethnicity: 'Nùng' } }, { as: 'wrong day', on: '2026-06-01', area: '2', by: 'Lan' }),
    personChanged('Đào', { new: { ethnicity: 'Nùng' } }, { as: 'right day', on: '2026-04-01', corrects: 'wrong day', area: '2', by: 'Lan' }),
    personChanged('Đào', { new: { ethnicity: 'Dao' } }, { as: 'later', on: '2026-06-02', area: '2', by: 'Lan' }),
  );

  /** Verifies: SYNC-10 */
  test('a move put right twice comes to the former area with all that it corrects, for else both corrections would count', async () => {
    await village.send('Hoa', [moving[0], moving[2]]);
    await village.send('Lan', [moving[1], ...moving.slice(3, 7)]);
    expect(await seenBy(new Follower(village, 'Hoa'), '1', moving.slice(2))).toEqual(ids('Đào', 'moved', 'sooner', 'much sooner', 'right'));
  });

  /** Verifies: SYNC-10 */
  test('and what was not there comes with the correction that brings it back to her time there', async () => {
    const hoa = new Follower(village, 'Hoa');
    const before = await seenBy(hoa, '1', moving.slice(2));
    await village.send('Lan', moving.slice(7, 8));
    expect(await seenBy(hoa, '1', moving.slice(2))).toEqual(before);
    await village.send('Lan', moving.slice(8));
    expect(await seenBy(hoa, '1', moving.slice(2))).toEqual([...before, ...ids('wrong day', 'right day')]);
    expect(await seenBy(new Follower(village, 'Hoa'), '1', moving.slice(2))).toEqual([...before, ...ids('wrong day', 'right day')]);
  });

  const born = factsOf(
    household('Thu from', { as: 'Thu from', data: { number: '61' } }),
    household('Thu to', { as: 'Thu to', area: '2', by: 'Lan', data: { number: '62' } }),
    person('Thu', { as: 'Thu', household: 'Thu from' }),
    person('Liên', { as: 'Liên', household: 'Thu to', area: '2', by: 'Lan' }),
    birth({ as: 'born', child: 'bé', mother: 'Liên', household: 'Thu to', area: '2', by: 'Lan' }),
    birth({ as: 'her other', child: 'bé 2', mother: 'Liên', household: 'Thu to', area: '2', by: 'Lan' }),
    joined('bé 2', 'bé', { as: 'one', on: '2026-07-01', area: '2' }),
    birth({ as: 'of Thu', child: 'bé', mother: 'Thu', household: 'Thu to', corrects: 'born', area: '2', by: 'Lan' }),
    withdrawn('one', { as: 'two', area: '2', by: 'officer' }),
  );

  /** Verifies: SYNC-10 */
  test('that a child born to somebody of the area is another’s duplicate is told there, though the child lives elsewhere, and that it is not after all', async () => {
    await village.send('Hoa', [born[0], born[2]]);
    await village.send('Lan', [born[1], ...born.slice(3, 6)]);
    await village.send('officer', [born[6]]);
    const hoa = new Follower(village, 'Hoa');
    expect(await seenBy(hoa, '1', born.slice(2))).toEqual(ids('Thu'));
    await village.send('Lan', [born[7]]);
    expect(await seenBy(hoa, '1', born.slice(2))).toEqual(ids('Thu', 'one', 'of Thu'));
    await village.send('officer', [born[8]]);
    expect(await seenBy(hoa, '1', born.slice(2))).toEqual(ids('Thu', 'one', 'of Thu', 'two'));
    expect(await seenBy(new Follower(village, 'Hoa'), '1', born.slice(2))).toEqual(ids('Thu', 'one', 'of Thu', 'two'));
    expect(await verify(village.db)).toMatchObject({ differences: [] });
  });
});
