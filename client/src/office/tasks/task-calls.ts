import type { FactId } from '@sotay/domain/kernel/ids'
import { type GiveTask, TaskSeen, TasksNoted } from '@sotay/domain/wire/work'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

/** The tasks that stand in the commune's areas, the latest first. */
export async function askTasks(signal: AbortSignal): Promise<Answer<TaskSeen[]>> {
  return await askServer('/api/tasks', z.array(TaskSeen), { signal })
}

export async function giveTask(body: GiveTask): Promise<Answer<TasksNoted>> {
  return await askServer('/api/tasks', TasksNoted, { method: 'POST', body })
}

export async function withdrawTasks(tasks: readonly FactId[], reason: string): Promise<Answer<TasksNoted>> {
  return await askServer('/api/tasks/withdraw', TasksNoted, { method: 'POST', body: { tasks, reason } })
}
