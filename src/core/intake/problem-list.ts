import type { IntakeProblem } from './draft'

/** So many problems of one file are reported one by one. */
const MOST_PROBLEMS = 1_000

/**
 * The problems of a file of many articles; behind a thousand the rest as one, so that the report of a broken export stays
 * readable.
 * @param what what the problems are of, in the plural
 */
export function atMost(
  problems: readonly IntakeProblem[],
  path: string,
  what: string,
): readonly IntakeProblem[] {
  const next = problems[MOST_PROBLEMS]
  if (!next) return problems
  const more = String(problems.length - MOST_PROBLEMS)
  const rest = { path, reason: next.reason, message: `${more} more ${what} could not be read.` }
  return [...problems.slice(0, MOST_PROBLEMS), rest]
}
