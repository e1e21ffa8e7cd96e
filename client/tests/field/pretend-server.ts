import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { SyncRequest } from '@sotay/domain/sync/protocol'
import { buildClient } from './built-client.ts'
import { AREA, ME, smallArea } from './people.ts'
import { type PretendLog, pretendLog } from './pretend-log.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** A service that is not there, in the process of the spec: serves the built app, signs in, and keeps one log in memory. */
export interface PretendServer {
  readonly address: string
  log: PretendLog
  /** Sync requests received, as they came. */
  readonly requests: SyncRequest[]
  /** What `POST /api/sync` answers instead, while set. */
  failWith: number | 'cut-before' | 'cut-after' | undefined
  isSignedIn: boolean
  /** A small area in a fresh log, nothing failing, nobody signed in. */
  reset(facts?: readonly unknown[]): void
  /** The bytes of served files, gzipped. */
  gzipBytes(urls: readonly string[]): number
  close(): Promise<void>
}

/** Builds the app into a temporary folder and serves it. */
export async function startPretendServer(): Promise<PretendServer> {
  const folder = await mkdtemp(join(tmpdir(), 'field-'))
  await buildClient(folder)
  const service: PretendServer = { address: '', log: pretendLog(AREA), requests: [], failWith: undefined, isSignedIn: false, reset, gzipBytes, close: () => Promise.resolve() }
  function gzipBytes(urls: readonly string[]): number {
    return urls.map((url) => gzipSync(readFileSync(join(folder, new URL(url).pathname))).length).reduce((a, b) => a + b, 0)
  }

  function reset(facts: readonly unknown[] = smallArea().facts): void {
    Object.assign(service, { log: pretendLog(AREA), failWith: undefined, isSignedIn: false })
    for (const fact of facts) service.log.append(fact)
  }
  reset()
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path.startsWith('/api/')) return api(request, response, `${request.method ?? ''} ${path}`)
    const file = join(folder, extname(path) === '' ? 'index.html' : path)
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'",
    })
    response.end(await readFile(file))
  }

  async function api(request: IncomingMessage, response: ServerResponse, what: string): Promise<void> {
    const send = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = chunks.length === 0 ? null : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>)
    const me = { ...ME, serverTime: Date.now() }
    if (what === 'POST /api/session') {
      if (body?.['password'] !== 'mat-khau-tot') return void send(401, { code: 'wrong-credentials' })
      service.isSignedIn = true
      return void send(200, me)
    }
    if (!service.isSignedIn) return void send(401, { code: 'not-signed-in' })
    if (what === 'GET /api/session') return void send(200, me)
    if (what === 'DELETE /api/session') return void ((service.isSignedIn = false), send(204, null))
    if (what !== 'POST /api/sync') return void send(404, { code: 'not-found' })
    if (service.failWith === 'cut-before') return void response.destroy()
    if (typeof service.failWith === 'number') return void send(service.failWith, { code: 'fault' })
    const asked = body as unknown as SyncRequest
    service.requests.push(asked)
    const answered = service.log.answer(asked)
    if (service.failWith === 'cut-after') return void response.destroy()
    send(200, answered)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return Object.assign(service, {
    address: `http://localhost:${typeof bound === 'object' ? (bound?.port ?? 0) : 0}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  })
}
