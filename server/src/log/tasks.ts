import type { Kysely } from 'kysely';
import type { Noted } from '@sotay/domain/kernel/effective';
import { FactId } from '@sotay/domain/kernel/ids';
import type { AreaId, RegistryId, UserId } from '@sotay/domain/kernel/ids';
import { addDays } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Fact, FactOf } from '@sotay/domain/kinds';
import { tasksOf } from '@sotay/domain/work/tasks';
import type { GiveTask, TaskSeen, WithdrawTasks } from '@sotay/domain/wire/work';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { readAboutNobody } from './about-nobody.ts';
import { admit } from './admit.ts';
import { ownArrival } from './arrival.ts';
import { sha256 } from './canonical.ts';
import type { Letting } from './judge.ts';
import { registriesOf } from './push.ts';
import type { Commune } from './tray.ts';

const SHOWN_DAYS = 400;
const TASK_TYPES = ['task-given', 'task-answered'] as const;

/**
 * Gives a task to areas of the officer's commune: a fact of its own in the log of each. Asked again with the same key and words, it is the same task.
 * @throws Refused `not-allowed` for an area of another commune, `conflict` where a log does not take it
 */
export async function giveTask(db: Kysely<Database>, { areas }: Commune, given: GiveTask, letting: Letting): Promise<FactId[]> {
  const wanted = [...new Set(given.areas)];
  if (!wanted.every((area) => areas.includes(area))) throw new Refused('not-allowed');
  const facts = wanted.map((area) => taskFor(area, given, letting));
  await admitAll(db, facts, letting);
  return facts.map(({ id }) => id);
}

function taskFor(area: AreaId, { key, text, due }: GiveTask, letting: Letting): FactOf<'task-given'> {
  const words = JSON.stringify([letting.actor.user, key, area, text, due ?? null]);
  return { ...stamp(area, letting), id: idOf(words), type: 'task-given', v: 1, data: { text, ...(due === undefined ? {} : { due }) } };
}

function stamp(area: AreaId, { actor, device, today, now }: Letting) {
  return { area, about: [], occurredOn: today, recordedAt: now, recordedBy: actor.user, device, via: 'office' as const };
}

/** An id that a text stands for (UUID version 8: made by a rule of our own). */
function idOf(text: string): FactId {
  const hex = sha256(text).toString('hex');
  return FactId.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`);
}

async function admitAll(db: Kysely<Database>, facts: readonly Fact[], letting: Letting): Promise<void> {
  const registries = await registriesOf(db, [...new Set(facts.map(({ area }) => area))]);
  const batches = new Map<RegistryId, Fact[]>();
  for (const fact of facts) {
    const registry = registries.get(fact.area);
    if (registry === undefined) throw new Refused('conflict');
    batches.set(registry, [...(batches.get(registry) ?? []), fact]);
  }
  for (const [registry, batch] of batches) {
    const outcomes = await admit(db, registry, batch.map((fact) => ownArrival(fact)), { ...letting, sentBy: letting.actor.user });
    // An id that is taken is the same request asked before, at another instant.
    if (outcomes.some((outcome) => !('isIdTaken' in outcome) && outcome.status === 'held')) throw new Refused('conflict');
  }
}

/**
 * Takes tasks back. One that stands no more is passed over.
 * @throws Refused `not-found` where one never stood in the commune's areas
 */
export async function withdrawTasks(db: Kysely<Database>, commune: Commune, { tasks, reason }: WithdrawTasks, letting: Letting): Promise<FactId[]> {
  const noted = [...(await readAboutNobody(db, commune.registries, commune.areas, TASK_TYPES)).values()].flat();
  const known = new Map(noted.flatMap(({ fact }) => (fact.type === 'task-given' ? [[fact.id, fact] as const] : [])));
  const standing = new Set(tasksOf(noted).map(({ fact }) => fact.id));
  const named = [...new Set(tasks)].map((id) => known.get(id));
  const facts = named.flatMap((task): Fact[] => {
    if (task === undefined) throw new Refused('not-found');
    if (!standing.has(task.id)) return [];
    return [{ ...stamp(task.area, letting), id: letting.newId(), type: 'fact-withdrawn', v: 1, data: { fact: task.id, reason } }];
  });
  if (facts.length > 0) await admitAll(db, facts, letting);
  return [...new Set(tasks)];
}

/** The tasks that stand in the commune's areas and were given in the last 400 days, the latest first, each with its answer. */
export async function listTasks(db: Kysely<Database>, { areas, registries }: Commune, today: PlainDate): Promise<TaskSeen[]> {
  const byArea = await readAboutNobody(db, registries, areas, TASK_TYPES);
  const since = addDays(today, -SHOWN_DAYS);
  const tasks = [...byArea.values()].flatMap((noted: readonly Noted[]) => tasksOf(noted)).filter(({ fact }) => fact.occurredOn >= since);
  const names = await namesOf(db, [...new Set(tasks.flatMap(({ answer }) => answer?.recordedBy ?? []))]);
  return tasks
    .sort((a, b) => b.fact.recordedAt - a.fact.recordedAt)
    .map(({ fact, answer }) => ({
      task: fact.id,
      area: fact.area,
      givenAt: fact.recordedAt,
      on: fact.occurredOn,
      text: fact.data.text,
      due: fact.data.due ?? null,
      answer:
        answer === undefined
          ? null
          : { answer: answer.data.answer, remark: answer.data.remark ?? null, by: names.get(answer.recordedBy) ?? '', on: answer.occurredOn },
    }));
}

async function namesOf(db: Kysely<Database>, users: readonly UserId[]): Promise<Map<UserId, string>> {
  if (users.length === 0) return new Map();
  const rows = await db.selectFrom('app_user').select(['id', 'full_name']).where('id', 'in', users).execute();
  return new Map(rows.map((row) => [row.id, row.full_name]));
}
