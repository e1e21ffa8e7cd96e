import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { isAbsolute, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { findClosedFolder, isRoot } from './db/embedded/data-folder.ts';
import { OperatorError } from './operator-error.ts';

/** What the environment may set. docs/operate.md explains each. */
export type Config = {
  /** Address to listen on. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where people reach the server, without a final slash; undefined: only on this machine. */
  readonly publicUrl: string | undefined;
  /** A PostgreSQL of one's own; undefined: the embedded one in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Addresses of proxies whose `X-Forwarded-*` is believed; false: of none. */
  readonly trustedProxy: readonly string[] | false;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** What a scraper elsewhere shows as `Authorization: Bearer …` to read /metrics; undefined: only this machine may. */
  readonly metricsToken: string | undefined;
  /** The folder of the checkout, where client/dist and fixtures stand. */
  readonly checkout: string;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A setting in the environment cannot be used. */
export class BadSetting extends OperatorError {
  override readonly name = 'BadSetting';
  constructor(setting: string, value: string, vi: string, en: string) {
    super(`Thiết lập ${setting}="${value}" không dùng được: ${vi}.`, `The setting ${setting}="${value}" cannot be used: ${en}.`, 2);
  }
}

type Setting<Value> = { readonly name: string; readonly shape: z.ZodType<Value>; readonly vi: string; readonly en: string; readonly secret?: boolean };

function read<Value>(environment: NodeJS.ProcessEnv, { name, shape, vi, en, secret }: Setting<Value>): Value {
  const given = environment[name]?.trim();
  const raw = given === '' ? undefined : given;
  const parsed = shape.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new BadSetting(name, secret === true ? '…' : (raw ?? ''), vi, en);
}

const httpUrl = z.url({ protocol: /^https?$/ }).refine((url) => {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash, username } = new URL(url);
  return pathname === '/' && search === '' && hash === '' && username === '';
});

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.enum(['loopback', 'linklocal', 'uniquelocal'])]);

const HOST: Setting<string> = {
  name: 'HOST',
  shape: z.union([z.ipv4(), z.ipv6(), z.hostname()]).default('127.0.0.1'),
  vi: 'cần một địa chỉ như 127.0.0.1 hoặc 0.0.0.0',
  en: 'an address such as 127.0.0.1 or 0.0.0.0 is needed',
};
const PORT: Setting<number> = {
  name: 'PORT',
  shape: z.string().regex(/^\d{1,5}$/).default('8080').transform(Number).refine((port) => port <= 65_535),
  vi: 'cần một số từ 0 đến 65535',
  en: 'a number from 0 to 65535 is needed',
};
const PUBLIC_URL: Setting<string | undefined> = {
  name: 'PUBLIC_URL',
  shape: httpUrl.optional(),
  vi: 'cần một địa chỉ như https://sotay.example.vn, không có đường dẫn phía sau',
  en: 'an address such as https://sotay.example.vn is needed, with no path after it',
};
const DATABASE_URL: Setting<string | undefined> = {
  name: 'DATABASE_URL',
  shape: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  vi: 'cần dạng postgresql://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu',
  en: 'the form postgresql://user:password@host:port/database is needed',
  secret: true,
};
const SOTAY_DATA: Setting<string | undefined> = {
  name: 'SOTAY_DATA',
  shape: z.string().max(4096).refine((path) => !path.includes('\0')).optional(),
  vi: 'cần đường dẫn của một thư mục',
  en: 'the path of a folder is needed',
};
const TRUSTED_PROXY: Setting<readonly string[] | false> = {
  name: 'TRUSTED_PROXY',
  shape: z.string().transform((list) => list.split(',').map((entry) => entry.trim())).pipe(z.array(address)).optional().transform((list) => list ?? false),
  vi: 'cần địa chỉ của máy chủ trung gian, cách nhau bằng dấu phẩy, ví dụ 127.0.0.1 hoặc 10.0.0.0/8',
  en: 'addresses of proxies separated by commas are needed, such as 127.0.0.1 or 10.0.0.0/8',
};
const LOG_LEVEL: Setting<(typeof LOG_LEVELS)[number]> = {
  name: 'LOG_LEVEL',
  shape: z.enum(LOG_LEVELS).default('info'),
  vi: `cần một trong ${LOG_LEVELS.join(', ')}`,
  en: `one of ${LOG_LEVELS.join(', ')} is needed`,
};
const METRICS_TOKEN: Setting<string | undefined> = {
  name: 'METRICS_TOKEN',
  shape: z.string().regex(/^[\w.~+/=-]{24,200}$/).optional(),
  vi: 'cần ít nhất 24 chữ và số không dấu',
  en: 'at least 24 plain letters and digits are needed',
  secret: true,
};

/**
 * The settings of this start.
 * @throws BadSetting (exit code 2) naming the setting, in Vietnamese and English; the values of DATABASE_URL and METRICS_TOKEN are not repeated
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const host = read(environment, HOST);
  const port = read(environment, PORT);
  const checkout = findCheckout();
  const folder = read(environment, SOTAY_DATA);
  const publicUrl = read(environment, PUBLIC_URL);
  return {
    host,
    port,
    publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
    databaseUrl: read(environment, DATABASE_URL),
    dataFolder: folder === undefined ? defaultDataFolder(checkout) : isAbsolute(folder) ? folder : resolve(folder),
    trustedProxy: read(environment, TRUSTED_PROXY),
    logLevel: read(environment, LOG_LEVEL),
    metricsToken: read(environment, METRICS_TOKEN),
    checkout,
  };
}

/** Where a browser on this machine reaches a server on `host` and `port`. */
export function localUrl(host: string, port: number): string {
  const isAny = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1';
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * `.data` in the checkout. Not where it could not work: as root in a checkout that the database's unprivileged user cannot
 * enter (under /root), or in a checkout that cannot be written: then /var/lib/sotay.
 */
export function defaultDataFolder(checkout: string): string {
  const inside = join(checkout, '.data');
  const isClosed = isRoot() && findClosedFolder(checkout) !== undefined;
  return isClosed || (!existsSync(inside) && !isWritable(checkout)) ? '/var/lib/sotay' : inside;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isCheckout(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && /"name":\s*"so-tay"/.test(readFileSync(manifest, 'utf8'));
}

function findCheckout(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    if (isCheckout(at)) return at;
  }
  return process.cwd();
}
