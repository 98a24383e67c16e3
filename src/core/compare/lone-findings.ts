import type { Cluster } from '../model/comparison'
import { overlaps } from '../model/range'
import {
  evidenceOf,
  listed,
  outletOf,
  quoted,
  type FindingDraft,
  type Member,
  type MemberReader,
} from './finding-members'
import { ToldElsewhere, type ToldSentence } from './told-elsewhere'
import type { ComparedArticle, ComparedStory } from './types'
import { contentOf, wordingLikeness } from './wording-likeness'

/** Share of a sentence's weight in another article from which that article tells it; a statement is alone below the lower one. */
const TOLD = 0.4
const UNTOLD = 0.35
/** Different words of a sentence from which those that another article shares show anything. */
const FEWEST_STEMS = 7
/** Share of an article's sentences that another must tell to be one that reports the rest. */
const REPORTS_REST = 0.2
/** How many sentences before and after show whether another source reports what is around. */
const AROUND = 2
/** Longest stretch of sentences of one's own that is left out of a report, rather than another report begun; in sentences. */
const LONGEST_RUN = 6
/** Fewest content words of a statement that somebody could miss. */
const FEWEST_CONTENT = 4
/** … and of a quotation whose speaker is known. */
const FEWEST_SAID = 3
/** Likeness from which two statements of one article are the same one, told twice. */
const TOLD_TWICE = 0.7
/** Findings below this say too little; at most so many for one article and, where it has few articles, for the story. */
const LEAST_SCORE = 0.4
const MOST_FOR_ARTICLE = 3
const FEWEST_FOR_STORY = 8

/**
 * `only-in`: a statement of some weight that one source alone reports, though another source reports what stands before and
 * after it there. A weighty statement is a quotation of a known speaker, or a claim with a number, a date or a name. Neighbouring ones
 * are one finding, so that a paragraph of one's own does not flood the list; the surest of each article are kept.
 */
export function loneFindings(
  story: ComparedStory,
  clusters: readonly Cluster[],
  reader: MemberReader,
): FindingDraft[] {
  if (story.articles.length < 2) return []
  const elsewhere = new ToldElsewhere(story.articles)
  const places = placesOf(clusters, reader)
  const found: FindingDraft[] = []
  for (const article of story.articles) {
    const told = toldSentences(story, article, places.get(article.id) ?? [], elsewhere)
    const drafts = runsOf(told)
      .flatMap((run) => findingOf(story, article, told, run) ?? [])
      .sort((a, b) => b.score - a.score)
    found.push(...withoutRepeats(drafts).slice(0, MOST_FOR_ARTICLE))
  }
  return found.sort((a, b) => b.score - a.score).slice(0, Math.max(FEWEST_FOR_STORY, story.articles.length))
}

/** A member with the articles that its cluster says report it too. */
interface Place {
  readonly cluster: Cluster
  readonly member: Member
  readonly articles: ReadonlySet<string>
}

function placesOf(clusters: readonly Cluster[], reader: MemberReader): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const cluster of clusters) {
    const members = reader.of(cluster)
    const articles = new Set(members.map(({ article }) => article.id))
    for (const member of members) {
      const known = places.get(member.article.id)
      const place = { cluster, member, articles }
      if (known) known.push(place)
      else places.set(member.article.id, [place])
    }
  }
  return places
}

/** A sentence with who else tells it. */
interface Told {
  readonly sentence: ToldSentence
  /** The statements that begin in it. */
  readonly places: readonly Place[]
  /** Other articles that tell the sentence. */
  readonly by: ReadonlySet<string>
  /** True where no other source tells anything like it. */
  readonly alone: boolean
}

function toldSentences(
  story: ComparedStory,
  article: ComparedArticle,
  places: readonly Place[],
  elsewhere: ToldElsewhere,
): Told[] {
  const others = othersOf(story, article)
  return elsewhere.sentencesOf(article.id).map((sentence) => {
    const shares = elsewhere.sharesOf(sentence.stems)
    const here = places.filter(({ member }) => overlaps(member.annotation, sentence))
    const clustered = new Set(here.flatMap(({ articles }) => [...articles]))
    const by = others.filter(
      ({ id }) =>
        clustered.has(id) || (sentence.stems.length >= FEWEST_STEMS && (shares.get(id) ?? 0) >= TOLD),
    )
    return {
      sentence,
      places: here.filter(({ member }) => member.annotation.start >= sentence.start),
      by: new Set(by.map(({ id }) => id)),
      alone: by.length === 0 && others.every(({ id }) => (shares.get(id) ?? 0) < UNTOLD),
    }
  })
}

