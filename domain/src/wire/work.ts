import * as z from 'zod/mini'
import { AreaId, FactId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'

/** Tasks of the review meeting as the office gives and reads them (`/api/tasks`). */
const MOST_AREAS = 500

/** `POST /api/tasks`: one task to each of some areas. `key` is made once for what stands in the form: sent again, the same task is the same task. */
export const GiveTask = z.strictObject({
  key: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
  areas: z.array(AreaId).check(z.minLength(1), z.maxLength(MOST_AREAS)),
  text: text(1_000),
  due: z.exactOptional(PlainDate),
})
export type GiveTask = z.infer<typeof GiveTask>

/** `POST /api/tasks/withdraw`: takes tasks back. */
export const WithdrawTasks = z.strictObject({ tasks: z.array(FactId).check(z.minLength(1), z.maxLength(MOST_AREAS)), reason: text(500) })
export type WithdrawTasks = z.infer<typeof WithdrawTasks>

/** The ids of the facts that stand for what was asked. */
export const TasksNoted = z.strictObject({ tasks: z.array(FactId) })
export type TasksNoted = z.infer<typeof TasksNoted>

/** `GET /api/tasks`: a task that stands, with its answer. Instants are milliseconds UTC. */
export const TaskSeen = z.strictObject({
  task: FactId,
  area: AreaId,
  givenAt: z.int(),
  on: PlainDate,
  text: z.string(),
  due: z.nullable(PlainDate),
  answer: z.nullable(z.strictObject({ answer: z.enum(['done', 'not-done']), remark: z.nullable(z.string()), by: z.string(), on: PlainDate })),
})
export type TaskSeen = z.infer<typeof TaskSeen>
