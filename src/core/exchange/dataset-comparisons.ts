import type { Article, ArticleBody } from '../model/article'
import type { Annotation } from '../model/annotation'
import type {
  Cluster,
  ClusterDecision,
  ClusterKind,
  Evidence,
  Finding,
  FindingDecision,
} from '../model/comparison'
import {
  datasetClusterSchema,
  datasetFindingSchema,
  type DatasetCluster,
  type DatasetClusterFinding,
  type DatasetFinding,
} from '../model/dataset'
import { encodeSpan, encodingArticle, type EncodingArticle } from './dataset-encode'
import { DatasetWriteError, describeIssues } from './dataset-errors'
import { COMPARED_LAYER, passageFault } from './dataset-finding-rules'

/** What was found and decided about one story, in the program's own objects: offsets in UTF-16. */
export interface SourceComparison {
  /** Id of the story. */
  readonly story: string
  /** With every decision in them (`settleClusters`). */
  readonly clusters: readonly Cluster[]
  readonly findings: readonly Finding[]
  /** All of the story, in the order of their ids. */
  readonly decisions: readonly ClusterDecision[]
  /** By finding. */
  readonly verdicts: ReadonlyMap<string, FindingDecision>
  /** The articles of the story that are not removed. */
  readonly articles: readonly { readonly article: Article; readonly body: ArticleBody }[]
}

/** What a file has of a story's articles and annotations, and whether it has what only the program thinks. */
export interface WrittenRecords {
  /** Ids of the story's articles in the file. */
  readonly articles: ReadonlySet<string>
  /** An annotation that is in the file. */
  annotation(id: string): WrittenAnnotation | undefined
  /** False: only what a person decided. */
  readonly suggestions: boolean
  /** Ids of the story's findings in the file; those written are added. */
  readonly findings: Set<string>
  /**
   * What a person thinks of each finding in the file; added to as they are written. A finding of two stories is written
   * with one status, also when it is decided on between the two.
   */
  readonly verdicts: Map<string, FindingDecision | undefined>
}

/** What a cluster needs to know of an annotation. */
export type WrittenAnnotation = Pick<Annotation, 'article' | 'layer'>

/** Tells the annotations that a cluster of a kind may name: of its layer, in an article of the story. */
function memberTest(written: WrittenRecords, kind: ClusterKind): (id: string) => boolean {
  return (id) => {
    const annotation = written.annotation(id)
    return annotation?.layer === COMPARED_LAYER[kind] && written.articles.has(annotation.article)
  }
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}

/**
 * The clusters of one story, then what a person said does not belong together, as clusters with status `rejected`.
 * Members that are not in the file, or no longer in the story, are left out, and clusters that nothing is left of.
 * @throws {DatasetWriteError} when evidence does not carry its text
 */
export function* encodeClusters(
  comparison: SourceComparison,
  written: WrittenRecords,
): Generator<DatasetCluster, void> {
  const texts = new EvidenceTexts(comparison)
  const decisions = new Map(comparison.decisions.map((decision) => [decision.id, decision]))
  for (const cluster of comparison.clusters) {
    const has = memberTest(written, cluster.kind)
    const members = distinct(cluster.members.filter(has))
    const settled = distinct(cluster.settled.filter((id) => members.includes(id)))
    if (members.length === 0 || (settled.length === 0 && !written.suggestions)) continue
    const decision = settled.length > 0 ? decisions.get(cluster.id) : undefined
    const apart = distinct((decision?.apart ?? []).filter((id) => has(id) && !members.includes(id)))
    const findings = comparison.findings.filter((finding) => finding.cluster === cluster.id)
    yield checkedCluster({
      id: cluster.id,
      kind: cluster.kind,
      story: cluster.story,
      members,
      status: settled.length > 0 ? 'accepted' : 'suggested',
      findings: findings.flatMap((finding) =>
        encodeClusterFinding(finding, members, comparison, texts, written),
      ),
      score: cluster.score,
      ...(settled.length > 0 && settled.length < members.length && { settled }),
      ...(apart.length > 0 && { apart }),
      ...(decision?.confirmed && { confirmed: true as const }),
      ...(decision?.alone && { alone: true as const }),
    })
  }
  for (const { id, kind, story, verdict, members } of comparison.decisions) {
    const left = distinct(members.filter(memberTest(written, kind)))
    if (verdict !== 'separate' || left.length < 2) continue
    yield checkedCluster({ id, kind, story, members: left, status: 'rejected', findings: [] })
  }
}

/**
 * What was found between passages of one story's articles.
 * @throws {DatasetWriteError} when a passage is not in its text
 */
