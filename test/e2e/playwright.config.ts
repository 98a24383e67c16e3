import { defineConfig } from '@playwright/test'

/** The built program, driven as a person would. Each test starts it on a data folder of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Each test runs a whole browser; more at once would only slow each other down on two cores.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
})
