import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const CLIENT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the app into a folder. */
export async function buildClient(folder: string): Promise<void> {
  await build({ root: CLIENT, configFile: join(CLIENT, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
}
