import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

import { Refused } from '../access/refused.ts';
import { CountedOtherwise } from '../log/head.ts';
import { PROBLEMS } from './problem-table.ts';
import type { ProblemName } from './problem-table.ts';

/** RFC 9457. `instance` is a number to quote; the log has the same. */
export type HttpProblem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemName;
  readonly instance: string;
  /** Where a request did not fit its schema: paths and kinds of fault, never values. */
  readonly problems?: readonly { readonly at: string; readonly code: string }[];
};

const BY_FASTIFY_CODE: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_EMPTY_TYPE: 'wrong-content-type',
  FST_UNDER_PRESSURE: 'not-ready',
};

function nameOf(error: FastifyError): ProblemName {
  if (error instanceof Refused) return error.code;
  // The version that counted it anew is there or comes: a phone sends again by itself.
  if (error instanceof CountedOtherwise) return 'not-ready';
  const known = BY_FASTIFY_CODE[error.code];
  if (known !== undefined) return known;
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? 'invalid-request' : 'fault';
}

/** Whatever was thrown, as the problem that the client gets: no stack, no text from the error, nothing of what was sent. */
function problemOf(error: FastifyError): HttpProblem {
  const code = nameOf(error);
  const { status, title, detail } = PROBLEMS[code];
  const problem = { type: `urn:sotay:problem:${code}`, title, status, detail, code, instance: `urn:uuid:${randomUUID()}` };
  if (!hasZodFastifySchemaValidationErrors(error)) return problem;
  const problems = error.validation.slice(0, 20).map((fault) => ({ at: fault.instancePath.slice(0, 200), code: fault.keyword.slice(0, 60) }));
  return { ...problem, problems };
}

export async function answerWithProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error, instance: problem.instance }, 'fault');
  if (error instanceof Refused && error.retryAfter !== undefined) reply.header('retry-after', String(Math.max(1, Math.ceil(error.retryAfter))));
  await reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
