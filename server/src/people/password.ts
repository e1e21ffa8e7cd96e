import { hash, verify } from '@node-rs/argon2';

import { Refused } from '../access/refused.ts';

/** OWASP's smallest recommended argon2id (the library's algorithm unless told otherwise): 19 MiB, two passes, one lane; about 11 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST_PASSWORD = 8;

/** What nobody should choose, besides the sign-in name itself: the first ones that a guesser tries. */
const GUESSED_FIRST = new Set(['12345678', '123456789', '1234567890', '11111111', '00000000', 'password', 'matkhau1', 'matkhau123', 'qwertyui', '87654321', 'abcd1234', '12341234']);

/** @throws Refused `weak-password` below 8 characters, one of the first guesses, or the sign-in name */
export function requireGoodPassword(password: string, name: string): void {
  const typed = password.normalize('NFC');
  const folded = typed.toLocaleLowerCase('vi');
  if (typed.length < SHORTEST_PASSWORD || GUESSED_FIRST.has(folded) || folded === name) throw new Refused('weak-password');
}

/** The argon2id hash in PHC form. The password is taken as NFC, whichever way the keyboard composes it. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let dummy: Promise<string> | undefined;

/** Whether it is the password. With no hash (unknown name, no password yet) it takes as long and is false. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await (dummy ??= hashPassword('nobody has this one')));
  const isRight = await verify(against, password.normalize('NFC'), COST);
  return isRight && typeof stored === 'string';
}
