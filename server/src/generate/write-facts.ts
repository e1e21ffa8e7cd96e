import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Generated } from './emit.ts';
import { liveRegistry, planRegistries } from './generate.ts';
import type { RegistryPlan, Wish } from './generate.ts';

/** How far a generation has come. */
export type Progress = { readonly registries: number; readonly people: number; readonly facts: number };

/** Lines handed on together. */
const LINES = 500;

/** The facts of a wish as NDJSON, some hundred lines at a time; no more than one commune is held. @param told called after each commune */
export function* linesOf(wish: Wish, told: (progress: Progress) => void): Generator<string> {
  const progress = { registries: 0, people: 0, facts: 0 };
  for (const plan of planRegistries(wish)) {
    const facts = liveRegistry(plan);
    yield* chunksOf(facts);
    progress.registries += 1;
    progress.people += peopleOf(plan);
    progress.facts += facts.length;
    told(progress);
  }
}

export const peopleOf = ({ areas }: RegistryPlan): number => areas.reduce((sum, { people }) => sum + people, 0);

function* chunksOf(facts: readonly Generated[]): Generator<string> {
  for (let at = 0; at < facts.length; at += LINES) {
    yield facts
      .slice(at, at + LINES)
      .map((fact) => `${JSON.stringify(fact)}\n`)
      .join('');
  }
}

/** Writes the lines to a file that is not there yet. @throws the file system's errors, EEXIST among them */
export async function writeLines(lines: Iterable<string>, file: string): Promise<void> {
  await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 4 }), createWriteStream(file, { flags: 'wx' }));
}
