import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig } from 'vite'

const src = join(import.meta.dirname, 'src')

/** `dist/main.js`, `dist/cli.js`, and every `*.worker.ts`, which runs in a thread of its own, as `dist/<name>.worker.js`. */
function entries(): Record<string, string> {
  const workers = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.worker.ts'))
  const named: [string, string][] = [
    ['main', join(src, 'main.ts')],
    ['cli', join(src, 'cli', 'main.ts')],
    ...workers.map((file): [string, string] => [basename(file, '.ts'), join(src, file)]),
  ]
  return Object.fromEntries(named.filter(([, file]) => existsSync(file)))
}

export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: [/^@sotay\//], external: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: { input: entries(), output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
})
