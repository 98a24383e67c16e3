import { contentId } from '../model/ids'
import type { Evidence, Finding, PassageAlignment } from '../model/comparison'
import { spanOf, type TextRange } from '../model/range'
import { alignPassagesStepwise } from './passages'
import { prepareArticle } from './prepared-article'
import { publicationOrder } from './publication-order'
import { repeatsItself } from './self-repetition'
import { containment, shinglesOf } from './verbatim'
import type { ComparedArticle, ComparedStory } from './types'

/** What two articles of a story share, measured both ways; `a` is the later one, or the longer where dates do not tell. */
interface Shared {
  readonly a: ComparedArticle
  readonly b: ComparedArticle
  readonly dated: boolean
  readonly passages: PassageAlignment
  /** 0..1: share of word 5-grams. */
  readonly aInB: number
  readonly bInA: number
}

/** What kind of reuse it is; stable words in a finding's signs. */
type ReuseSign = 'same-text' | 'contained' | 'spun' | 'partial'

/** Containment from which two texts are the same but for a line. */
const SAME = 0.9
/** Share of the 5-grams of one article in another that independent reports of one event do not reach by quoting alike. */
const CONTAINED = 0.5
const PARTIAL = 0.08
/** Share of the words of one article in sentences that answer sentences of the other, when hardly a phrase is left as it was. */
const SPUN_COVER = 0.7
const SPUN_SIMILARITY = 0.38
/** … and a share of 5-grams that shows that it was reworded rather than reported anew. */
const SPUN_CONTAINED = 0.02
/** Likeness from which an aligned sentence is told in the same words, one or two of them aside. */
const KEPT_SIMILARITY = 0.75
/** Aligned cover that a partial reuse needs besides its 5-grams, and sentences, so that one long shared quotation is none. */
const PARTIAL_COVER = 0.25
const PARTIAL_PAIRS = 4

/**
 * Findings of kinds `reuse` (two articles of the story share text: word for word, or sentence by sentence in other
 * words) and `repeats-itself`. For `reuse`, `articles[0]` is the later article, or the longer where dates do not tell,
 * and `evidence[0]` its passage from the first to the last aligned sentence; `articles[1]` and `evidence[1]` are the
 * other's. For `repeats-itself`, `evidence` is the stretch said first and the one that says it again. Yields the share
 * done (0..1) after every two articles, and now and then while it is at long ones.
 */
export function* reuseFindings(story: ComparedStory): Generator<number, Finding[]> {
  const found: Finding[] = []
  const { articles } = story
  const pairs = (articles.length * (articles.length - 1)) / 2
  const shingles: ReadonlySet<string>[] = []
  for (const article of articles) {
    const { sentences } = yield* at(prepareArticle(article), 0)
    shingles.push(yield* at(shinglesOf(sentences), 0))
    yield 0
  }
  let looked = 0
  for (const [index, one] of articles.entries()) {
    for (const [offset, other] of articles.slice(index + 1).entries()) {
      const finding = yield* at(
        reuseOf(story.id, one, other, shingles[index], shingles[index + 1 + offset]),
        (0.9 * looked) / pairs,
      )
      if (finding) found.push(finding)
      looked += 1
      yield (0.9 * looked) / pairs
    }
  }
  for (const article of articles) {
    const finding = yield* at(repetitionFinding(story.id, article), 0.95)
    if (finding) found.push(finding)
    yield 0.95
  }
  return found
}

/** Runs a part to its end, and yields the share done in its stead. */
function* at<T>(part: Generator<void, T>, share: number): Generator<number, T> {
  for (;;) {
    const step = part.next()
    if (step.done) return step.value
    yield share
  }
}

function* reuseOf(
  story: string,
  one: ComparedArticle,
  other: ComparedArticle,
  ofOne: ReadonlySet<string> = new Set(),
  ofOther: ReadonlySet<string> = new Set(),
): Generator<void, Finding | null> {
  const { aInB, bInA } = containment(ofOne, ofOther)
  // Without that nothing is reuse, and aligning every two of many articles takes seconds.
  if (Math.max(aInB, bInA) < SPUN_CONTAINED) return null
  const order = publicationOrder(one.publishedAt, other.publishedAt)
  const swap = order < 0 || (order === 0 && isShorter(one, other))
  const [a, b] = swap ? [other, one] : [one, other]
  return reuseFinding(story, {
    a,
    b,
    dated: order !== 0,
    passages: yield* alignPassagesStepwise(a, b),
    aInB: swap ? bInA : aInB,
    bInA: swap ? aInB : bInA,
  })
}

/** By length, then by id, so that the order of the articles in the story does not matter. */
function isShorter(one: ComparedArticle, other: ComparedArticle): boolean {
  const difference = one.body.text.length - other.body.text.length
  return difference < 0 || (difference === 0 && one.id > other.id)
}

