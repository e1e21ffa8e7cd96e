import * as z from 'zod/mini'
import { MalformedColumns } from './malformed-columns.ts'

/**
 * The ids (UUIDs) of a page, each written once, in order of first use. Half of a page is ids and nothing compresses chance, so what is not chance is taken
 * out: the first 48 bits, the time at which a UUIDv7 was made, are differences; the other 80 bits stand in base64, all in one text. Any other UUID goes
 * the same way, only longer.
 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const PackedIds = z.strictObject({ times: z.array(z.int()).check(z.maxLength(2_000_000)), rest: z.string() })
export type PackedIds = z.infer<typeof PackedIds>

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The ids of a page while it is packed. */
export class IdWriter {
  readonly #places = new Map<string, number>()

  /** How an id is named at this place: 0 the next new one, n > 0 the n-th last new one. */
  write(id: string): number {
    const place = this.#places.get(id)
    if (place !== undefined) return this.#places.size - place
    this.#places.set(id, this.#places.size)
    return 0
  }

  packed(): PackedIds {
    const digits = [...this.#places.keys()].map((id) => id.replaceAll('-', ''))
    const times = digits.map((id) => Number.parseInt(id.slice(0, 12), 16))
    return {
      times: times.map((time, index) => time - (times[index - 1] ?? 0)),
      rest: toBase64(digits.map((id) => id.slice(12)).join('')),
    }
  }
}

/** The ids of a page while it is unpacked. @throws MalformedColumns where there are not as many as it says */
export class IdReader {
  readonly #ids: readonly string[]
  #used = 0

  constructor(packed: PackedIds) {
    const rest = fromBase64(packed.rest, packed.times.length * 20)
    let time = 0
    this.#ids = packed.times.map((difference, index) => {
      time += difference
      if (time < 0 || time >= 2 ** 48) throw new MalformedColumns('an id out of time')
      const hex = time.toString(16).padStart(12, '0') + rest.slice(index * 20, index * 20 + 20)
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    })
  }

  read(back: number): string {
    const id = this.#ids[back === 0 ? this.#used++ : this.#used - back]
    if (id === undefined) throw new MalformedColumns('an id that is not there')
    return id
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Hexadecimal digits as base64url without padding, three to two letters; the last is filled up with zeros. */
function toBase64(hex: string): string {
  const letters: string[] = []
  for (let at = 0; at < hex.length; at += 3) {
    const bits = Number.parseInt(hex.slice(at, at + 3).padEnd(3, '0'), 16)
    letters.push(LETTERS.charAt(bits >> 6), LETTERS.charAt(bits & 63))
  }
  return letters.join('')
}

/** The first `length` hexadecimal digits of what `toBase64` wrote. */
function fromBase64(text: string, length: number): string {
  if (text.length !== Math.ceil(length / 3) * 2) throw new MalformedColumns('ids cut short')
  const digits: string[] = []
  for (let at = 0; at < text.length; at += 2) {
    const [high, low] = [LETTERS.indexOf(text.charAt(at)), LETTERS.indexOf(text.charAt(at + 1))]
    if (high < 0 || low < 0) throw new MalformedColumns('ids that are none')
    digits.push((high * 64 + low).toString(16).padStart(3, '0'))
  }
  return digits.join('').slice(0, length)
}
