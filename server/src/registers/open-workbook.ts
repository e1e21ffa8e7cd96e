import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Sheet } from './cell.ts';
import { MOST } from './workbook-fault.ts';
import type { WorkbookFault } from './workbook-fault.ts';
import { WorkbookRefused } from './workbook-refused.ts';

/** @throws WorkbookRefused when it is not there or too large */
export function readWorkbookFile(path: string): Uint8Array {
  try {
    if (statSync(path).size > MOST.file) throw new WorkbookRefused('too-large');
    return readFileSync(path);
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('unreadable-file', error);
  }
}

/** The exit code of a process that aborted itself: 128 + SIGABRT. */
const ABORTED = 134;

/** Beside this file when the program is built, else the source itself, which Node 20 reads by way of tsx. */
const isSource = import.meta.url.endsWith('.ts');
const READER = fileURLToPath(new URL(isSource ? './workbook.worker.ts' : './workbook.worker.js', import.meta.url));

/**
 * Reads the sheets of a workbook in a process of its own, whose memory and time are bounded: a file made to exhaust either ends that process and nothing
 * else. A thread would not do: one that runs out of memory can take the server with it, and what it unpacks lies outside its bound.
 * @throws WorkbookRefused
 */
export async function openWorkbook(file: Uint8Array, most: { readonly time: number; readonly memory: number } = MOST): Promise<readonly Sheet[]> {
  if (file.byteLength > MOST.file) throw new WorkbookRefused('too-large');
  const reader = fork(READER, [], {
    execArgv: [`--max-old-space-size=${most.memory}`, ...(isSource ? ['--import', 'tsx'] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  });
  try {
    const answer = await answerOf(reader, file, most.time);
    if (typeof answer === 'string') throw new WorkbookRefused(answer);
    return answer;
  } finally {
    reader.kill('SIGKILL');
  }
}

function answerOf(reader: ChildProcess, file: Uint8Array, patience: number): Promise<readonly Sheet[] | WorkbookFault> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('takes-too-long'), patience);
    const settle = (answer: readonly Sheet[] | WorkbookFault): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parse boundary: the other end is workbook.worker.ts of this same program
    reader.once('message', (answer) => settle(answer as readonly Sheet[] | WorkbookFault));
    reader.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    // Node aborts when its heap is full; an exception that nobody foresaw ends with another code.
    reader.once('exit', (code, signal) => settle(signal !== null || code === ABORTED ? 'takes-too-much-memory' : 'not-a-workbook'));
    reader.send(file);
  });
}
