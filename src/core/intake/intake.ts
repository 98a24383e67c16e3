import type { ArticleFormat, Block, EncodingRecord } from '../model/article'
import { hashBytes, hashText } from '../model/ids'
import type { TextRange } from '../model/range'
import { isBlank, splitBlocks } from '../text/blocks'
import { countWords } from '../text/segmentation'
import { declaredEncoding, decodeBytes } from './decode'
import { readDocumentBytes, type DocumentFormat } from './documents'
import type { ArticleDraft, IntakeFile, IntakeOutcome, IntakeReason } from './draft'
import { readFrontMatter } from './front-matter'
import { readHtml } from './html/html'
import { readJson, type JsonOutcome } from './json/json'
import { guessMetadata, type Guessed } from './metadata/guess'
import { readPath } from './metadata/path-clues'
import { mergeStated, noneStated, type StatedMetadata } from './metadata/stated'
import type { ReadPdf } from './pdf/pages'
import { readTable, type TableOutcome } from './table/table'

export type {
  ArticleDraft,
  DraftMetadata,
  IntakeFile,
  IntakeOutcome,
  IntakeProblem,
  IntakeReason,
} from './draft'

/** What every draft of a file shares. */
interface FileFacts {
  readonly file: IntakeFile
  readonly encoding: EncodingRecord
  readonly originalSha256: string
}

/** An article's text with what its format says of it, before metadata is guessed. */
interface Reading {
  readonly path: string
  readonly format: ArticleFormat
  readonly text: string
  /** SHA-256 of the text where it is known already. */
  readonly textSha256: string | null
  readonly blocks: readonly Block[]
  readonly stated: StatedMetadata
  readonly frontMatter: number
  /** Blocks that the format itself shows to be furniture. */
  readonly furniture?: readonly TextRange[]
  /** Metadata that count as guesses where nothing else is known. */
  readonly fallback?: StatedMetadata
}

/**
 * Reads one file into article drafts. Nothing in a file makes it throw: what cannot be read is a problem. The format
 * goes by the name: `.md`, `.html`, `.json`, `.jsonl`, `.csv`, `.tsv` and their kin; anything else is plain text. Documents
 * (`documentFormat`) and datasets are not read here.
 * Time grows linearly with the file.
 */
export function readFile(file: IntakeFile): IntakeOutcome {
  const format = formatOf(file.clues ?? file.path)
  const decoded = decodeBytes(file.bytes, format === 'html' ? declaredEncoding(file.bytes) : null)
  if (!decoded.ok) return problem(file, decoded.reason, decoded.message)
  const { text, encoding, verbatim } = decoded
  if (isBlank(text)) return problem(file, 'no-text', 'The file holds nothing but white space.')
  const facts = { file, encoding, originalSha256: hashBytes(file.bytes) }

  switch (format) {
    case 'json':
    case 'jsonl':
      return readRecords(facts, readJson(text, file.path, format === 'jsonl', file.firstLine ?? null))
    case 'csv': {
      const table = readTable(text, file.path, file.columns ?? null, file.firstLine ?? null)
      return readRecords(facts, { format, ...table })
    }
    case 'html': {
      const page = readHtml(text)
      if (page.text === '') return problem(file, 'no-text', 'The page holds no text.')
      return one(draftOf(facts, { ...page, path: file.path, format, textSha256: null, frontMatter: 0 }))
    }
    default: {
      const { stated, end } = format === 'markdown' ? readFrontMatter(text) : { stated: noneStated, end: 0 }
      const textSha256 = verbatim ? facts.originalSha256 : null
      const blocks = splitBlocks(text, format)
      return one(
        draftOf(facts, { path: file.path, format, text, textSha256, blocks, stated, frontMatter: end }),
      )
    }
  }
}

function readRecords(
  facts: FileFacts,
  { format, articles, problems }: JsonOutcome | (TableOutcome & { readonly format: 'csv' }),
): IntakeOutcome {
  const drafts = articles.map(({ path, article }) =>
    draftOf(facts, {
      path,
      format,
      text: article.text,
      textSha256: null,
      blocks: article.blocks ?? splitBlocks(article.text, 'text'),
      stated: article.stated,
      frontMatter: 0,
    }),
  )
  return { drafts, problems }
}

