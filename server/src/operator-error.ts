/**
 * Something that the person who runs the server can put right: a wrong setting, a folder in use, a database that is not
 * safe. Said in Vietnamese first, then English; the command line prints both and ends with `exitCode`, without a stack.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
  readonly vi: string;
  readonly en: string;
  readonly exitCode: number;

  constructor(vi: string, en: string, exitCode = 1, cause?: unknown) {
    super(`${vi}\n${en}`, { cause });
    this.vi = vi;
    this.en = en;
    this.exitCode = exitCode;
  }
}
