import { join } from 'node:path'
import { defineConfig } from 'vite'

/*
 * The shell as JavaScript in out/shell: a running program then needs no compiler beside it, which took 30 MB of main's
 * memory and half a second of each start. Packages stay outside.
 */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  publicDir: false,
  build: {
    ssr: 'tools/chromium-shell/index.ts',
    outDir: 'out/shell',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { format: 'es', entryFileNames: 'index.js' } },
  },
})
