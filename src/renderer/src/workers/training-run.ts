import { fail, type AppError } from '#core/model/result'
import { suggestQuotations } from '#core/suggest/quotations'
import { RelationTally, type RelationScores } from '#core/suggest/relation-scores'
import type { TaggerModel } from '#core/suggest/tagger/model'
import { fitScoreCurve, judge, type JudgedScore, type ScoreCurve } from '#core/suggest/tagger/score-curve'
import { isUsableModel, tagArticle } from '#core/suggest/tagger/tag-article'
import { trainTagger, type TrainingExample } from '#core/suggest/tagger/train'
import type { CorpusDatabase } from '#data/database'
import { databaseFailure } from '#data/errors'
import { countDecided, keepModel, readModel, readTagger, storeTagger } from '#data/tagger'
import { readMarkedArticles, type MarkedArticle } from '#data/training-source'
import type { TrainingEnd, TrainingStep } from './training-messages'

/** With fewer articles the comparison on a fifth of them would say nothing. */
export const FEWEST_ARTICLES = 10

/** One in so many articles is held back. */
const HELD_BACK = 5

/** Share of the progress that training takes; the comparison takes the rest. */
const TRAINING_SHARE = 0.9

/** What training works on. */
export interface TrainingJob {
  readonly db: CorpusDatabase
  /** True: nobody asked for it, so the model before stays unless the new one is at least as good. */
  readonly unattended: boolean
  readonly report: (step: TrainingStep) => void
}

/** Trains on the corpus' accepted quotations, compares with the rules on articles held back, and stores the model. */
export async function runTraining({ db, unattended, report }: TrainingJob): Promise<TrainingEnd> {
  try {
    const decided = await countDecided(db)
    const articles = await readMarkedArticles(db)
    const language = mainLanguage(articles)
    const own = articles.filter((article) => languageOf(article) === language)
    if (own.length < FEWEST_ARTICLES) return { kind: 'end', error: tooFew(own.length), crash: null }
    const { training, heldBack } = holdBack(own)
    const examples = training.map(({ body, quotations }): TrainingExample => ({ body, quotations }))
    const trained = trainTagger(examples, {
      language,
      onProgress: ({ done }) => report({ kind: 'progress', done: done * TRAINING_SHARE }),
    })
    if (!trained) throw new Error('Training ended without a model.')
    const { comparison, curve } = compare(trained, heldBack, report)
    const model: TaggerModel = { ...trained, curve }
    if (unattended && (await isWorse(db, comparison, heldBack))) {
      await keepModel(db, decided)
      return { kind: 'end', error: null, crash: null }
    }
    const before = await readTagger(db)
    await storeTagger(
      db,
      {
        version: model.version,
        trainedAt: new Date().toISOString(),
        examples: training.length,
        heldBack: heldBack.length,
        comparison,
        enabled: before?.enabled ?? false,
        decided,
      },
      model,
    )
    return { kind: 'end', error: null, crash: null }
  } catch (error) {
    return failedTraining(error)
  }
}

/** True when a new model finds fewer of the quotations held back than the model before, or, where that suggests, than the rules. */
async function isWorse(
  db: CorpusDatabase,
  { rules, learned }: Comparison,
  heldBack: readonly MarkedArticle[],
): Promise<boolean> {
  const record = await readTagger(db)
  if (record?.enabled === true && learned.content.f1 < rules.content.f1) return true
  const model = await readModel(db)
  if (!model || !isUsableModel(model)) return false
  const known = new RelationTally()
  for (const { body, quotations } of heldBack) known.add(tagArticle(model, body), quotations)
  return learned.content.f1 < known.scores().content.f1
}

/** What is said of a training that an error stopped: an expected failure, or a bug for the log. */
export function failedTraining(error: unknown): TrainingEnd {
  const failure = databaseFailure(error)
  const crash = failure ? null : String(error instanceof Error ? (error.stack ?? error) : error)
  return { kind: 'end', error: failure ?? INTERNAL, crash }
}

const INTERNAL: AppError = fail('unavailable', 'Training stopped by an internal error.', {
  kept: 'The model trained before is kept.',
}).error

function tooFew(count: number): AppError {
  return fail(
    'invalid-input',
    `There is too little to learn from: ${String(count)} articles of one language have accepted quotations and no undecided ones, ${String(FEWEST_ARTICLES)} are needed.`,
    {
      kept: 'The model trained before is kept.',
      advice: 'Review some more articles to their end, then train.',
    },
  ).error
}

function languageOf({ language }: MarkedArticle): string {
  return language?.split('-')[0]?.toLowerCase() ?? 'en'
}

/** The language most of the articles are in: a model knows one. */
function mainLanguage(articles: readonly MarkedArticle[]): string {
  const counts = new Map<string, number>()
  for (const article of articles) {
    counts.set(languageOf(article), (counts.get(languageOf(article)) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return most?.[0] ?? 'en'
}

/**
 * A fifth of the articles, chosen by their text: the same ones on every machine and in every training, and a reprint is
 * never on both sides. In a small corpus where that gives one side nothing, every fifth in the order of their hashes.
 */
export function holdBack(articles: readonly MarkedArticle[]): {
  readonly training: readonly MarkedArticle[]
  readonly heldBack: readonly MarkedArticle[]
} {
  const isHeld = ({ textSha256 }: MarkedArticle) => parseInt(textSha256.slice(0, 8), 16) % HELD_BACK === 0
  const heldBack = articles.filter(isHeld)
  if (heldBack.length > 0 && heldBack.length < articles.length) {
    return { training: articles.filter((article) => !isHeld(article)), heldBack }
  }
  const hashes = [...new Set(articles.map(({ textSha256 }) => textSha256))].sort()
  const chosen = new Set(hashes.filter((_, index) => index % HELD_BACK === 0))
  return {
    training: articles.filter(({ textSha256 }) => !chosen.has(textSha256)),
    heldBack: articles.filter(({ textSha256 }) => chosen.has(textSha256)),
  }
}

/** Rules and a new model on the same articles. */
interface Comparison {
  readonly rules: RelationScores
  readonly learned: RelationScores
}

/** Compares rules and a new model on articles held back, and fits its scores to how often it was right in them. */
function compare(
  model: TaggerModel,
  articles: readonly MarkedArticle[],
  report: TrainingJob['report'],
): { readonly comparison: Comparison; readonly curve: ScoreCurve } {
  const rules = new RelationTally()
  const learned = new RelationTally()
  const judged: JudgedScore[] = []
  articles.forEach(({ body, language, quotations }, index) => {
    rules.add(suggestQuotations(body, language), quotations)
    const proposals = tagArticle(model, body)
    learned.add(proposals, quotations)
    judged.push(...judge(proposals, quotations))
    const done = TRAINING_SHARE + ((1 - TRAINING_SHARE) * (index + 1)) / articles.length
    report({ kind: 'progress', done })
  })
  return {
    comparison: { rules: rules.scores(), learned: learned.scores() },
    curve: fitScoreCurve(judged),
  }
}
