import type { Cluster } from '../model/comparison'
import {
  crossPairs,
  evidenceOf,
  has,
  listed,
  outletsOf,
  quoted,
  type FindingDraft,
  type Member,
} from './finding-members'
import { passedOn } from './passed-on-words'
import { speakerIdentity } from './speaker-identity'
import type { ComparedStory } from './types'
import { contentOf, wordingLikeness } from './wording-likeness'

/** Share of the words that two quotations must have in common to be the same words. */
const SAME_WORDS = 0.35
/** Fewer content words are said by anybody: "Fine", "Thank you". */
const FEWEST_WORDS = 2

/**
 * The same words in two mouths: `attribution-conflict`, or `quoted-within` where one of the articles shows that somebody passes
 * on another's words. At most one of each for a cluster. Speakers must both be known: "he" or "the official" is nobody's.
 */
export function attributionFindings(
  story: ComparedStory,
  cluster: Cluster,
  members: readonly Member[],
): FindingDraft[] {
  if (cluster.kind !== 'utterance') return []
  const conflicting = new Set<Member>()
  const passing = new Set<Member>()
  let likeness = 0
  for (const [a, b] of crossPairs(members)) {
    if (speakerIdentity(story, a.annotation, b.annotation) !== 'different') continue
    if (Math.min(contentOf(a.words).length, contentOf(b.words).length) < FEWEST_WORDS) continue
    const alike = wordingLikeness(a.words, b.words)
    if (alike < SAME_WORDS) continue
    const target = passedOn(story, a, b) ? passing : conflicting
    target.add(a).add(b)
    if (target === conflicting) likeness = Math.max(likeness, alike)
  }
  const found: FindingDraft[] = []
  const inOrder = (set: ReadonlySet<Member>) => members.filter((member) => set.has(member))
  if (conflicting.size > 0) found.push(conflictOf(story, cluster, inOrder(conflicting), likeness))
  if (passing.size > 0) found.push(within(story, cluster, inOrder(passing)))
  return found
}

interface Mouth {
  readonly speaker: string
  readonly members: Member[]
}

/** The members by speaker, the mouth that fewest outlets name first. */
function mouthsOf(story: ComparedStory, members: readonly Member[]): Mouth[] {
  const mouths: Mouth[] = []
  for (const member of members) {
    const own = mouths.find(({ members: others }) =>
      others.some((other) => speakerIdentity(story, other.annotation, member.annotation) === 'same'),
    )
    if (own) own.members.push(member)
    else mouths.push({ speaker: member.speaker ?? '', members: [member] })
  }
  return mouths.sort((a, b) => a.members.length - b.members.length)
}

/** One member an article is enough to show. */
function shownOf(members: readonly Member[]): Member[] {
  const seen = new Set<string>()
  return members.filter(({ article }) => !seen.has(article.id) && seen.add(article.id))
}

/** The conflict of members in several mouths; `likeness` (0..1) of their words. */
export function conflictOf(
  story: ComparedStory,
  cluster: Cluster,
  members: readonly Member[],
  likeness: number,
): FindingDraft {
  const mouths = mouthsOf(story, members).map((mouth) => ({ ...mouth, members: shownOf(mouth.members) }))
  const shown = mouths.flatMap((mouth) => mouth.members)
  const says = mouths.map(({ speaker, members: own }, index) => {
    const words = quoted(own[0]?.text ?? '')
    return `${outletsOf(own)} ${has(own)} ${words} in ${index === 0 ? `the mouth of ${speaker}` : `${speaker}’s`}`
  })
  return {
    kind: 'attribution-conflict',
    cluster,
    members: shown,
    evidence: shown.flatMap(evidenceOf),
    explanation: `${says.join('; ')}.`,
    signs: ['speaker'],
    score: 0.6 + 0.4 * likeness,
  }
}

function within(story: ComparedStory, cluster: Cluster, members: readonly Member[]): FindingDraft {
  const mouths = mouthsOf(story, members).map((mouth) => ({ ...mouth, members: shownOf(mouth.members) }))
  const shown = mouths.flatMap((mouth) => mouth.members)
  const words = shown[0] ? quoted(shown[0].text) : ''
  const says = mouths.map((mouth) => `${mouth.speaker} in ${outletsOf(mouth.members)}`)
  return {
    kind: 'quoted-within',
    cluster,
    members: shown,
    evidence: shown.flatMap(evidenceOf),
    explanation: `${words} is said by ${listed(says)}; one passes on the words of the other.`,
    signs: ['passed-on'],
    score: 0.3,
  }
}
