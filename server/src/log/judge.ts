import { aboutOf, decide } from '@sotay/domain/decide';
import type { Actor } from '@sotay/domain/kernel/actor';
import { settledBy } from '@sotay/domain/kernel/effective';
import type { DeviceId, FactId, SubjectId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { block, isBlocked } from '@sotay/domain/kernel/problem';
import type { Problem } from '@sotay/domain/kernel/problem';
import type { Fact, Reading } from '@sotay/domain/kinds';

import type { Placed } from './arrival.ts';
import { ownArrival } from './arrival.ts';
import type { NotedFacts } from './noted-facts.ts';

/** An arrival with its verdict, ready for the log. */
export type Judged = { readonly arrival: Placed; readonly status: 'accepted' | 'held'; readonly problems: readonly Problem[] };

/** A fact of the log that is held because something it names was not there yet. */
export type Waiting = { readonly fact: Fact; readonly problems: readonly Problem[] };

/** Problems that another fact can take away by arriving or by being taken. */
const FOR_WANT_OF_ANOTHER = new Set(['subject-unknown', 'target-missing', 'not-of-this-household', 'task-missing']);

/** Whether a held fact waits for another: nothing else blocks it. */
export function isWaiting(problems: readonly Problem[]): boolean {
  return isBlocked(problems) && problems.every(({ severity, code }) => severity === 'warn' || FOR_WANT_OF_ANOTHER.has(code));
}

/** The first verdict on something that came in, which becomes part of what later facts of the batch are judged against. */
export function judgeArrival(arrival: Placed, history: NotedFacts, actor: Actor, today: PlainDate): Judged {
  const { reading } = arrival;
  if (reading.kind !== 'known') {
    history.loadUnread(arrival.id);
    return { arrival, status: 'held', problems: unreadProblems(reading) };
  }
  const problems = decide(reading.fact, history, { actor, today });
  const status = isBlocked(problems) ? 'held' : 'accepted';
  history.add({ fact: reading.fact, status });
  return { arrival, status, problems };
}

/** What is said of something whose body this version does not read. */
function unreadProblems(reading: Exclude<Reading, { kind: 'known' }>): Problem[] {
  if (reading.kind === 'newer') return [block('unknown-type', 'type', { type: reading.fact.type, v: reading.fact.v })];
  return reading.at.map((at) => block('unreadable', at.slice(0, 200)));
}

/** Whoever lets waiting facts through: the officer who took, or the sender whose fact was waited for. */
export type Letting = { readonly actor: Actor; readonly device: DeviceId; readonly today: PlainDate; readonly now: number; readonly newId: () => FactId };

/**
 * Judges waiting facts again, as long as one of them lets another through.
 * @param waiting in log order; those settled meanwhile are passed over
 * @returns the settlements that the server makes for those against which nothing stands any more
 */
export function settleWaiting(waiting: readonly Waiting[], history: NotedFacts, letting: Letting): Judged[] {
  const open = new Set(waiting);
  const settled: Judged[] = [];
  for (let progress = true; progress;) {
    progress = false;
    for (const one of open) {
      if (isSettled(one.fact, history)) open.delete(one);
      else if (!isBlocked(judgeAgain(one.fact, history, letting.today))) {
        open.delete(one);
        progress = true;
        settled.push(take(one.fact, history, letting));
      }
    }
  }
  return settled;
}

/** The verdict on a held fact as things stand now; its author was judged when it came in, the rest is judged anew. */
function judgeAgain(fact: Fact, history: NotedFacts, today: PlainDate): Problem[] {
  const actor: Actor = { user: fact.recordedBy, role: 'officer', responsibilities: [], communeAreas: [fact.area] };
  return decide(fact, history, { actor, today });
}

function isSettled(fact: Fact, history: NotedFacts): boolean {
  const around = fact.about.length === 0 ? history.aboutNobody(fact.area) : fact.about.flatMap((subject) => history.about(subject));
  return around.some((noted) => noted.status !== 'held' && settledBy(noted.fact)?.fact === fact.id);
}

function take(fact: Fact, history: NotedFacts, letting: Letting): Judged {
  const settlement = settlementOf(fact, 'take', 'Ghi nhận mà phần này chờ đã được nhận.', letting, history);
  history.add({ fact: settlement, status: 'accepted' });
  return { arrival: ownArrival(settlement), status: 'accepted', problems: [] };
}

/** The settlement of a fact, dated today, about all that the fact is about. */
export function settlementOf(
  settled: Pick<Fact, 'id' | 'area' | 'about'>,
  verdict: 'take' | 'refuse',
  reason: string,
  { actor, device, today, now, newId }: Letting,
  history?: NotedFacts,
): Fact {
  const settlement: Fact = {
    id: newId(),
    type: 'fact-settled',
    v: 1,
    area: settled.area,
    about: [...new Set(settled.about)],
    occurredOn: today,
    recordedAt: now,
    recordedBy: actor.user,
    device,
    via: 'office',
    data: { fact: settled.id, verdict, reason },
  };
  return history === undefined ? settlement : { ...settlement, about: aboutOf(settlement, history) };
}

/** Every subject that the entries of a batch are about. */
export function subjectsOf(judged: readonly Judged[]): SubjectId[] {
  return [...new Set(judged.flatMap(({ arrival: { reading } }) => (reading.kind === 'unreadable' ? [] : reading.fact.about)))];
}
