import type { Annotation, Claim, Qualifier } from '../model/annotation'
import type { Article } from '../model/article'
import { overlaps, type TextRange } from '../model/range'
import type { Agreement } from './agreement'
import { dateAgreement } from './date-agreement'
import { quantityAgreement } from './quantity-agreement'
import type { Cluster, ClusterKind, Finding, FindingKind, FindingStatus } from '../model/comparison'

/** A finding with what a person decided on it. */
export interface JudgedFinding {
  readonly finding: Finding
  readonly status: FindingStatus
  readonly note: string
}

/** A source of a story, as a matrix shows it: one article, one column. */
export interface MatrixSource {
  readonly article: Pick<Article, 'id' | 'title' | 'publishedAt' | 'language'>
  /** Never empty: the outlet, else the title. */
  readonly sourceName: string
}

/** What a matrix is made of: a compared story with everything that its clusters and findings name. */
export interface MatrixInput {
  readonly story: { readonly name: string }
  /** In the order of the columns. */
  readonly sources: readonly MatrixSource[]
  readonly annotations: ReadonlyMap<string, Annotation>
  /** Names by id of the speaker record. */
  readonly speakers: ReadonlyMap<string, string>
  readonly clusters: readonly Cluster[]
  readonly findings: readonly JudgedFinding[]
}

/** What one source says of one cluster: its annotations in text order, empty when it does not report it. */
export type MatrixCell = readonly Annotation[]

/** One utterance or assertion across the sources. */
export interface MatrixRow {
  readonly cluster: Cluster
  /** One for each source, in the order of the columns. */
  readonly cells: readonly MatrixCell[]
  /** How many sources report it. */
  readonly spread: number
  /** About this cluster; what a person dismissed is left out. */
  readonly findings: readonly JudgedFinding[]
}

/** How rows are ordered: widest spread first, conflicts first, or as they follow each other in the base article. */
export type MatrixOrder = 'spread' | 'conflict' | 'base'

/** Findings that say that two sources cannot both be taken as they stand. */
const CONFLICTS: ReadonlySet<FindingKind> = new Set([
  'attribution-conflict',
  'number-conflict',
  'date-conflict',
])

/** True for a finding that two sources contradict each other in. */
export function isConflict(kind: FindingKind): boolean {
  return CONFLICTS.has(kind)
}

/** The rows of a matrix, in the order of the clusters. Members that are not in `annotations` (just deleted) are left out. */
export function matrixRows(input: MatrixInput, kind: ClusterKind): readonly MatrixRow[] {
  const columns = new Map(input.sources.map(({ article }, column) => [article.id, column]))
  const findings = new Map<string, JudgedFinding[]>()
  for (const judged of input.findings) {
    const { cluster } = judged.finding
    if (cluster === null || judged.status === 'dismissed') continue
    const known = findings.get(cluster)
    if (known) known.push(judged)
    else findings.set(cluster, [judged])
  }
  return input.clusters.flatMap((cluster) => {
    if (cluster.kind !== kind) return []
    const cells = input.sources.map((): Annotation[] => [])
    for (const member of cluster.members) {
      const annotation = input.annotations.get(member)
      if (annotation) cells[columns.get(annotation.article) ?? -1]?.push(annotation)
    }
    const spread = cells.filter((cell) => cell.length > 0).length
    return spread === 0 ? [] : [{ cluster, cells, spread, findings: findings.get(cluster.id) ?? [] }]
  })
}

/** The rows in another order. `base` is the column of the base article, which also decides between equals. */
export function orderRows(
  rows: readonly MatrixRow[],
  order: MatrixOrder,
  base: number,
): readonly MatrixRow[] {
  const places = new Map(rows.map((row) => [row, placeOf(row, base)]))
  const byPlace = (a: MatrixRow, b: MatrixRow): number => comparePlaces(places.get(a), places.get(b))
  const compare: Readonly<Record<MatrixOrder, (a: MatrixRow, b: MatrixRow) => number>> = {
    base: byPlace,
    spread: (a, b) => b.spread - a.spread || byPlace(a, b),
    conflict: (a, b) => gravityOf(b) - gravityOf(a) || b.spread - a.spread || byPlace(a, b),
  }
  return rows.toSorted(compare[order])
}

