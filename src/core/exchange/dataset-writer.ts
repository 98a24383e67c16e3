import type { Annotation } from '../model/annotation'
import type { Article, ArticleBody } from '../model/article'
import type { Codebook } from '../model/codebook'
import { BUILT_IN_LAYERS } from '../model/annotation'
import type { Annotator, Corpus, Story } from '../model/corpus'
import {
  DATASET_FORMAT,
  DATASET_VERSION,
  PROGRAM_CREATOR,
  datasetHeadSchema,
  type DatasetHead,
} from '../model/dataset'
import type { SavedSearch } from '../model/saved-search'
import type { Source } from '../model/source'
import type { Speaker } from '../model/speaker'
import {
  encodeClusters,
  encodeFindings,
  type SourceComparison,
  type WrittenAnnotation,
  type WrittenRecords,
} from './dataset-comparisons'
import { articlePath, encodeAnnotation, encodeArticle, encodingArticle } from './dataset-encode'
import { DatasetWriteError, describeIssues } from './dataset-errors'
import { compareAnnotations, compareArticles, compareNamed, orderLayers, orderTags } from './dataset-order'

/** One article with all that is exported of it. */
export interface SourceArticle {
  readonly article: Article
  readonly body: ArticleBody
  readonly annotations: readonly Annotation[]
}

/** What a dataset is written from. The model's own objects: offsets in UTF-16. */
export interface DatasetSource {
  readonly corpus: Corpus
  readonly codebook: Codebook
  readonly annotators: readonly Annotator[]
  readonly sources: readonly Source[]
  readonly speakers: readonly Speaker[]
  readonly stories: readonly Story[]
  /** Written with a whole corpus only. */
  readonly savedSearches?: readonly SavedSearch[]
  /**
   * The articles in scope, in the order of `compareArticles`; annotations of an article in any order.
   * Called up to three times, each time from the start: the format has all articles before all annotations, and
   * holding either for 100,000 articles would take more memory than reading them again takes time.
   * Removed articles may be among them; they are left out.
   */
  articles(): AsyncIterable<SourceArticle>
  /**
   * What was found and decided about a story; null when nothing was. Asked twice for each story that is written.
   * None for any story when absent.
   */
  comparison?(story: string): Promise<SourceComparison | null>
}

/** What a dataset leaves out, and what it says about its making. */
export interface DatasetOptions {
  /** False leaves out annotations with status `suggested`; rejected ones stay, they are a person's decision. */
  readonly suggestions: boolean
  /** False writes `text: null`, where copyright demands it; hashes and spans stay. */
  readonly text: boolean
  /** ISO time; null leaves the field out, so that two exports are the same bytes. */
  readonly exportedAt: string | null
  readonly generator: { readonly name: string; readonly version: string }
  /**
   * True for a selection or a story: only the sources, speakers, annotators and stories that the articles name, and no
   * saved search. False or absent for a whole corpus: all of them. The codebook is always whole.
   */
  readonly usedOnly?: boolean
}

/** What a finished dataset holds, for whoever says so beside it. */
export interface DatasetSummary {
  readonly corpus: DatasetHead['corpus']
  readonly articles: number
  /** Accepted annotations. */
  readonly annotations: number
  /** How many of them each person made, in the order of the names; the rest are suggestions that were accepted. */
  readonly annotators: readonly { readonly name: string; readonly annotations: number }[]
  /** Suggestions that nobody has decided about. */
  readonly suggestions: number
  readonly stories: number
}

/** Chunks are at least this long (UTF-16 units), except the last: one message a megabyte, not one an article. */
const CHUNK_LENGTH = 1 << 20

/** Annotations written out in the first pass are held up to this length (UTF-16 units); the rest waits for the second. */
const HELD_LENGTH = 8 << 20

/** Ids an annotation or article may name. */
interface KnownIds {
  readonly layers: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  readonly annotators: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly speakers: ReadonlySet<string>
}

/**
 * Writes a dataset (`docs/dataset-format.md`), piece by piece; what the generator returns is what was written. A chunk never ends within a character, so each can be
 * encoded by itself. Keys and arrays stand in an order that depends on content alone. Every record is checked against
 * the schema and every span against its text, so what is written can be read back.
 * @throws {DatasetWriteError} with `offset-mismatch`, `invalid-input` or `conflict`: what was written must be thrown away
 */
export async function* datasetChunks(
  source: DatasetSource,
  options: DatasetOptions,
): AsyncGenerator<string, DatasetSummary, undefined> {
  const pieces = datasetPieces(source, options)
  let chunk = ''
  for (;;) {
    const piece = await pieces.next()
    if (piece.done === true) {
      if (chunk !== '') yield chunk
      return piece.value
    }
    chunk += piece.value
    if (chunk.length >= CHUNK_LENGTH) {
      yield chunk
      chunk = ''
    }
  }
}

