import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runSpecs } from './specs.js'
import { runBin, runSteps } from './steps.js'

const TYPES = ['domain', 'domain/tsconfig.specs.json', 'server', 'client', 'client/tsconfig.specs.json', '.']

/** Types, lint, dead code and unit specs, two at a time. Returns what failed, and the count of unit specs. */
export async function check() {
  const began = performance.now()
  const specs = { passed: 0, failed: 0 }
  const unit = async () => {
    const result = await runSpecs('unit')
    Object.assign(specs, { passed: result.passed, failed: result.failed })
    return result
  }
  const failed = await runSteps([
    { name: 'unit specs', run: unit },
    { name: 'lint', run: () => runBin('node_modules/oxlint/bin/oxlint', ['--format', 'unix']) },
    ...TYPES.map((project) => ({
      name: `types ${project}`,
      run: () => runBin('node_modules/typescript/bin/tsc', ['--noEmit', '-p', project]),
    })),
    { name: 'dead code', run: () => runBin('node_modules/knip/bin/knip.js', ['--no-progress']) },
  ])
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    failed.length === 0 ? `check: all well, ${specs.passed} unit specs, ${seconds} s` : `check: ${failed.join(', ')} failed, ${seconds} s`,
  )
  return { failed, specs }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const { failed } = await check()
  process.exitCode = failed.length === 0 ? 0 : 1
}
