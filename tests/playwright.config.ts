import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './support/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  // Limits on hanging, not on speed: a machine may be slow. What must be quick is measured where it is asked for.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // On a busy shared machine a test in a browser may fail by chance once; `npm test` names those that did.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    // A kitchen's day is not the computer's UTC day; every test runs where the two differ.
    timezoneId: 'America/New_York',
    // No trace: of every step it takes as long as the step. Where one is wanted: npm run e2e -- --trace on
    launchOptions: chromiumOptions(),
  },
})
