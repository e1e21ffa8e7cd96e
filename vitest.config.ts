import { defineConfig } from 'vitest/config'
import { brokenPromise } from './tests/broken/plugin.ts'

/** Breaks one promise in the sources on the way into the specs, where `SOTAY_BROKEN` names it. */
const plugins = brokenPromise(process.env['SOTAY_BROKEN'])

/** Specs that try many made-up histories stand beside their file and run with the model, so that the check before a commit stays short. */
const RANDOM = '{domain,server}/src/**/*.random.spec.ts'

export default defineConfig({
  test: {
    projects: [
      {
        // Without a fresh set of modules for each file: to load the domain seventy times takes as long as to try it.
        plugins,
        test: { name: 'unit', isolate: false, testTimeout: 60_000, include: ['domain/src/**/*.spec.ts', 'server/src/**/*.spec.ts', 'client/src/**/*.spec.{ts,tsx}'], exclude: [RANDOM] },
      },
      {
        // A real database; each file has a folder and a port of its own.
        plugins,
        test: { name: 'integration', include: ['server/tests/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
      },
      { plugins, test: { name: 'house', include: ['tests/house/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        // Phones × service and made-up histories in seeded runs: two files at once, one for each core. They make many objects that die young: with more room
        // for those, a twentieth less time.
        plugins,
        test: {
          name: 'model',
          include: ['tests/model/**/*.spec.ts', RANDOM],
          testTimeout: 1_500_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          execArgv: ['--max-semi-space-size=64'],
        },
      },
      {
        // A real browser and a real server: one file at a time.
        test: {
          name: 'browser',
          include: ['client/tests/**/*.spec.{ts,tsx}', 'tests/**/*.spec.ts'],
          exclude: ['tests/house/**', 'tests/model/**', 'tests/broken/*/**', '**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
