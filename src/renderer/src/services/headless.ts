import type { Corpus } from '#core/model/corpus'
import { contentId } from '#core/model/ids'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import { createCorpusDatabase } from '#data/corpus'
import { databaseNames, deleteDatabase } from '#data/database'
import { listCorpora } from '#data/registry'
import type { HeadlessJob, HeadlessOutcome, HeadlessProblem, ImportGrant } from '#ipc/channels'
import { invoke } from './bridge'
import { makeCorpus } from './corpora'
import { TEMPORARY_PREFIX, withoutSweeping } from './deletion'
import { liveExport, startDatasetExport } from './exports'
import {
  importEnded,
  liveImports,
  readImportReport,
  startBratImport,
  startImport,
  type ImportProgress,
} from './imports'
import { firstValue } from './first-value'
import { compareAll } from './headless-compare'
import { closeCorpus, openCorpus, openUnlisted } from './session'
import { liveSuggesting, startSuggesting, suggestingEnded } from './suggestions'
import { enableTagger, liveTagger, trainTagger, type Scores } from './tagger'

/** Milliseconds between two lines of progress. */
const SAY_INTERVAL = 1000

/** Counts over the imports of a run. */
interface Tally {
  imported: number
  sameAs: number
  readonly problems: HeadlessProblem[]
}

/**
 * Does a headless run's work: opens or makes the corpus, imports each grant in turn, trains, suggests, compares, exports. Uses the
 * services and workers that a window uses. Always ends with `headless:done`, whatever happens.
 */
export async function runHeadlessJob(job: HeadlessJob): Promise<void> {
  const tally: Tally = { imported: 0, sameAs: 0, problems: [] }
  let failed: string | null = null
  try {
    const done = await work(job, tally)
    if (!done.ok) failed = describe(done.error)
  } catch (error) {
    const stack = String(error instanceof Error ? (error.stack ?? error) : error)
    await invoke('app:log', 'error', `Headless run: ${stack}`)
    failed = 'An internal error; the log has the details.'
  }
  if (failed !== null && job.export) await invoke('export:abort', job.export.token)
  await invoke('headless:done', { ...tally, failed } satisfies HeadlessOutcome)
}

async function work(job: HeadlessJob, tally: Tally): Promise<Result<null>> {
  return job.temporary
    ? withoutSweeping(() => workIn(job, tally, openTemporary).finally(deleteTemporary))
    : workIn(job, tally, openNamed)
}

async function workIn(
  job: HeadlessJob,
  tally: Tally,
  open: (name: string) => Promise<Result<Corpus>>,
): Promise<Result<null>> {
  const opened = await open(job.corpus)
  if (!opened.ok) return opened
  const startUnattended = (grant: ImportGrant) =>
    startImport(grant, { kind: 'unattended', wishes: job.columns })
  try {
    const steps = [
      ...job.imports.map((grant) => () => importAll(grant, startUnattended, tally)),
      ...job.bratImports.map((grant) => () => importAll(grant, startBratImport, tally)),
      ...(job.train ? [trainAll] : []),
      ...(job.suggest ? [suggestAll] : []),
      ...(job.compare ? [compareStories] : []),
      () => exportAll(job),
    ]
    for (const step of steps) {
      const done = await step()
      if (!done.ok) return done
    }
    return ok(null)
  } finally {
    await closeCorpus()
  }
}

/** A corpus of this name; its id comes from the name, so that another machine makes the same dataset. */
async function openNamed(name: string): Promise<Result<Corpus>> {
  const known = (await listCorpora()).find((corpus) => corpus.name === name.trim())
  if (known) return openCorpus(known.id)
  const made = await makeCorpus(contentId('cor', name), name)
  return made.ok ? openCorpus(made.value.id) : made
}

/**
 * A corpus that the registry does not list and that goes at the end. Its database never has the name of a lasting
 * one, though its id is that of a corpus of the same name.
 */
async function openTemporary(name: string): Promise<Result<Corpus>> {
  await deleteTemporary()
  const corpus: Corpus = { id: contentId('cor', name), name, description: '' }
  const database = `${TEMPORARY_PREFIX}${corpus.id}`
  await createCorpusDatabase(database, corpus)
  return openUnlisted(database, corpus)
}

/** Deletes the databases of temporary corpora: this run's, and what a killed one left. */
async function deleteTemporary(): Promise<void> {
  for (const name of await databaseNames(TEMPORARY_PREFIX)) await deleteDatabase(name)
}

