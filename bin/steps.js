import { spawn } from 'node:child_process'

const RUNNING = new Set()
let stopped = false

/** After Ctrl-C the commands under way are stopped and no further one begins. */
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopped = true
    for (const child of RUNNING) child.kill(signal)
  })
}

/**
 * Runs a command without a terminal. Returns its exit code, seconds and what it wrote; with `show` it writes to ours meanwhile.
 */
export function run(command, args, { show = false, env = {} } = {}) {
  if (stopped) return Promise.resolve({ ok: false, seconds: 0, output: 'stopped' })
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    RUNNING.add(child)
    const output = []
    const take = (stream) => (chunk) => {
      output.push(chunk)
      if (show) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    const end = (code, trouble = '') => {
      RUNNING.delete(child)
      resolve({ ok: code === 0, seconds: (performance.now() - began) / 1000, output: Buffer.concat(output).toString() + trouble })
    }
    child.on('error', (error) => end(1, String(error)))
    child.on('close', (code) => end(code ?? 1))
  })
}

/** Runs a program that a package of ours brings, by its file, without npx. */
export function runBin(path, args, options) {
  return run(process.execPath, [path, ...args], options)
}

/** Runs steps two at a time, in order, telling of each as it ends; what a failed one wrote follows its line. */
export async function runSteps(steps) {
  const waiting = [...steps]
  const failed = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await step.run()
      console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${result.seconds.toFixed(1).padStart(6)} s  ${step.name}`)
      if (!result.ok) {
        failed.push(step.name)
        console.log(result.output.trimEnd() + '\n')
      }
    }
  }
  await Promise.all([lane(), lane()])
  return failed
}
