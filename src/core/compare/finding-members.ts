import type { Annotation } from '../model/annotation'
import type { Cluster, Evidence, Finding, FindingKind } from '../model/comparison'
import { contentId } from '../model/ids'
import { spanOf } from '../model/range'
import { comparedWords, type ComparedWord } from './difference-words'
import { speakerNameOf } from './speaker-identity'
import { statedFacts, type StatedFacts } from './stated-facts'
import { statementText } from './statements'
import type { ComparedArticle, ComparedStory } from './types'

/** A member of a cluster with what the findings ask of it; words and facts are read when first asked for. */
export interface Member {
  readonly annotation: Annotation
  readonly article: ComparedArticle
  /** The words of the claim or of the quotation's content, pieces joined by a space. */
  readonly text: string
  /** Name of who says it, null while unknown or where the outlet does. */
  readonly speaker: string | null
  /** Offsets in `text`. */
  readonly words: readonly ComparedWord[]
  readonly facts: StatedFacts
}

/** The members of a story's clusters. */
export class MemberReader {
  private readonly annotations = new Map<string, { annotation: Annotation; article: ComparedArticle }>()
  private readonly members = new Map<string, Member>()

  constructor(private readonly story: ComparedStory) {
    for (const article of story.articles)
      for (const annotation of article.annotations)
        this.annotations.set(annotation.id, { annotation, article })
  }

  /** The members of a cluster in its order; ids that the story does not have are left out. */
  of(cluster: Cluster): Member[] {
    return cluster.members.flatMap((id) => this.get(id) ?? [])
  }

  /** One member, null where the story has no such annotation. */
  get(id: string): Member | null {
    const known = this.members.get(id)
    if (known) return known
    const found = this.annotations.get(id)
    if (!found) return null
    const member = createMember(this.story, found.annotation, found.article)
    this.members.set(id, member)
    return member
  }
}

function createMember(story: ComparedStory, annotation: Annotation, article: ComparedArticle): Member {
  const text = statementText(annotation)
  let words: ComparedWord[] | null = null
  let facts: StatedFacts | null = null
  return {
    annotation,
    article,
    text,
    speaker: speakerNameOf(story, annotation),
    get words() {
      return (words ??= comparedWords(text, article.language))
    },
    get facts() {
      return (facts ??= statedFacts(annotation, article))
    },
  }
}

/** What a finding says, before it has its id. */
export interface FindingDraft {
  readonly kind: FindingKind
  readonly cluster: Cluster
  readonly members: readonly Member[]
  readonly evidence: readonly Evidence[]
  readonly explanation: string
  readonly signs: readonly string[]
  /** 0..1. */
  readonly score: number
}

/** The finding, with an id from kind, members and evidence. */
export function toFinding(story: ComparedStory, draft: FindingDraft): Finding {
  const members = draft.members.map(({ annotation }) => annotation.id)
  return {
    id: contentId(
      'fnd',
      draft.kind,
      ...members,
      ...draft.evidence.map(({ article, start, end }) => `${article}:${start}:${end}`),
    ),
    kind: draft.kind,
    story: story.id,
    cluster: draft.cluster.id,
    members,
    articles: [...new Set(draft.members.map(({ article }) => article.id))],
    evidence: draft.evidence,
    explanation: sentenceOf(draft.explanation),
    signs: draft.signs,
    score: Math.round(Math.min(1, Math.max(0, draft.score)) * 100) / 100,
  }
}

/** The words of a member as evidence: each content piece of a quotation, or the claim. */
export function evidenceOf({ annotation, article }: Member): Evidence[] {
  const pieces = annotation.quotation?.content ?? [annotation]
  return pieces.map((piece) => ({
    ...spanOf(article.body.text, piece),
    article: article.id,
    annotation: annotation.id,
  }))
}

/** Longest quotation and longest title in an explanation, in characters; longer ones are cut at a word. */
const SHOWN = 90
const SHOWN_TITLE = 48

/** A member's words in one pair of marks, cut to a length that a sentence bears; marks inside become single ones. */
export function quoted(text: string): string {
  const bare = text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"“”„«»,;:–—-]+|[\s"“”„«»,;:–—-]+$/gu, '')
    .replace(/[“„«]/gu, '‘')
    .replace(/[”»]/gu, '’')
    .replace(/"/gu, "'")
    .replace(/(?<![.\p{Lu}])\.$/u, '')
  return `“${cutAtWord(bare, SHOWN)}”`
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/u, '')} …`
}

/** What an article is called in an explanation: its outlet, else its title. */
export function outletOf(article: ComparedArticle): string {
  return article.sourceName ?? `the article “${cutAtWord(article.title, SHOWN_TITLE)}”`
}

/** An explanation with a capital at its beginning. */
function sentenceOf(explanation: string): string {
  return explanation.startsWith('the ') ? `T${explanation.slice(1)}` : explanation
}

/** True for words in quotation marks, which are to be what was said. */
export function isVerbatim({ annotation }: Member): boolean {
  return annotation.quotation !== undefined && annotation.quotation.type !== 'indirect'
}

/** The outlets of members, each once, as "A", "A and B", "A, B and C". */
export function outletsOf(members: readonly Member[]): string {
  return listed([...new Set(members.map(({ article }) => outletOf(article)))])
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** "has" or "have", by how many outlets the members are from. */
export function has(members: readonly Member[]): string {
  return new Set(members.map(({ article }) => outletOf(article))).size > 1 ? 'have' : 'has'
}

/** How many articles the members are from. */
export function articleCount(members: readonly Member[]): number {
  return new Set(members.map(({ article }) => article.id)).size
}

/** Every two members of different articles, in order. */
export function crossPairs(members: readonly Member[]): (readonly [Member, Member])[] {
  return members.flatMap((a, index) =>
    members
      .slice(index + 1)
      .filter((b) => b.article.id !== a.article.id)
      .map((b) => [a, b] as const),
  )
}
