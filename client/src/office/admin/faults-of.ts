import type * as z from 'zod/mini'

/** What was typed, read by the schema the server reads it by: the value to send, or the names of the boxes that are not right. */
export function faultsOf<T>(schema: z.ZodMiniType<T>, typed: unknown): { readonly value: T | undefined; readonly faults: ReadonlySet<string> } {
  const read = schema.safeParse(typed)
  if (read.success) return { value: read.data, faults: new Set() }
  return { value: undefined, faults: new Set(read.error.issues.map((issue) => String(issue.path[0] ?? ''))) }
}
