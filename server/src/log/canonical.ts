import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

const stringify = configure({ circularValue: Error });

/** JSON with keys in order, so that the same content is the same text. Lone surrogates and control characters come out escaped. */
export function canonical(value: unknown): string {
  return stringify(value) ?? 'null';
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** What stands before the first entry of every log. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** What of an entry its hash covers. */
export type Chained = {
  readonly seq: number;
  /** Milliseconds UTC. */
  readonly receivedAt: number;
  readonly status: 'accepted' | 'held';
  /** Canonical JSON. */
  readonly problems: string;
  readonly body: string;
};

/** The hash of an entry: SHA-256 over the hash of the entry before it and its own canonical content. */
export function chainHash(before: Buffer, { seq, receivedAt, status, problems, body }: Chained): Buffer {
  const content = canonical({ seq, receivedAt, status, problems, body });
  return createHash('sha256').update(before).update(content, 'utf8').digest();
}
