/** How to reach a database: one shape for a Unix socket (`host` is its folder) and for a network address. */
export type ConnectionSettings = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

/** The same as a URL that `pg` and `DATABASE_URL` understand. Holds the password: never log it. */
export function connectionUrl(settings: ConnectionSettings): string {
  const { user, password, host, port, database } = settings;
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  if (!host.startsWith('/')) return `postgresql://${who}@${host}:${port}/${encodeURIComponent(database)}`;
  return `postgresql://${who}@localhost:${port}/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`;
}
