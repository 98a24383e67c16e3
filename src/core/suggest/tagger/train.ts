import type { Quotation } from '../../model/annotation'
import type { ArticleBody } from '../../model/article'
import { lexiconFor } from '../lexicons'
import { draftQuotations } from '../quotations'
import { readArticle, type Reading } from '../reading'
import type { Draft } from '../draft'
import { featuresOf, FEATURE_BITS, type ArticleFeatures, type CueRates } from './features'
import { TAGGER_VERSION, type TaggerModel } from './model'
import { ROW_STRIDE, type Weights } from './decoder'
import { CrfTrainer } from './crf'
import { PairTrainer } from './relations'
import { UNFITTED_CURVE } from './score-curve'
import { spansOf, tagsOf, TAG_COUNT, tokenRelations, type TaggedSpan, type TokenRelation } from './tags'

/** An article with the quotations that a person accepted in it: all of them, since what is not marked counts as none. */
export interface TrainingExample {
  readonly body: ArticleBody
  readonly quotations: readonly Quotation[]
}

/** How far training has come. */
export interface TrainingProgress {
  readonly phase: 'reading' | 'learning'
  /** 0..1 over both phases. */
  readonly done: number
  readonly epoch: number
  /** Share of tokens whose right tag was less likely than not in the last whole epoch, 0..1; null before the first. */
  readonly error: number | null
}

/** Training's settings. */
export interface TrainingOptions {
  readonly epochs?: number
  readonly language?: string
  readonly onProgress?: (progress: TrainingProgress) => void
  readonly isCancelled?: () => boolean
}

const EPOCHS = 4
/** Articles between two steps of progress. */
const STEP = 20
/** Averaged weights below this are noise of words seen once: they are not kept. */
const NOISE = 0.001

interface Prepared {
  readonly reading: Reading
  readonly drafts: readonly Draft[]
  readonly relations: readonly TokenRelation[]
  readonly gold: Uint8Array
  readonly features: ArticleFeatures
}

/** Trains a tagger, to the end or until cancelled (null). For a worker that must hear messages meanwhile, run `trainingSteps` step by step. */
export function trainTagger(
  examples: readonly TrainingExample[],
  options: TrainingOptions = {},
): TaggerModel | null {
  const steps = trainingSteps(examples, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
    if (options.isCancelled?.() === true) return null
  }
}

/** Training as steps: yields its progress every few articles, returns the model. Deterministic: the same examples in the same order give the same model. */
export function* trainingSteps(
  examples: readonly TrainingExample[],
  options: Pick<TrainingOptions, 'epochs' | 'language'> = {},
): Generator<TrainingProgress, TaggerModel> {
  const epochs = options.epochs ?? EPOCHS
  const language = options.language ?? 'en'
  const lexicon = lexiconFor(language)
  const total = examples.length * (epochs + 1)
  const read: Omit<Prepared, 'features'>[] = []
  for (const example of examples) {
    const reading = readArticle(example.body, lexicon)
    const relations = tokenRelations(reading, example.quotations)
    read.push({
      reading,
      drafts: draftQuotations(reading),
      relations,
      gold: tagsOf(reading.tokens.length, relations),
    })
    if (read.length % STEP === 0) yield { phase: 'reading', done: read.length / total, epoch: 0, error: null }
  }
  const cueRates = countCues(read)
  const prepared: Prepared[] = read.map((one) => ({
    ...one,
    features: featuresOf(one.reading, one.drafts, cueRates),
  }))
  const trainer = new CrfTrainer()
  const pairs = new PairTrainer()
  const order = prepared.map((_, index) => index)
  const random = lcg(20_220_215)
  let error: number | null = null
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    let wrong = 0
    let tokens = 0
    let done = 0
    for (const index of order) {
      const one = prepared[index]
      if (!one) continue
      for (const block of one.features.blocks) {
        wrong += trainer.update(one.features, block, one.gold)
        tokens += block.to - block.from
      }
      if (epoch < 3) learnPairs(pairs, one)
      done += 1
      if (done % STEP === 0)
        yield { phase: 'learning', done: (examples.length * (epoch + 1) + done) / total, epoch, error }
    }
    error = wrong / Math.max(1, tokens)
  }
  return toModel(trainer.average(), pairs.average(), cueRates, language, examples.length)
}

/** Words that are often in cues, in classes of their rate: learned from these examples alone. */
function countCues(read: readonly Omit<Prepared, 'features'>[]): CueRates {
  const seen = new Map<string, { all: number; cue: number }>()
  for (const { reading, gold } of read)
    reading.tokens.forEach((token, i) => {
      if (token.kind !== 'word') return
      const counts = seen.get(token.lower) ?? { all: 0, cue: 0 }
      counts.all += 1
      if (gold[i] === 3 || gold[i] === 4) counts.cue += 1
      seen.set(token.lower, counts)
    })
  const rates = new Map<string, number>()
  for (const [word, { all, cue }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (cue < 3) continue
    const rate = cue / all
    const level = rate > 0.8 ? 4 : rate > 0.5 ? 3 : rate > 0.2 ? 2 : rate > 0.05 ? 1 : 0
    if (level > 0) rates.set(word, level)
  }
  return rates
}

function learnPairs(pairs: PairTrainer, one: Prepared): void {
  const spans = spansOf(one.gold)
  const owner = new Map<TaggedSpan, TaggedSpan | null>()
  const inside = (span: TaggedSpan, phrase: { from: number; to: number } | null): boolean =>
    phrase !== null && span.from < phrase.to && phrase.from < span.to
  for (const span of spans) {
    if (span.kind === 'cue') continue
    const relation = one.relations.find((candidate) =>
      span.kind === 'content'
        ? candidate.content.some((piece) => inside(span, piece))
        : inside(span, candidate.source),
    )
    if (!relation) continue
    const cue = spans.find((other) => other.kind === 'cue' && inside(other, relation.cue)) ?? null
    owner.set(span, cue)
  }
  pairs.update({ reading: one.reading, spans, drafts: one.drafts }, owner)
}

function toModel(
  weights: Weights,
  pairWeights: Float32Array,
  cueRates: CueRates,
  language: string,
  examples: number,
): TaggerModel {
  const kept: number[] = []
  for (let row = 0; row < 1 << FEATURE_BITS; row += 1)
    for (let tag = 0; tag < TAG_COUNT; tag += 1)
      if (Math.abs(weights.table[row * ROW_STRIDE + tag] ?? 0) > NOISE) {
        kept.push(row)
        break
      }
  const table = new Float32Array(kept.length * TAG_COUNT)
  kept.forEach((row, index) =>
    table.set(weights.table.subarray(row * ROW_STRIDE, row * ROW_STRIDE + TAG_COUNT), index * TAG_COUNT),
  )
  return {
    version: TAGGER_VERSION,
    language,
    featureBits: FEATURE_BITS,
    rows: Uint32Array.from(kept),
    weights: table,
    transitions: weights.transitions,
    pairWeights,
    cueRates: [...cueRates],
    curve: UNFITTED_CURVE,
    examples,
  }
}

/** Linear congruential generator (Numerical Recipes), so that training is the same on every machine. */
function lcg(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Fisher and Yates's shuffle, in place. */
function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const swap = list[i] ?? 0
    list[i] = list[j] ?? 0
    list[j] = swap
  }
}
