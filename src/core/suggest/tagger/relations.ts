import type { Draft } from '../draft'
import type { Phrase } from '../phrases'
import type { Reading } from '../reading'
import { hashWord } from './features'
import type { TaggedSpan, TokenRelation } from './tags'

/** Rows of the hashed table of pair weights. */
export const PAIR_ROWS = 1 << 16

/** How far apart, in tokens, two spans of one relation may lie. */
const REACH = 160

/** What linking looks at: the article, its spans, and the rules' own relations. */
export interface LinkScene {
  readonly reading: Reading
  readonly spans: readonly TaggedSpan[]
  readonly drafts: readonly Draft[]
}

function overlap(a: Phrase | null, b: Phrase | null): boolean {
  return a !== null && b !== null && a.from < b.to && b.from < a.to
}

function row(template: number, a: number, b = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ b ^ (hash >>> 13), 0x297a2d39)
  return (hash ^ (hash >>> 16)) & (PAIR_ROWS - 1)
}

function gapBucket(gap: number): number {
  return gap < 3 ? gap : gap < 6 ? 3 : gap < 12 ? 4 : gap < 30 ? 5 : gap < 70 ? 6 : 7
}

/** Features of "`span` belongs to `cue`", for contents (role 0) and sources (role 1). Null cue: belongs to none. */
function pairFeatures(scene: LinkScene, span: TaggedSpan, cue: TaggedSpan | null, role: number): number[] {
  const { reading, drafts, spans } = scene
  if (!cue)
    return [
      row(0, role),
      row(
        1,
        role,
        reading.quoteOf[span.from] === undefined || (reading.quoteOf[span.from] ?? -1) < 0 ? 0 : 1,
      ),
    ]
  const before = span.from < cue.from
  const gap = before ? cue.from - span.to : span.from - cue.to
  const low = Math.min(span.to, cue.to)
  const high = Math.max(span.from, cue.from)
  let cues = 0
  let contents = 0
  let sources = 0
  for (const other of spans) {
    if (other.from < low || other.to > high || other === span || other === cue) continue
    if (other.kind === 'cue') cues += 1
    else if (other.kind === 'content') contents += 1
    else sources += 1
  }
  let sentences = 0
  for (const sentence of reading.sentences)
    if (sentence.from > low - 1 && sentence.from <= high) sentences += 1
  const ruled = drafts.some(
    (draft) =>
      overlap(draft.cue, cue) &&
      (role === 0 ? draft.content.some((piece) => overlap(piece, span)) : overlap(draft.subject, span)),
  )
    ? 1
    : 0
  const side = role * 2 + (before ? 1 : 0)
  const quoted = (reading.quoteOf[span.from] ?? -1) >= 0 ? 1 : 0
  const word = hashWord(reading.tokens[cue.to - 1]?.lower ?? '')
  const boundary = hashWord(reading.tokens[before ? span.to : span.from - 1]?.text ?? '')
  const between = Math.min(cues, 3) * 16 + Math.min(contents, 3) * 4 + Math.min(sources, 3)
  const sentenceGap = Math.min(sentences, 4)
  return [
    row(2, side, gapBucket(gap)),
    row(3, side, ruled),
    row(4, side, between),
    row(5, side * 8 + sentenceGap, quoted),
    row(6, side, word),
    row(7, side * 8 + sentenceGap, between * 2 + ruled),
    row(8, side * 8 + gapBucket(gap), boundary),
    row(9, side * 2 + quoted, gapBucket(gap) * 8 + sentenceGap),
  ]
}

function scoreOf(weights: Float32Array, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum
}

function candidates(scene: LinkScene, span: TaggedSpan): (TaggedSpan | null)[] {
  const near = scene.spans.filter(
    (other) => other.kind === 'cue' && Math.abs(other.from - span.from) < REACH + (span.to - span.from),
  )
  return [...near, null]
}

function best(scene: LinkScene, span: TaggedSpan, role: number, weights: Float32Array): TaggedSpan | null {
  let chosen: TaggedSpan | null = null
  let score = -Infinity
  for (const cue of candidates(scene, span)) {
    const own = scoreOf(weights, pairFeatures(scene, span, cue, role))
    if (own <= score) continue
    score = own
    chosen = cue
  }
  return chosen
}

/** Links spans into relations: each content and each source chooses its cue; contents of one cue are pieces of one relation. */
export function linkSpans(scene: LinkScene, weights: Float32Array): TokenRelation[] {
  const contents = new Map<TaggedSpan | null, TaggedSpan[]>()
  const sources = new Map<TaggedSpan, TaggedSpan>()
  for (const span of scene.spans) {
    if (span.kind === 'content') {
      const cue = best(scene, span, 0, weights)
      contents.set(cue, [...(contents.get(cue) ?? []), span])
    } else if (span.kind === 'source') {
      const cue = best(scene, span, 1, weights)
      if (!cue) continue
      const rival = sources.get(cue)
      if (
        !rival ||
        scoreOf(weights, pairFeatures(scene, span, cue, 1)) >
          scoreOf(weights, pairFeatures(scene, rival, cue, 1))
      )
        sources.set(cue, span)
    }
  }
  const relations: TokenRelation[] = []
  let shared: TaggedSpan | null = null
  for (const [cue, pieces] of [...contents].sort((a, b) => (a[1][0]?.from ?? 0) - (b[1][0]?.from ?? 0))) {
    if (!cue) {
      for (const piece of pieces) relations.push({ content: [piece], cue: null, source: null })
      continue
    }
    const own: TaggedSpan | null = sources.get(cue) ?? sharedSource(scene, cue)
    shared = own ?? shared
    relations.push({ content: pieces, cue, source: own })
  }
  return relations
}

/** "Ode said … and added …": a cue with no source of its own takes the one before it in its sentence. */
function sharedSource(scene: LinkScene, cue: TaggedSpan): TaggedSpan | null {
  const sentence = scene.reading.sentences.find((one) => cue.from >= one.from && cue.from < one.to)
  if (!sentence) return null
  return (
    scene.spans.findLast(
      (span) => span.kind === 'source' && span.from >= sentence.from && span.to <= cue.from,
    ) ?? null
  )
}

/** Learns pair weights from gold relations (averaged perceptron over "which cue"). One call an epoch. */
export class PairTrainer {
  readonly weights = new Float32Array(PAIR_ROWS)
  private readonly summed = new Float64Array(PAIR_ROWS)
  private time = 1

  /** Learns from one article: `spans` are its gold spans, `owner` the cue of each content and source. */
  update(scene: LinkScene, owner: ReadonlyMap<TaggedSpan, TaggedSpan | null>): void {
    for (const span of scene.spans) {
      if (span.kind === 'cue') continue
      const role = span.kind === 'content' ? 0 : 1
      const right = owner.get(span)
      if (right === undefined) continue
      const said = best(scene, span, role, this.weights)
      if (said !== right) {
        this.add(pairFeatures(scene, span, right, role), 1)
        this.add(pairFeatures(scene, span, said, role), -1)
      }
      this.time += 1
    }
  }

  private add(features: readonly number[], step: number): void {
    for (const feature of features) {
      this.weights[feature] = (this.weights[feature] ?? 0) + step
      this.summed[feature] = (this.summed[feature] ?? 0) + step * this.time
    }
  }

  /** The average of all weights so far. */
  average(): Float32Array {
    return this.weights.map((weight, i) => weight - (this.summed[i] ?? 0) / this.time)
  }
}