function reuseFinding(story: string, shared: Shared): Finding | null {
  const sign = signOf(shared)
  const { a, b, passages } = shared
  const first = hull(passages.pairs.map((pair) => pair.a))
  const second = hull(passages.pairs.map((pair) => pair.b))
  if (sign === null || !first || !second) return null
  const evidence = [evidenceOf(a, first), evidenceOf(b, second)]
  return {
    id: findingId('reuse', evidence),
    kind: 'reuse',
    story,
    cluster: null,
    members: [],
    articles: [a.id, b.id],
    evidence,
    explanation: explainReuse(shared, sign),
    signs: shared.dated ? [sign, 'dated'] : [sign],
    score:
      sign === 'spun' || isNearlyContained(shared, sign)
        ? Math.max(passages.coverA, passages.coverB)
        : Math.max(shared.aInB, shared.bInA),
  }
}

function signOf({ passages, aInB, bInA }: Shared): ReuseSign | null {
  if (Math.min(aInB, bInA) >= SAME) return 'same-text'
  const most = Math.max(aInB, bInA)
  if (most >= CONTAINED) return 'contained'
  if (Math.max(passages.coverA, passages.coverB) >= SPUN_COVER) {
    const likeness = passages.pairs.reduce((sum, pair) => sum + pair.similarity, 0) / passages.pairs.length
    if (likeness >= SPUN_SIMILARITY) return isMostlyReworded(passages) ? 'spun' : 'contained'
  }
  const cover = Math.max(passages.coverA, passages.coverB)
  return most >= PARTIAL && cover >= PARTIAL_COVER && passages.pairs.length >= PARTIAL_PAIRS
    ? 'partial'
    : null
}

/** True for what is contained by its sentences, of which many have a word changed, and not by their wording alone. */
function isNearlyContained({ aInB, bInA }: Shared, sign: ReuseSign): boolean {
  return sign === 'contained' && Math.max(aInB, bInA) < CONTAINED
}

/** True where more than half of the aligned text says it in other words. */
function isMostlyReworded({ pairs }: PassageAlignment): boolean {
  let all = 0
  let reworded = 0
  for (const { a, similarity } of pairs) {
    const length = a.end - a.start
    all += length
    if (similarity < KEPT_SIMILARITY) reworded += length
  }
  return 2 * reworded > all
}

function explainReuse(shared: Shared, sign: ReuseSign): string {
  const { a, b, passages, aInB, bInA, dated } = shared
  const later = nameOf(a)
  const earlier = nameOf(b)
  const order = dated ? `by date, ${earlier} came first` : 'the dates do not tell which came first'
  switch (sign) {
    case 'same-text':
      return `${later} and ${earlier} print the same text (${percent(Math.min(aInB, bInA))} word for word); ${order}.`
    case 'contained': {
      if (isNearlyContained(shared, sign)) {
        const [inner, outer, share] =
          passages.coverA > passages.coverB
            ? [later, earlier, passages.coverA]
            : [earlier, later, passages.coverB]
        return `${percent(share)} of ${inner}, sentence by sentence, stands in ${outer} too, mostly in the same words; ${order}.`
      }
      const [inner, outer, share] = aInB > bInA ? [later, earlier, aInB] : [earlier, later, bInA]
      return `${percent(share)} of the wording of ${inner} stands in ${outer}; ${order}.`
    }
    case 'spun': {
      const [inner, outer, share, kept] =
        passages.coverA > passages.coverB
          ? [later, earlier, passages.coverA, aInB]
          : [earlier, later, passages.coverB, bInA]
      return `${percent(share)} of ${inner}, sentence by sentence, stands in ${outer} too, mostly in other words (${percent(kept)} word for word); ${order}.`
    }
    case 'partial': {
      const [inner, outer, share] = aInB > bInA ? [later, earlier, aInB] : [earlier, later, bInA]
      return `${inner} and ${outer} share passages: ${percent(share)} of the wording of ${inner} stands in ${outer}; ${order}.`
    }
  }
}

function* repetitionFinding(story: string, article: ComparedArticle): Generator<void, Finding | null> {
  const repetition = yield* repeatsItself(article)
  if (!repetition) return null
  const { first, second, share, similarity } = repetition
  const evidence = [evidenceOf(article, first), evidenceOf(article, second)]
  const verbatim = similarity >= 0.99
  return {
    id: findingId('repeats-itself', evidence),
    kind: 'repeats-itself',
    story,
    cluster: null,
    members: [],
    articles: [article.id],
    evidence,
    explanation: `${nameOf(article)} says ${percent(share / 2)} of its text twice${verbatim ? ', word for word' : ', the second time reworded'}.`,
    signs: [verbatim ? 'same-text' : 'reworded'],
    score: Math.min(1, share),
  }
}

function findingId(kind: Finding['kind'], evidence: readonly Evidence[]): string {
  return contentId('fnd', kind, ...evidence.map(({ article, start, end }) => `${article}:${start}:${end}`))
}

function evidenceOf(article: ComparedArticle, range: TextRange): Evidence {
  return { ...spanOf(article.body.text, range), article: article.id, annotation: null }
}

function hull(ranges: readonly TextRange[]): TextRange | null {
  if (ranges.length === 0) return null
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  }
}

function nameOf(article: ComparedArticle): string {
  return article.sourceName ?? `“${article.title}”`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
