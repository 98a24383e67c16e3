import { FINDING_LABELS, FINDING_STATUS_LABELS } from '../compare/finding-names'
import { CHANGE_SIGNS, markWords } from '../compare/marked-words'
import {
  matrixRows,
  orderRows,
  rowStatus,
  speakerOf,
  valuesOf,
  wordsOf,
  type JudgedFinding,
  type MatrixInput,
  type MatrixRow,
} from '../compare/matrix'
import type { Annotation } from '../model/annotation'
import { FINDING_KINDS, type ClusterKind } from '../model/comparison'
import { escapeHtml } from './html-text'
import { columnNames, NOT_REPORTED } from './matrix-table'
import { REPORT_STYLE } from './story-report-style'

/** What the report is made with. */
export interface ReportOptions {
  /** Column whose words the others are held against. */
  readonly base: number
  /** The day it is made, as it is to be shown; null leaves it out, so that two reports of the same are the same. */
  readonly madeOn: string | null
}

/** More columns than this do not fit a page: each row is then a list of its sources. */
const PAGE_COLUMNS = 6

/**
 * A story as one HTML page to print or keep: sources, both matrices, findings with their evidence and what was decided
 * on them. It needs no other file, holds no script, and forbids loading any; every text of the corpus is escaped
 * (test/unit/exchange/story-report.test.ts).
 */
export function storyReport(input: MatrixInput, options: ReportOptions): string {
  const names = columnNames(input.sources)
  const title = escapeHtml(input.story.name)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><h1 dir="auto">${title}</h1>`,
    `<p>Who said what in ${counted(input.sources.length, 'article')}, compared by Crossread${
      options.madeOn === null ? '' : ` on ${escapeHtml(options.madeOn)}`
    }. What is marked as suggested nobody has confirmed yet; no finding says who is right.</p></header>`,
    sourcesSection(input, names),
    matrixSection(input, names, 'utterance', options.base),
    matrixSection(input, names, 'assertion', options.base),
    findingsSection(input, names),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function sourcesSection({ sources, annotations }: MatrixInput, names: readonly string[]): string {
  const counts = new Map<string, { quotations: number; claims: number }>()
  for (const { article, layer } of annotations.values()) {
    const count = counts.get(article) ?? { quotations: 0, claims: 0 }
    counts.set(article, {
      quotations: count.quotations + (layer === 'quotation' ? 1 : 0),
      claims: count.claims + (layer === 'claim' ? 1 : 0),
    })
  }
  const rows = sources.map(({ article }, column) => {
    const { quotations, claims } = counts.get(article.id) ?? { quotations: 0, claims: 0 }
    return `<tr><th scope="row">${escapeHtml(names[column] ?? '')}</th><td dir="auto">${escapeHtml(article.title)}</td><td>${escapeHtml(article.publishedAt ?? 'unknown')}</td><td>${escapeHtml(article.language ?? 'unknown')}</td><td class="n">${quotations}</td><td class="n">${claims}</td></tr>`
  })
  return section(
    'Sources',
    `<table><thead><tr><th scope="col">Source</th><th scope="col">Title</th><th scope="col">Date</th><th scope="col">Language</th><th scope="col">Quotations</th><th scope="col">Claims</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  )
}

const MATRIX_TITLES: Readonly<Record<ClusterKind, string>> = {
  utterance: 'Utterances',
  assertion: 'Assertions',
}

const SIGN_KEY = Object.values(CHANGE_SIGNS)
  .map(({ letter, name }) => `${letter} ${name}`)
  .join(', ')

const LEGEND = `<p class="legend">Against the base column: <ins>underlined</ins> is not in the base, <del>struck</del> is only there. Raised letters: ${SIGN_KEY}.</p>`

