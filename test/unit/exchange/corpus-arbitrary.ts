import fc, { type GeneratorValue } from 'fast-check'
import type { Annotation, Claim, Quotation } from '#core/model/annotation'
import { articleId, type Article, type ArticleBody, type MetadataField } from '#core/model/article'
import { DEFAULT_LAYERS, SAFE_PALETTE } from '#core/model/codebook'
import type { FindingDecision } from '#core/model/comparison'
import { hashText } from '#core/model/ids'
import { spanOf, type Span } from '#core/model/range'
import type { DatasetSource, SourceArticle } from '#core/exchange/dataset-writer'
import { compareArticles } from '#core/exchange/dataset-order'
import { comparisonOf, sourceComparison, type AnyComparison } from './comparison-arbitrary'

/** Text of every kind: any code point, emoji with joiners, line ends, marks of JSON, halves of surrogate pairs. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '👩‍🔬',
        '𝔗',
        '\n',
        '“Good,” she said. ',
        '\ud83d',
        '\ude00',
        '\\u0041"',
        '\u2028',
        '日本語',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** What a corpus holds, in the program's own objects, with no order to rely on. */
export interface AnyCorpus extends Omit<DatasetSource, 'articles' | 'comparison'> {
  readonly items: readonly SourceArticle[]
  /** By story; stories never compared are left out. */
  readonly comparisons: ReadonlyMap<string, AnyComparison>
}

/** Offsets of a text at which no surrogate pair is halved. */
function boundaries(text: string): readonly number[] {
  let offset = 0
  return [0, ...[...text].map((point) => (offset += point.length))]
}

/** `count` disjoint non-empty spans in text order, fewer where the text is too short. */
function disjointSpans(gen: GeneratorValue, text: string, count: number): Span[] {
  const cuts = boundaries(text)
  const chosen = gen(() => fc.uniqueArray(fc.nat({ max: cuts.length - 1 }), { maxLength: count * 2 }))
  chosen.sort((a, b) => a - b)
  const spans: Span[] = []
  for (let index = 0; index + 1 < chosen.length; index += 2) {
    spans.push(spanOf(text, { start: cuts[chosen[index] ?? 0] ?? 0, end: cuts[chosen[index + 1] ?? 0] ?? 0 }))
  }
  return spans
}

// Made once: building an arbitrary of graphemes is slow.
const anyName = fc.string({ unit: 'grapheme', maxLength: 6 })
const name = () => anyName
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const isoTime = () =>
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString())

