import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The real server with its demonstration, as `npm run demo` starts it, in a folder of its own. */
export interface DemoServer {
  readonly url: string
  /** A folder for whatever else a spec keeps; removed at the end. */
  readonly folder: string
  /** The password that the demonstration printed for a user. */
  readonly password: (name: string) => string
  readonly close: () => Promise<void>
}

/** Starts it, building first where needed. Rejects with what it printed when it ends before it listens. */
export async function startDemoServer(): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-demo-'))
  // As root the database runs as another user, who must be able to pass.
  await chmod(folder, 0o711)
  const port = await freePort()
  const env = { ...process.env, SOTAY_DATA: join(folder, 'data'), PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: '', DATABASE_URL: '' }
  const child = spawn(process.execPath, [join(ROOT, 'bin/sotay.js'), 'demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8')
      if (told.includes('Ctrl-C')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the demonstration ended with ${code}: ${told}`)))
  })
  const passwords = new Map([...told.matchAll(/^ {2}([a-z]+) +([a-z0-9-]+) {2,}.*→/gm)].map(([, name = '', password = '']) => [name, password]))
  return {
    url: `http://localhost:${port}`,
    folder,
    password: (name) => passwords.get(name) ?? '',
    async close() {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
