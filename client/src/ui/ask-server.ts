import * as z from 'zod/mini'

/** What kept the server from giving what was asked. */
export type Trouble =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'throttled'; readonly seconds: number }
  /** What was asked cannot be done; `code` is the last part of the problem's type, `at` the fields it names. */
  | { readonly kind: 'refused'; readonly code: string; readonly at: readonly string[] }
  | { readonly kind: 'server' }

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble }

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Not to tell the page when nobody is signed in: the answer to signing in itself. */
  readonly isQuiet?: boolean
}

/** What the page hears when an answer says that nobody is signed in any more. */
export const SIGNED_OUT = 'sotay-signed-out'

/** Problem details (RFC 9457), as far as a screen needs them. */
const ProblemDetails = z.object({
  type: z.optional(z.string()),
  code: z.optional(z.string()),
  problems: z.optional(z.array(z.object({ code: z.optional(z.string()), at: z.optional(z.string()) }))),
})

const NO_BODY = 204

/**
 * Asks the server and reads its answer by `schema`. Never throws for what a network or a server can do: that is data.
 * @throws DOMException `AbortError` where `signal` was aborted
 */
export async function askServer<T>(path: string, schema: z.ZodMiniType<T>, { method = 'GET', body, signal, isQuiet = false }: Question = {}): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    return { ok: false, trouble: { kind: 'unreachable' } }
  }
  if (!response.ok) {
    const trouble = await troubleOf(response)
    if (trouble.kind === 'signed-out' && !isQuiet) window.dispatchEvent(new Event(SIGNED_OUT))
    return { ok: false, trouble }
  }
  const read = schema.safeParse(response.status === NO_BODY ? undefined : await jsonOf(response))
  return read.success ? { ok: true, value: read.data } : { ok: false, trouble: { kind: 'server' } }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

async function troubleOf(response: Response): Promise<Trouble> {
  if (response.status >= 500) return { kind: 'server' }
  if (response.status === 429) return { kind: 'throttled', seconds: Math.max(1, Number(response.headers.get('retry-after')) || 60) }
  const read = ProblemDetails.safeParse(await jsonOf(response))
  const details = read.success ? read.data : {}
  const code = details.code ?? details.type?.split(/[/:#]/).at(-1) ?? 'unknown'
  if (response.status === 401) return { kind: 'signed-out' }
  if (response.status === 403 && code !== 'password-must-change') return { kind: 'forbidden' }
  if (response.status === 404) return { kind: 'missing' }
  const at = (details.problems ?? []).flatMap((problem) => (problem.at === undefined ? [] : [problem.at]))
  return { kind: 'refused', code, at }
}