async function* datasetPieces(
  source: DatasetSource,
  options: DatasetOptions,
): AsyncGenerator<string, DatasetSummary, undefined> {
  const head = options.usedOnly ? await usedHead(source, options) : headOf(source, options, source)
  const known = knownIds(head)
  yield `{\n${Object.entries(head)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')}`

  const written = new Set<string>()
  const inStories = new Set(source.stories.flatMap((story) => story.articles))
  /** Annotations that a cluster may name. */
  const compared = new Map<string, WrittenAnnotation>()
  const note = ({ article, annotations }: SourceArticle) => {
    if (!inStories.has(article.id)) return
    for (const { id, layer } of annotations) compared.set(id, { article: article.id, layer })
  }
  const creators = new Map<string, number>()
  let accepted = 0
  let suggestions = 0
  const writeAnnotations = (item: SourceArticle): string[] => {
    note(item)
    for (const { creator, status } of item.annotations) {
      if (status === 'suggested') suggestions += 1
      if (status !== 'accepted') continue
      accepted += 1
      creators.set(creator, (creators.get(creator) ?? 0) + 1)
    }
    return annotationLines(item, known)
  }
  const held: string[] = []
  const heldArticles = new Set<string>()
  let heldLength = 0

  const articles = createArrayWriter('articles')
  let before: Article | null = null
  for await (const item of exportedArticles(source, options)) {
    if (before && compareArticles(before, item.article) >= 0) {
      throw new Error(`Articles out of order: ${articlePath(item.article)} after ${articlePath(before)}`)
    }
    before = item.article
    checkKnown(known.sources, item.article.source, `The article "${articlePath(item.article)}"`, 'source')
    const encoding = encodingArticle(item.article, item.body)
    yield articles.item(JSON.stringify(encodeArticle(encoding, options.text)))
    written.add(item.article.id)
    if (heldLength < HELD_LENGTH) {
      heldArticles.add(item.article.id)
      for (const line of writeAnnotations(item)) {
        held.push(line)
        heldLength += line.length
      }
    }
  }
  yield articles.end()

  const annotations = createArrayWriter('annotations')
  for (const line of held) yield annotations.item(line)
  held.length = 0
  if (heldArticles.size < written.size) {
    for await (const item of exportedArticles(source, options)) {
      // An article imported since the first pass is not in this file, and its annotations would point nowhere.
      if (!written.has(item.article.id) || heldArticles.has(item.article.id)) continue
      for (const line of writeAnnotations(item)) yield annotations.item(line)
    }
  }
  yield annotations.end()

  const stories = storiesOf(source, written)
  const verdicts: WrittenRecords['verdicts'] = new Map()
  const records = new Map(
    stories.map((story): [string, WrittenRecords] => [
      story.id,
      {
        articles: new Set(story.articles),
        annotation: (id) => compared.get(id),
        suggestions: options.suggestions,
        findings: new Set(),
        verdicts,
      },
    ]),
  )
  yield* array('stories', stories)
  yield* array('clusters', ofEachStory(source, records, encodeClusters))
  yield* array('findings', ofEachStory(source, records, encodeFindings))
  yield '\n}\n'
  return {
    corpus: head.corpus,
    articles: written.size,
    annotations: accepted,
    annotators: head.annotators.flatMap(({ id, name }) => {
      const own = creators.get(id)
      return own === undefined ? [] : [{ name, annotations: own }]
    }),
    suggestions,
    stories: stories.length,
  }
}

/** The articles in scope with the annotations in scope, in order. */
async function* exportedArticles(
  source: DatasetSource,
  options: DatasetOptions,
): AsyncGenerator<SourceArticle, void, undefined> {
  for await (const item of source.articles()) {
    if (item.article.removed) continue
    const annotations = item.annotations
      .filter((annotation) => options.suggestions || annotation.status !== 'suggested')
      .sort(compareAnnotations)
    yield { ...item, annotations }
  }
}

function annotationLines(item: SourceArticle, known: KnownIds): string[] {
  if (item.annotations.length === 0) return []
  const encoding = encodingArticle(item.article, item.body)
  return item.annotations.map((annotation) => {
    const who = `Annotation ${annotation.id} in "${articlePath(item.article)}"`
    checkKnown(known.layers, annotation.layer, who, 'layer')
    for (const tag of annotation.tags) checkKnown(known.tags, tag, who, 'tag')
    checkKnown(known.annotators, annotation.creator, who, 'annotator')
    checkKnown(known.speakers, annotation.quotation?.speaker ?? null, who, 'speaker')
    checkKnown(known.speakers, annotation.claim?.claimant ?? null, who, 'speaker')
    return JSON.stringify(encodeAnnotation(encoding, annotation))
  })
}

function checkKnown(known: ReadonlySet<string>, id: string | null, who: string, what: string): void {
  if (id === null || known.has(id)) return
  throw new DatasetWriteError(
    'conflict',
    `${who} names the ${what} ${id}, which was not in the corpus when the export began.`,
    'If someone was working on the corpus meanwhile, export again; otherwise correct it first.',
  )
}

