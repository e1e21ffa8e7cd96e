import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPair, privateDecrypt, publicEncrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { RecoveryPublicKey } from '@sotay/domain/wire/people';

import { Refused } from '../access/refused.ts';

/**
 * The service's key to which phones wrap the key of their store (RSA-OAEP, 3072 bits, SHA-256). Its private half lies in the data folder and never in
 * the database: whoever gets hold of a copy of the database (a backup, a replica) cannot open a phone's store with it.
 */
export type RecoveryKey = {
  readonly publicKey: RecoveryPublicKey;
  /** Opens what a phone wrapped and wraps it anew for the phone's own fresh key. @throws Refused `bad-key` */
  readonly rewrap: (wrapped: Buffer, to: RecoveryPublicKey['jwk']) => Buffer;
};

const FILE = 'recovery-key.pem';
const padding = constants.RSA_PKCS1_OAEP_PADDING;
const oaepHash = 'sha256';

async function readOrMake(folder: string): Promise<KeyObject> {
  const path = join(folder, FILE);
  try {
    return createPrivateKey(await readFile(path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  await mkdir(folder, { recursive: true });
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  try {
    // Of two servers that start at once one wins, and both read the same key.
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  await chmod(path, 0o600);
  return createPrivateKey(await readFile(path));
}

/** Reads the recovery key of a data folder, making it at the first start (mode 0600). */
export async function openRecoveryKey(folder: string): Promise<RecoveryKey> {
  const privateKey = await readOrMake(folder);
  const { n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
  const id = createHash('sha256').update(`${String(e)}.${String(n)}`).digest('base64url').slice(0, 22);
  return {
    publicKey: RecoveryPublicKey.parse({ id, jwk: { kty: 'RSA', n, e } }),
    rewrap: (wrapped, to) => {
      try {
        const dataKey = privateDecrypt({ key: privateKey, padding, oaepHash }, wrapped);
        return publicEncrypt({ key: createPublicKey({ key: to, format: 'jwk' }), padding, oaepHash }, dataKey);
      } catch (error) {
        throw new Refused('bad-key', undefined, error);
      }
    },
  };
}
