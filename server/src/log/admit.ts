import type { Kysely, Transaction } from 'kysely';
import { besideOf } from '@sotay/domain/decide';
import { targetOf, settledBy } from '@sotay/domain/kernel/effective';
import type { AreaId, FactId, RegistryId, SubjectId, UserId } from '@sotay/domain/kernel/ids';
import type { Period } from '@sotay/domain/kernel/period';
import type { Problem } from '@sotay/domain/kernel/problem';
import type { AnyFact } from '@sotay/domain/kernel/fact';
import type { Fact } from '@sotay/domain/kinds';
import { openedIn } from '@sotay/domain/register/likeness';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { openPeriods } from '../rows/periods.ts';
import { followSubjects } from '../rows/follow.ts';
import { append } from './append.ts';
import { factOf } from './arrival.ts';
import type { Arrival, Placed } from './arrival.ts';
import { lockHead, moveHead } from './head.ts';
import { isWaiting, judgeArrival, settleWaiting, subjectsOf } from './judge.ts';
import type { Judged, Letting, Waiting } from './judge.ts';
import { Loaded } from './load.ts';
import type { Comer } from './load.ts';
import { NotedFacts } from './noted-facts.ts';
import { Turns } from './turns.ts';

/** Where an arrival stands: in the log, or nowhere in it because its id is taken by other content. */
export type Outcome = {
  readonly arrival: Arrival;
  readonly status: 'accepted' | 'held';
  readonly seq: number;
  readonly problems: readonly Problem[];
} | { readonly arrival: Arrival; readonly isIdTaken: true };

/** Who sends a batch and when. `sentBy` differs from the actor's user where an officer lets in what somebody else noted. */
export type Sending = Letting & { readonly sentBy: UserId };

const turns = new Turns<RegistryId>();

/**
 * Admits a batch of one registry in one transaction: lock → what is known of its subjects and of whoever is one step away → a verdict a fact, each seeing
 * those before it → what waited for them → log → rows, links, visibility, contributions and cells. A constant number of queries, whatever the batch.
 *
 * 1. An id that the log holds is not admitted again: the same content has the same answer (SYNC-3), other content is told apart.
 * 2. The log grows by whole batches under the lock of the registry's head, without gaps (SYNC-4).
 * 3. What follows from the log is written in the same transaction, or nothing is.
 */
export async function admit(db: Kysely<Database>, registry: RegistryId, arrivals: readonly Placed[], sending: Sending): Promise<Outcome[]> {
  return turns.take(registry, () => withScope(db, { registries: [registry] }, (trx) => admitInside(trx, registry, arrivals, sending)));
}

/** The same inside a transaction that is in the registry's scope. */
export async function admitInside(trx: Transaction<Database>, registry: RegistryId, arrivals: readonly Placed[], sending: Sending): Promise<Outcome[]> {
  await lockHead(trx, registry, sending.today);
  const judgement = await judgeInside(trx, registry, arrivals, sending);
  if (judgement.judged.length === 0) return judgement.outcomes;
  const bySeq = await writeJudged(trx, registry, judgement, sending);
  return [...judgement.outcomes, ...repeatsInside(arrivals, bySeq)];
}

/** Verdicts, with all that they were found by. */
export type Judgement = { readonly loaded: Loaded; readonly history: NotedFacts; readonly judged: readonly Judged[]; readonly outcomes: Outcome[] };

/** The verdicts on a batch as things stand, without writing anything: on those that the log does not hold in `judged`, on the others in `outcomes`. */
export async function judgeInside(trx: Transaction<Database>, registry: RegistryId, arrivals: readonly Placed[], { actor, today }: Pick<Sending, 'actor' | 'today'>): Promise<Judgement> {
  const history = new NotedFacts();
  const loaded = new Loaded(trx, registry, history);
  await loadFor(loaded, history, arrivals);
  const { fresh, outcomes } = tellApart(arrivals, loaded);
  const judged = fresh.map((arrival) => judgeArrival(arrival, history, actor, today));
  return { loaded, history, judged, outcomes };
}

