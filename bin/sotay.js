#!/usr/bin/env node
import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const OLDEST = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`Cần Node ${OLDEST.join('.')} trở lên; máy này có ${process.version}.\nNode ${OLDEST.join('.')} or later is needed; this is ${process.version}.`)
  process.exit(1)
}

/**
 * The build runs in a process of its own: the bundler's memory would stay with a server that runs for months. What it says goes to the standard error,
 * for what a command prints may be data.
 */
function buildFirst() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('build.js', import.meta.url))], { stdio: ['ignore', 2, 'inherit'] })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass)
      resolve(code ?? 1)
    })
  })
}

const code = await buildFirst()
if (code !== 0) {
  console.error('Không dựng được chương trình. · The program could not be built.')
  process.exit(code)
}

// In this same process, so that signals and the exit code are the command's own.
process.setSourceMapsEnabled(true)
await import(new URL('../server/dist/cli.js', import.meta.url).href)
