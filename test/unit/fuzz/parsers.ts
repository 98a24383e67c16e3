import fc, { type Arbitrary } from 'fast-check'
import { markWords } from '#core/compare/marked-words'
import { statedClocks, statedShares } from '#core/compare/stated-shares'
import { wordDifferences } from '#core/compare/word-differences'
import { readBrat, toBratAnnotations } from '#core/exchange/brat'
import { csvOf, tsvOf, withoutFormula } from '#core/exchange/csv'
import { fromDataset, parseDataset } from '#core/exchange/dataset-reader'
import { escapeHtml } from '#core/exchange/html-text'
import { declaredEncoding, decodeBytes } from '#core/intake/decode'
import { readFrontMatter } from '#core/intake/front-matter'
import { readHtml } from '#core/intake/html/html'
import { readDocx } from '#core/intake/docx/docx'
import { readFile } from '#core/intake/intake'
import { readJson } from '#core/intake/json/json'
import { readAgencyCredit, readByline } from '#core/intake/metadata/byline'
import { readDateline } from '#core/intake/metadata/dateline'
import {
  findDates as findArticleDates,
  findWeekdayDate,
  readDateLine,
  readStatedDate,
} from '#core/intake/metadata/dates'
import { guessLanguage } from '#core/intake/metadata/language'
import { readPath } from '#core/intake/metadata/path-clues'
import { fieldsOf, readStated } from '#core/intake/metadata/stated'
import { guessColumns, readColumnWishes, wishedColumns } from '#core/intake/table/columns'
import { readPdfPages } from '#core/intake/pdf/paragraphs'
import { namesOf, readSidecar } from '#core/intake/sidecar'
import { previewTable, readTableHead } from '#core/intake/table/head'
import { readTable } from '#core/intake/table/table'
import type { Annotation } from '#core/model/annotation'
import type { ArticleBody } from '#core/model/article'
import { spanOf, type Span, type TextRange } from '#core/model/range'
import { BlockCursor, DocumentCursor } from '#core/search/block'
import { hitsIn } from '#core/search/hits'
import { parseQuery } from '#core/search/query-parser'
import { snippetOf } from '#core/search/snippets'
import { wordsOf } from '#core/search/words'
import { toSuggestedAnnotations } from '#core/suggest/annotations'
import { suggestClaims, toSuggestedClaims } from '#core/suggest/claims'
import { findDates } from '#core/suggest/dates'
import { lexiconFor } from '#core/suggest/lexicons/index'
import { findQuotedSegments } from '#core/suggest/marks'
import { findQuantities } from '#core/suggest/quantities'
import { suggestQuotations } from '#core/suggest/quotations'
import { readArticle } from '#core/suggest/reading'
import { isBlank, splitBlocks } from '#core/text/blocks'
import { findAll } from '#core/text/find'
import { createOffsetMap, isHighSurrogate, isLowSurrogate } from '#core/text/offsets'
import { sentences } from '#core/text/segmentation'
import { decodeFrames, encodeFrameHeader } from '#ipc/import-frames'
import { parseArguments } from '../../../src/main/command-line'
import { docxOf } from '../intake/made-documents'
import {
  anyBrat,
  anyBytes,
  anyCommandLine,
  anyFigures,
  anyHtml,
  anyJson,
  anyLine,
  anyMarkdown,
  anyProse,
  anyQuery,
  anyText,
} from './hostile-input'
import { anyPages, anyTable, anyWordXml } from './hostile-files'
import { SAMPLE_DATASET, spoiltDataset } from './spoilt-dataset'

/** A parser, what it is tried with, and what has to hold of its answer. */
export interface FuzzedParser {
  readonly name: string
  /** Throws where the parser throws, answers what it must not, or takes longer than its input excuses. */
  readonly property: fc.IProperty<[unknown]>
}

/** Processor time that any input may take, in milliseconds, and what each of its characters may take besides. */
const EACH_INPUT = 1_500
const EACH_CHARACTER = 0.1

