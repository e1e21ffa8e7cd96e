/** One text in both languages; Vietnamese is shown first. */
export type Bilingual = { readonly vi: string; readonly en: string };

/** What a command may touch of the world: given by `main`, replaced in specs. */
export type CommandIo = {
  readonly out: (line: string) => void;
  /** Waits until what was put out is taken, so that no command makes more than its reader reads; absent where nothing is held back. */
  readonly drained?: () => Promise<void>;
  readonly err: (line: string) => void;
  readonly environment: NodeJS.ProcessEnv;
};

/** One `sotay <name>`. Expected trouble is thrown as `OperatorError`; a wrong option as node:util `parseArgs` throws it. */
export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Bilingual;
  /** What `sotay <name> --help` prints: usage, options, examples. */
  readonly help: Bilingual;
  /** @returns the exit code */
  readonly run: (argv: readonly string[], io: CommandIo) => Promise<number>;
};
