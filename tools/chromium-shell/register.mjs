import { register } from 'node:module'

/**
 * Makes `import … from 'electron'` mean the shell: `node --import tsx --import tools/chromium-shell/register.mjs
 * out/main/index.js`. tsx comes first, because the shell is TypeScript.
 */
const shell = new URL('./index.ts', import.meta.url).href
const hook = `export async function resolve(specifier, context, next) {
  return next(specifier === 'electron' ? ${JSON.stringify(shell)} : specifier, context)
}`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
