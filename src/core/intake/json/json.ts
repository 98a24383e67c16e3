import type { ArticleFormat } from '../../model/article'
import type { IntakeProblem } from '../draft'
import { atMost } from '../problem-list'
import { findJsonFault } from './json-fault'
import { findRecords, LOOKED_FOR, readRecord, type RecordArticle } from './records'

/** The articles of a JSON file, each with its own path, and what could not be read. */
export interface JsonOutcome {
  readonly format: Extract<ArticleFormat, 'json' | 'jsonl'>
  readonly articles: readonly { readonly path: string; readonly article: RecordArticle }[]
  readonly problems: readonly IntakeProblem[]
}

/**
 * Reads JSON (`lines` false) or JSON lines. A file of the one kind under the other's name is read as what it is.
 * Paths of many articles end in `#` and their line (JSON lines) or place in the list, from 1.
 * @param firstLine number of the text's first line where it is a piece of longer JSON lines; null when it is whole
 */
export function readJson(
  text: string,
  path: string,
  lines: boolean,
  firstLine: number | null = null,
): JsonOutcome {
  if (firstLine !== null) return readLines(text, path, firstLine)
  if (lines) {
    const whole = startsWithWholeLine(text) ? null : parse(text)
    return whole ? readWhole(whole.value, path) : readLines(text, path)
  }
  const whole = parse(text)
  if (whole) return readWhole(whole.value, path)
  return startsWithWholeLine(text) ? readLines(text, path) : broken(text, path)
}

function readWhole(value: unknown, path: string): JsonOutcome {
  const { records, single } = findRecords(value)
  const outcome: MutableOutcome = { format: 'json', articles: [], problems: [], looked: 0 }
  records.forEach((record, index) => {
    addRecord(
      outcome,
      record,
      single ? path : `${path}#${index + 1}`,
      single ? 'The file' : `Item ${index + 1}`,
    )
  })
  return concluded(outcome, path)
}

function readLines(text: string, path: string, firstLine: number | null = null): JsonOutcome {
  const outcome: MutableOutcome = { format: 'jsonl', articles: [], problems: [], looked: 0 }
  let number = (firstLine ?? 1) - 1
  let parsedLines = 0
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end)
    start = end + 1
    number++
    if (line.trim() === '') continue
    const record = parse(line)
    if (record) {
      parsedLines++
      addRecord(outcome, record.value, `${path}#${number}`, `Line ${number}`)
    } else {
      const { column, truncated } = findJsonFault(line)
      const what = truncated ? 'ends before its JSON is complete' : `is not JSON from column ${column} on`
      addProblem(outcome, {
        path: `${path}#${number}`,
        reason: 'broken-json',
        message: `Line ${number} ${what}.`,
      })
    }
  }
  // Of a piece, each bad line is said: there may be good ones in the pieces before and after.
  if (parsedLines === 0 && firstLine === null) return broken(text, path)
  return concluded(outcome, path)
}

interface MutableOutcome {
  readonly format: 'json' | 'jsonl'
  readonly articles: { readonly path: string; readonly article: RecordArticle }[]
  readonly problems: IntakeProblem[]
  /** Records that look like articles, with or without text. */
  looked: number
}

function addRecord(outcome: MutableOutcome, record: unknown, path: string, what: string): void {
  const read = readRecord(record)
  if (read.kind === 'article') {
    outcome.articles.push({ path, article: read.article })
    outcome.looked++
  } else if (read.kind === 'no-text') {
    outcome.looked++
    addProblem(outcome, {
      path,
      reason: 'no-text',
      message: `${what} has no text; looked for ${LOOKED_FOR}.`,
    })
  } else {
    const message = `${what} is not an article; looked for a field named ${LOOKED_FOR}.`
    addProblem(outcome, { path, reason: 'not-articles', message })
  }
}

function addProblem(outcome: MutableOutcome, problem: IntakeProblem): void {
  outcome.problems.push(problem)
}

/** A file without anything like an article is one problem, not one for each of its items. */
function concluded({ format, articles, problems, looked }: MutableOutcome, path: string): JsonOutcome {
  if (articles.length === 0 && looked === 0) {
    const message = `The file is JSON without articles; looked for a field named ${LOOKED_FOR}.`
    return { format, articles, problems: [{ path, reason: 'not-articles', message }] }
  }
  return { format, articles, problems: atMost(problems, path, 'items') }
}

function broken(text: string, path: string): JsonOutcome {
  const { line, column, truncated } = findJsonFault(text)
  const message = truncated
    ? `The file ends at line ${line}, column ${column}, before its JSON is complete; it may be cut off.`
    : `The file is not JSON from line ${line}, column ${column} on.`
  return { format: 'json', articles: [], problems: [{ path, reason: 'broken-json', message }] }
}

/** True when the first line that is not blank is a JSON value by itself, with more after it: JSON lines. */
function startsWithWholeLine(text: string): boolean {
  const start = text.search(/\S/)
  const end = text.indexOf('\n', start)
  return (
    start >= 0 &&
    end > 0 &&
    /^[{[]/.test(text.slice(start, start + 1)) &&
    parse(text.slice(start, end)) !== null
  )
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
