import eslint from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/** A module that alone may name a thing, and what everybody else does instead. */
const IPC_MAIN = {
  name: 'electron',
  importNames: ['ipcMain'],
  message: 'Only src/main/ipc.ts names ipcMain: register a handler there, with its guards.',
}
const IPC_RENDERER = {
  name: 'electron',
  importNames: ['ipcRenderer'],
  message: 'Only src/preload/index.ts names ipcRenderer: call through the bridge.',
}
const ZOD = {
  name: 'zod',
  message:
    'Only core/model/schema-builder.ts imports zod and keeps it from evaluating code: take z from there.',
}
const PRELOAD_GLOBAL = {
  selector:
    "MemberExpression[object.name=/^(window|globalThis|self)$/][property.name='crossread'], MemberExpression[object.name=/^(window|globalThis|self)$/][property.value='crossread']",
  message: 'Only services/bridge.ts touches the preload global: call a function of #services instead.',
}
const UNSAFE_HTML = {
  selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
  message: 'Text of an article is never parsed as HTML: build nodes with textContent.',
}

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', 'playwright-report/', 'crossread-output/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // An expression over a stranger's text must not be what keeps the program busy.
    files: ['src/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }] },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'tools/**/*.ts'],
    ignores: ['tools/chromium-shell/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [IPC_MAIN, IPC_RENDERER] }] },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['src/core/model/schema-builder.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [IPC_MAIN, IPC_RENDERER, ZOD] }] },
  },
  {
    files: ['src/main/ipc.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [IPC_RENDERER] }] },
  },
  {
    files: ['src/preload/index.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [IPC_MAIN] }] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ignores: ['src/renderer/src/services/bridge.ts'],
    rules: { 'no-restricted-syntax': ['error', PRELOAD_GLOBAL, UNSAFE_HTML] },
  },
  {
    files: ['src/renderer/src/services/bridge.ts'],
    rules: { 'no-restricted-syntax': ['error', UNSAFE_HTML] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}', 'test/browser/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // The tests' own rules: nothing skipped, nothing focused, no sleeping.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo|fixme|fails)$/]',
          message: 'No test is skipped or focused: mend it or delete it.',
        },
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: 'Wait for what you wait for, not for a time.',
        },
      ],
    },
  },
  {
    files: ['tools/**/*.{ts,mjs}', 'test/bench/**/*.ts'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    // A small program in plain JavaScript: main, preload, page and worker in one folder.
    files: ['test/e2e/fixtures-main/**'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['process', 'require', 'URL', 'Response', 'document', 'window', 'addEventListener'],
          ...['self', 'postMessage', 'fetch', 'indexedDB'],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.config.{ts,js,mjs}', '.dependency-cruiser.cjs', '**/*.d.ts'],
    languageOptions: { globals: { module: 'writable', process: 'readonly' } },
    rules: { 'no-restricted-exports': 'off' },
  },
)
