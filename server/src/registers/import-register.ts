import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@sotay/domain/kernel/actor';
import { DeviceId, FactId } from '@sotay/domain/kernel/ids';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { isBlocked } from '@sotay/domain/kernel/problem';
import type { Problem } from '@sotay/domain/kernel/problem';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { judgeInside, writeJudged } from '../log/admit.ts';
import type { Judgement } from '../log/admit.ts';
import { ownArrival } from '../log/arrival.ts';
import { lockHead } from '../log/head.ts';
import { isWaiting } from '../log/judge.ts';
import { noteInAudit } from '../people/audit.ts';
import { admissionReason } from './admission-reasons.ts';
import { loadBook } from './book.ts';
import { compareWithBook, withoutRepeats } from './compare.ts';
import type { Compared } from './compare.ts';
import { makeFamilies, troubleAt } from './families.ts';
import { FactMaker, NOTES_METHODS } from './make-facts.ts';
import type { RowFact } from './make-facts.ts';
import type { PersonRow } from './person-row.ts';
import type { SheetRead } from './read-sheet.ts';
import type { Trouble } from './trouble.ts';

/** A register to be taken in. */
export type RegisterRequest = {
  readonly sheets: readonly SheetRead[];
  readonly registry: RegistryId;
  readonly area: AreaId;
  readonly actor: Actor;
  /** The day as of which the book is opened. */
  readonly bookDay: PlainDate;
  readonly today: PlainDate;
  /** UTC milliseconds. */
  readonly now: number;
  /** SHA-256 of the file. */
  readonly fileHash: Buffer;
  readonly isCommit: boolean;
  /** Whether rows and cells that cannot be taken are left out; else one of them stops the whole. */
  readonly isSkippingBad: boolean;
  readonly onProgress: (step: 'judged' | 'written', done: number, of: number) => void;
};

export type RegisterOutcome = {
  /** Rows that tell of somebody. */
  readonly rows: number;
  readonly households: number;
  readonly people: number;
  readonly methods: number;
  /** People who stay as the book has them. */
  readonly known: number;
  /** Households that fill several A0 sheets. */
  readonly joined: readonly string[];
  readonly troubles: readonly Trouble[];
  /** The batch that was written; nothing where nothing was. */
  readonly batch: DeviceId | undefined;
};

/** So many facts are judged and written at once: whole households, one transaction over all. */
const CHUNK = 1_000;
/** Rows left out because of others are found in so many rounds: head, spouse, child. */
const MOST_ROUNDS = 6;

/**
 * Compares a register with the book, has every fact judged by the rules that judge a phone's, and writes them all in one transaction, or nothing.
 * Without `isCommit` nothing is written and no lock is taken.
 */
export async function importRegister(db: Kysely<Database>, request: RegisterRequest): Promise<RegisterOutcome> {
  const { registry, area, isCommit } = request;
  const told = request.sheets.flatMap(({ people }) => people);
  const repeats = withoutRepeats(told);
  const made = makeFamilies(repeats.people);
  return withScope(db, { registries: [registry] }, async (trx) => {
    // Who commits compares with the book under its lock, so that two imports at once do not both find it empty.
    if (isCommit) await lockHead(trx, registry, request.today);
    const book = await loadBook(trx, registry, area, told.map(({ born }) => born));
    const { compared, troubles } = compareWithBook(made.families, book);
    const batch = DeviceId.parse(uuidv7({ msecs: request.now }));
    const judged = await judgeAll(trx, request, batch, compared);
    const all = [...request.sheets.flatMap((sheet) => sheet.troubles), ...repeats.troubles, ...made.troubles, ...troubles, ...judged.troubles];
    const facts = judged.chunks.flatMap((chunk) => chunk.facts);
    const isRefused = !request.isSkippingBad && all.some(({ severity }) => severity === 'row' || severity === 'cell');
    const isWritten = isCommit && !isRefused && facts.length > 0;
    if (isWritten) await write(trx, request, batch, judged.chunks);
    const count = (type: string): number => facts.filter(({ fact }) => fact.type === type).length;
    return {
      rows: request.sheets.reduce((sum, sheet) => sum + sheet.rows, 0),
      households: count('household-registered'),
      people: count('person-registered'),
      methods: count('method-started'),
      known: compared.reduce((sum, { known }) => sum + known.size, 0),
      joined: made.families.filter(({ tabs }) => tabs.length > 1).map(({ number }) => number),
      troubles: inFileOrder(all, request.sheets),
      batch: isWritten ? batch : undefined,
    };
  });
}