export function* encodeFindings(
  comparison: SourceComparison,
  written: WrittenRecords,
): Generator<DatasetFinding, void> {
  const texts = new EvidenceTexts(comparison)
  for (const finding of comparison.findings) {
    const { kind, evidence, explanation, score, story } = finding
    if (kind !== 'reuse' && kind !== 'repeats-itself') continue
    const verdict = verdictIn(written, finding, comparison)
    if (!written.suggestions && !verdict) continue
    const [a, b] = evidence
    if (!a || !b || !written.articles.has(a.article) || !written.articles.has(b.article)) continue
    if (passageFault({ kind, a, b }) !== null || !isNew(written, finding)) continue
    const encoded: DatasetFinding = {
      kind,
      a: texts.passage(a, finding),
      b: texts.passage(b, finding),
      similarity: score,
      id: finding.id,
      ...verdictOf(verdict),
      signs: [...finding.signs],
      story,
      detail: explanation,
    }
    const checked = datasetFindingSchema.safeParse(encoded)
    if (!checked.success) throw unwritable(`finding ${finding.id}`, describeIssues(checked.error))
    yield encoded
  }
}

/** True the first time that a story's finding is written. */
function isNew({ findings }: WrittenRecords, { id }: Finding): boolean {
  return findings.size < findings.add(id).size
}

function verdictIn(
  written: WrittenRecords,
  { id }: Finding,
  { verdicts }: SourceComparison,
): FindingDecision | undefined {
  if (!written.verdicts.has(id)) written.verdicts.set(id, verdicts.get(id))
  return written.verdicts.get(id)
}

function encodeClusterFinding(
  finding: Finding,
  clusterMembers: readonly string[],
  comparison: SourceComparison,
  texts: EvidenceTexts,
  written: WrittenRecords,
): DatasetClusterFinding[] {
  const { id, kind, articles, evidence, explanation, signs, score } = finding
  if (kind === 'reuse' || kind === 'repeats-itself') return []
  const isWritten = ({ article, annotation }: Evidence) =>
    written.articles.has(article) &&
    (annotation === null || written.annotation(annotation)?.article === article)
  const members = distinct(finding.members)
  const whole =
    members.every((member) => clusterMembers.includes(member)) &&
    articles.every((article) => written.articles.has(article)) &&
    evidence.every(isWritten)
  if (!whole || !isNew(written, finding)) return []
  return [
    {
      kind,
      members,
      detail: explanation,
      id,
      ...verdictOf(verdictIn(written, finding, comparison)),
      signs: [...signs],
      score,
      articles: [...articles],
      evidence: evidence.map((one) => texts.evidence(one, finding)),
    },
  ]
}

function verdictOf(decision: FindingDecision | undefined): Pick<DatasetFinding, 'status' | 'note'> {
  return {
    ...(decision && decision.status !== 'open' && { status: decision.status }),
    ...(decision && decision.note !== '' && { note: decision.note }),
  }
}

function checkedCluster(encoded: DatasetCluster): DatasetCluster {
  const checked = datasetClusterSchema.safeParse(encoded)
  if (checked.success) return encoded
  throw unwritable(`cluster ${encoded.id}`, describeIssues(checked.error))
}

function unwritable(what: string, fault: string): DatasetWriteError {
  return new DatasetWriteError(
    'invalid-input',
    `The ${what} cannot be written: ${fault}.`,
    'Compare its story again, then export again.',
  )
}

/** The texts of a story's articles, each with its offsets counted once it is asked for. */
class EvidenceTexts {
  readonly #articles: ReadonlyMap<string, SourceComparison['articles'][number]>
  readonly #counted = new Map<string, EncodingArticle>()

  constructor({ articles }: SourceComparison) {
    this.#articles = new Map(articles.map((one) => [one.article.id, one]))
  }

  evidence(evidence: Evidence, finding: Finding): NonNullable<DatasetClusterFinding['evidence']>[number] {
    const { article, annotation } = evidence
    const span = encodeSpan(this.#of(article), evidence, `The evidence of finding ${finding.id}`)
    return { article, annotation, ...span }
  }

  passage(evidence: Evidence, finding: Finding): DatasetFinding['a'] {
    const { article } = evidence
    const what = `The passage of finding ${finding.id}`
    const { start, end } = encodeSpan(this.#of(article), evidence, what)
    return { article, start, end }
  }

  #of(id: string): EncodingArticle {
    const counted = this.#counted.get(id)
    if (counted) return counted
    const found = this.#articles.get(id)
    if (!found) throw new Error(`A finding names the article ${id}, which is not in its story`)
    const made = encodingArticle(found.article, found.body)
    this.#counted.set(id, made)
    return made
  }
}