async function importAll(
  grant: ImportGrant,
  start: (grant: ImportGrant) => Promise<Result<string>>,
  tally: Tally,
): Promise<Result<null>> {
  const say = everySecond()
  const stop = liveImports().subscribe((imports) => {
    const own = imports.find(({ id }) => id === grant.token)
    if (own && own.state === 'running' && own.seen > 0) say(describeImport(own))
  })
  try {
    const started = await start(grant)
    if (!started.ok) return started
    const end = await importEnded(started.value)
    for (const line of await readImportReport(started.value)) {
      if (line.outcome === 'imported') tally.imported += 1
      else if (line.outcome === 'same-as') tally.sameAs += 1
      else tally.problems.push({ path: line.path, message: line.message ?? 'It was not imported.' })
    }
    if (end?.error) return { ok: false, error: end.error }
    return end?.state === 'done' ? ok(null) : fail('cancelled', 'The import was cancelled.')
  } finally {
    stop()
  }
}

function describeImport({ seen, total, rate, secondsLeft }: ImportProgress): string {
  const of = total === null ? '' : ` of ${String(total)}`
  const left = secondsLeft === null ? '' : `, ${String(Math.ceil(secondsLeft))} s left`
  const speed = rate > 0 ? `, ${String(Math.round(rate))} a second` : ''
  return `Importing: ${String(seen)}${of} files${speed}${left}`
}

/** Trains the tagger, says how it compares with the rules, and has it suggest. */
async function trainAll(): Promise<Result<null>> {
  const say = everySecond()
  const stop = liveTagger().subscribe(({ state, progress }) => {
    if (state === 'training') say(`Training: ${String(Math.round(progress * 100))} %`)
  })
  const trained = await trainTagger()
  stop()
  if (!trained.ok) return trained
  const enabled = await enableTagger(true)
  if (!enabled.ok) return enabled
  const { examples, heldBack, comparison } = await firstValue(liveTagger())
  void invoke('headless:progress', `Trained on ${String(examples)} articles, ${String(heldBack)} held back.`)
  if (comparison) {
    void invoke('headless:progress', `Rules: ${describeScores(comparison.rules)}`)
    void invoke('headless:progress', `Learned: ${describeScores(comparison.learned)}`)
  }
  return ok(null)
}

function describeScores({ content, exactContent, exactSource, exactCue }: Scores): string {
  const share = (value: number) => value.toFixed(2)
  const found = `precision ${share(content.precision)}, recall ${share(content.recall)}, F1 ${share(content.f1)}`
  const exact = `content ${share(exactContent.f1)}, speaker ${share(exactSource.f1)}, cue ${share(exactCue.f1)}`
  return `${found}; exact spans F1: ${exact}`
}

async function suggestAll(): Promise<Result<null>> {
  const say = everySecond()
  const stop = liveSuggesting().subscribe((progress) => {
    if (progress?.state !== 'running' || progress.done === 0) return
    const { done, total, rate } = progress
    say(`Suggesting: ${String(done)} of ${String(total)} articles, ${String(Math.round(rate))} a second`)
  })
  try {
    const started = await startSuggesting({ kind: 'corpus' })
    if (!started.ok) return started
    const end = await suggestingEnded()
    if (end?.error) return { ok: false, error: end.error }
    if (end?.state !== 'done') return fail('cancelled', 'Suggesting was cancelled.')
    void invoke(
      'headless:progress',
      `Suggested ${String(end.found)} quotations and claims in ${String(end.done)} articles.`,
    )
    return ok(null)
  } finally {
    stop()
  }
}

async function compareStories(): Promise<Result<null>> {
  const compared = await compareAll(everySecond())
  if (!compared.ok) return compared
  void invoke('headless:progress', compared.value)
  return ok(null)
}

async function exportAll({ export: grant, format, reproducible }: HeadlessJob): Promise<Result<null>> {
  if (!grant) return ok(null)
  const say = everySecond()
  const stop = liveExport().subscribe((progress) => {
    if (progress?.state === 'running' && progress.total > 0) {
      say(`Exporting: ${String(progress.done)} of ${String(progress.total)} articles`)
    }
  })
  const scope = { kind: 'corpus' } as const
  const written = await startDatasetExport(
    { scope, format, suggestions: true, text: true, reproducible },
    grant,
  )
  stop()
  return written.ok ? ok(null) : written
}

/** Says a line to whoever started the run, at most once a second. */
function everySecond(): (line: string) => void {
  let last = -Infinity
  return (line) => {
    const now = performance.now()
    if (now < last + SAY_INTERVAL) return
    last = now
    void invoke('headless:progress', line)
  }
}

function describe({ message, kept, advice }: AppError): string {
  return [message, kept, advice].filter((part) => part !== undefined).join(' ')
}
