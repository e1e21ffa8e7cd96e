import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as 43 letters, good in cookies and in the fragment of a link. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: with 256 random bits a plain SHA-256 cannot be guessed back. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
