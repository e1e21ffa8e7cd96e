import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import { caseFolded, withoutMarks } from '@sotay/domain/vietnamese/letters';

/** What tells whether two entries may be one person (domain.md §5). */
export type Likeness = { readonly full: string; readonly given: string; readonly sex: Sex; readonly born: string };

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A name however it is typed: case and the place of the tone make no difference (Hoà is Hòa), every other mark does. */
export function nameKey(name: string): string {
  return caseFolded(name)
    .split(/\s+/)
    .map((word) => {
      const apart = word.normalize('NFD');
      return `${apart.replace(TONES, '').normalize('NFC')}${(apart.match(TONES) ?? []).join('')}`;
    })
    .join(' ');
}

/** By what entries are looked up before they are compared: the given name without marks, year and sex. */
export function likenessKey({ given, sex, born }: Likeness): string {
  return `${withoutMarks(given)}|${born.slice(0, 4)}|${sex}`;
}

/**
 * Whether two entries of one household, or of one paper, are one person: same sex, given name and birth year, a surname that agrees, and dates of birth that do not
 * contradict each other. Middle names do not matter, nor marks where one of the two was typed without any. Outside a household this is no more than likeness:
 * "Nguyễn Thị Lan" exists many times in a commune.
 */
export function isSamePerson(a: Likeness, b: Likeness): boolean {
  if (a.sex !== b.sex || !agree(a.born, b.born)) return false;
  const key = [a.full, b.full].some((full) => withoutMarks(full) === full.toLowerCase()) ? withoutMarks : nameKey;
  return key(a.given) === key(b.given) && key(surname(a.full)) === key(surname(b.full));
}

function surname(full: string): string {
  return full.split(/\s+/)[0] ?? '';
}

/** Whether two dates can be one, each known as far as it is: `1948` agrees with `1948-03-02`. */
function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
