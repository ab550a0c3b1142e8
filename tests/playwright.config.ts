import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './support/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // Browsers, printers and kills are real: what a busy machine delays is tried once more, and counted as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    // A kitchen's day is not the computer's UTC day; every test runs where the two differ.
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
    launchOptions: chromiumOptions(),
  },
})
