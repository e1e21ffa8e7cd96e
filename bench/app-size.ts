import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const DIST = 'client/dist'
const gzip = (file: string) => gzipSync(readFileSync(`${DIST}/${file}`), { level: 9 }).length
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** Every file that a page names in its own text, and those that they import at their start, each once. */
function filesBefore(page: string): Set<string> {
  const files = new Set<string>([page])
  const visit = (text: string, pattern: RegExp) => {
    for (const [, name = ''] of text.matchAll(pattern)) {
      const file = `assets/${name}`
      if (files.has(file)) continue
      files.add(file)
      if (file.endsWith('.js')) visit(readFileSync(`${DIST}/${file}`, 'utf8'), /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)
    }
  }
  visit(readFileSync(`${DIST}/${page}`, 'utf8'), /(?:src|href)="\/assets\/([\w.-]+\.(?:js|css))"/g)
  return files
}

/** P1: what the field app fetches before its first useful screen (the PIN, then the list), and the sizes of source files. */
export function benchAppSize(): Promise<string[]> {
  const files = [...filesBefore('index.html')]
  const js = files.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + gzip(file), 0)
  const all = files.reduce((sum, file) => sum + gzip(file), 0)
  const sources = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.includes('/src/') && !/\.spec\.tsx?$|\/testing\//.test(file))
  const sizes = sources.map((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))] ?? 0
  return Promise.resolve([
    `JavaScript before the first useful screen: ${kb(js)} gzip · bar 110 KB · ratio ${(js / 1024 / 110).toFixed(2)}`,
    `everything before usable: ${kb(all)} gzip · bar 160 KB · ratio ${(all / 1024 / 160).toFixed(2)}`,
    `lines a source file: median ${at(0.5)}, 90 % ≤ ${at(0.9)}, longest ${sizes.at(-1) ?? 0}, ${sizes.length} files`,
  ])
}
