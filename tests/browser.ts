import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** A Chromium to start: where it is, with which flags, and what must be added to its environment. */
export type Chromium = { readonly executablePath: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }

/** No browser could be found or unpacked. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

const DEBIAN = '/usr/bin/chromium'
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Quiet flags: no GPU, no traffic of its own; no sandbox, which root and most containers cannot have, for pages that are ours. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a Chromium: the one `wanted` names (CHROMIUM_PATH unless said; `npm` means the one npm brings), else Debian's, else npm's,
 * unpacked once into `.cache`. Throws NoBrowser where the path named holds nothing, or npm's does not unpack.
 */
export async function findChromium(wanted = process.env['CHROMIUM_PATH'] ?? ''): Promise<Chromium> {
  if (wanted !== '' && wanted !== 'npm') {
    if (!existsSync(wanted)) throw new NoBrowser(`CHROMIUM_PATH names ${wanted}, which does not exist`)
    return { executablePath: wanted, args: ARGS, env: {} }
  }
  if (wanted === '' && existsSync(DEBIAN)) return { executablePath: DEBIAN, args: ARGS, env: {} }
  const folder = await unpacked()
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf'), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  return { executablePath: join(folder, 'chromium'), args: ARGS, env }
}

/** Starts a browser without a profile; each context of it is a device of its own. */
export async function openBrowser(wanted?: string): Promise<Browser> {
  const { executablePath, args, env } = await findChromium(wanted)
  return await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } })
}

/** Starts a browser on a profile folder, so that what a page stored is there again after it is closed and opened. */
export async function openProfile(folder: string, options: BrowserContextOptions = {}, wanted?: string): Promise<BrowserContext> {
  const { executablePath, args, env } = await findChromium(wanted)
  return await chromium.launchPersistentContext(folder, { ...options, executablePath, args: [...args], env: { ...process.env, ...env } })
}

/** The folder that holds npm's Chromium; unpacked beside and moved into place, so that two runs at once do not meet. */
async function unpacked(): Promise<string> {
  const cache = join(ROOT, '.cache')
  const folder = join(cache, `chromium-${await packageVersion()}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const next = await mkdtemp(join(cache, 'chromium-unpacking-'))
  try {
    // AWS_EXECUTION_ENV makes the package unpack NSS and Expat too, which a bare Debian does not have.
    const env = { ...process.env, TMPDIR: next, AWS_EXECUTION_ENV: 'nodejs20.x' }
    await promisify(execFile)(process.execPath, [join(ROOT, 'tests', 'unpack-chromium.js')], { env })
    await writeFile(join(next, 'fonts.conf'), fontsConf(folder))
    await rename(next, folder)
  } catch (cause) {
    if (!existsSync(folder)) throw new NoBrowser('The Chromium that npm brings could not be unpacked', { cause })
  } finally {
    await rm(next, { recursive: true, force: true })
  }
  return folder
}

async function packageVersion(): Promise<string> {
  const main = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const manifest: unknown = JSON.parse(await readFile(join(dirname(main), '..', '..', 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string')
    return manifest.version
  throw new NoBrowser('@sparticuz/chromium names no version')
}

/** Open Sans comes with the package and holds every Vietnamese letter; a bare machine has no font at all. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}
