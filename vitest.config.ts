import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['domain/src/**/*.spec.ts', 'server/src/**/*.spec.ts', 'client/src/**/*.spec.{ts,tsx}'] } },
      {
        // A real database; each file has a folder and a port of its own.
        test: { name: 'integration', include: ['server/tests/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
      },
      { test: { name: 'house', include: ['tests/house/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        // A real browser and a real server: one file at a time.
        test: {
          name: 'browser',
          include: ['client/tests/**/*.spec.{ts,tsx}', 'tests/**/*.spec.ts'],
          exclude: ['tests/house/**', 'tests/broken/*/**', '**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
