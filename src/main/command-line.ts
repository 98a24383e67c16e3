import { parse, resolve } from 'node:path'
import { DATASET_FORMAT } from '#core/model/dataset'
import { PACKAGE_FORMAT } from '#core/model/package'
import { isPackageName } from './file-names'
import { readColumnWishes, type ColumnWish } from '#core/intake/table/columns'

/** What the command line asks for. Paths are absolute. */
export type Start =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ({ readonly kind: 'window'; readonly imports: readonly string[] } & CommonOptions)
  | ({ readonly kind: 'headless' } & HeadlessOptions & CommonOptions)

/** Options of both kinds of run. */
export interface CommonOptions {
  /** Folder of the program's own data; null for the system's usual one. */
  readonly userData: string | null
  /** Largest file imported, in bytes; null for what the settings say. */
  readonly fileLimit: number | null
}

/** Options of a run without a window (README.md, "Without a window"). */
export interface HeadlessOptions {
  readonly imports: readonly string[]
  /** Brat folders. */
  readonly bratImports: readonly string[]
  /** What columns of tables hold, besides what their names say. */
  readonly columns: readonly ColumnWish[]
  readonly corpus: string
  readonly temporary: boolean
  readonly train: boolean
  readonly suggest: boolean
  readonly compare: boolean
  readonly exportTo: string | null
  readonly format: 'dataset' | 'package'
  readonly reproducible: boolean
}

/** A command line that cannot be followed: one line that says why. */
export interface UsageError {
  readonly kind: 'usage-error'
  readonly message: string
}

export const USAGE = `Usage: crossread [PATH...]
       crossread --headless --import PATH... [--corpus NAME | --temporary] --export FILE [options]

Opens the window, and imports each PATH: a folder, an article file, a table, an archive, a dataset or a package.

  --headless          do the work without a window; progress goes to stderr
  --import PATH       import a folder, a file, an archive, a dataset or a package; may be repeated
  --import-brat DIR   import a brat folder, its quotations as accepted annotations; may be repeated
  --columns LIST      what the columns of CSV and TSV tables hold, as title=Headline,text=Body (a column's name or its
                      number); of title, text, date, source, author, url, language, out. Columns that are not
                      named go by what was chosen in the window for such a table, or by their names; may be repeated
  --corpus NAME       use this corpus, made if there is none (default: the first PATH's name)
  --temporary         use a corpus that is deleted when the run is over
  --export FILE       write the corpus there; an older file is replaced only by a whole one
  --format NAME       format of the export: dataset, or package (default: package for a FILE ending in .crossread)
  --reproducible      leave out the time of export: the same corpus gives the same bytes
  --train             train the tagger on the accepted quotations; --suggest then uses it
  --suggest           suggest quotations and claims
  --compare           compare the articles of each story; a corpus of fewer than 30 articles is one story, in a
                      larger one stories are looked for
  --user-data DIR     keep corpora and settings in DIR
  --file-limit MB     import no file larger than this (default: 50)
  --help, --version   print this text, or the version

Exit code of a headless run: 0 all well; 1 done, but some files were not imported; 2 usage; 3 failed, nothing half-written.
`

/** Options that take a value, and whether they may come more than once. */
const VALUE_OPTIONS = {
  '--import': true,
  '--import-brat': true,
  '--columns': true,
  '--corpus': false,
  '--export': false,
  '--format': false,
  '--user-data': false,
  '--file-limit': false,
} as const

const FLAGS = ['--headless', '--temporary', '--reproducible', '--train', '--suggest', '--compare'] as const

/** Options without a meaning in a window. */
const HEADLESS_ONLY = [
  '--import-brat',
  '--columns',
  '--corpus',
  '--temporary',
  '--export',
  '--format',
  '--reproducible',
  '--train',
  '--suggest',
  '--compare',
] as const

/** Names of the formats there are: as people say them, and as they call themselves. */
const FORMATS: ReadonlyMap<string, HeadlessOptions['format']> = new Map([
  ['dataset', 'dataset'],
  [DATASET_FORMAT, 'dataset'],
  ['package', 'package'],
  [PACKAGE_FORMAT, 'package'],
])

/** Largest file limit, in MB: a browser process can hold about this much of one file. */
const MAX_FILE_LIMIT = 1_000

type ValueOption = keyof typeof VALUE_OPTIONS
type Flag = (typeof FLAGS)[number]

/** Switches of Chromium and Node that reach the program's own command line, and are not its business. */
const ENGINE_SWITCH =
  /^(?:--(?:no-sandbox|disable-|enable-|force-|ozone-|remote-debugging-|inspect|lang=|user-data-dir=|js-flags=|password-store=|use-gl|in-process-gpu|allow-file-access-from-files|original-process-start-time=|no-zygote|no-first-run|gtk-version=)|-psn_)/

/**
 * The program's own arguments of a command line. A packaged program is started by itself, otherwise its folder or main
 * file stands before them, with the engine's switches around it.
 * @param appPath the folder of the program's package.json
 */
export function ownArguments(
  argv: readonly string[],
  packaged: boolean,
  appPath: string,
  folder: string,
): string[] {
  if (packaged) return argv.slice(1)
  const program = argv.findIndex((argument, index) => {
    if (index === 0 || argument.startsWith('-')) return false
    const path = resolve(folder, argument)
    return path === appPath || path === resolve(appPath, 'out/main/index.js')
  })
  return argv.slice(program === -1 ? 2 : program + 1)
}

