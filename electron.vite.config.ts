import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { thirdPartyLicenses } from './tools/build/third-party-licenses'

/** Folders of the packages that went into any of the bundles; main and preload are built before the page. */
const bundled = new Set<string>()

// Everything is bundled, so the packaged program carries no node_modules.
// A sandboxed preload cannot be an ES module, hence cjs there.
export default defineConfig({
  main: {
    plugins: [thirdPartyLicenses(bundled, false)],
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: 'src/main/index.ts',
        output: { format: 'es', entryFileNames: 'index.js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { rollupOptions: { input: 'src/renderer/index.html' }, assetsInlineLimit: 0 },
    worker: { format: 'es', plugins: () => [thirdPartyLicenses(bundled, false)] },
    plugins: [react(), thirdPartyLicenses(bundled, true)],
  },
})