type Written = Extract<Outcome, { seq: number }>;

/** Writes what was judged, and what follows from it. The registry has been locked since before it was judged, and nothing about its subjects was written since. */
export async function writeJudged(trx: Transaction<Database>, registry: RegistryId, { loaded, history, judged }: Judgement, sending: Sending): Promise<Written[]> {
  const locked = await lockHead(trx, registry, sending.today);
  const settled = settleWaiting(waitingAmong(loaded, history, judged), history, sending);
  const all = [...judged, ...settled];

  const opened = await openPeriods(trx, registry, locked, sending.today);
  const { head, appended } = await append(trx, registry, opened, all, {
    sentBy: sending.sentBy,
    receivedAt: sending.now,
    targetOn: (id) => history.find(id)?.fact.occurredOn,
  });
  await followSubjects(trx, registry, { head, loaded, history, touched: subjectsOf(all) });
  await moveHead(trx, registry, head);

  return appended.slice(0, judged.length).map(({ seq, judged: { arrival, status, problems } }) => ({ arrival, status, seq, problems }));
}

/** From a note to what waits for it, to what waits for that: household, person, birth, death, correction, withdrawal. A longer line was made to keep us busy. */
const MOST_ROUNDS = 8;

/**
 * Loads what the verdicts depend on: the subjects of the batch, and of the facts that wait for one of them, up to eight steps far; of facts about nobody
 * all that is about nobody in their area.
 */
async function loadFor(loaded: Loaded, history: NotedFacts, arrivals: readonly Placed[]): Promise<void> {
  const facts = arrivals.flatMap(({ reading }) => factOf(reading) ?? []);
  const ids = arrivals.flatMap((arrival) => [arrival.id, ...answeredIds(factOf(arrival.reading)), ...taskIds(arrival)]);
  const read = new Set<SubjectId>();
  const asked = new Set(ids);
  let subjects = [...new Set(facts.flatMap(({ about }) => about))];
  let areas = areasOf(facts);
  for (let [named, round] = [ids, 0]; (subjects.length > 0 || named.length > 0 || areas.length > 0) && round < MOST_ROUNDS; round++) {
    for (const subject of subjects) read.add(subject);
    await loaded.load(subjects, named, areas);
    const waiting = [...loaded.entries.values()].flatMap(({ id, status, problems }) => {
      const noted = status === 'held' && isWaiting(problems) ? history.find(id) : undefined;
      return noted === undefined ? [] : [noted.fact];
    });
    const answered = ids.flatMap((id) => history.find(id)?.fact ?? []);
    // What a held note corrects is needed to say whether the note may be taken, even where its `about` does not lead there.
    named = answered.flatMap((fact) => answeredIds(fact)).filter((id) => !asked.has(id) && history.find(id) === undefined);
    for (const id of named) asked.add(id);
    subjects = [...new Set([...waiting, ...answered].flatMap(({ about }) => about))].filter((subject) => !read.has(subject));
    areas = areasOf([...waiting, ...answered]).filter((area) => !loaded.areas.has(area));
  }
  await loaded.loadFacts(arrivals.flatMap(({ reading }) => (reading.kind === 'known' ? [...besideOf(reading.fact, history)] : [])));
  await loaded.loadLines(arrivals.flatMap((arrival) => monthsSaid(arrival)));
  await loaded.loadAlike(arrivals.flatMap(({ reading }) => (reading.kind === 'known' ? comersIn(reading.fact) : [])));
  const numbers = [...facts, ...[...loaded.entries.values()].flatMap(({ id, status }) => (status === 'held' ? (history.find(id)?.fact ?? []) : []))];
  await loaded.loadNumbers(numbers.flatMap((fact) => numberOf(fact)));
}