function matrixSection(
  input: MatrixInput,
  names: readonly string[],
  kind: ClusterKind,
  base: number,
): string {
  const rows = orderRows(matrixRows(input, kind), 'spread', base)
  const title = `${MATRIX_TITLES[kind]} (${rows.length})`
  if (rows.length === 0) return section(title, '<p>None.</p>')
  const isTable = input.sources.length <= PAGE_COLUMNS
  const body = rows.map((row, index) => {
    const against = row.cells[base]?.[0] ?? null
    const cells = row.cells.map((cell, column) => {
      const said = cell.map((one) => memberHtml(one, input, column === base ? null : against))
      return said.length > 0 ? said.join('') : NOT_REPORTED
    })
    return isTable ? tableRow(row, index, cells) : listRow(row, index, cells, names)
  })
  if (!isTable) return section(title, LEGEND + body.join(''))
  const head = names
    .map((name, column) => `<th scope="col">${escapeHtml(name)}${column === base ? ' (base)' : ''}</th>`)
    .join('')
  return section(
    title,
    `${LEGEND}<table class="matrix"><thead><tr><th scope="col">No.</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  )
}

function rowHead(row: MatrixRow, index: number): string {
  const { status } = rowStatus(row.cluster)
  const kinds = [...new Set(row.findings.map(({ finding }) => FINDING_LABELS[finding.kind]))]
  const signs = kinds.map((label) => `<span class="sign">${escapeHtml(label)}</span>`).join(' ')
  return `${index + 1}<small>${status}</small>${signs}`
}

function tableRow(row: MatrixRow, index: number, cells: readonly string[]): string {
  return `<tr class="${row.cluster.status}"><th scope="row">${rowHead(row, index)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function listRow(row: MatrixRow, index: number, cells: readonly string[], names: readonly string[]): string {
  const items = cells.flatMap((cell, column) =>
    cell === NOT_REPORTED ? [] : [`<dt>${escapeHtml(names[column] ?? '')}</dt><dd>${cell}</dd>`],
  )
  return `<section class="row ${row.cluster.status}"><h3>${rowHead(row, index)}</h3><dl>${items.join('')}</dl></section>`
}

function memberHtml(annotation: Annotation, input: MatrixInput, against: Annotation | null): string {
  const words = wordsOf(annotation)
  const language =
    input.sources.find(({ article }) => article.id === annotation.article)?.article.language ?? null
  const speaker = speakerOf(annotation, input.speakers)
  const cue = annotation.quotation?.cue?.exact
  const values = annotation.claim ? valuesOf(annotation.claim).map(({ short }) => short) : []
  const facts = [
    speaker === null ? (annotation.quotation ? 'speaker unknown' : '') : isolated(speaker),
    cue === undefined ? '' : `cue “${isolated(cue)}”`,
    escapeHtml(annotation.quotation?.type ?? ''),
  ].filter((fact) => fact !== '')
  return [
    `<p class="words" dir="auto">${against ? markedHtml(wordsOf(against), words, language) : escapeHtml(words)}</p>`,
    values.length > 0 ? `<p class="values">${values.map(escapeHtml).join('; ')}</p>` : '',
    facts.length > 0 ? `<p class="facts">${facts.join(' · ')}</p>` : '',
  ].join('')
}

/** Text within a line that cannot turn the direction of what stands around it. */
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`
}

function markedHtml(base: string, words: string, language: string | null): string {
  const { parts, rephrased } = markWords(base, words, language)
  const html = parts.map((part) => {
    const sign = part.sign === null ? '' : `<sup>${CHANGE_SIGNS[part.sign].letter}</sup>`
    if (part.mark === 'removed') {
      return rephrased ? '' : `<del>${escapeHtml(part.text.trim())}</del>${sign} `
    }
    const isPlain = part.mark === 'same' || (rephrased && part.sign === null)
    return isPlain ? escapeHtml(part.text) : `<ins>${escapeHtml(part.text)}</ins>${sign}`
  })
  return html.join('')
}

function findingsSection(input: MatrixInput, names: readonly string[]): string {
  const groups = FINDING_KINDS.flatMap((kind) => {
    const found = input.findings.filter(({ finding }) => finding.kind === kind)
    if (found.length === 0) return []
    const items = found.map((judged) => findingHtml(judged, input, names)).join('')
    return [`<h3>${escapeHtml(FINDING_LABELS[kind])} (${found.length})</h3><ol>${items}</ol>`]
  })
  return section(`Findings (${input.findings.length})`, groups.length > 0 ? groups.join('') : '<p>None.</p>')
}

function findingHtml(
  { finding, status, note }: JudgedFinding,
  { sources }: MatrixInput,
  names: readonly string[],
): string {
  const nameOf = (article: string): string =>
    names[sources.findIndex((source) => source.article.id === article)] ?? 'another article'
  const evidence = finding.evidence.map(
    ({ article, exact }) =>
      `<li><b>${isolated(nameOf(article))}</b> <q dir="auto">${escapeHtml(exact)}</q></li>`,
  )
  return [
    `<li class="finding ${status}">`,
    `<p dir="auto">${isolated(finding.explanation)} <span class="status">${FINDING_STATUS_LABELS[status]}</span></p>`,
    `<ul>${evidence.join('')}</ul>`,
    note === '' ? '' : `<p class="note" dir="auto">Note: ${escapeHtml(note)}</p>`,
    '</li>',
  ].join('')
}

function section(title: string, html: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>${html}</section>`
}

function counted(value: number, one: string): string {
  return `${value} ${value === 1 ? one : `${one}s`}`
}
