/** As the server asks (`server/src/people/password.ts`), counted in letters as one sees them composed. */
const SHORTEST = 8

/** What speaks against a password before the server is asked. */
export function findPasswordFault(next: string, again: string, old?: string): 'tooShort' | 'same' | 'differ' | undefined {
  if (Array.from(next.normalize('NFC')).length < SHORTEST) return 'tooShort'
  if (next === old) return 'same'
  return next === again ? undefined : 'differ'
}
