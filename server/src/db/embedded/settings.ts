import { createServer } from 'node:net';

import { OperatorError } from '../../operator-error.ts';
import type { DataFolder } from './data-folder.ts';
import type { DatabaseUser } from './database-user.ts';
import { runProgram } from './run-program.ts';
import { SOCKET_PORT } from './socket-folder.ts';
import type { Software } from './software.ts';

/** Where the database listens: a Unix socket only, or loopback with scram where sockets do not exist. */
export type Listening = { readonly host: string; readonly port: number; readonly settings: Record<string, string> };

/** @param sockets the folder of the socket */
export function listenOnSocket(sockets: string): Listening {
  return {
    host: sockets,
    port: SOCKET_PORT,
    settings: { listen_addresses: '', unix_socket_directories: sockets, unix_socket_permissions: '0700', port: String(SOCKET_PORT) },
  };
}

/** Loopback on a port that is free at this moment. */
export async function listenOnLoopback(): Promise<Listening> {
  const port = await new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(found));
    });
  });
  return { host: '127.0.0.1', port, settings: { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) } };
}

/**
 * What the server asks of its database. The log names errors by code and message alone: statements and key values would
 * carry people's names into a file.
 */
export function clusterSettings(listening: Listening, sharedBuffers: string): Record<string, string> {
  return {
    ...listening.settings,
    cluster_name: 'sotay',
    shared_buffers: sharedBuffers,
    max_connections: '60',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    logging_collector: 'off',
    log_destination: 'stderr',
    jit: 'off',
  };
}

/**
 * Reads from the cluster's own configuration, before anything runs on it, whether it keeps what it acknowledges.
 * @throws OperatorError when someone has turned a safeguard off
 */
export async function refuseUnsafeCluster(folder: DataFolder, software: Software, user: DatabaseUser): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { code, output } = await runProgram(software.postgres, ['-D', folder.cluster, '-C', name], user);
    if (code === 0 && output !== 'off') continue;
    const said = code === 0 ? `${name}=off` : output;
    throw new OperatorError(
      `Không chạy cơ sở dữ liệu trong ${folder.cluster}: ${said}. Với thiết lập này, mất điện là mất ghi chép đã lưu. Hãy bỏ thiết lập đó khỏi postgresql.conf.`,
      `The database in ${folder.cluster} is not started: ${said}. With it, a power cut loses notes already saved. Remove it from postgresql.conf.`,
    );
  }
}
