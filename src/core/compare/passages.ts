import type { PassageAlignment, PassagePair } from '../model/comparison'
import { spanOf } from '../model/range'
import type { ArticleSentence } from './article-sentences'
import { bestChain, type Match } from './passage-chain'
import { prepareArticle, wordsIn, type PreparedArticle } from './prepared-article'
import {
  compareSentences,
  single,
  type SentenceRun,
  type SentenceSimilarity,
  type SimilarityWork,
} from './sentence-similarity'
import type { ComparedArticle } from './types'

/** Two sentences this alike render the same, wherever they stand in the order of the others. */
const ALIKE = 0.28
/** … and this alike, out of order, where no neighbour vouches for it. */
const ALIKE_MOVED = 0.32
/** Between two pairs that follow one another closely, this much is enough. */
const ALIKE_BETWEEN = 0.18
/** A lone sentence on either side between two pairs is the same place of the report: so little is enough. */
const ALIKE_ALONE = 0.08
/** Sentences left over between two pairs, on either side, up to which they count as close. */
const CLOSE = 3
/** Two sentences of one side are taken together only where each has something of the other side's. */
const PART = 0.1
/** What a pair must gain above, so that the chain prefers few good pairs to many poor ones. */
const BASE = 0.12
/** Rounds of picking moved passages: a report cut into more pieces than this is not one any more. */
const ROUNDS = 12
/** Sentences, and pairs of them tried with a neighbour, between two yields: some milliseconds. */
const SLICE = 100
const SLICE_OF_JOINED = 200

/**
 * Aligns two articles sentence by sentence: the heaviest monotone chain of alike sentences first, then what is left
 * over as `moved`. One sentence may answer two that follow one another. Furniture takes no part.
 * Deterministic, and symmetric but for ties.
 */
export function alignPassages(a: ComparedArticle, b: ComparedArticle): PassageAlignment {
  const aligning = alignPassagesStepwise(a, b)
  for (;;) {
    const step = aligning.next()
    if (step.done) return step.value
  }
}

/** `alignPassages` in steps: yields now and then. `work` counts what comparing the sentences took. */
export function* alignPassagesStepwise(
  a: ComparedArticle,
  b: ComparedArticle,
  work?: SimilarityWork,
): Generator<void, PassageAlignment> {
  const left = yield* prepareArticle(a)
  const right = yield* prepareArticle(b)
  const similarity = yield* compareSentences(left.features, right.features, PART, work)
  const candidates = yield* findCandidates(similarity, left, right)
  const freeA = new Set(left.sentences.keys())
  const freeB = new Set(right.sentences.keys())
  const take = (matches: readonly Match[]): void => {
    for (const match of matches) {
      for (let index = match.a.first; index <= match.a.last; index++) freeA.delete(index)
      for (let index = match.b.first; index <= match.b.last; index++) freeB.delete(index)
    }
  }
  const main = bestChain(candidates.filter((match) => match.similarity >= ALIKE))
  take(main)
  yield
  const between = yield* matchGaps(main, candidates, similarity, left, right)
  take(between)

  const moved: Match[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const rest = candidates.filter(
      (match) => match.similarity >= ALIKE_MOVED && isFree(match.a, freeA) && isFree(match.b, freeB),
    )
    const chain = bestChain(rest)
    if (chain.length === 0) break
    take(chain)
    moved.push(...chain)
    yield
  }
  const pairs = [
    ...[...main, ...between].map((match) => toPair(a, b, left, right, match, false)),
    ...moved.map((match) => toPair(a, b, left, right, match, true)),
  ].sort((one, other) => one.a.start - other.a.start)
  return {
    a: a.id,
    b: b.id,
    pairs,
    coverA: cover(left.sentences, freeA),
    coverB: cover(right.sentences, freeB),
  }
}