/**
 * Reads the arguments. Relative paths are those of `folder`, the folder the program was started in.
 * `--option value` and `--option=value` are the same; after `--` everything is a path.
 */
export function parseArguments(args: readonly string[], folder: string): Start | UsageError {
  const values = new Map<ValueOption, string[]>()
  const flags = new Set<Flag>()
  const paths: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (argument === '--') {
      paths.push(...args.slice(index + 1))
      break
    }
    if (argument === '--help' || argument === '-h') return { kind: 'help' }
    if (argument === '--version') return { kind: 'version' }
    const [name, inline] = splitOption(argument)
    if (isFlag(name)) {
      if (inline !== null) return usage(`${name} takes no value.`)
      flags.add(name)
    } else if (isValueOption(name)) {
      const value = inline ?? args[index + 1]
      if (inline === null) index += 1
      if (value === undefined || value === '' || (inline === null && value.startsWith('--'))) {
        return usage(`${name} needs a value.`)
      }
      const before = values.get(name) ?? []
      if (before.length > 0 && !VALUE_OPTIONS[name]) return usage(`${name} is given twice.`)
      values.set(name, [...before, value])
      if (name === '--import') paths.push(value)
    } else if (argument.startsWith('-') && argument !== '-') {
      if (!ENGINE_SWITCH.test(argument)) return usage(`There is no option ${argument}.`)
    } else {
      paths.push(argument)
    }
  }
  return resolveStart(
    values,
    flags,
    paths.map((path) => resolve(folder, path)),
    folder,
  )
}

function resolveStart(
  values: ReadonlyMap<ValueOption, readonly string[]>,
  flags: ReadonlySet<Flag>,
  imports: readonly string[],
  folder: string,
): Start | UsageError {
  const value = (name: ValueOption): string | null => values.get(name)?.[0] ?? null
  const fileLimit = readFileLimit(value('--file-limit'))
  if (fileLimit === 'invalid')
    return usage(`--file-limit takes a whole number of MB from 1 to ${MAX_FILE_LIMIT}.`)
  const userData = value('--user-data')
  const common = { fileLimit, userData: userData === null ? null : resolve(folder, userData) }
  if (!flags.has('--headless')) {
    const misplaced = HEADLESS_ONLY.find((name) => (isFlag(name) ? flags.has(name) : values.has(name)))
    if (misplaced !== undefined) return usage(`${misplaced} needs --headless.`)
    return { kind: 'window', imports, ...common }
  }
  const format = value('--format')
  if (format !== null && !FORMATS.has(format))
    return usage(`There is no format ${format}; known: dataset, package.`)
  const corpus = value('--corpus')
  const temporary = flags.has('--temporary')
  if (corpus !== null && temporary) return usage('--corpus and --temporary exclude each other.')
  const exportTo = value('--export')
  const bratImports = (values.get('--import-brat') ?? []).map((path) => resolve(folder, path))
  const columns: ColumnWish[] = []
  for (const written of values.get('--columns') ?? []) {
    const read = readColumnWishes(written)
    if (!read.ok) return usage(`--columns: ${read.error.message}`)
    columns.push(...read.value)
  }
  if (columns.length > 0 && imports.length === 0) return usage('--columns needs --import.')
  const train = flags.has('--train')
  const suggest = flags.has('--suggest')
  const compare = flags.has('--compare')
  const first = imports[0] ?? bratImports[0]
  if (first === undefined && exportTo === null && !train && !suggest && !compare) {
    return usage(
      '--headless needs something to do: --import, --import-brat, --train, --suggest, --compare or --export.',
    )
  }
  if (first === undefined && corpus === null)
    return usage('Without --import, --corpus must say which corpus.')
  if (exportTo === null && format !== null) return usage('--format needs --export.')
  if (exportTo === null && temporary) return usage('--temporary without --export would leave nothing.')
  return {
    kind: 'headless',
    imports,
    bratImports,
    columns,
    train,
    suggest,
    compare,
    corpus: corpus ?? (parse(first ?? '').name || 'Corpus'),
    temporary,
    exportTo: exportTo === null ? null : resolve(folder, exportTo),
    format: FORMATS.get(format ?? '') ?? (isPackageName(exportTo ?? '') ? 'package' : 'dataset'),
    reproducible: flags.has('--reproducible'),
    ...common,
  }
}

function splitOption(argument: string): [name: string, value: string | null] {
  const equals = argument.startsWith('--') ? argument.indexOf('=') : -1
  return equals === -1 ? [argument, null] : [argument.slice(0, equals), argument.slice(equals + 1)]
}

function readFileLimit(text: string | null): number | null | 'invalid' {
  if (text === null) return null
  const megabytes = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return megabytes >= 1 && megabytes <= MAX_FILE_LIMIT ? megabytes * 1024 * 1024 : 'invalid'
}

function isFlag(name: string): name is Flag {
  return FLAGS.some((flag) => flag === name)
}

function isValueOption(name: string): name is ValueOption {
  return Object.hasOwn(VALUE_OPTIONS, name)
}

function usage(message: string): UsageError {
  return { kind: 'usage-error', message }
}
