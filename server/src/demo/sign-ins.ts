import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'demo-sign-ins.json';

const SignIns = z.strictObject({
  /** Whether the demonstration was loaded to its end. */
  isLoaded: z.boolean(),
  users: z.array(z.strictObject({ name: z.string(), password: z.string() })),
});
export type SignIns = z.infer<typeof SignIns>;

/** The sign-ins of an earlier load, kept in the data folder for its owner alone (0600); undefined when there was none. */
export function findSignIns(dataFolder: string): SignIns | undefined {
  const file = join(dataFolder, FILE);
  return existsSync(file) ? SignIns.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export function keepSignIns(dataFolder: string, signIns: SignIns): void {
  writeFileSync(join(dataFolder, FILE), `${JSON.stringify(signIns, undefined, 2)}\n`, { mode: 0o600 });
}

/** Plain words to read aloud and to type without marks. */
const WORDS = ['sen', 'lua', 'mua', 'nang', 'song', 'nui', 'tre', 'cau', 'gio', 'may', 'hoa', 'xoai', 'buoi', 'ngo', 'khoai', 'ca', 'tom', 'chim', 'trau', 'nghe', 'voi', 'bien', 'dao', 'suoi', 'rung', 'dong', 'vuon', 'nha', 'chieu', 'sang', 'trang', 'sao'] as const;

/** Four words and four digits, by chance: about 33 bits, guessed at no faster than sign-in allows. */
export function makePassword(): string {
  const words = Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)] ?? WORDS[0]);
  return [...words, String(randomInt(10_000)).padStart(4, '0')].join('-');
}
