import { register } from 'node:module'

/**
 * Makes `import … from 'electron'` mean the built shell: `node --import ./tools/chromium-shell/register.mjs
 * out/main/index.js`.
 */
const shell = new URL('../../out/shell/index.js', import.meta.url).href
const hook = `export async function resolve(specifier, context, next) {
  return next(specifier === 'electron' ? ${JSON.stringify(shell)} : specifier, context)
}`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
