import { once } from 'node:events';

import type { Command, CommandIo } from './command.ts';
import { demo } from './demo.ts';
import { generate } from './generate.ts';
import { importFiles } from './import.ts';
import { runCommand } from './run-command.ts';
import { report } from './report.ts';
import { start } from './start.ts';
import { units } from './units.ts';
import { verify } from './verify.ts';

/** Every command of `sotay`, in the order of the help. */
const commands: readonly Command[] = [start, demo, importFiles, report, units, generate, verify];

const io: CommandIo = {
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  },
  err: (line) => {
    process.stderr.write(`${line}\n`);
  },
  environment: process.env,
};

// Whoever reads along (`| head`) may have enough; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommand(commands, process.argv.slice(2), io);
