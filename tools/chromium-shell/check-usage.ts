import { dirname, relative } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../setup/paths.mjs'

/*
 * Type-checks src/main and src/preload with the shell in Electron's place, so that a call the shell does not support is
 * an error here and not a surprise at run time. A path mapping cannot do it: electron.d.ts declares the module by its
 * name, which comes before any mapping. So the compiler is shown sources in which the name is another one.
 */

/** Stands in for `electron` in the sources that the compiler is shown; as long, so that columns stay right. */
const MAIN_NAME = '@mainapi'
const PRELOAD_NAME = '@preload'
const MODULE = /(?<=from |import\()'electron'/g

/** Errors of product code against the shell, one line each. Empty: everything that is used is supported. */
export function checkUsage(
  configPath: string,
  edit: (path: string, text: string) => string = (_, text) => text,
): string[] {
  const config = ts.readConfigFile(configPath, ts.sys.readFile)
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(configPath))
  const host = ts.createCompilerHost(parsed.options)
  const readFile = host.readFile.bind(host)
  const showFile = (path: string): string | undefined => {
    const text = readFile(path)
    const place = relative(ROOT, path).replaceAll('\\', '/')
    if (text === undefined || !/^src\/(main|preload)\//.test(place)) return text
    const name = place.startsWith('src/main/') ? MAIN_NAME : PRELOAD_NAME
    return edit(place, text).replaceAll(MODULE, `'${name}'`)
  }
  host.readFile = showFile
  host.getSourceFile = (path, languageVersion) => {
    const text = showFile(path)
    return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion)
  }
  const program = ts.createProgram(parsed.fileNames, parsed.options, host)
  return [...parsed.errors, ...ts.getPreEmitDiagnostics(program)].map(describe)
}

function describe({ file, start, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, '\n')
  if (file === undefined || start === undefined) return text
  const { line, character } = file.getLineAndCharacterOfPosition(start)
  return `${relative(ROOT, file.fileName)}(${line + 1},${character + 1}): ${text}`
}

if (process.argv[1] === import.meta.filename) {
  const errors = checkUsage(`${ROOT}/tools/chromium-shell/tsconfig.json`)
  for (const error of errors) console.error(error)
  if (errors.length > 0) {
    console.error(`\nThe Chromium shell does not support the above (tools/chromium-shell).`)
    process.exitCode = 1
  }
}