function draftOf({ file, encoding, originalSha256 }: FileFacts, reading: Reading): ArticleDraft {
  const { text, path, format } = reading
  const clues = readPath(file.clues ?? file.path, file.rootName)
  const stated = withGiven(reading, file.given ?? null)
  const found = guessMetadata({ ...reading, stated, path: clues })
  const { blocks, furniture } = found
  const { metadata, guessed } = withFallback(found, reading.fallback ?? noneStated)
  return {
    path,
    body: { text, blocks, furniture },
    textSha256: reading.textSha256 ?? hashText(text),
    originalSha256,
    format,
    encoding,
    words: countWords(text),
    metadata,
    guessed,
  }
}

/** What a sidecar says counts before what a file says of itself, and behind what the records of a file say of theirs. */
function withGiven({ stated, format }: Reading, given: StatedMetadata | null): StatedMetadata {
  if (!given) return stated
  const isRecord = format === 'json' || format === 'jsonl' || format === 'csv'
  return isRecord ? mergeStated(stated, given) : mergeStated(given, stated)
}

/** Fills what is still unknown, and marks it as guessed. */
function withFallback(
  { metadata, guessed }: Pick<Guessed, 'metadata' | 'guessed'>,
  fallback: StatedMetadata,
): Pick<Guessed, 'metadata' | 'guessed'> {
  const filled = FALLBACK_FIELDS.filter(([key]) => metadata[key] === null && fallback[key] !== null)
  return {
    metadata: { ...metadata, ...Object.fromEntries(filled.map(([key]) => [key, fallback[key]])) },
    guessed: [...guessed, ...filled.map(([, field]) => field)],
  }
}

const FALLBACK_FIELDS = [
  ['sourceName', 'source'],
  ['byline', 'byline'],
  ['publishedAt', 'publishedAt'],
  ['language', 'language'],
] as const

/** The format of a document that is no text itself (`readDocument`), null for any other file. */
export function documentFormat(path: string): DocumentFormat | null {
  const format = formatOf(path)
  return format === 'docx' || format === 'pdf' || format === 'eml' ? format : null
}

/**
 * Reads a Word document, a PDF document or an e-mail message into an article draft, as `readFile` does other files. Nothing
 * in a file makes it throw.
 */
export async function readDocument(
  file: IntakeFile,
  format: DocumentFormat,
  readPdf: ReadPdf,
): Promise<IntakeOutcome> {
  if (file.bytes.length === 0) return problem(file, 'empty', 'The file is empty.')
  const read = await readDocumentBytes(format, file.bytes, file.path, readPdf)
  if (!read.ok) return problem(file, 'unreadable', read.error.message)
  const { encoding, problems, ...reading } = read.value
  const facts = { file, encoding, originalSha256: hashBytes(file.bytes) }
  const draft = draftOf(facts, { ...reading, path: file.path, format, textSha256: null, frontMatter: 0 })
  return { drafts: [draft], problems }
}

/** True for a file that is read as a table, an article a row. @param path the path that tells of the format (`cluesOf`) */
export function isTable(path: string): boolean {
  return formatOf(path) === 'csv'
}

function formatOf(path: string): Exclude<ArticleFormat, 'dataset'> {
  const extension = /\.([a-z]{2,8})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  if (/^(?:md|markdown|mdown|mkd)$/.test(extension)) return 'markdown'
  if (/^x?html?$/.test(extension)) return 'html'
  if (/^(?:jsonl|ndjson)$/.test(extension)) return 'jsonl'
  if (/^(?:csv|tsv)$/.test(extension)) return 'csv'
  if (extension === 'docx' || extension === 'pdf' || extension === 'eml') return extension
  return extension === 'json' ? 'json' : 'text'
}

function one(draft: ArticleDraft): IntakeOutcome {
  return { drafts: [draft], problems: [] }
}

function problem(file: IntakeFile, reason: IntakeReason, message: string): IntakeOutcome {
  return { drafts: [], problems: [{ path: file.path, reason, message }] }
}