/** A corpus made by the generator of one run of a property. */
export function corpusOf(gen: GeneratorValue): AnyCorpus {
  const ids = (prefix: string, max: number) =>
    Array.from({ length: gen(fc.nat, { max }) }, (_, index) => `${prefix}-${String(index)}`)
  const pick = (known: readonly string[]) =>
    known.length === 0 ? null : gen(orNull, fc.constantFrom(...known))
  const tags = ids('tag', 5)
  const speakers = ids('spk', 3)
  const sources = ids('src', 3)
  const annotators = ids('ann', 3)

  const annotation = (article: Article, body: ArticleBody, id: string): Annotation | null => {
    const { text } = body
    const one = (count: number) => disjointSpans(gen, text, count)
    const content = one(3)
    const first = content[0]
    const last = content.at(-1)
    if (!first || !last) return null
    const quotation: Quotation = {
      type: gen(fc.constantFrom, 'direct', 'mixed', 'indirect'),
      speaker: pick(speakers),
      speakerSpan: one(1)[0] ?? null,
      cue: one(1)[0] ?? null,
      content,
    }
    const claim: Claim = {
      claimant: pick(speakers),
      quantities: one(2).map((span) => ({
        ...span,
        // JSON has no negative zero; adding zero makes it the ordinary one.
        value: gen(fc.double, { noNaN: true, noDefaultInfinity: true }) + 0,
        unit: gen(orNull, name()),
        qualifier: gen(fc.constantFrom, 'about', 'up-to', 'exactly'),
      })),
      dates: one(2).map((span) => ({ ...span, value: '2031-03' })),
    }
    const layer = gen(fc.constantFrom, 'quotation', 'claim', 'highlight', 'extra')
    return {
      id,
      article: article.id,
      layer,
      ...spanOf(text, { start: first.start, end: last.end }),
      status: gen(fc.constantFrom, 'suggested', 'accepted', 'rejected'),
      tags: tags.filter(() => gen(fc.boolean)).reverse(),
      note: gen(() => anyText),
      creator: gen(fc.constantFrom, 'crossread', ...annotators),
      created: gen(orNull, isoTime()),
      modified: gen(orNull, isoTime()),
      ...(layer === 'quotation' ? { quotation } : {}),
      ...(layer === 'claim' ? { claim } : {}),
      ...(gen(fc.boolean) ? { reason: { rule: gen(name), score: 0.25 } } : {}),
    }
  }

  const item = (index: number): SourceArticle => {
    const text = gen(() => anyText)
    const source = pick(sources)
    const sha256 = hashText(text)
    const article: Article = {
      id: `${articleId(sha256, source)}-${String(index)}`,
      title: gen(name),
      source,
      byline: gen(orNull, name()),
      publishedAt: gen(orNull, fc.constantFrom('2031-03-04', '2031-03-04T10:00:00+02:00')),
      language: gen(orNull, fc.constantFrom('en', 'id')),
      url: gen(orNull, name()),
      dateline: gen(orNull, name()),
      textSha256: sha256,
      originalSha256: hashText(`${text} `),
      paths: [
        gen(fc.constantFrom, 'a.txt', 'Ä/b.html', '😀.md', 'feed.jsonl#3'),
        ...(gen(fc.boolean) ? ['z/copy.txt'] : []),
      ],
      format: gen(fc.constantFrom, 'text', 'html', 'dataset'),
      encoding: { name: 'windows-1252', certain: gen(fc.boolean), confidence: 0.625 },
      length: text.length,
      words: gen(fc.nat),
      guessed: gen(() => fc.subarray<MetadataField>(['byline', 'language', 'title'])),
      status: gen(fc.constantFrom, 'todo', 'in-progress', 'done'),
      sameText: false,
      removed: false,
      importedAt: '2031-03-05T00:00:00.000Z',
    }
    const body: ArticleBody = {
      text,
      blocks: disjointSpans(gen, text, 3).map(({ start, end }) => ({ kind: 'paragraph', start, end })),
      furniture: disjointSpans(gen, text, 1).map(({ start, end }) => ({ start, end })),
    }
    const annotations = ids(`${article.id}-a`, 3).flatMap((id) => annotation(article, body, id) ?? [])
    return { article, body, annotations }
  }

  const items = Array.from({ length: gen(fc.nat, { max: 4 }) }, (_, index) => item(index))
  const stories = ids('story', 2)
    .map((id) => ({
      id,
      name: gen(name),
      articles: items.map(({ article }) => article.id).filter(() => gen(fc.boolean)),
    }))
    .filter(({ articles }) => articles.length > 0)
  const verdicts = new Map<string, FindingDecision>()
  const comparisons = stories.map((story) => [story.id, comparisonOf(gen, story, items, verdicts)] as const)
  return {
    corpus: { id: 'corpus-1', name: gen(name), description: gen(() => anyText) },
    codebook: {
      layers: [
        ...DEFAULT_LAYERS,
        { id: 'extra', name: 'Extra', color: '#123456', shortcut: null, definition: '' },
      ],
      tags: tags.map((id, index) => ({
        id,
        name: gen(name),
        parent: pick(tags.slice(0, index)),
        color: SAFE_PALETTE[0],
        shortcut: gen(orNull, fc.constantFrom('1', '2')),
        definition: gen(() => anyText),
      })),
    },
    annotators: annotators.map((id) => ({ id, name: gen(name) })),
    sources: sources.map((id) => ({ id, name: gen(name) })),
    speakers: speakers.map((id) => ({
      id,
      name: gen(name),
      aliases: gen(fc.array, name(), { maxLength: 2 }),
    })),
    stories,
    savedSearches: ids('search', 3).map((id) => ({
      id,
      name: `Search ${gen(name)}`,
      query: `ferry ${gen(() => anyText)}`,
      order: gen(fc.constantFrom, 'relevance', 'newest', 'oldest'),
    })),
    comparisons: new Map(comparisons.flatMap(([id, found]) => (found ? [[id, found]] : []))),
    items,
  }
}

/** The corpus as a source of an export; `shuffle` turns every order round that the writer must not depend on. */
export function sourceOf(corpus: AnyCorpus, shuffle = false): DatasetSource {
  const { items, comparisons, ...rest } = corpus
  const turned = <T>(records: readonly T[]): readonly T[] => (shuffle ? [...records].reverse() : records)
  return {
    ...rest,
    codebook: { layers: turned(rest.codebook.layers), tags: turned(rest.codebook.tags) },
    annotators: turned(rest.annotators),
    sources: turned(rest.sources),
    speakers: turned(rest.speakers),
    savedSearches: turned(rest.savedSearches ?? []),
    stories: turned(rest.stories).map((story) => ({ ...story, articles: turned(story.articles) })),
    async *articles() {
      const sorted = [...items].sort((a, b) => compareArticles(a.article, b.article))
      for (const item of sorted) yield { ...item, annotations: turned(item.annotations) }
    },
    comparison(story) {
      const found = comparisons.get(story)
      const all = items.flatMap(({ annotations }) => annotations)
      return Promise.resolve(found ? sourceComparison(story, found, turned(items), all) : null)
    },
  }
}
