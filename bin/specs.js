import { mkdir, readFile, rm } from 'node:fs/promises'
import { runBin } from './steps.js'

const RESULTS = '.cache/specs'

/**
 * Runs one project of vitest.config.ts. Returns what `run` returns, with how many specs passed and failed; a file that could not
 * be loaded, and a run that ended badly for any other reason, count as failed, and so does a project without specs.
 */
export async function runSpecs(project, options) {
  const file = `${RESULTS}/${project}.json`
  await mkdir(RESULTS, { recursive: true })
  await rm(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const result = await runBin('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...reporters], options)
  const { passed, failed } = await counted(file)
  return { ...result, passed, failed: result.ok ? failed : Math.max(failed, 1) }
}

async function counted(file) {
  try {
    const report = JSON.parse(await readFile(file, 'utf8'))
    const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