function parser<T>(name: string, input: Arbitrary<T>, check: (value: T) => void): FuzzedParser {
  return {
    name,
    property: fc.property(input as Arbitrary<unknown>, (value) => {
      const before = process.cpuUsage()
      check(value as T)
      const { user, system } = process.cpuUsage(before)
      const size = typeof value === 'string' ? value.length : 0
      holds((user + system) / 1_000 < EACH_INPUT + size * EACH_CHARACTER, 'it took too long')
    }),
  }
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

function isInside(text: string, ranges: readonly TextRange[], mayBeEmpty = false): void {
  for (const { start, end } of ranges) {
    holds(Number.isInteger(start) && Number.isInteger(end), 'an offset is no integer')
    holds(
      start >= 0 && end <= text.length && (mayBeEmpty ? start <= end : start < end),
      'a range is outside its text',
    )
  }
}

function isTrue(text: string, spans: readonly Span[]): void {
  isInside(text, spans)
  const map = createOffsetMap(text)
  const points = Array.from(text)
  for (const { start, end, exact } of spans) {
    holds(text.slice(start, end) === exact, 'a span does not carry its text')
    if (halves(text, start) || halves(text, end)) continue
    const [from, to] = [map.toCodePoint(start), map.toCodePoint(end)]
    holds(map.toUtf16(from) === start && map.toUtf16(to) === end, 'an offset does not come back')
    holds(points.slice(from, to).join('') === exact, 'code points cut out another text')
  }
}

/** True between the two halves of a pair, which is no place in code points. */
function halves(text: string, at: number): boolean {
  return isHighSurrogate(text.charCodeAt(at - 1)) && isLowSurrogate(text.charCodeAt(at))
}

function spansIn({ start, end, exact, quotation, claim }: Annotation): Span[] {
  const said = quotation ? [...quotation.content, quotation.speakerSpan, quotation.cue] : []
  const stated = claim ? [...claim.quantities, ...claim.dates] : []
  return [{ start, end, exact }, ...said.filter((span) => span !== null), ...stated]
}

function areBlocks({ text, blocks, furniture }: ArticleBody): void {
  let last = 0
  for (const { start, end } of blocks) {
    holds(start >= last && end > start && end <= text.length, 'blocks are not in order')
    holds(isBlank(text.slice(last, start)), 'text stands outside the blocks')
    last = end
  }
  holds(isBlank(text.slice(last)), 'text stands behind the blocks')
  isInside(text, furniture)
}

/** Reads CSV as RFC 4180 defines it. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const bodyOf = (text: string): ArticleBody => ({ text, blocks: splitBlocks(text, 'text'), furniture: [] })
const anyLanguage = fc.constantFrom(null, 'en', 'id', 'ru', 'de', 'ja', 'x-y', 'not a language')
const anyFile = fc
  .tuple(
    fc.oneof(anyProse, anyHtml, anyMarkdown, anyJson, anyTable),
    fc.tuple(
      fc.constantFrom('a', 'x_2022-02-02_y', '../..', '<b>', '\u202egpj', 'con', 'a'.repeat(300)),
      fc.constantFrom('.txt', '.md', '.html', '.htm', '.json', '.jsonl', '.csv', '.tsv', '', '.'),
    ),
  )
  .map(([content, name]) => ({
    path: name.join(''),
    rootName: null,
    bytes: new TextEncoder().encode(content),
  }))

/** Every parser of what comes from outside. */
export const PARSERS: readonly FuzzedParser[] = [
  parser(
    'decoding',
    fc.tuple(anyBytes, fc.constantFrom(null, 'utf-8', 'shift_jis', 'x-none', '')),
    ([bytes, declared]) => {
      declaredEncoding(bytes)
      const decoded = decodeBytes(bytes, declared)
      if (decoded.ok) holds(!/\r/.test(decoded.text), 'a carriage return is left')
      else holds(decoded.message !== '', 'a failure says nothing')
    },
  ),
  parser('files of any format', anyFile, (file) => {
    const { drafts, problems } = readFile(file)
    holds(drafts.length + problems.length > 0, 'a file is neither read nor refused')
    for (const { body, metadata } of drafts) {
      areBlocks(body)
      holds(metadata.title !== '', 'an article has no title')
    }
  }),
  parser('files of any bytes', anyBytes, (bytes) => {
    for (const path of ['a.txt', 'a.html', 'a.json', 'a.csv'])
      readFile({ path, rootName: null, bytes }).drafts.forEach(({ body }) => areBlocks(body))
  }),
  parser('HTML', anyHtml, (html) => areBlocks({ ...readHtml(html), furniture: [] })),
  parser('Markdown', anyMarkdown, (text) =>
    areBlocks({ text, blocks: splitBlocks(text, 'markdown'), furniture: [] }),
  ),
  parser('plain text', anyText, (text) => areBlocks(bodyOf(text))),
  parser('JSON and JSON lines', fc.tuple(anyJson, fc.boolean()), ([text, lines]) => {
    const { articles, problems } = readJson(text, 'a.json', lines)
    holds(articles.length + problems.length > 0, 'nothing is said')
  }),
  parser('tables of articles', fc.tuple(anyTable, anyLine, fc.nat(9)), ([text, written, row]) => {
    const table = text.replaceAll(/\r\n?/gu, '\n')
    const head = readTableHead(table)
    const { articles, problems } = readTable(table, 'a.csv', head && guessColumns(head.names))
    holds(articles.length + problems.length > 0, 'nothing is said')
    const mapping = { roles: (head?.names ?? []).map(() => 'text' as const), firstRowIsData: row % 2 === 0 }
    const all = readTable(table, 'a.csv', mapping)
    const said = [...all.articles, ...all.problems].map(({ path }) => path)
    holds(new Set(said).size === said.length, 'a row is told twice')
    readTable(table, 'a.csv', mapping, row)
    previewTable(new TextEncoder().encode(text))
    const wishes = readColumnWishes(written)
    if (wishes.ok) wishedColumns(head?.names ?? [], wishes.value)
  }),
  parser('Word documents', fc.tuple(anyWordXml, anyWordXml), ([body, styles]) => {
    const read = readDocx(docxOf(body, { 'word/styles.xml': styles, 'docProps/core.xml': styles }))
    if (read.ok) areBlocks(read.value)
    else holds(read.error.message !== '', 'a failure says nothing')
  }),
  parser('Word documents of any bytes', fc.tuple(anyBytes, fc.nat(400), anyWordXml), ([bytes, at, body]) => {
    const spoilt = docxOf(body)
    spoilt.set(bytes.subarray(0, Math.max(0, spoilt.length - at)), Math.min(at, spoilt.length))
    for (const file of [bytes, spoilt]) {
      const read = readDocx(file)
      if (read.ok) areBlocks(read.value)
    }
  }),
  parser('pages', anyPages, (pages) => areBlocks(readPdfPages(pages))),
  parser('sidecars', fc.oneof(anyTable, anyJson), (text) => {
    for (const path of ['metadata.csv', 'metadata.json'])
      for (const { name } of readSidecar(new TextEncoder().encode(text), path)?.rows ?? [])
        holds(!namesOf(name).includes('\\'), 'a name keeps its slashes')
  }),
  parser('front matter', anyMarkdown, (text) => {
    const { end } = readFrontMatter(`---\n${text}`)
    holds(end >= 0 && end <= text.length + 4, 'it ends outside the text')
  }),
  parser('metadata of a record', fc.tuple(anyJson, fc.anything()), ([text, value]) => {
    let record: unknown = value
    try {
      record = JSON.parse(text)
    } catch {
      // Then the other value is tried.
    }
    const stated = readStated(
      fieldsOf(typeof record === 'object' && record !== null ? record : { title: record, date: record }),
    )
    for (const said of Object.values(stated))
      holds(said === null || typeof said === 'string', 'a field is no text')
  }),
  parser('bylines, datelines and paths', anyLine, (line) => {
    for (const read of [readByline, readAgencyCredit, guessLanguage]) read(line)
    const dateline = readDateline(line)
    holds(
      dateline === null || (dateline.end > 0 && dateline.end <= line.length),
      'a dateline ends outside its line',
    )
    readPath(line, line)
  }),
  parser('dates of an article', fc.tuple(anyLine, anyLanguage), ([line, language]) => {
    isInside(line, findArticleDates(line, language))
    for (const date of [readDateLine(line, language), readStatedDate(line, language), findWeekdayDate(line)])
      holds(date === null || /^\d{4}(?:-\d\d){0,2}/u.test(date), 'a date is none')
  }),
  parser(
    'dates in a text',
    fc.tuple(anyFigures, fc.constantFrom(null, '2022-02-02', 'x')),
    ([text, reference]) => {
      isTrue(text, findDates(text, reference))
      isTrue(text, statedClocks(text))
    },
  ),
  parser('quantities', anyFigures, (text) => {
    const found = findQuantities(text)
    isTrue(text, found)
    isTrue(text, statedShares(text))
    for (const { value } of found) holds(!Number.isNaN(value), 'a value is no number')
  }),
  parser('quotation marks', anyProse, (text) => {
    const { blocks } = bodyOf(text)
    const segments = findQuotedSegments(text, blocks)
    isInside(text, segments)
    isInside(
      text,
      segments.map(({ inner }) => inner),
    )
  }),
  parser('quotations and claims', fc.tuple(anyProse, anyLanguage), ([text, language]) => {
    const body = bodyOf(text)
    const reading = readArticle(body, lexiconFor(language))
    isInside(text, reading.tokens)
    const quotations = suggestQuotations(body, language, reading)
    const claims = suggestClaims(body, language, '2022-02-02', quotations, reading)
    const found = [
      ...toSuggestedAnnotations('art_x', text, quotations),
      ...toSuggestedClaims('art_x', text, claims),
    ]
    isTrue(text, found.flatMap(spansIn))
  }),
  parser('sentences and words', anyText, (text) => {
    isInside(text, sentences(text, 'en'))
    const { terms, starts, ends } = wordsOf(text)
    terms.forEach((_, index) => {
      isInside(text, [{ start: starts[index] ?? -1, end: ends[index] ?? -1 }])
    })
  }),
  parser('find', fc.tuple(anyText, anyText, fc.boolean()), ([text, sought, flag]) => {
    const options = { wholeWord: flag, matchCase: !flag, foldDiacritics: flag }
    for (const query of [sought, text.slice(3, 6)]) isInside(text, findAll(text, query, options))
  }),
  parser('queries', fc.tuple(anyQuery, anyText), ([written, text]) => {
    const query = parseQuery(written)
    if (!query.ok) return isInside(written, [query.error.at], true)
    const hits = hitsIn(text, query.value, 'text')
    isInside(text, hits)
    const snippet = snippetOf(text, hits)
    isTrue(text, snippet.end > snippet.start ? [spanOf(text, snippet)] : [])
    isInside(text, snippet.hits)
  }),
  parser('differences', fc.tuple(anyProse, anyProse, anyLanguage), ([a, b, language]) => {
    const parts = wordDifferences(a, b, language)
    const whole = (text: string, side: 'a' | 'b'): boolean =>
      parts.map((part) => (part[side] ? text.slice(part[side].start, part[side].end) : '')).join('') === text
    holds(whole(a, 'a') && whole(b, 'b'), 'the differences leave text out')
    markWords(a, b, language)
  }),
  parser('brat', fc.tuple(anyBrat, anyText), ([standoff, text]) => {
    const { quotations } = readBrat(standoff, { text, original: text })
    isTrue(text, toBratAnnotations('art_x', text, { id: 'per_x', name: 'x' }, quotations).flatMap(spansIn))
  }),
  parser('datasets', fc.oneof(spoiltDataset, anyJson, anyText), (text) => {
    const parsed = parseDataset(text)
    if (parsed.ok) {
      // One without its texts is a dataset, and is not to be imported.
      const isWhole = parsed.value.articles.every((article) => article.text !== null)
      holds(fromDataset(parsed.value).ok === isWhole, 'a dataset that was accepted cannot be read')
    } else holds(parsed.error.message.length < 5_000, 'a message is endless')
  }),
  parser('tables', fc.array(fc.array(anyText, { maxLength: 3 }), { maxLength: 3 }), (rows) => {
    const filled = rows.filter((row) => row.length > 0)
    const back = cellsOf(csvOf(filled))
    holds(
      JSON.stringify(back) === JSON.stringify(filled.map((row) => row.map(withoutFormula))),
      'cells do not come back',
    )
    const pasted = tsvOf(filled).split('\n')
    holds(filled.length === 0 || pasted.length === filled.length, 'a pasted cell breaks its row')
    for (const cell of [...back.flat(), ...pasted.flatMap((row) => row.split('\t'))]) {
      holds(withoutFormula(withoutFormula(cell)) === withoutFormula(cell), 'a cell is still a formula')
      holds(!/[<>"']/u.test(escapeHtml(cell)), 'a cell is still markup')
    }
  }),
  parser('postings', fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 300 })), ([bytes, count]) => {
    const cursor = new BlockCursor(bytes, 0)
    try {
      for (let entries = 0; entries < 100 && cursor.next(); entries++) cursor.entry()
      const documents = new DocumentCursor({ count, documents: bytes, placeStart: 0, placeBytes: 0 })
      while (documents.next()) holds(documents.document >= 0, 'a document has no number')
    } catch (error) {
      // A damaged block says so; nothing else may come of it.
      holds(error instanceof RangeError, String(error))
    }
  }),
  parser(
    'frames of an import',
    fc.tuple(fc.array(fc.tuple(anyText, fc.uint8Array({ maxLength: 20 }))), fc.uint8Array()),
    ([files, noise]) => {
      const frames = files.flatMap(([path, bytes]) => [
        ...encodeFrameHeader({ kind: 'file', root: 0, path, size: bytes.length }),
        ...bytes,
      ])
      const read = decodeFrames(Uint8Array.from(frames)).map(({ bytes }) => [...bytes])
      holds(
        JSON.stringify(read) === JSON.stringify(files.map(([, bytes]) => [...bytes])),
        'frames do not come back',
      )
      try {
        decodeFrames(Uint8Array.from([...frames, ...noise]))
      } catch (error) {
        holds(error instanceof Error, 'what is thrown is no error')
      }
    },
  ),
  parser('command lines', anyCommandLine, (args) => {
    const start = parseArguments(args, '/folder')
    holds(start.kind !== 'usage-error' || start.message !== '', 'a mistake is not named')
  }),
]

holds(parseDataset(SAMPLE_DATASET).ok, 'the dataset to be spoilt is no good')
