/** Signals that arrive so close together are one wish: npm passes Ctrl-C on to a command that the terminal told already. */
const SAME_WISH_MS = 1_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type StopSignal = {
  /** Resolves when the operator asks the server to stop, or `ask` is called. */
  readonly asked: Promise<void>;
  readonly isAsked: () => boolean;
  readonly ask: () => void;
  /** Gives the signals back to Node. */
  readonly forget: () => void;
};

/**
 * Listens for Ctrl-C, SIGTERM and a closed terminal.
 * @param force called at a second wish, more than a second after the first: the operator does not want to wait
 */
export function listenForStop(force: () => void): StopSignal {
  let askedAt: number | undefined;
  let resolve: () => void = () => undefined;
  const asked = new Promise<void>((settle) => {
    resolve = settle;
  });
  const ask = (): void => {
    askedAt ??= Date.now();
    resolve();
  };
  const hear = (): void => {
    if (askedAt !== undefined && Date.now() - askedAt > SAME_WISH_MS) force();
    ask();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return {
    asked,
    isAsked: () => askedAt !== undefined,
    ask,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, hear);
    },
  };
}
