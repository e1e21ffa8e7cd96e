import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';

import { anyone } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App } from './app-type.ts';

/** Files under `assets/` carry their hash in the name and never change; all others are asked for anew each time (304 when the same). */
function send(reply: FastifyReply, file: string): FastifyReply {
  const isHashed = file.startsWith('assets/');
  return reply.sendFile(file, isHashed ? { maxAge: '365d', immutable: true, cacheControl: true } : { maxAge: 0, cacheControl: true });
}

/** The page of an address that is no file: the office's own entry below `/office` and for one-time links (`/moi`), the field app's for all others. */
function pageOf(folder: string, path: string): string {
  const isOffice = path === 'moi' || path === 'office' || path.startsWith('office/');
  return isOffice ? (['office.html', 'office/index.html'].find((page) => existsSync(join(folder, page))) ?? 'index.html') : 'index.html';
}

function isFile(folder: string, path: string): boolean {
  return path !== '' && /\.[a-z0-9]+$/i.test(path) && !path.split('/').some((part) => part.startsWith('.')) && existsSync(join(folder, path));
}

/** Serves the built client. Whatever is neither a file nor `/api` is a page of the app. */
export async function serveClient(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get('/*', { config: { policy: anyone }, schema: { hide: true } }, (request, reply) => {
    const path = decodeURIComponent(request.url.split('?')[0] ?? '').slice(1);
    if (path === 'api' || path.startsWith('api/')) throw new Refused('not-found');
    if (isFile(folder, path)) return send(reply, path);
    if (/\.[a-z0-9]+$/i.test(path) && !path.endsWith('.html')) throw new Refused('not-found');
    return send(reply, pageOf(folder, path));
  });
}