/** Where a row is read: in the base article; what that does not report comes after, source by source. */
function placeOf(row: MatrixRow, base: number): readonly [column: number, start: number, id: string] {
  const inBase = row.cells[base]?.[0]
  if (inBase) return [-1, inBase.start, row.cluster.id]
  const column = row.cells.findIndex((cell) => cell.length > 0)
  return [column, row.cells[column]?.[0]?.start ?? 0, row.cluster.id]
}

type Place = ReturnType<typeof placeOf>

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  if (!a || !b) return 0
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)
}

/** Conflicts before other differences, more before fewer; what only one source reports is no difference. */
function gravityOf({ findings }: MatrixRow): number {
  let gravity = 0
  for (const { finding } of findings) {
    if (isConflict(finding.kind)) gravity += 100
    else if (finding.kind !== 'only-in') gravity += 1
  }
  return gravity
}

/** What a person has made of a row: nothing, put its members together by moving, parting or joining, or confirmed it by name. */
export type RowStatus = 'suggested' | 'edited' | 'confirmed'

/** What a person has made of a row; `added`: members that the program added to what a person settled. */
export function rowStatus({ status, confirmed, members, settled }: Cluster): {
  readonly status: RowStatus
  readonly added: number
} {
  if (status === 'suggested') return { status, added: 0 }
  return { status: confirmed ? 'confirmed' : 'edited', added: members.length - settled.length }
}

/** What a cell carries a sign for. */
export interface CellSign {
  readonly kind: FindingKind
  /** True for the side of a conflict that most sources are on: the odd one out carries the strong sign. */
  readonly isQuiet: boolean
}

/**
 * Kinds of the row's findings that name this annotation, each once. Of a statement cut short only the shorter carries it.
 * @param speakers names by id of the speaker record
 */
export function cellSigns(
  row: MatrixRow,
  annotation: string,
  speakers: ReadonlyMap<string, string>,
): readonly CellSign[] {
  const signs = new Map<FindingKind, boolean>()
  for (const { finding } of row.findings) {
    if (!finding.members.includes(annotation)) continue
    if (finding.kind === 'truncation' && !isShortened(finding, annotation)) continue
    const isQuiet =
      finding.kind === 'attribution-conflict' && isOfMostSources(row, finding, annotation, speakers)
    signs.set(finding.kind, (signs.get(finding.kind) ?? true) && isQuiet)
  }
  return [...signs].map(([kind, isQuiet]) => ({ kind, isQuiet }))
}

/** True for a member that has less of the statement: those are named before the fuller one, which is the last evidence. */
function isShortened({ members, evidence }: Finding, annotation: string): boolean {
  const fuller = evidence.at(-1)?.annotation ?? null
  return fuller !== annotation && (fuller === null || members.indexOf(annotation) < members.indexOf(fuller))
}

/** True when the speaker of this annotation is the one whom most of the finding's members name. */
function isOfMostSources(
  row: MatrixRow,
  { members }: Finding,
  annotation: string,
  speakers: ReadonlyMap<string, string>,
): boolean {
  const counts = new Map<string | null, number>()
  let own: string | null = null
  for (const one of row.cells.flat()) {
    if (!members.includes(one.id)) continue
    const speaker = speakerOf(one, speakers)
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
    if (one.id === annotation) own = speaker
  }
  const all = [...counts.values()]
  return Math.min(...all) < Math.max(...all) && counts.get(own) === Math.max(...all)
}

/** The words of an annotation: a quotation's pieces joined by an ellipsis, blank space as single spaces. */
export function wordsOf(annotation: Annotation): string {
  const pieces = annotation.quotation?.content ?? [annotation]
  return pieces.map(({ exact }) => exact.replace(/\s+/gu, ' ').trim()).join(' … ')
}

