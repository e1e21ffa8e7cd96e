import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { GiveTask, TaskSeen, TasksNoted, WithdrawTasks } from '@sotay/domain/wire/work';
import * as z from 'zod/mini';

import { communeOf, lettingOf } from '../access/officer-acting.ts';
import { officer } from '../access/policies.ts';
import type { App, Deps } from '../http/app-type.ts';
import { giveTask, listTasks, withdrawTasks } from '../log/tasks.ts';

/** Five hundred ids and a thousand letters, with room. */
const BODY_LIMIT = 64 * 1024;

/** `/api/tasks`: what the officer asks of areas at the review meeting, and what they answered. */
export function taskRoutes(app: App, { db, now }: Deps): void {
  app.get('/api/tasks', { config: { policy: officer, rate: 'costly' }, schema: { summary: 'Tasks given, with their answers', response: { 200: z.array(TaskSeen) } } }, async (request) =>
    listTasks(db, await communeOf(db, request), civilDayInVietnam(now())),
  );

  app.post(
    '/api/tasks',
    { config: { policy: officer, rate: 'costly' }, bodyLimit: BODY_LIMIT, schema: { summary: 'Give a task to areas', body: GiveTask, response: { 201: TasksNoted } } },
    async (request, reply) => {
      const tasks = await giveTask(db, await communeOf(db, request), request.body, await lettingOf(request, now()));
      return reply.code(201).send({ tasks });
    },
  );

  app.post(
    '/api/tasks/withdraw',
    { config: { policy: officer, rate: 'costly' }, bodyLimit: BODY_LIMIT, schema: { summary: 'Take tasks back', body: WithdrawTasks, response: { 200: TasksNoted } } },
    async (request) => ({ tasks: await withdrawTasks(db, await communeOf(db, request), request.body, await lettingOf(request, now())) }),
  );
}
