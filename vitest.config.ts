import { existsSync } from 'node:fs'
import { playwright } from '@vitest/browser-playwright'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const browser = [process.env['CROSSREAD_BROWSER'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/lint/**/*.test.ts'],
          environment: 'node',
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
            'react-resizable-panels',
            'axe-core',
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
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(browser ? { executablePath: browser } : {}),
                args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
