import type { z } from '../model/schema-builder'
import type { AppError, ErrorKind } from '../model/result'

/** How many problems a message shows before it says how many more there are. */
const EXAMPLES = 3

/**
 * Thrown inside the writer's generator, which cannot answer a `Result`: an export that must not go on.
 * The worker that drives the generator catches this class alone and hands on `error`; anything else is a bug.
 */
export class DatasetWriteError extends Error {
  readonly error: AppError

  constructor(kind: ErrorKind, message: string, advice: string) {
    super(message)
    this.name = 'DatasetWriteError'
    this.error = { kind, message, kept: 'The corpus is unchanged and no file was written.', advice }
  }
}

/** The first few of `problems` as one line, with how many there are besides. */
export function someOf(problems: readonly string[]): string {
  const shown = problems.slice(0, EXAMPLES).join('; ')
  return problems.length > EXAMPLES ? `${shown}; and ${String(problems.length - EXAMPLES)} more` : shown
}

/** A path into JSON as people write it: `articles[2].blocks[0].end`. */
function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, part) => {
    if (typeof part === 'number') return `${written}[${String(part)}]`
    return written === '' ? String(part) : `${written}.${String(part)}`
  }, '')
}

/** What a schema found wrong, in plain words, each problem with its place. */
export function describeIssues(error: z.ZodError): string {
  return someOf(
    error.issues.map((issue) => {
      const message = issue.message.replace(/^Invalid (?:input|option): /, '')
      return issue.path.length === 0 ? message : `${jsonPath(issue.path)}: ${message}`
    }),
  )
}
