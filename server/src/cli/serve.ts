import { networkInterfaces } from 'node:os';

import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { startServer } from '../main.ts';
import type { RunningServer, ServerOptions } from '../main.ts';
import type { CommandIo } from './command.ts';
import { listenForStop } from './stop-signal.ts';
import { tellRecount } from './tell-recount.ts';

export type ServeOptions = Pick<ServerOptions, 'prepare'> & {
  /** Lines to print once the server listens. */
  readonly announce?: (server: RunningServer, io: CommandIo) => Promise<void>;
};

/** Addresses at which other machines reach a server that listens on all of them. */
function networkAddresses(config: Config, local: string): string[] {
  if (config.host !== '0.0.0.0' && config.host !== '::') return [];
  const port = new URL(local).port;
  const found = Object.values(networkInterfaces()).flat();
  return found.flatMap((entry) => (entry !== undefined && !entry.internal && entry.family === 'IPv4' ? [`http://${entry.address}:${port}`] : []));
}

function announceAddresses(config: Config, server: RunningServer, io: CommandIo): void {
  const addresses = [...new Set([server.publicUrl, server.localUrl, ...networkAddresses(config, server.localUrl)])];
  io.out(`Sổ tay đang chạy · Sổ tay is running: ${addresses.join('  ')}`);
  if (config.databaseUrl === undefined) io.out(`Dữ liệu · Data: ${config.dataFolder}`);
  for (const warning of server.warnings) io.err(`${warning.vi}\n${warning.en}`);
}

/**
 * Runs the server until Ctrl-C or SIGTERM.
 * @returns the exit code: 0 after an orderly stop, 1 when the database was lost
 * @throws OperatorError when it cannot start
 */
export async function serve(io: CommandIo, options: ServeOptions = {}): Promise<number> {
  const config = readConfig(io.environment);
  const stop = listenForStop(() => {
    io.err('Dừng ngay. · Stopping at once.');
    process.exit(130);
  });
  let lost: Error | undefined;
  try {
    const server = await startServer(config, {
      ...(options.prepare === undefined ? {} : { prepare: options.prepare }),
      ...tellRecount(io),
      onLost: (reason) => {
        lost = reason;
        stop.ask();
      },
    });
    try {
      if (!stop.isAsked()) {
        announceAddresses(config, server, io);
        await options.announce?.(server, io);
        io.out('Dừng: Ctrl-C · Stop: Ctrl-C');
        await stop.asked;
      }
      if (lost === undefined) io.out('Đang dừng … · Stopping …');
      else io.err(lost.message);
    } finally {
      await server.close();
    }
    return lost === undefined ? 0 : 1;
  } finally {
    stop.forget();
  }
}
