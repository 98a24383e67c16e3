import { playwright } from '@vitest/browser-playwright'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { findBrowser } from './tools/setup/find-browser.mjs'

/** The browser of `npm start`, without which Vitest would look for Playwright's own. */
const browser = findBrowser()

/** No test here is about time; a busy machine must not fail one. In milliseconds. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/lint/**/*.test.ts'],
          environment: 'node',
          testTimeout,
        },
      },
      {
        plugins: [react()],
        // Found while tests already run, they would make Vite reload the page under them.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            '@mantine/core',
            '@mantine/hooks',
            '@mantine/notifications',
            '@tabler/icons-react',
            '@tanstack/react-virtual',
            '@observablehq/plot',
            'react-resizable-panels',
            'axe-core',
            'fflate',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
            'papaparse',
            'postal-mime',
            'htmlparser2',
            '@mozilla/readability',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            'chardet',
            'chrono-node',
            'chrono-node/de',
            'chrono-node/en',
            'chrono-node/es',
            'chrono-node/fr',
            'chrono-node/id',
            'chrono-node/it',
            'chrono-node/ja',
            'chrono-node/nl',
            'chrono-node/pt',
            'chrono-node/ru',
            'chrono-node/sv',
            'chrono-node/uk',
            'dexie',
            'fast-check',
            'fflate',
            'franc-min',
            'linkedom/worker',
            'uuid',
            'zod',
            'mark.js',
            'zustand',
          ],
        },
        test: {
          name: 'browser',
          testTimeout,
          // A real browser on a busy machine may stumble once.
          retry: 1,
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(browser === null ? {} : { executablePath: browser.path }),
                // Chromium has no sandbox for root.
                chromiumSandbox: process.getuid?.() !== 0,
                args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