/** Who comes to an area from outside as somebody new. */
function comersIn(fact: Fact): Comer[] {
  const opened = fact.type === 'arrival-reported' ? openedIn(fact) : undefined;
  return opened === undefined ? [] : [{ area: fact.area, likeness: opened.likeness }];
}

/** The areas of the facts that are about nobody. */
function areasOf(facts: readonly AnyFact[]): AreaId[] {
  return [...new Set(facts.flatMap(({ about, area }) => (about.length === 0 ? [area] : [])))];
}

/** The task that an answer names: no subject, and not what it corrects. */
function taskIds({ reading }: Placed): FactId[] {
  return reading.kind === 'known' && reading.fact.type === 'task-answered' ? [reading.fact.data.task] : [];
}

/** The months of which a note says that nothing is to report. */
function monthsSaid({ reading }: Placed): { area: AreaId; month: Period }[] {
  return reading.kind === 'known' && reading.fact.type === 'nothing-to-report' ? [{ area: reading.fact.area, month: reading.fact.data.month }] : [];
}

function answeredIds(fact: AnyFact | undefined): FactId[] {
  if (fact === undefined) return [];
  const id = settledBy(fact)?.fact ?? targetOf(fact);
  return id === undefined ? [] : [id];
}

function numberOf(fact: AnyFact): { area: AreaId; number: string }[] {
  const { data } = fact;
  if (!fact.type.startsWith('household-') || typeof data !== 'object' || data === null || !('number' in data) || typeof data.number !== 'string') return [];
  return [{ area: fact.area, number: data.number }];
}

/** Arrivals that the log does not hold, each id once, and the answers of those that it does. */
function tellApart(arrivals: readonly Placed[], loaded: Loaded): { fresh: Placed[]; outcomes: Outcome[] } {
  const fresh = new Map<FactId, Placed>();
  const outcomes: Outcome[] = [];
  for (const arrival of arrivals) {
    const entry = loaded.entries.get(arrival.id);
    const earlier = fresh.get(arrival.id);
    if (entry !== undefined) {
      const { status, seq, problems } = entry;
      outcomes.push(entry.contentHash.equals(arrival.contentHash) ? { arrival, status, seq, problems } : { arrival, isIdTaken: true });
    } else if (earlier === undefined) fresh.set(arrival.id, arrival);
    else if (!earlier.contentHash.equals(arrival.contentHash)) outcomes.push({ arrival, isIdTaken: true });
  }
  return { fresh: [...fresh.values()], outcomes };
}

/** The answers of what is in the log now, those sent twice in one batch included. */
function repeatsInside(arrivals: readonly Placed[], admitted: readonly Written[]): Outcome[] {
  const byId = new Map(admitted.map((outcome) => [outcome.arrival.id, outcome]));
  return arrivals.flatMap((arrival) => {
    const outcome = byId.get(arrival.id);
    return outcome !== undefined && outcome.arrival.contentHash.equals(arrival.contentHash) ? [{ ...outcome, arrival }] : [];
  });
}

/** Facts that wait for another, those of the log in its order, then those of the batch. */
function waitingAmong(loaded: Loaded, history: NotedFacts, judged: readonly Judged[]): Waiting[] {
  const stored = [...loaded.entries.values()].filter(({ status, problems }) => status === 'held' && isWaiting(problems)).sort((a, b) => a.seq - b.seq);
  const inBatch = judged.filter(({ status, problems }) => status === 'held' && isWaiting(problems)).map(({ arrival, problems }) => ({ id: arrival.id, problems }));
  return [...stored, ...inBatch].flatMap(({ id, problems }) => {
    const fact = history.find(id)?.fact;
    const isKnown = fact !== undefined && (fact.about.length === 0 ? loaded.areas.has(fact.area) : fact.about.every((subject) => loaded.subjects.has(subject)));
    return isKnown ? [{ fact, problems }] : [];
  });
}