function knownIds(head: DatasetHead): KnownIds {
  const ids = (records: readonly { readonly id: string }[]) => records.map((record) => record.id)
  return {
    layers: new Set([...BUILT_IN_LAYERS, ...ids(head.codebook.layers)]),
    tags: new Set(ids(head.codebook.tags)),
    annotators: new Set([PROGRAM_CREATOR, ...ids(head.annotators)]),
    sources: new Set(ids(head.sources)),
    speakers: new Set(ids(head.speakers)),
  }
}

/** Everything before the articles, keys in the order of the format. */
function headOf(
  source: DatasetSource,
  options: DatasetOptions,
  { annotators, sources, speakers }: Pick<DatasetSource, 'annotators' | 'sources' | 'speakers'>,
): DatasetHead {
  const { corpus, codebook } = source
  const searches = options.usedOnly
    ? []
    : [...(source.savedSearches ?? [])]
        .sort(compareNamed)
        .map(({ id, name, query, order }) => ({ id, name, query, order }))
  const named = (records: readonly { readonly id: string; readonly name: string }[]) =>
    [...records].sort(compareNamed).map(({ id, name }) => ({ id, name }))
  const head: DatasetHead = {
    format: DATASET_FORMAT,
    version: DATASET_VERSION,
    offsetUnit: 'codepoint',
    generator: { name: options.generator.name, version: options.generator.version },
    ...(options.exportedAt === null ? {} : { exportedAt: options.exportedAt }),
    corpus: { id: corpus.id, name: corpus.name, description: corpus.description },
    codebook: {
      layers: orderLayers(codebook.layers).map(({ id, name, color, shortcut, definition }) => ({
        id,
        name,
        color,
        shortcut,
        definition,
      })),
      tags: orderTags(codebook.tags).map(({ id, name, parent, color, shortcut, definition }) => ({
        id,
        name,
        parent,
        color,
        shortcut,
        definition,
      })),
    },
    annotators: named(annotators),
    sources: named(sources),
    speakers: [...speakers]
      .sort(compareNamed)
      .map(({ id, name, aliases }) => ({ id, name, aliases: [...aliases] })),
    ...(searches.length > 0 && { savedSearches: searches }),
  }
  const checked = datasetHeadSchema.safeParse(head)
  if (checked.success) return head
  throw new DatasetWriteError(
    'invalid-input',
    `The corpus "${corpus.name}" cannot be written: ${describeIssues(checked.error)}.`,
    'Correct the codebook or the names of the corpus, then export again.',
  )
}

/** The head with only the annotators, sources and speakers that the articles in scope name; costs a pass over them. */
async function usedHead(source: DatasetSource, options: DatasetOptions): Promise<DatasetHead> {
  const used = new Set<string>()
  const use = (id: string | null | undefined) => {
    if (id !== null && id !== undefined) used.add(id)
  }
  for await (const { article, annotations } of exportedArticles(source, options)) {
    use(article.source)
    for (const annotation of annotations) {
      use(annotation.creator)
      use(annotation.quotation?.speaker)
      use(annotation.claim?.claimant)
    }
  }
  const isUsed = (record: { readonly id: string }) => used.has(record.id)
  return headOf(source, options, {
    annotators: source.annotators.filter(isUsed),
    sources: source.sources.filter(isUsed),
    speakers: source.speakers.filter(isUsed),
  })
}

/** The stories that have articles in this file, each with those, in the order of the articles. */
function storiesOf(source: DatasetSource, written: ReadonlySet<string>): Story[] {
  const position = new Map([...written].map((id, index) => [id, index]))
  return [...source.stories]
    .sort(compareNamed)
    .map(({ id, name, articles }) => ({
      id,
      name,
      articles: [...new Set(articles)]
        .filter((article) => position.has(article))
        .sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0)),
    }))
    .filter(({ articles }) => articles.length > 0)
}

/** What `encode` makes of the comparison of each story, in the order of the stories. */
async function* ofEachStory<T>(
  source: DatasetSource,
  stories: ReadonlyMap<string, WrittenRecords>,
  encode: (comparison: SourceComparison, written: WrittenRecords) => Iterable<T>,
): AsyncGenerator<T, void, undefined> {
  for (const [id, written] of stories) {
    const comparison = await source.comparison?.(id)
    if (comparison) yield* encode(comparison, written)
  }
}

/** Writes one top-level array, one record a line. */
function createArrayWriter(key: string) {
  let empty = true
  const open = `,\n${JSON.stringify(key)}: [`
  return {
    item(json: string): string {
      const written = `${empty ? open : ','}\n${json}`
      empty = false
      return written
    },
    end(): string {
      return empty ? `${open}]` : '\n]'
    },
  }
}

async function* array(
  key: string,
  records: Iterable<object> | AsyncIterable<object>,
): AsyncGenerator<string, void, undefined> {
  const writer = createArrayWriter(key)
  for await (const record of records) yield writer.item(JSON.stringify(record))
  yield writer.end()
}
