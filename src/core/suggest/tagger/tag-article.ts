import type { ArticleBody } from '../../model/article'
import type { Draft } from '../draft'
import { lexiconFor } from '../lexicons'
import { draftQuotations, finishDrafts } from '../quotations'
import { readArticle, type Reading } from '../reading'
import type { QuotationSuggestion } from '../types'
import { featuresOf } from './features'
import { TAGGER_VERSION, type TaggerModel } from './model'
import { Decoder, emptyWeights, ROW_STRIDE, type Weights } from './decoder'
import { linkSpans } from './relations'
import { scoreOfLead, type ScoreCurve } from './score-curve'
import { spansOf, TAG_COUNT, type TokenRelation } from './tags'

/** Weight tables unpacked from their models: a model tags many articles. */
const unpacked = new WeakMap<
  TaggerModel,
  { readonly weights: Weights; readonly cueRates: ReadonlyMap<string, number> }
>()
const decoder = new Decoder()

/** True when this program can use a model; one of another version has to be trained anew. */
export function isUsableModel(model: TaggerModel): boolean {
  return model.version === TAGGER_VERSION
}

/**
 * Proposes an article's quotations by a trained model, with the rules' proposal among its evidence. `reading` is that of the same
 * article with the lexicon of the model's language, where the caller has it. Throws RangeError for a model of another version.
 */
export function tagArticle(
  model: TaggerModel,
  body: ArticleBody,
  reading: Reading = readArticle(body, lexiconFor(model.language)),
): QuotationSuggestion[] {
  if (!isUsableModel(model))
    throw new RangeError(`Tagger model of version ${String(model.version)}, expected ${TAGGER_VERSION}.`)
  const { weights, cueRates } = unpack(model)
  const drafts = draftQuotations(reading)
  const features = featuresOf(reading, drafts, cueRates)
  const tags = new Uint8Array(reading.tokens.length)
  const sure = new Float32Array(reading.tokens.length)
  for (const block of features.blocks) {
    decoder.decode(features, block, weights, tags)
    for (let i = block.from; i < block.to; i += 1)
      sure[i] = margin(decoder.scores, (i - block.from) * TAG_COUNT, tags[i] ?? 0)
  }
  const relations = linkSpans({ reading, spans: spansOf(tags), drafts }, model.pairWeights)
  return finishDrafts(
    reading,
    body,
    relations.map((relation) => toDraft(reading, relation, sure, model.curve)),
  )
}

function unpack(model: TaggerModel): {
  readonly weights: Weights
  readonly cueRates: ReadonlyMap<string, number>
} {
  const known = unpacked.get(model)
  if (known) return known
  const weights = emptyWeights()
  model.rows.forEach((row, index) =>
    weights.table.set(model.weights.subarray(index * TAG_COUNT, (index + 1) * TAG_COUNT), row * ROW_STRIDE),
  )
  weights.transitions.set(model.transitions)
  const made = { weights, cueRates: new Map(model.cueRates) }
  unpacked.set(model, made)
  return made
}

/** How far a tag's score is ahead of the next best at one token. */
function margin(scores: Float32Array, offset: number, tag: number): number {
  let rival = -Infinity
  for (let t = 0; t < TAG_COUNT; t += 1) if (t !== tag) rival = Math.max(rival, scores[offset + t] ?? 0)
  return (scores[offset + tag] ?? 0) - rival
}

/** Score: how likely the quotation is right, by the mean lead at its content's and cue's tokens. */
function toDraft(reading: Reading, relation: TokenRelation, sure: Float32Array, curve: ScoreCurve): Draft {
  let sum = 0
  let count = 0
  for (const phrase of [...relation.content, ...(relation.cue ? [relation.cue] : [])])
    for (let i = phrase.from; i < phrase.to; i += 1) {
      sum += sure[i] ?? 0
      count += 1
    }
  const lead = sum / Math.max(1, count)
  const score = relation.cue ? scoreOfLead(curve, lead) : curve.withoutCue
  const first = relation.content[0]
  const sentence = Math.max(
    0,
    reading.sentences.findIndex(
      (one) => first !== undefined && first.from >= one.from && first.from < one.to,
    ),
  )
  const subject = relation.source
  const lower = subject ? (reading.tokens[subject.from]?.lower ?? '') : ''
  return {
    content: [...relation.content],
    cue: relation.cue,
    subject,
    subjectKind: !subject
      ? 'none'
      : /^(?:who|which|that)$/u.test(lower)
        ? 'relative'
        : reading.lexicon.pronouns.has(lower)
          ? 'pronoun'
          : 'noun',
    rule: relation.cue ? 'tagger.relation' : 'tagger.content',
    score,
    sentence,
    block: reading.sentences[sentence]?.block ?? 0,
    quoted: first !== undefined && (reading.quoteOf[first.from] ?? -1) >= 0,
  }
}
