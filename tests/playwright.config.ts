import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './support/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
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
