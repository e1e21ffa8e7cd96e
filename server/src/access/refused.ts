/**
 * Why the service does not do what it was asked. Codes only: the words and the HTTP status stand in `http/problem-table.ts`.
 */
export type RefusalCode =
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'too-many-requests'
  | 'not-allowed'
  | 'password-must-change'
  | 'device-revoked'
  | 'device-of-another'
  | 'foreign-origin'
  | 'not-found'
  | 'name-taken'
  | 'number-taken'
  | 'code-taken'
  | 'code-without-date'
  | 'unit-ended'
  | 'dates-impossible'
  | 'already-responsible'
  | 'weak-password'
  | 'link-used-up'
  | 'code-wrong'
  | 'no-wrapped-key'
  | 'bad-key'
  | 'conflict'
  | 'invalid-request';

/** Thrown where a request cannot go on; the one error map turns it into a problem. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, retryAfter?: number, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
