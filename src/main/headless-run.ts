import type { HeadlessJob, HeadlessOutcome } from '#ipc/channels'
import type { FinishedExport } from './exports'

/** How a run without a window ends. */
export type HeadlessExitCode = 0 | 1 | 3

/** What the run needs of the program around it. */
export interface HeadlessContext {
  /** Writes one line to stderr. */
  readonly say: (line: string) => void
  /** Ends the program; called once. */
  readonly exit: (code: HeadlessExitCode) => void
}

/** A run without a window, from the job to the exit code (test/unit/main/headless-run.test.ts). */
export interface HeadlessRun {
  readonly job: () => HeadlessJob
  readonly progress: (message: string) => void
  /** The job's export is whole and under its name. */
  readonly exported: (file: FinishedExport) => void
  readonly done: (outcome: HeadlessOutcome) => void
  /** Something other than the job broke: page, renderer, signal. Without effect once the run is over. */
  readonly fail: (reason: string) => void
  /** True until `done` or `fail`. */
  readonly isRunning: () => boolean
  /** True when the page has asked for its job. */
  readonly isStarted: () => boolean
}

/** Starts a run. */
export function createHeadlessRun(job: HeadlessJob, context: HeadlessContext): HeadlessRun {
  let written: FinishedExport | null = null
  let started = false
  let over = false

  const end = (code: HeadlessExitCode): void => {
    over = true
    context.exit(code)
  }

  const fail = (reason: string): void => {
    if (over) return
    context.say(`Failed: ${showControls(reason)}`)
    end(3)
  }

  return {
    job: () => {
      started = true
      return job
    },
    progress: (message) => {
      context.say(showControls(message))
    },
    exported: (file) => {
      written = file
    },
    done: (outcome) => {
      if (over) return
      for (const problem of outcome.problems) {
        context.say(`Not imported: ${showControls(problem.path)}: ${showControls(problem.message)}`)
      }
      if (outcome.failed !== null) {
        fail(outcome.failed)
      } else if (job.export !== null && written === null) {
        fail(`${job.export.name} was not finished; nothing was written under its name.`)
      } else {
        context.say(summarise(outcome, written))
        end(outcome.problems.length > 0 ? 1 : 0)
      }
    },
    fail,
    isRunning: () => !over,
    isStarted: () => started,
  }
}

function summarise(outcome: HeadlessOutcome, written: FinishedExport | null): string {
  const parts = [
    `${outcome.imported} imported`,
    `${outcome.sameAs} the same as another`,
    `${outcome.problems.length} not imported`,
  ]
  const wrote = written === null ? '' : ` Wrote ${showControls(written.name)} (${written.bytes} bytes).`
  return `Done: ${parts.join(', ')}.${wrote}`
}

/** One problem, one line, whatever the file's name holds: line breaks and terminal controls are shown, not sent. */
export function showControls(text: string): string {
  // eslint's no-control-regex would ask for no escapes at all, so the class is spelt by property.
  return text.replaceAll(/\p{Cc}/gu, (control) => {
    if (control === '\n') return '\\n'
    return `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}