function inFileOrder(troubles: readonly Trouble[], sheets: readonly SheetRead[]): Trouble[] {
  const place = new Map(sheets.map(({ name }, index) => [name, index]));
  return troubles.toSorted((a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row);
}

type Chunk = { readonly facts: readonly RowFact[]; readonly judgement: Judgement };
type JudgedAll = { readonly chunks: readonly Chunk[]; readonly troubles: readonly Trouble[] };

async function judgeAll(trx: Transaction<Database>, request: RegisterRequest, batch: DeviceId, compared: readonly Compared[]): Promise<JudgedAll> {
  const { actor, area, bookDay, now, registry } = request;
  const troubles: Trouble[] = NOTES_METHODS ? [] : methodsLeftOut(compared);
  const most = compared.reduce((sum, { fresh }) => sum + 1 + 2 * fresh.length, 0);
  const maker = new FactMaker({ area, officer: actor.user, device: batch, bookDay }, now - most);
  const chunks: Chunk[] = [];
  let done = 0;
  for (const families of chunksOf(compared)) {
    const left = new Set<PersonRow>();
    for (let round = 0; ; round++) {
      const facts = families.flatMap((family) => maker.family(family, left));
      const judgement = await judgeInside(trx, registry, facts.map(({ fact }) => ownArrival(fact)), request);
      const verdicts = judgement.judged.map(({ problems }, index) => ({ row: facts[index], problems }));
      const refused = refusedAmong(verdicts, round);
      if (refused.length === 0) {
        troubles.push(...verdicts.flatMap(({ row, problems }) => (row === undefined ? [] : notesOf(row, problems))));
        chunks.push({ facts, judgement });
        break;
      }
      for (const { row, problems } of refused) {
        left.add(row.person);
        troubles.push(...troublesOf(row, problems.filter(({ severity }) => severity === 'block'), 'row'));
      }
    }
    done += families.length;
    request.onProgress('judged', done, compared.length);
  }
  return { chunks, troubles };
}

/** Without the rows that are refused for themselves, those that only wait for them may stand without them. */
function refusedAmong(verdicts: readonly { row: RowFact | undefined; problems: readonly Problem[] }[], round: number): { row: RowFact; problems: readonly Problem[] }[] {
  const blocked = verdicts.flatMap(({ row, problems }) => (row !== undefined && isBlocked(problems) ? [{ row, problems }] : []));
  const forThemselves = blocked.filter(({ problems }) => !isWaiting(problems));
  return forThemselves.length > 0 && round < MOST_ROUNDS ? forThemselves : blocked;
}

function* chunksOf(compared: readonly Compared[]): Generator<readonly Compared[]> {
  let chunk: Compared[] = [];
  let size = 0;
  for (const family of compared) {
    chunk.push(family);
    size += 1 + family.fresh.length;
    if (size < CHUNK) continue;
    yield chunk;
    [chunk, size] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

function troublesOf({ person }: RowFact, problems: readonly Problem[], severity: 'row' | 'note'): Trouble[] {
  return problems.flatMap((problem) => {
    const reason = admissionReason(problem);
    return reason === undefined ? [] : [troubleAt(person, 'not-admitted', severity, { reason })];
  });
}

function notesOf(row: RowFact, problems: readonly Problem[]): Trouble[] {
  return troublesOf(row, problems.filter(({ severity }) => severity === 'warn'), 'note');
}

function methodsLeftOut(compared: readonly Compared[]): Trouble[] {
  return compared.flatMap(({ fresh }) => fresh.flatMap(({ person }) => (person.method === undefined ? [] : [troubleAt(person, 'method-not-known', 'cell')])));
}

/** A fact that was found acceptable is held: a defect, for the registry has been locked since. */
class HeldAfterAll extends Error {
  override readonly name = 'HeldAfterAll';
}

async function write(trx: Transaction<Database>, request: RegisterRequest, batch: DeviceId, chunks: readonly Chunk[]): Promise<void> {
  const { registry, area, actor, now, today, fileHash, onProgress } = request;
  const newId = (): FactId => FactId.parse(uuidv7({ msecs: now }));
  const total = chunks.reduce((sum, { facts }) => sum + facts.length, 0);
  const before = await lockHead(trx, registry, today);
  let done = 0;
  for (const { facts, judgement } of chunks) {
    const written = await writeJudged(trx, registry, judgement, { actor, device: batch, today, now, newId, sentBy: actor.user });
    if (written.length < facts.length || written.some(({ status }) => status === 'held')) throw new HeldAfterAll('an imported fact is held');
    done += facts.length;
    onProgress('written', done, total);
  }
  const after = await lockHead(trx, registry, today);
  await sql`
    INSERT INTO import_batch (registry_id, batch_id, area_id, by_user, committed_at, first_seq, last_seq, file_hash)
    VALUES (${registry}, ${batch}, ${area}, ${actor.user}, ${new Date(now)}, ${before.seq + 1}, ${after.seq}, ${fileHash})`.execute(trx);
  await noteInAudit(trx, now, actor.user, 'register-imported', { kind: 'area', id: area });
}
