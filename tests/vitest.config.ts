import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    environment: 'node',
    pool: 'forks',
    // Loading the app takes longer than most files of tests: a process does it once, and runs file after file.
    isolate: false,
    maxWorkers: '100%',
    // A limit on hanging, not on speed: a machine may be slow and busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
