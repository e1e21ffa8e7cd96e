import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RULES = [
  '.oxlintrc.json',
  'knip.jsonc',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'vitest.config.ts',
  'bin',
]
const WORKSPACES = ['domain', 'server', 'client']

/** An empty house under the rules of this one: its configuration, the same packages, and only the files planted in it. */
export type HouseCopy = {
  readonly folder: string
  plant(files: Readonly<Record<string, string>>): Promise<void>
  /** Runs a script of its own, or a program of its packages; what it wrote, whatever its exit code. */
  run(script: string, ...args: string[]): Promise<{ readonly code: number; readonly output: string }>
  remove(): Promise<void>
}

/** Makes a house in a temporary folder. */
export async function houseCopy(): Promise<HouseCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'house-'))
  const configs = WORKSPACES.flatMap((one) => [`${one}/package.json`, `${one}/tsconfig.json`])
  const more = ['domain/tsconfig.specs.json', 'client/tsconfig.specs.json', 'server/vite.config.ts']
  for (const file of [...RULES, ...configs, ...more]) await cp(join(ROOT, file), join(folder, file), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))

  return {
    folder,
    plant: async (files) => {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, file)), { recursive: true })
        await writeFile(join(folder, file), text)
      }
    },
    run: (script, ...args) =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          ['--enable-source-maps', join(folder, script), ...args],
          { cwd: folder, maxBuffer: 2 ** 24 },
          (error, stdout, stderr) => {
            resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, output: stdout + stderr })
          },
        )
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
