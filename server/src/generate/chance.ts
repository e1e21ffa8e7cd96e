import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Four 32-bit words of a text (FNV-1a from four starts), so that streams of different names have nothing to do with each other. */
function wordsOf(text: string): number[] {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) => {
    let word = start;
    for (let at = 0; at < text.length; at++) word = Math.imul(word ^ text.charCodeAt(at), 0x01000193);
    // Mixed once more (murmur3's last step): FNV leaves neighbours alike.
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  });
}

/** Chance that a name decides: the same name, the same throws, on every machine (xoroshiro128+; nothing but whole numbers and division). */
export class Chance {
  readonly #source: { next: () => number };

  constructor(name: string) {
    this.#source = xoroshiro128plusFromState(wordsOf(name));
  }

  /** A whole number of 32 bits. */
  bits(): number {
    return this.#source.next() >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** About normally distributed: a sum of twelve throws, which no machine rounds otherwise than another. */
  around(mean: number, deviation: number): number {
    let sum = -6;
    for (let throws = 0; throws < 12; throws++) sum += this.next();
    return mean + sum * deviation;
  }

  /** One of the items. @throws RangeError when there is none */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** One of the items by their weights. @throws RangeError when there is none */
  weighed<Item>(items: readonly (readonly [Item, number])[]): Item {
    let sum = 0;
    for (const [, weight] of items) sum += weight;
    let rest = this.next() * sum;
    for (const [item, weight] of items) {
      rest -= weight;
      if (rest < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last[0];
  }

  /** The items in another order (Fisher–Yates). */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    const order: Item[] = [];
    while (left.length > 0) {
      const at = this.whole(0, left.length - 1);
      const [taken] = left.splice(at, 1, ...left.slice(-1));
      left.pop();
      if (taken !== undefined) order.push(taken);
    }
    return order;
  }
}
