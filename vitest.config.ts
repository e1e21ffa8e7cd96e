import { defineConfig } from 'vitest/config'
import { brokenPromise } from './tests/broken/plugin.ts'

/** Breaks one promise in the sources on the way into the specs, where `SOTAY_BROKEN` names it. */
const plugins = brokenPromise(process.env['SOTAY_BROKEN'])

export default defineConfig({
  test: {
    projects: [
      { plugins, test: { name: 'unit', testTimeout: 60_000, include: ['domain/src/**/*.spec.ts', 'server/src/**/*.spec.ts', 'client/src/**/*.spec.{ts,tsx}'] } },
      {
        // A real database; each file has a folder and a port of its own.
        plugins,
        test: { name: 'integration', include: ['server/tests/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
      },
      { plugins, test: { name: 'house', include: ['tests/house/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        // Phones × service in seeded runs: two files, one for each core.
        plugins,
        test: { name: 'model', include: ['tests/model/**/*.spec.ts'], testTimeout: 1_500_000, hookTimeout: 120_000, maxWorkers: 2 },
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
