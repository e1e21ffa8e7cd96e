import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { build } from './build.js'
import { check } from './check.js'
import { runSpecs } from './specs.js'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const began = performance.now()
let passed = 0
let failed = 0

const checked = await check()
passed += checked.specs.passed
failed += checked.specs.failed + checked.failed.filter((step) => step !== 'unit specs').length

try {
  await build({ quiet: false })
} catch (error) {
  failed += 1
  console.error(error)
}

for (const project of ['house', 'integration', 'model', 'browser']) {
  const result = await runSpecs(project, { show: true })
  passed += result.passed
  failed += result.failed
  console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${result.seconds.toFixed(1).padStart(6)} s  ${project} specs`)
}

console.log(`whole test: ${((performance.now() - began) / 60_000).toFixed(1)} min`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
