import type { Cluster } from '../model/comparison'
import {
  evidenceOf,
  listed,
  outletOf,
  quoted,
  type FindingDraft,
  type Member,
  type MemberReader,
} from './finding-members'
import { ToldElsewhere } from './told-elsewhere'
import type { ComparedArticle, ComparedStory } from './types'

/** How many clusters before and after in the article tell whether others report what is around. */
const NEIGHBOURS = 3
/** Share of the neighbours that another source must report to be one that reports the rest. */
const REPORTS_REST = 0.5
/** Least sources that report the rest. */
const FEWEST_OTHERS = 2
/** Findings below this say too little; at most this many for one article. */
const LEAST_SCORE = 0.4
const MOST_FOR_ARTICLE = 5

/**
 * `only-in`: what one source alone reports although at least two others report what stands around it there. Neighbouring
 * ones are one finding, so that a paragraph of one's own does not flood the list; the surest of each article are kept.
 */
export function loneFindings(
  story: ComparedStory,
  clusters: readonly Cluster[],
  reader: MemberReader,
): FindingDraft[] {
  if (story.articles.length <= FEWEST_OTHERS) return []
  const elsewhere = new ToldElsewhere(story.articles)
  const found: FindingDraft[] = []
  for (const article of story.articles) {
    for (const kind of ['utterance', 'assertion'] as const) {
      const places = placesOf(
        article,
        clusters.filter((cluster) => cluster.kind === kind),
        reader,
        elsewhere,
      )
      const runs = runsOf(places).flatMap((run) => findingOf(story, article, places, run) ?? [])
      found.push(...runs.sort((a, b) => b.score - a.score).slice(0, MOST_FOR_ARTICLE))
    }
  }
  return found
}

/** A cluster at its first place in an article. */
interface Place {
  readonly cluster: Cluster
  readonly members: readonly Member[]
  readonly articles: ReadonlySet<string>
  /** True where no other article tells it, annotated or not. */
  readonly alone: boolean
  readonly start: number
}

function placesOf(
  article: ComparedArticle,
  clusters: readonly Cluster[],
  reader: MemberReader,
  elsewhere: ToldElsewhere,
): Place[] {
  return clusters
    .flatMap((cluster): Place[] => {
      const all = reader.of(cluster)
      const members = all.filter((member) => member.article.id === article.id)
      const first = members[0]
      if (!first) return []
      const articles = new Set(all.map((member) => member.article.id))
      return [
        {
          cluster,
          members,
          articles,
          alone: articles.size === 1 && !elsewhere.isTold(first),
          start: first.annotation.start,
        },
      ]
    })
    .sort((a, b) => a.start - b.start)
}

interface Run {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** Stretches of neighbouring places that the article has alone. */
function runsOf(places: readonly Place[]): Run[] {
  const runs: Run[] = []
  let from: number | null = null
  places.forEach(({ alone }, index) => {
    if (alone && from === null) from = index
    if (from !== null && (!alone || index === places.length - 1)) {
      runs.push({ from, to: alone ? index + 1 : index })
      from = null
    }
  })
  return runs
}

function findingOf(
  story: ComparedStory,
  article: ComparedArticle,
  places: readonly Place[],
  run: Run,
): FindingDraft | null {
  const around = [
    ...places.slice(Math.max(0, run.from - NEIGHBOURS), run.from),
    ...places.slice(run.to, run.to + NEIGHBOURS),
  ]
  const own = article.sourceName
  const others = story.articles.filter(
    (other) =>
      other.id !== article.id &&
      (own === null || other.sourceName !== own) &&
      around.filter(({ articles }) => articles.has(other.id)).length >=
        REPORTS_REST * Math.max(2, around.length),
  )
  if (others.length < FEWEST_OTHERS) return null
  const lone = places.slice(run.from, run.to)
  const members = lone.flatMap((place) => place.members)
  const heaviest = [...members].sort((a, b) => weightOf(b) - weightOf(a))[0]
  const first = lone[0]
  if (!heaviest || !first) return null
  const shared =
    around.length === 0 ? 0 : around.filter(({ articles }) => articles.size > 1).length / around.length
  const score =
    weightOf(heaviest) * (0.4 + 0.4 * shared + 0.2 * (others.length / (story.articles.length - 1)))
  if (score < LEAST_SCORE) return null
  const more = lone.length > 1 ? ` and ${lone.length - 1} more beside it` : ''
  return {
    kind: 'only-in',
    cluster: first.cluster,
    members,
    evidence: members.flatMap(evidenceOf),
    explanation: `Only ${outletOf(article)} reports ${quoted(heaviest.text)}${more}; ${listed([...new Set(others.map(outletOf))])} report what stands around it.`,
    signs: [],
    score,
  }
}

/** 0..1: how much a statement says that can be missed. Numbers, dates, names and marks weigh; a few words do not. */
function weightOf({ annotation, words }: Member): number {
  const content = words.filter(({ isFunction }) => !isFunction)
  const verbatim = annotation.quotation !== undefined && annotation.quotation.type !== 'indirect'
  const sure = annotation.status === 'accepted' ? 1 : (annotation.reason?.score ?? 0.5)
  const signs =
    (verbatim ? 0.2 : 0) +
    (words.some(({ value }) => value !== null) ? 0.2 : 0) +
    ((annotation.claim?.dates.length ?? 0) > 0 ? 0.1 : 0) +
    (content.some(({ isName }) => isName) ? 0.1 : 0) +
    0.2 * Math.min(1, content.length / 8)
  return Math.min(1, (0.2 + signs) * (0.5 + 0.5 * sure))
}