/** Who says it: the record's name, else the words of the article; null when nobody is named. */
export function speakerOf(annotation: Annotation, speakers: ReadonlyMap<string, string>): string | null {
  const id = annotation.quotation?.speaker ?? annotation.claim?.claimant ?? null
  const known = id === null ? undefined : speakers.get(id)
  return known ?? annotation.quotation?.speakerSpan?.exact.replace(/\s+/gu, ' ') ?? null
}

const QUALIFIER_SIGNS: Readonly<Record<Qualifier, string>> = {
  exactly: '',
  about: '≈ ',
  'more-than': '> ',
  'less-than': '< ',
  'up-to': '≤ ',
  'at-least': '≥ ',
}

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exactly: '',
  about: 'about ',
  'more-than': 'more than ',
  'less-than': 'less than ',
  'up-to': 'up to ',
  'at-least': 'at least ',
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })

/** A quantity or date of a claim, as a value column shows it. */
export interface StatedValue extends TextRange {
  readonly kind: 'quantity' | 'date'
  /** "> 100,000 troops", "2022-02-15". */
  readonly short: string
  /** The same without signs, for the ear: "more than 100,000 troops". */
  readonly spoken: string
  /** The words of the article. */
  readonly exact: string
}

/** The values of a claim: quantities, then dates, each in text order. */
export function valuesOf(claim: Claim): readonly StatedValue[] {
  const quantities = claim.quantities.map(({ value, unit, qualifier, exact, start, end }): StatedValue => {
    const number = `${numbers.format(value)}${unit === null ? '' : ` ${unit}`}`
    return {
      kind: 'quantity',
      short: QUALIFIER_SIGNS[qualifier] + number,
      spoken: QUALIFIER_WORDS[qualifier] + number,
      exact,
      start,
      end,
    }
  })
  const dates = claim.dates.map(({ value, exact, start, end }): StatedValue => {
    // A day known by its weekday alone has a value that nobody reads.
    const short = value.startsWith('-') ? exact : value.replace('T', ' ')
    return { kind: 'date', short, spoken: short, exact, start, end }
  })
  return [...quantities, ...dates]
}

/** Whether a value goes together with what other sources state in the row, or a finding says that it does not. */
export type ValueSign = 'agrees' | 'conflicts'

/**
 * Signs of the values of a row, by `valueKey`. A conflict is what a finding that nobody dismissed names as its evidence;
 * a value agrees when another source states the same or one that can be true with it. Others have no sign.
 */
export function valueSigns(row: MatrixRow): ReadonlyMap<string, ValueSign> {
  const signs = new Map<string, ValueSign>()
  const evidence = row.findings
    .filter(({ finding }) => finding.kind === 'number-conflict' || finding.kind === 'date-conflict')
    .flatMap(({ finding }) => finding.evidence)
  row.cells.forEach((cell, column) => {
    const others = row.cells.flatMap((other, at) => (at === column ? [] : other))
    for (const one of cell) {
      for (const value of [...(one.claim?.quantities ?? []), ...(one.claim?.dates ?? [])]) {
        const isEvidence = evidence.some((span) => span.article === one.article && overlaps(span, value))
        if (isEvidence) signs.set(valueKey(one.id, value), 'conflicts')
      }
      for (const quantity of one.claim?.quantities ?? []) {
        const agrees = others.some(({ claim }) =>
          claim?.quantities.some((other) => isAgreement(quantityAgreement(quantity, other))),
        )
        if (agrees) setOnce(signs, valueKey(one.id, quantity), 'agrees')
      }
      for (const date of one.claim?.dates ?? []) {
        const agrees = others.some(({ claim }) =>
          claim?.dates.some((other) => isAgreement(dateAgreement(date, other))),
        )
        if (agrees) setOnce(signs, valueKey(one.id, date), 'agrees')
      }
    }
  })
  return signs
}

/** Names a value of an annotation among those of a row. */
export function valueKey(annotation: string, { start }: TextRange): string {
  return `${annotation} ${start}`
}

const isAgreement = (agreement: Agreement): boolean => agreement === 'same' || agreement === 'compatible'

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value)
}