function* findCandidates(
  similarity: SentenceSimilarity,
  left: PreparedArticle,
  right: PreparedArticle,
): Generator<void, Match[]> {
  const found: Match[] = []
  const add = (a: SentenceRun, b: SentenceRun, value: number): void => {
    found.push({ a, b, similarity: value, gain: (value - BASE) * (wordsIn(left, a) + wordsIn(right, b)) })
  }
  let joined = 0
  for (const [index, row] of similarity.cells.entries()) {
    if (index % SLICE === SLICE - 1) yield
    for (const [other, value] of row) {
      if (++joined % SLICE_OF_JOINED === 0) yield
      if (value >= ALIKE_BETWEEN) add(single(index), single(other), value)
      const below = similarity.cells[index + 1]?.get(other) ?? 0
      if (below >= PART) {
        const run = { first: index, last: index + 1 }
        const joint = similarity.between(run, single(other))
        if (joint > Math.max(value, below)) add(run, single(other), joint)
      }
      const beside = row.get(other + 1) ?? 0
      if (beside >= PART) {
        const run = { first: other, last: other + 1 }
        const joint = similarity.between(single(index), run)
        if (joint > Math.max(value, beside)) add(single(index), run, joint)
      }
    }
  }
  return found
}

/** Pairs in the gaps of the chain, where place speaks for them as well as words. */
function* matchGaps(
  chain: readonly Match[],
  candidates: readonly Match[],
  similarity: SentenceSimilarity,
  left: PreparedArticle,
  right: PreparedArticle,
): Generator<void, Match[]> {
  const found: Match[] = []
  const bySentence = new Map<number, Match[]>()
  for (const match of candidates) {
    const own = bySentence.get(match.a.first)
    if (own) own.push(match)
    else bySentence.set(match.a.first, [match])
  }
  for (const [index, after] of chain.entries()) {
    if (index % SLICE === SLICE - 1) yield
    const before = chain[index - 1]
    if (!before) continue
    const a = { first: before.a.last + 1, last: after.a.first - 1 }
    const b = { first: before.b.last + 1, last: after.b.first - 1 }
    const countA = a.last - a.first + 1
    const countB = b.last - b.first + 1
    if (countA < 1 || countB < 1 || countA > CLOSE || countB > CLOSE) continue
    if (countA === 1 && countB === 1) {
      const value = similarity.between(a, b)
      if (value >= ALIKE_ALONE && isOfOneLength(wordsIn(left, a), wordsIn(right, b))) {
        found.push({ a, b, similarity: value, gain: 0 })
      }
      continue
    }
    const inside: Match[] = []
    for (let first = a.first; first <= a.last; first++) {
      for (const match of bySentence.get(first) ?? []) {
        if (isWithin(match.a, a) && isWithin(match.b, b)) inside.push(match)
      }
    }
    found.push(...bestChain(inside))
  }
  return found
}

function isOfOneLength(a: number, b: number): boolean {
  return a <= 2 * b && b <= 2 * a
}

function isWithin(run: SentenceRun, gap: SentenceRun): boolean {
  return gap.first <= run.first && run.last <= gap.last
}

function isFree(run: SentenceRun, free: ReadonlySet<number>): boolean {
  return free.has(run.first) && free.has(run.last)
}

function cover(sentences: readonly ArticleSentence[], free: ReadonlySet<number>): number {
  let all = 0
  let covered = 0
  sentences.forEach((sentence, index) => {
    all += sentence.words.length
    if (!free.has(index)) covered += sentence.words.length
  })
  return all === 0 ? 0 : covered / all
}

function toPair(
  a: ComparedArticle,
  b: ComparedArticle,
  left: PreparedArticle,
  right: PreparedArticle,
  match: Match,
  moved: boolean,
): PassagePair {
  const span = (article: ComparedArticle, side: PreparedArticle, run: SentenceRun) =>
    spanOf(article.body.text, {
      start: side.sentences[run.first]?.start ?? 0,
      end: side.sentences[run.last]?.end ?? 0,
    })
  return {
    a: span(a, left, match.a),
    b: span(b, right, match.b),
    similarity: Math.min(1, match.similarity),
    moved,
  }
}
