/**
 * A sign-in name as it is kept and looked up: NFC, lower case, one space between words. Marks stay: Lan and Lân are two people. What a phone's
 * keyboard sends decomposed (NFD) or with a capital finds the same user.
 */
export function foldSignInName(typed: string): string {
  return typed.normalize('NFC').trim().toLocaleLowerCase('vi').replaceAll(/\s+/gu, ' ').normalize('NFC');
}
