import { v7 as uuidv7 } from 'uuid';
import { FactId, HouseholdId, PersonId } from '@sotay/domain/kernel/ids';

import type { Chance } from './chance.ts';

/** Identifiers (UUIDv7) whose chance a seed decides. */
export class Ids {
  readonly #chance: Chance;
  readonly #random = new Uint8Array(16);

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  person(at: number): PersonId {
    return PersonId.parse(this.bare(at));
  }

  household(at: number): HouseholdId {
    return HouseholdId.parse(this.bare(at));
  }

  fact(at: number): FactId {
    return FactId.parse(this.bare(at));
  }

  /** @param at UTC milliseconds */
  bare(at: number): string {
    for (let byte = 0; byte < 16; byte += 4) {
      const bits = this.#chance.bits();
      this.#random.set([bits & 255, (bits >>> 8) & 255, (bits >>> 16) & 255, bits >>> 24], byte);
    }
    return uuidv7({ msecs: at, random: this.#random });
  }
}
