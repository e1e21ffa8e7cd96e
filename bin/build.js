import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as bundle } from 'vite'
import { holding } from './build-lock.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMON = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'domain/package.json', 'domain/src', 'fixtures']

/** The two halves of the build: what each is made from, and what must be there afterwards. */
const PARTS = [
  { name: 'client', sources: [...COMMON, 'client'], entry: 'client/vite.config.ts' },
  { name: 'server', sources: [...COMMON, 'server'], entry: 'server/vite.config.ts' },
]
const NOT_SOURCES = new Set(['node_modules', 'dist', 'tests'])

/**
 * Builds client and server into their `dist` folders, each only if something it is made from has changed since. A folder is
 * replaced whole, so a reader never sees half a build; of two builds at once the second waits and then finds its work done.
 * Throws what Vite throws for a source that does not build.
 */
export async function build({ quiet = false } = {}) {
  if ((await outdated()).length === 0) return
  await holding(join(ROOT, '.cache', 'build.lock'), async () => {
    for (const part of await outdated()) {
      await removeUnfinished(part.name)
      await buildPart(part, quiet)
    }
  })
}

async function outdated() {
  const parts = []
  for (const part of PARTS) {
    if (!existsSync(join(ROOT, part.entry))) {
      console.error(`${part.entry} is missing, so ${part.name} is not built`)
      continue
    }
    const hash = await hashOf(part.sources)
    const built = existsSync(join(ROOT, part.name, 'dist')) ? await stampOf(part.name) : undefined
    if (hash !== built) parts.push({ ...part, hash })
  }
  return parts
}

/** What a build that was killed left behind. */
async function removeUnfinished(name) {
  for (const entry of await readdir(join(ROOT, name))) {
    if (entry.startsWith('dist.')) await rm(join(ROOT, name, entry), { recursive: true, force: true })
  }
}

async function buildPart({ name, entry, hash }, quiet) {
  const began = performance.now()
  const tell = quiet ? undefined : setTimeout(() => console.log(`Building ${name} …`), 1000)
  const next = join(ROOT, name, `dist.${process.pid}`)
  const dist = join(ROOT, name, 'dist')
  try {
    await bundle({
      root: join(ROOT, name),
      configFile: join(ROOT, entry),
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: next, emptyOutDir: true },
    })
    await rm(stampFile(name), { force: true })
    await rm(dist, { recursive: true, force: true })
    await rename(next, dist)
    await writeFile(stampFile(name), hash)
  } finally {
    clearTimeout(tell)
    await rm(next, { recursive: true, force: true })
  }
  const seconds = (performance.now() - began) / 1000
  if (!quiet && seconds >= 1) console.log(`Built ${name} in ${seconds.toFixed(1)} s`)
}

const stampFile = (name) => join(ROOT, '.cache', `built-${name}`)

async function stampOf(name) {
  return existsSync(stampFile(name)) ? await readFile(stampFile(name), 'utf8') : undefined
}

/** One hash over names and contents of all files that a build reads, apart from specs, and the Node it runs on. */
async function hashOf(sources) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const source of sources) {
    for (const file of await filesOf(source)) hash.update(`\0${file}\0`).update(await readFile(join(ROOT, file)))
  }
  return hash.digest('hex')
}

async function filesOf(source) {
  const path = join(ROOT, source)
  let entries
  try {
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return [source]
    if (error.code === 'ENOENT') return []
    throw error
  }
  const files = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_SOURCES.has(entry.name) || entry.name.startsWith('dist.') || /\.spec\.tsx?$/.test(entry.name)) continue
    files.push(...(await filesOf(`${source}/${entry.name}`)))
  }
  return files
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build()
