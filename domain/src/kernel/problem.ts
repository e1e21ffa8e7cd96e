import * as z from 'zod/mini'

/**
 * What speaks against a fact. No text inside: the app that shows it has the words (`client/src/i18n`), by `code`.
 * `at` is the path of the field in the fact (`data.order`, `occurredOn`), so that a form can set it under its field.
 * `block`: cannot be, the server holds the fact. `warn`: may be kept with a reason.
 */
export const Problem = z.strictObject({
  code: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,60}$/)),
  at: z.string().check(z.maxLength(200)),
  severity: z.enum(['block', 'warn']),
  params: z.record(z.string(), z.union([z.string().check(z.maxLength(500)), z.number()])),
})
export type Problem = z.infer<typeof Problem>

export type ProblemParams = Readonly<Record<string, string | number>>

export function block(code: string, at: string, params: ProblemParams = {}): Problem {
  return { code, at, severity: 'block', params: { ...params } }
}

export function warn(code: string, at: string, params: ProblemParams = {}): Problem {
  return { code, at, severity: 'warn', params: { ...params } }
}

export function isBlocked(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'block')
}