/** The articles of other sources. */
function othersOf(story: ComparedStory, article: ComparedArticle): ComparedArticle[] {
  return story.articles.filter(
    (other) =>
      other.id !== article.id && (article.sourceName === null || other.sourceName !== article.sourceName),
  )
}

interface Run {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** Stretches of neighbouring sentences that the article has alone. */
function runsOf(told: readonly Told[]): Run[] {
  const runs: Run[] = []
  let from = 0
  told.forEach(({ alone }, index) => {
    if (!alone) from = index + 1
    else if (told[index + 1]?.alone !== true) runs.push({ from, to: index + 1 })
  })
  return runs.filter((run) => run.to - run.from <= LONGEST_RUN)
}

function findingOf(
  story: ComparedStory,
  article: ComparedArticle,
  told: readonly Told[],
  run: Run,
): FindingDraft | null {
  const before = told.slice(Math.max(0, run.from - AROUND), run.from)
  const after = told.slice(run.to, run.to + AROUND)
  const tells = (part: readonly Told[], id: string) => part.filter(({ by }) => by.has(id)).length
  const reporting = othersOf(story, article)
    .filter((other) => tells(told, other.id) >= REPORTS_REST * told.length)
    .map((other) => ({ other, before: tells(before, other.id), after: tells(after, other.id) }))
    // At the end of an article one side is all there is.
    .filter((one) => (one.before > 0 || before.length === 0) && (one.after > 0 || after.length === 0))
    .filter((one) => one.before + one.after >= AROUND)
  if (reporting.length === 0) return null
  const own = told.slice(run.from, run.to).flatMap(({ places }) => places)
  const weighty = own
    .map((place) => ({ ...place, weight: weightOf(place.member) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const heaviest = weighty[0]
  if (!heaviest) return null
  const covered =
    Math.max(...reporting.map((one) => one.before + one.after)) / Math.max(1, before.length + after.length)
  const spread = reporting.length / Math.max(1, story.articles.length - 1)
  const score = heaviest.weight * (0.5 + 0.35 * covered + 0.15 * spread)
  if (score < LEAST_SCORE) return null
  const members = [heaviest, ...weighty.slice(1).filter((place) => !isWithin(place.member, heaviest.member))]
    .map(({ member }) => member)
    .sort((a, b) => a.annotation.start - b.annotation.start)
  const more = members.length > 1 ? ` and ${members.length - 1} more beside it` : ''
  const names = [...new Set(reporting.map(({ other }) => outletOf(other)))]
  return {
    kind: 'only-in',
    cluster: heaviest.cluster,
    members,
    evidence: members.flatMap(evidenceOf),
    explanation: `Only ${outletOf(article)} reports ${quoted(heaviest.member.text)}${more}; ${listed(names)} ${names.length > 1 ? 'report what stands around it and leave' : 'reports what stands around it and leaves'} it out.`,
    signs: [],
    score,
  }
}

/** True for a claim in a quotation, or a quotation around a claim, of which one is enough. */
function isWithin({ annotation }: Member, { annotation: other }: Member): boolean {
  return overlaps(annotation, other)
}

/** What an article tells twice is one finding. */
function withoutRepeats(drafts: readonly FindingDraft[]): FindingDraft[] {
  const kept: FindingDraft[] = []
  for (const draft of drafts) {
    const isRepeat = kept.some((other) =>
      draft.members.some((member) =>
        other.members.some(({ words }) => wordingLikeness(member.words, words) >= TOLD_TWICE),
      ),
    )
    if (!isRepeat) kept.push(draft)
  }
  return kept
}

/** 0..1: how much a statement says that can be missed; 0 where it names nobody and nothing that can be checked. */
function weightOf(member: Member): number {
  const { annotation, words, facts, speaker } = member
  const content = contentOf(words)
  const values = facts.quantities.length + facts.dates.length > 0
  const names = content.some(({ isName }) => isName)
  const known = annotation.quotation !== undefined && speaker !== null
  if (annotation.quotation ? !known : !values && !names) return 0
  if (content.length < (known ? FEWEST_SAID : FEWEST_CONTENT)) return 0
  const verbatim = annotation.quotation !== undefined && annotation.quotation.type !== 'indirect'
  const sure = annotation.status === 'accepted' ? 1 : (annotation.reason?.score ?? 0.5)
  const signs =
    0.25 +
    (verbatim ? 0.2 : 0) +
    (known ? 0.15 : 0) +
    (values ? 0.2 : 0) +
    (names ? 0.1 : 0) +
    0.3 * Math.min(1, content.length / 8)
  return Math.min(1, signs) * (0.5 + 0.5 * sure)
}
