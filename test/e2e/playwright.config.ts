import { defineConfig } from '@playwright/test'
import type { Options } from './fixtures'
import { PACKAGED_MAIN } from './packaged'

/**
 * The built program, driven as a person would. Each test starts it on a data folder of its own. The main job is also done
 * by the program as it is packaged.
 */
export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Each test runs a whole browser; more at once would only slow each other down on two cores.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'built', testMatch: '*.spec.ts' },
    { name: 'package', testMatch: 'package.setup.ts' },
    {
      name: 'packaged',
      testMatch: 'journey.spec.ts',
      dependencies: ['package'],
      use: { main: PACKAGED_MAIN },
    },
  ],
})
