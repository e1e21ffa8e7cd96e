import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { aboutOf } from '@sotay/domain/decide';
import { LATEST_INSTANT } from '@sotay/domain/kernel/fact';
import { FactId } from '@sotay/domain/kernel/ids';
import type { RegistryId, UserId } from '@sotay/domain/kernel/ids';
import { block } from '@sotay/domain/kernel/problem';
import type { Problem } from '@sotay/domain/kernel/problem';
import { isFactType, readFact } from '@sotay/domain/kinds';
import type { Fact } from '@sotay/domain/kinds';
import { LARGEST_FACT_BYTES } from '@sotay/domain/sync/protocol';
import type { OfficeNote, OfficeNoteAnswer } from '@sotay/domain/wire/register';

import { Refused } from '../access/refused.ts';
import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { admitInside } from './admit.ts';
import { ownArrival } from './arrival.ts';
import { canonical } from './canonical.ts';
import { lockHead } from './head.ts';
import type { Letting } from './judge.ts';
import { Loaded, Problems } from './load.ts';
import { NotedFacts } from './noted-facts.ts';
import { registriesOf } from './push.ts';
import type { Commune } from './tray.ts';

/** Carries an answer out of a transaction that is to leave nothing behind. */
class NothingKept extends Error {
  override readonly name = 'NothingKept';
  readonly answer: OfficeNoteAnswer;

  constructor(answer: OfficeNoteAnswer) {
    super('nothing is kept');
    this.answer = answer;
  }
}

/**
 * The officer notes at the service, by the same admission as a phone's push. Unlike a phone's, whose notes are kept whatever is said of them, a note that
 * cannot be is told and not kept, and one that surprises is kept only with a reason.
 *
 * 1. The same id with the same content is the same note: it is answered again and not noted again. With other content it is refused.
 * 2. A dry run goes all the way and is undone, so that it says what the note itself would hear.
 *
 * @throws Refused `not-allowed` for an area of another commune, `invalid-request` for a type that is not noted so or somebody who is no collaborator of the commune,
 * `conflict` for an id that is taken
 */
export async function noteAtOffice(db: Kysely<Database>, { areas, unit }: Commune, note: OfficeNote, letting: Letting): Promise<OfficeNoteAnswer> {
  if (!areas.includes(note.area)) throw new Refused('not-allowed');
  if (!isFactType(note.type) || note.type === 'fact-settled') throw new Refused('invalid-request');
  if (note.reportedBy !== undefined && !(await isCollaborator(db, note.reportedBy, unit))) throw new Refused('invalid-request');
  const registry = (await registriesOf(db, [note.area])).get(note.area);
  if (registry === undefined) throw new Refused('not-allowed');
  try {
    return await withScope(db, { registries: [registry] }, async (trx) => {
      await lockHead(trx, registry, letting.today);
      const answer = await noteInside(trx, registry, note, letting);
      if (answer.outcome !== 'kept') throw new NothingKept(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof NothingKept) return error.answer;
    throw error;
  }
}

/** Whether somebody is a collaborator of the commune: who moves from one area to another is told of by either of two. */
async function isCollaborator(db: Kysely<Database>, user: UserId, unit: Commune['unit']): Promise<boolean> {
  const row = await db.selectFrom('app_user').select('id').where('id', '=', user).where('unit_id', '=', unit).where('role', '=', 'collaborator').executeTakeFirst();
  return row !== undefined;
}

async function noteInside(trx: Transaction<Database>, registry: RegistryId, note: OfficeNote, letting: Letting): Promise<OfficeNoteAnswer> {
  const earlier = await findEntry(trx, registry, note.id);
  if (earlier !== undefined) return answerAgain(earlier, note, letting.actor.user);
  const history = new NotedFacts();
  const loaded = new Loaded(trx, registry, history);
  const answered = answeredBy(note);
  if (answered !== undefined) await loaded.loadFacts([], [answered]);
  const latest = [...loaded.entries.keys()].reduce((last, id) => Math.max(last, history.find(id)?.fact.recordedAt ?? 0), 0);
  // The later of two corrections counts: a clock that was turned back must not let the earlier one stand.
  const recordedAt = Math.min(Math.max(letting.now, latest + 1), LATEST_INSTANT);
  const made = makeFact(note, { recordedAt, device: letting.device, by: letting.actor.user, about: [] });
  if (isUnreadable(made)) return blockedAt(made);
  const fact: Fact = { ...made, about: aboutOf(made, history) };
  const whole = readFact(fact);
  if (whole.kind !== 'known') return blockedAt(['about']);
  const arrival = ownArrival(fact);
  if (arrival.bytes > LARGEST_FACT_BYTES) return { outcome: 'blocked', problems: [block('too-large', '', { bytes: arrival.bytes, most: LARGEST_FACT_BYTES })], fact: null };
  const [outcome] = await admitInside(trx, registry, [arrival], { ...letting, sentBy: letting.actor.user });
  if (outcome === undefined || 'isIdTaken' in outcome) throw new Refused('conflict');
  const problems = [...outcome.problems];
  if (outcome.status === 'held') return { outcome: 'blocked', problems, fact: null };
  if (problems.length > 0 && note.because === undefined) return { outcome: 'doubtful', problems, fact: null };
  return note.dryRun === true ? { outcome: 'clear', problems, fact: null } : { outcome: 'kept', problems, fact };
}

/** The fact that a note corrects or takes back. */
function answeredBy({ type, corrects, data }: OfficeNote): FactId | undefined {
  if (type !== 'fact-withdrawn') return corrects;
  const named = FactId.safeParse(data['fact']);
  return named.success ? named.data : undefined;
}

type Stamp = { readonly recordedAt: number; readonly device: Fact['device']; readonly by: UserId; readonly about: Fact['about'] };

/** @returns the fact, or the paths at which it is not one */
function makeFact({ dryRun: _dryRun, ...told }: OfficeNote, { recordedAt, device, by, about }: Stamp): Fact | readonly string[] {
  const reading = readFact({ ...told, v: 1, about, recordedAt, recordedBy: by, device });
  return reading.kind === 'known' ? reading.fact : reading.kind === 'unreadable' ? reading.at : ['type'];
}

function isUnreadable(made: Fact | readonly string[]): made is readonly string[] {
  return Array.isArray(made);
}

function blockedAt(paths: readonly string[]): OfficeNoteAnswer {
  return { outcome: 'blocked', problems: paths.map((at): Problem => block('malformed', at.slice(0, 200))), fact: null };
}

type Earlier = { readonly body: string; readonly problems: string; readonly status: 'accepted' | 'held' };

async function findEntry(trx: Transaction<Database>, registry: RegistryId, id: FactId): Promise<Earlier | undefined> {
  const { rows } = await sql<Earlier>`SELECT body, problems, status FROM log WHERE registry_id = ${registry} AND fact_id = ${id}`.execute(trx);
  return rows[0];
}

/** The answer to a note that the log holds already: the same again where it is the same note. */
function answerAgain({ body, problems, status }: Earlier, note: OfficeNote, by: UserId): OfficeNoteAnswer {
  const reading = readFact(JSON.parse(body));
  if (reading.kind !== 'known' || status === 'held') throw new Refused('conflict');
  const { recordedAt, device, about } = reading.fact;
  const made = makeFact(note, { recordedAt, device, by, about });
  if (isUnreadable(made) || canonical(made) !== canonical(reading.fact)) throw new Refused('conflict');
  return { outcome: 'kept', problems: Problems.parse(JSON.parse(problems)), fact: reading.fact };
}
