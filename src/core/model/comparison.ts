import type { Span } from './range'

/** What a cluster gathers across a story: renderings of one act of speech, or claims that state one thing. */
export type ClusterKind = 'utterance' | 'assertion'

/** Why one member belongs with another: a stable id of the sign ("same-words", "names") and how much it weighs. */
export interface LinkReason {
  readonly sign: string
  /** 0..1: its share in the score. */
  readonly weight: number
  /** What was shared, for a person to read, such as "continu, negoti"; empty where the sign says it all. */
  readonly shared: string
}

/** Two members that were found to render the same, and how sure that is. */
export interface ClusterLink {
  /** Annotation ids, in the order of the cluster's members. */
  readonly a: string
  readonly b: string
  /** 0..1. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/**
 * Quotations (or claims) of a story that belong together. Every quotation of a story is in exactly one utterance, every
 * claim in one assertion; one that nobody else renders is in a cluster of its own.
 */
export interface Cluster {
  /** From kind, story and members (ground rule 5), or the id of the decision that holds it. */
  readonly id: string
  readonly kind: ClusterKind
  readonly story: string
  /** Annotation ids: by article as the story lists them, then by place in the text. Never empty. */
  readonly members: readonly string[]
  /** Members that a person put or confirmed here; empty while nobody has decided. */
  readonly settled: readonly string[]
  /** `accepted` once a person confirmed or made it. A rejected cluster is taken apart and not listed. */
  readonly status: 'suggested' | 'accepted'
  /** True when a person confirmed it by name, not only moved, split or merged members; members added since are not settled. */
  readonly confirmed?: true
  /** 0..1: the weakest link that holds it together; 1 for a single member. */
  readonly score: number
  readonly links: readonly ClusterLink[]
}

/**
 * What a person decided about members of a story, which a re-run never undoes. Journaled.
 * `together`: the members are one cluster, apart from `apart`, and in no other; it may be one member alone. The program may
 * still add undecided members. `separate`: no two of the members are ever joined by the program.
 */
export interface ClusterDecision {
  readonly id: string
  readonly story: string
  readonly kind: ClusterKind
  readonly verdict: 'together' | 'separate'
  /** Annotation ids. Never empty. */
  readonly members: readonly string[]
  /** For `together`: annotation ids that the program must not add. */
  readonly apart: readonly string[]
  /** For `together`: a person confirmed the members by name; left out where they were only moved, split or merged. */
  readonly confirmed?: true
  /** For `together`: a person put its one member on its own; the program adds nothing. */
  readonly alone?: true
}

/** What differs inside a cluster or between articles. Never a verdict on who is right. */
export const FINDING_KINDS = [
  'attribution-conflict',
  'quoted-within',
  'wording',
  'truncation',
  'number-conflict',
  'date-conflict',
  'only-in',
  'reuse',
  'repeats-itself',
] as const

export type FindingKind = (typeof FINDING_KINDS)[number]

/** Words that show a finding: a range (UTF-16) of an article. */
export interface Evidence extends Span {
  readonly article: string
  /** The quotation or claim that it belongs to, null for a passage. */
  readonly annotation: string | null
}

/** One difference or likeness, with the words that show it. */
export interface Finding {
  /** From kind, members and evidence (ground rule 5), so that a decision on it holds across re-runs. */
  readonly id: string
  readonly kind: FindingKind
  readonly story: string
  /** The cluster it is about; null for `reuse`, `repeats-itself`. */
  readonly cluster: string | null
  /** Annotation ids that differ, or the one that stands alone; empty for passages. */
  readonly members: readonly string[]
  /** Article ids concerned: those that say it; for `only-in` the one that does, for `reuse` the later or containing one first. */
  readonly articles: readonly string[]
  /**
   * At least one, in the order the explanation names them. For `reuse` two: the passage of `articles[0]` and that of
   * `articles[1]`, each from the first to the last aligned sentence. For `repeats-itself` two: what is said first, and
   * where it is said again. A dataset writes these two as `a` and `b`.
   */
  readonly evidence: readonly Evidence[]
  /** One sentence for a person, naming outlets and words; no verdict. */
  readonly explanation: string
  /** What kind of change, as stable words such as `negation`, `modality`, `hedge`, `strength`, `value`, `partial`. */
  readonly signs: readonly string[]
  /** 0..1: how sure the program is that it matters. For `reuse`: the share of the smaller that the other has. */
  readonly score: number
}

/** What a person thinks of a finding. `open` until decided. */
export type FindingStatus = 'open' | 'confirmed' | 'dismissed'

/** A person's decision on a finding. Journaled; its id is the finding's. */
export interface FindingDecision {
  readonly id: string
  readonly story: string
  readonly status: FindingStatus
  readonly note: string
}

/** Articles that seem to report one event, for a person to accept, edit or dismiss. */
export interface StoryProposal {
  /** From its articles; also the id of the story it becomes. */
  readonly id: string
  readonly name: string
  /** Article ids, oldest first. At least two. */
  readonly articles: readonly string[]
  /** 0..1. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** A passage of one article and the passage of another that says the same. Ranges of sentences, UTF-16. */
export interface PassagePair {
  readonly a: Span
  readonly b: Span
  /** 0..1. */
  readonly similarity: number
  /** True when it lies out of the order of the pairs around it. */
  readonly moved: boolean
}

/** Two articles aligned sentence by sentence. */
export interface PassageAlignment {
  readonly a: string
  readonly b: string
  /** In the order of `a`; each sentence of either side is in at most one pair. */
  readonly pairs: readonly PassagePair[]
  /** 0..1: share of the words of `a` (of `b`) that lie in pairs. */
  readonly coverA: number
  readonly coverB: number
}

/** Two articles that share text. */
export interface ReusePair {
  /** Article ids; `later` is the one published later, or the longer where dates do not tell. */
  readonly earlier: string
  readonly later: string
  /** 0..1: share of the word 5-grams of one that the other has. "A is inside B" is a high first and low second. */
  readonly earlierInLater: number
  readonly laterInEarlier: number
  /** True when the dates tell which came first. */
  readonly dated: boolean
}
