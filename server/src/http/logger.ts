import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** Frames of a stack only: the first line holds the message, and a message may quote what a person typed. */
function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .join('\n');
}

type Told = { readonly type: string; readonly code?: string; readonly constraint?: string; readonly stack: string; readonly cause?: Told };

function textAt(error: object, name: string): string | undefined {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

/** What a log may know of an error: its class, code and place, and of the database the constraint. Never its message. */
export function tellError(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const code = textAt(error, 'code');
  const constraint = textAt(error, 'constraint');
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: framesOf(error.stack),
    ...(error.cause === undefined || depth > 2 ? {} : { cause: tellError(error.cause, depth + 1) }),
  };
}

/** What is never written, wherever a caller puts it. */
const PERSONAL = ['password', 'token', 'name', 'fullName', 'full_name', 'cookie', 'authorization', 'body', 'facts', 'data', 'raw', 'query', 'headers', 'url', 'ip', 'remoteAddress'];

/**
 * The log: JSON lines with method, route as declared (never as typed: addresses hold ids), status, milliseconds and a random request id. No address,
 * no header, no query, no body.
 */
export function openLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: [...PERSONAL, ...PERSONAL.map((word) => `*.${word}`)], censor: '…' },
    serializers: { err: (error: unknown) => tellError(error), req: () => undefined, res: () => undefined },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
