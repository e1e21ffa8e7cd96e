import * as z from 'zod/mini'
import { type IdReader, type IdWriter, isUuid } from './id-dictionary.ts'
import { MalformedColumns } from './malformed-columns.ts'

export { MalformedColumns } from './malformed-columns.ts'

/**
 * JSON values by columns: what many values have in common is written once.
 *
 *     [{type:'a', on:1}, {type:'a', on:2}]   →   {o: [['type','on']], f: [[{c:'a'}, {d:[1,1]}]]}
 *
 * 1. Lossless for any JSON values; the order of an object's keys is kept per shape.
 * 2. A column says how it is written by its only or first key: `c` one value for all, `u` ids, `d` differences of whole numbers, `s` texts with
 *    indexes `i`, `a` lengths of lists with their items in `e`, `o` shapes of objects with their fields in `f` and, for more than one shape, the
 *    shape of each value in `k`; `v` the values as they are.
 * 3. Ids (UUIDs) stand in one dictionary for the whole page, in order of first use. In a column 0 is the next new id and n > 0 the n-th last new one.
 * 4. Unpacking checks every length against the number of values it wants: malformed input ends in `MalformedColumns`, never in a loop.
 */
export type Column =
  | { readonly c: unknown }
  | { readonly u: readonly number[] }
  | { readonly d: readonly number[] }
  | { readonly s: readonly string[]; readonly i: readonly number[] }
  | { readonly a: readonly number[]; readonly e: Column }
  | { readonly o: readonly (readonly string[])[]; readonly f: readonly (readonly Column[])[]; readonly k?: readonly number[] }
  | { readonly v: readonly unknown[] }

const DEEPEST = 40
const MOST_VALUES = 2_000_000

type PlainObject = Readonly<Record<string, unknown>>

function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Minus zero is no whole number here: a difference would lose its sign. */
function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0) && Math.abs(Number(value)) < 2 ** 52
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Packs values of one place. @param depth levels above; deeper than `DEEPEST` values stay as they are */
export function packColumn(values: readonly unknown[], ids: IdWriter, depth = 0): Column {
  const first = values[0]
  const isScalar = first === null || (typeof first !== 'object' && first !== undefined)
  if (isScalar && values.every((value) => Object.is(value, first)) && !(isText(first) && isUuid(first))) return { c: first }
  if (values.every(isText)) return packTexts(values, ids)
  if (values.every(isWhole)) return { d: values.map((value, index) => value - (values[index - 1] ?? 0)) }
  if (depth < DEEPEST && values.length > 0 && values.every(isList)) {
    return { a: values.map((list) => list.length), e: packColumn(values.flat(), ids, depth + 1) }
  }
  if (depth < DEEPEST && values.length > 0 && values.every(isPlainObject)) return packObjects(values, ids, depth)
  return { v: values }
}

function packTexts(values: readonly string[], ids: IdWriter): Column {
  if (values.length > 0 && values.every(isUuid)) return { u: values.map((value) => ids.write(value)) }
  const places = new Map<string, number>()
  const indexes = values.map((value) => {
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return place
  })
  return places.size * 2 <= values.length ? { s: [...places.keys()], i: indexes } : { v: values }
}

function packObjects(values: readonly PlainObject[], ids: IdWriter, depth: number): Column {
  const shapes = new Map<string, { readonly keys: string[]; readonly place: number; readonly values: PlainObject[] }>()
  const shapeOf = values.map((value) => {
    const keys = Object.keys(value)
    const name = JSON.stringify(keys)
    const shape = shapes.get(name) ?? { keys, place: shapes.size, values: [] }
    shape.values.push(value)
    shapes.set(name, shape)
    return shape.place
  })
  const fields = [...shapes.values()].map((shape) =>
    shape.keys.map((key) =>
      packColumn(
        shape.values.map((value) => value[key]),
        ids,
        depth + 1,
      ),
    ),
  )
  const packed = { o: [...shapes.values()].map((shape) => shape.keys), f: fields }
  return shapes.size > 1 ? { ...packed, k: shapeOf } : packed
}

const Whole = z.array(z.int())
const Packed = z.union([
  z.strictObject({ c: z.unknown() }),
  z.strictObject({ u: Whole }),
  z.strictObject({ d: Whole }),
  z.strictObject({ s: z.array(z.string()), i: Whole }),
  z.strictObject({ a: Whole, e: z.unknown() }),
  z.strictObject({ o: z.array(z.array(z.string())), f: z.array(z.array(z.unknown())), k: z.exactOptional(Whole) }),
  z.strictObject({ v: z.array(z.unknown()) }),
])

/** Unpacks `count` values. @throws MalformedColumns where the column does not hold just that */
export function unpackColumn(column: unknown, count: number, ids: IdReader, depth = 0): unknown[] {
  if (depth > DEEPEST + 1 || count > MOST_VALUES) throw new MalformedColumns('too deep or too long')
  const read = Packed.safeParse(column)
  if (!read.success) throw new MalformedColumns('a column that is none')
  const packed = read.data
  if ('v' in packed) return sized(packed.v, count)
  if ('u' in packed) return sized(packed.u, count).map((back) => ids.read(back))
  if ('d' in packed) {
    let sum = 0
    return sized(packed.d, count).map((difference) => (sum += difference))
  }
  if ('s' in packed) return sized(packed.i, count).map((place) => at(packed.s, place))
  if ('a' in packed) return unpackLists(sized(packed.a, count), packed.e, ids, depth)
  if ('o' in packed) return unpackObjects(packed, count, ids, depth)
  return Array.from({ length: count }, () => packed.c)
}

function sized<T>(values: readonly T[], count: number): T[] {
  if (values.length !== count) throw new MalformedColumns(`${values.length} values for ${count}`)
  return [...values]
}

function at<T>(values: readonly T[], place: number): T {
  const value = values[place]
  if (value === undefined) throw new MalformedColumns('an index that is not there')
  return value
}

function unpackLists(lengths: readonly number[], items: unknown, ids: IdReader, depth: number): unknown[][] {
  if (lengths.some((length) => length < 0)) throw new MalformedColumns('a list of negative length')
  const all = unpackColumn(
    items,
    lengths.reduce((sum, length) => sum + length, 0),
    ids,
    depth + 1,
  )
  let from = 0
  return lengths.map((length) => all.slice(from, (from += length)))
}

interface PackedObjects {
  readonly o: readonly (readonly string[])[]
  readonly f: readonly (readonly unknown[])[]
  readonly k?: readonly number[]
}

function unpackObjects(packed: PackedObjects, count: number, ids: IdReader, depth: number): PlainObject[] {
  const shapeOf = sized(packed.k ?? Array.from({ length: count }, () => 0), count)
  const counts = packed.o.map((_, place) => shapeOf.filter((shape) => shape === place).length)
  if (packed.f.length !== packed.o.length) throw new MalformedColumns('shapes without fields')
  const shapes = packed.o.map((keys, place) => {
    const columns = sized(at(packed.f, place), keys.length)
    return { keys, columns: columns.map((column) => unpackColumn(column, at(counts, place), ids, depth + 1)), next: 0 }
  })
  return shapeOf.map((place) => {
    const shape = at(shapes, place)
    const index = shape.next++
    return Object.fromEntries(shape.keys.map((key, field) => [key, at(shape.columns, field)[index]]))
  })
}
