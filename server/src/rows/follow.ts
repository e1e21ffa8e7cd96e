import type { Transaction } from 'kysely';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';
import type { Head } from '../log/head.ts';
import type { Loaded } from '../log/load.ts';
import type { NotedFacts } from '../log/noted-facts.ts';
import { addToCells, CellsDifference } from './cells.ts';
import { difference, loadContributions, replaceContributions } from './contributions.ts';
import { States } from './derive.ts';
import type { Derived } from './derive.ts';
import { changeLinks } from './links.ts';
import type { LinkChange } from './links.ts';
import { openedSpans } from './periods.ts';
import { loadMen, writeRegister } from './register.ts';
import { changeHomes, changeLinkSight, loadSight } from './visible.ts';
import type { Sight, SightChange } from './visible.ts';

export type Batch = {
  /** The head after the batch. */
  readonly head: Head;
  readonly loaded: Loaded;
  /** What was loaded, with the batch itself. */
  readonly history: NotedFacts;
  /** The subjects that the batch is about. */
  readonly touched: readonly SubjectId[];
};

/** Brings every row that follows from the log up to the head: of the subjects touched, and of those whose figures depend on them, before or after. */
export async function followSubjects(trx: Transaction<Database>, registry: RegistryId, { head, loaded, history, touched }: Batch): Promise<void> {
  if (touched.length === 0) return;
  const affected = [...new Set([...touched, ...touched.flatMap((subject) => [...loaded.linkersOf(subject)])])];
  const derived = await deriveAll(affected, loaded, history);
  const links = linkChanges(derived, loaded);
  const sight = await loadSight(trx, registry, affected);
  const homes = homeChanges(derived, sight);
  const seq = head.seq;

  const turned = await turnedMen(trx, registry, onlyOf(derived, touched), loaded);
  await writeRegister(trx, registry, onlyOf(derived, touched), new Set(sight.keys()));
  await changeLinks(trx, registry, links.came, links.gone);
  await changeHomes(trx, registry, homes, seq);
  await changeLinkSight(trx, registry, [...sightTargets(links, homes, derived, loaded), ...turned], turned, seq);
  await countAgain(trx, registry, head, derived);
}

/** Every affected subject as it stands; whoever it links to by a fact that counts again is read as well. */
async function deriveAll(affected: readonly SubjectId[], loaded: Loaded, history: NotedFacts): Promise<Map<SubjectId, Derived>> {
  for (;;) {
    const states = new States(history);
    const derived = new Map(affected.map((subject) => [subject, states.derive(subject)]));
    const missing = [...derived.values()].flatMap(({ links }) => links).filter((id) => !loaded.subjects.has(id));
    if (missing.length === 0) return derived;
    await loaded.loadFacts(missing);
  }
}

function onlyOf(derived: ReadonlyMap<SubjectId, Derived>, subjects: readonly SubjectId[]): Map<SubjectId, Derived> {
  const wanted = new Set(subjects);
  return new Map([...derived].filter(([subject]) => wanted.has(subject)));
}

function linkChanges(derived: ReadonlyMap<SubjectId, Derived>, loaded: Loaded): { came: LinkChange[]; gone: LinkChange[] } {
  const came: LinkChange[] = [];
  const gone: LinkChange[] = [];
  for (const [subject, { links }] of derived) {
    const before = loaded.linkedOf(subject);
    came.push(...links.filter((linked) => !before.has(linked)).map((linked) => ({ subject, linked })));
    gone.push(...[...before].filter((linked) => !links.includes(linked)).map((linked) => ({ subject, linked })));
  }
  return { came, gone };
}

/** Where the rows say another thing than what follows of who is and was at home where. */
function homeChanges(derived: ReadonlyMap<SubjectId, Derived>, sight: ReadonlyMap<SubjectId, ReadonlyMap<AreaId, Sight>>): SightChange[] {
  return [...derived].flatMap(([subject, { home, former }]) => {
    const stood = sight.get(subject) ?? new Map<AreaId, Sight>();
    const wanted = new Map<AreaId, Sight>([...former, ...(home === undefined ? [] : [[home, 'home'] as const])]);
    return [...new Set([...stood.keys(), ...wanted.keys()])].flatMap((area) => {
      const to = wanted.get(area) ?? 'gone';
      return (stood.get(area) ?? 'gone') === to ? [] : [{ subject, area, to }];
    });
  });
}

/** Those whom others name and who are men from this batch on, for of a man more travels over a link (log/link-sight.ts): opened now, or noted as a woman before. */
async function turnedMen(trx: Transaction<Database>, registry: RegistryId, derived: ReadonlyMap<SubjectId, Derived>, loaded: Loaded): Promise<SubjectId[]> {
  const men = [...derived].flatMap(([subject, { person }]) => (person?.sex === 'male' && loaded.linkersOf(subject).size > 0 ? [subject] : []));
  const before = await loadMen(trx, registry, men);
  return men.filter((subject) => !before.has(subject));
}

/** Whoever may have come into or gone out of an area's sight: linked anew or no more, or linked to by somebody whose home changed. */
function sightTargets(links: { came: readonly LinkChange[]; gone: readonly LinkChange[] }, homes: readonly SightChange[], derived: ReadonlyMap<SubjectId, Derived>, loaded: Loaded): SubjectId[] {
  const moved = homes.flatMap(({ subject }) => [...(derived.get(subject)?.links ?? []), ...loaded.linkedOf(subject)]);
  return [...new Set([...links.came, ...links.gone].map(({ linked }): SubjectId => linked).concat(moved))];
}

/** Replaces the contributions that changed and writes the difference into the cells of the opened periods. */
async function countAgain(trx: Transaction<Database>, registry: RegistryId, head: Head, derived: ReadonlyMap<SubjectId, Derived>): Promise<void> {
  const before = await loadContributions(trx, registry, [...derived.keys()]);
  const cells = new CellsDifference(openedSpans(head));
  const replaced = [...derived].flatMap(([subject, { contributions }]) => {
    const stood = before.get(subject) ?? [];
    const change = difference(stood, contributions);
    if (change.gone.length + change.came.length === 0) return [];
    cells.replace(stood, contributions, change);
    return [{ subject, hadAny: stood.length > 0, contributions }];
  });
  await replaceContributions(trx, registry, replaced);
  await addToCells(trx, registry, cells);
}
