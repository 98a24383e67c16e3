import { FINDING_LABELS } from '../compare/finding-names'
import {
  rowStatus,
  speakerOf,
  valuesOf,
  wordsOf,
  type MatrixCell,
  type MatrixInput,
  type MatrixRow,
} from '../compare/matrix'
import type { Annotation } from '../model/annotation'
import type { ClusterKind } from '../model/comparison'
import { csvOf, tsvOf, withoutFormula } from './csv'
import { escapeHtml } from './html-text'

/** What stands in a table where a source does not report something. */
export const NOT_REPORTED = '—'

/** Names of the columns; outlets with several articles in the story are told apart by title, then by number. */
export function columnNames(sources: MatrixInput['sources']): readonly string[] {
  const names = sources.map(({ sourceName }) => sourceName)
  const isTwice = (name: string, among: readonly string[]): boolean =>
    among.indexOf(name) !== among.lastIndexOf(name)
  const titled = sources.map(({ article, sourceName }) =>
    isTwice(sourceName, names) && article.title !== sourceName
      ? `${sourceName}: ${article.title}`
      : sourceName,
  )
  return titled.map((name, index) => (isTwice(name, titled) ? `${name} (${index + 1})` : name))
}

/** What the articles of a cell say beside the words, joined where it says it more than once. */
function each(cell: MatrixCell, tell: (annotation: Annotation) => string): string {
  return cell.map(tell).join(' / ')
}

function statusOf({ cluster }: MatrixRow): string {
  return rowStatus(cluster).status
}

function findingsOf({ findings }: MatrixRow): string {
  return [...new Set(findings.map(({ finding }) => FINDING_LABELS[finding.kind]))].join('; ')
}

const valueText = (annotation: Annotation): string =>
  annotation.claim
    ? valuesOf(annotation.claim)
        .map(({ short }) => short)
        .join('; ')
    : ''

/**
 * A matrix as CSV (RFC 4180), a row a cluster in the order given, and for each source its words and, for utterances,
 * speaker, cue and type, for assertions claimant and values. What a source does not report is empty.
 */
export function matrixCsv(input: MatrixInput, kind: ClusterKind, rows: readonly MatrixRow[]): string {
  const names = columnNames(input.sources)
  const parts: readonly (readonly [label: string, tell: (annotation: Annotation) => string])[] =
    kind === 'utterance'
      ? [
          ['words', wordsOf],
          ['speaker', (one) => speakerOf(one, input.speakers) ?? ''],
          ['cue', (one) => one.quotation?.cue?.exact ?? ''],
          ['type', (one) => one.quotation?.type ?? ''],
        ]
      : [
          ['words', wordsOf],
          ['claimant', (one) => speakerOf(one, input.speakers) ?? ''],
          ['values', valueText],
        ]
  const head = [
    kind,
    'status',
    'sources',
    'findings',
    ...names.flatMap((name) => parts.map(([label]) => `${name}: ${label}`)),
  ]
  const body = rows.map((row, index) => [
    String(index + 1),
    statusOf(row),
    String(row.spread),
    findingsOf(row),
    ...row.cells.flatMap((cell) => parts.map(([, tell]) => each(cell, tell))),
  ])
  return csvOf([head, ...body])
}

/** A cell in one line: who, the words, and for assertions the values. */
export function cellLine(annotation: Annotation, speakers: MatrixInput['speakers']): string {
  const speaker = speakerOf(annotation, speakers)
  const values = valueText(annotation)
  return `${speaker === null ? '' : `${speaker}: `}${wordsOf(annotation)}${values === '' ? '' : ` [${values}]`}`
}

/** A table for the clipboard, in both forms that other programs take. */
export interface CopiedTable {
  readonly text: string
  readonly html: string
}

/**
 * The matrix as it is pasted: one column a source, rows in the order given. A spreadsheet reads formulas in either form,
 * so that no cell of either is one (test/unit/exchange/hostile-tables.test.ts).
 */
export function matrixForClipboard(
  input: MatrixInput,
  kind: ClusterKind,
  rows: readonly MatrixRow[],
): CopiedTable {
  const head = [kind === 'utterance' ? 'Utterance' : 'Assertion', ...columnNames(input.sources), 'Findings']
  const body = rows.map((row, index) => [
    String(index + 1),
    ...row.cells.map((cell) =>
      cell.length === 0 ? NOT_REPORTED : each(cell, (one) => cellLine(one, input.speakers)),
    ),
    findingsOf(row),
  ])
  const line = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(withoutFormula(cell))}</${tag}>`).join('')}</tr>`
  return {
    text: tsvOf([head, ...body]),
    html: `<table><thead>${line('th', head)}</thead><tbody>${body.map((cells) => line('td', cells)).join('')}</tbody></table>`,
  }
}
