import type { Cluster } from '../model/comparison'
import { conflictOf } from './attribution-findings'
import { comparedWords, type ComparedWord } from './difference-words'
import { isVerbatim, type FindingDraft, type Member, type MemberReader } from './finding-members'
import { passedOn } from './passed-on-words'
import { speakerIdentity } from './speaker-identity'
import type { ComparedStory } from './types'
import { alignWords } from './word-alignment'
import { contentOf } from './wording-likeness'

/** Words that two pieces must have in common, in order, and their share of the longer one, to be the same words by themselves. */
const FEWEST_WORDS = 5
const SAME_WORDS = 0.7
/** Content words that a pair must share to be looked at. */
const FEWEST_CONTENT = 2

/** One piece of a quotation in marks. */
interface Piece {
  readonly member: Member
  readonly cluster: Cluster
  readonly words: readonly ComparedWord[]
  /** Of its content words, each once. */
  readonly stems: ReadonlySet<string>
}

/** False where one piece has so many content words that the other lacks that they cannot be the same words; saves aligning them. */
function mayBeSame({ stems, words }: Piece, other: Piece, shared: number): boolean {
  return stems.size - shared <= (1 - SAME_WORDS) * Math.max(words.length, other.words.length)
}

/**
 * The same words in two mouths where the quotations are in different clusters: a quotation of two pieces is in one cluster only,
 * though each piece may be said by somebody else in another source. Asks for nearly the same words in the same order. What
 * belongs to a conflict of `known`, found inside a cluster, is added to that one.
 * @returns all conflicts, those of `known` first
 */
export function scatteredAttributions(
  story: ComparedStory,
  clusters: readonly Cluster[],
  reader: MemberReader,
  known: readonly FindingDraft[],
): FindingDraft[] {
  const pieces = piecesOf(clusters, reader)
  const places = new Map<string, number[]>()
  const groups = known.map((draft): Group => ({
    draft,
    cluster: draft.cluster,
    members: [...draft.members],
    likeness: 0,
  }))
  pieces.forEach((piece, index) => {
    const shared = new Map<number, number>()
    for (const stem of piece.stems) {
      const others = places.get(stem) ?? []
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      if (others.length > 0) others.push(index)
      else places.set(stem, [index])
    }
    for (const [other, count] of shared) {
      const before = pieces[other]
      if (!before || count < FEWEST_CONTENT || before.cluster.id === piece.cluster.id) continue
      if (!mayBeSame(before, piece, count) || !mayBeSame(piece, before, count)) continue
      const likeness = conflicting(story, before, piece)
      if (likeness > 0) addPair(groups, before, piece, likeness)
    }
  })
  return groups.map(({ draft, cluster, members, likeness }) =>
    draft?.members.length === members.length ? draft : conflictOf(story, cluster, members, likeness),
  )
}

/** Pieces that are in conflict with one another: one finding, however many sources repeat either side. */
interface Group {
  /** The conflict inside a cluster that it began with, null for none. */
  readonly draft: FindingDraft | null
  readonly cluster: Cluster
  readonly members: Member[]
  likeness: number
}

function addPair(groups: Group[], a: Piece, b: Piece, likeness: number): void {
  let group = groups.find(({ members }) => members.includes(a.member) || members.includes(b.member))
  if (!group) {
    group = { draft: null, cluster: a.cluster, members: [], likeness }
    groups.push(group)
  }
  for (const { member } of [a, b]) if (!group.members.includes(member)) group.members.push(member)
  group.likeness = Math.max(group.likeness, likeness)
}

function piecesOf(clusters: readonly Cluster[], reader: MemberReader): Piece[] {
  return clusters
    .filter(({ kind }) => kind === 'utterance')
    .flatMap((cluster) => reader.of(cluster).map((member) => ({ cluster, member })))
    .filter(({ member }) => isVerbatim(member) && member.speaker !== null)
    .flatMap(({ cluster, member }) =>
      (member.annotation.quotation?.content ?? []).map((span) => {
        const words = comparedWords(span.exact, member.article.language)
        return { cluster, member, words, stems: new Set(contentOf(words).map(({ stem }) => stem)) }
      }),
    )
}

/** How alike the words are (0..1) where two known speakers of two articles say the same; else 0. */
function conflicting(story: ComparedStory, a: Piece, b: Piece): number {
  if (a.member.article.id === b.member.article.id) return 0
  if (speakerIdentity(story, a.member.annotation, b.member.annotation) !== 'different') return 0
  const same = alignWords(a.words, b.words).filter(([i, j]) => a.words[i]?.stem === b.words[j]?.stem).length
  const share = same / Math.max(a.words.length, b.words.length)
  return same >= FEWEST_WORDS && share >= SAME_WORDS && !passedOn(story, a.member, b.member) ? share : 0
}
