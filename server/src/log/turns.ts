/**
 * One after the other for each key, in the order asked. Who waits for the lock of a registry in the database holds a connection meanwhile; who waits here
 * holds none, so that many phones of one commune do not keep those of others from the database. Only an optimisation: the lock is what counts.
 */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  async take<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      return await own;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
