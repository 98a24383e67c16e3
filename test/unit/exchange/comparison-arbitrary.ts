import fc, { type GeneratorValue } from 'fast-check'
import { settleClusters } from '#core/compare/settle-clusters'
import type { Comparison } from '#core/compare/types'
import type { SourceComparison } from '#core/exchange/dataset-comparisons'
import type { SourceArticle } from '#core/exchange/dataset-writer'
import type { Annotation } from '#core/model/annotation'
import {
  FINDING_KINDS,
  type Cluster,
  type ClusterDecision,
  type ClusterKind,
  type Evidence,
  type Finding,
  type FindingDecision,
} from '#core/model/comparison'
import type { Story } from '#core/model/corpus'
import { contentId } from '#core/model/ids'

/** What was found and decided about a story, as the database holds it. */
export interface AnyComparison extends Comparison {
  readonly decisions: readonly ClusterDecision[]
  readonly verdicts: readonly FindingDecision[]
}

const CLUSTER_KINDS = FINDING_KINDS.filter((kind) => kind !== 'reuse' && kind !== 'repeats-itself')

/**
 * A comparison of a story made by the generator of one run of a property; null for a story never compared.
 * @param known verdicts of the corpus: two stories that share articles may share a finding, which has one
 */
export function comparisonOf(
  gen: GeneratorValue,
  story: Story,
  items: readonly SourceArticle[],
  known: Map<string, FindingDecision>,
): AnyComparison | null {
  if (gen(fc.boolean)) return null
  const own = items.filter(({ article }) => story.articles.includes(article.id))
  const annotations = own.flatMap((item) => item.annotations).filter(({ status }) => status !== 'rejected')
  const decisions: ClusterDecision[] = []
  const clusters = (['utterance', 'assertion'] as const).flatMap((kind) => {
    const layer = kind === 'utterance' ? 'quotation' : 'claim'
    const all = annotations.filter((annotation) => annotation.layer === layer)
    return clustersOf(gen, story.id, kind, all, decisions)
  })
  const findings = [
    ...clusters.flatMap((cluster) => findingsOf(gen, cluster, annotations)),
    ...passagesOf(gen, story.id, own),
  ]
  for (const { id, story: at } of findings) {
    const status = gen(fc.constantFrom, 'open', 'confirmed', 'dismissed')
    const note = gen(fc.constantFrom, '', 'Ask the 👩‍🔬.')
    if ((status !== 'open' || note !== '') && !known.has(id)) known.set(id, { id, story: at, status, note })
  }
  const verdicts = findings.flatMap(({ id }) => known.get(id) ?? [])
  return { clusters, findings, decisions, verdicts }
}

function clustersOf(
  gen: GeneratorValue,
  story: string,
  kind: ClusterKind,
  annotations: readonly Annotation[],
  decisions: ClusterDecision[],
): Cluster[] {
  const groups: string[][] = []
  for (const { id } of annotations) {
    const group = groups[gen(fc.nat, { max: groups.length })]
    if (group) group.push(id)
    else groups.push([id])
  }
  return groups.map((members): Cluster => {
    const id = contentId('clu', story, kind, ...members)
    const settled = members.filter(() => gen(fc.boolean))
    const others = annotations.map((annotation) => annotation.id).filter((one) => !members.includes(one))
    if (gen(fc.boolean) && others.length > 0) {
      const separate = [...members, ...others].slice(0, 2)
      if (separate.length === 2 && members.length === 1) {
        decisions.push({ id: `no ${id}`, story, kind, verdict: 'separate', members: separate, apart: [] })
      }
    }
    if (settled.length > 0) {
      const apart = others.filter(() => gen(fc.boolean))
      const confirmed = gen(fc.boolean) && { confirmed: true as const }
      const alone = settled.length === 1 && gen(fc.boolean) && { alone: true as const }
      decisions.push({
        id,
        story,
        kind,
        verdict: 'together',
        members: settled,
        apart,
        ...confirmed,
        ...alone,
      })
    }
    const status = settled.length > 0 ? 'accepted' : 'suggested'
    const score = members.length > 1 ? 0.75 : 1
    const links = members.slice(1).map((b) => ({ a: members[0] ?? '', b, score, reasons: [] }))
    return { id, kind, story, members, settled, status, score, links }
  })
}

function evidenceOf({ id, article, start, end, exact }: Annotation): Evidence {
  return { article, annotation: id, start, end, exact }
}

function findingsOf(gen: GeneratorValue, cluster: Cluster, annotations: readonly Annotation[]): Finding[] {
  return Array.from({ length: gen(fc.nat, { max: 2 }) }, (_, index): Finding => {
    const members = cluster.members.slice(0, 1 + gen(fc.nat, { max: 2 }))
    const evidence = annotations.filter(({ id }) => members.includes(id)).map(evidenceOf)
    const kind = gen(fc.constantFrom, ...CLUSTER_KINDS)
    return {
      id: contentId('fnd', kind, cluster.id, String(index)),
      kind,
      story: cluster.story,
      cluster: cluster.id,
      members,
      articles: [...new Set(evidence.map(({ article }) => article))],
      evidence,
      explanation: 'One says “👩‍🔬”, the other does not.',
      signs: gen(fc.boolean) ? ['negation'] : [],
      score: 0.5,
    }
  })
}

/** The first character and whole texts, so that their ends lie behind characters of every kind. */
function passagesOf(gen: GeneratorValue, story: string, items: readonly SourceArticle[]): Finding[] {
  return items.flatMap(({ article, body }, index): Finding[] => {
    const other = items[index + 1] ?? items[0]
    if (!other || gen(fc.boolean)) return []
    const kind = other.article.id === article.id ? 'repeats-itself' : 'reuse'
    const first = [...body.text][0]?.length ?? 0
    if (first === 0 || other.body.text === '' || (kind === 'repeats-itself' && first === body.text.length))
      return []
    const whole = (one: SourceArticle): Evidence => ({
      article: one.article.id,
      annotation: null,
      start: 0,
      end: one.body.text.length,
      exact: one.body.text,
    })
    const start: Evidence = {
      ...whole({ article, body, annotations: [] }),
      end: first,
      exact: body.text.slice(0, first),
    }
    return [
      {
        id: contentId('fnd', kind, article.id, other.article.id),
        kind,
        story,
        cluster: null,
        members: [],
        articles: [...new Set([article.id, other.article.id])],
        evidence: [start, whole(other)],
        explanation: 'They share text.',
        signs: ['contained', 'dated'],
        score: 0.5,
      },
    ]
  })
}

/** What the writer is given of it, as the database gives it. */
export function sourceComparison(
  story: string,
  found: AnyComparison,
  articles: SourceComparison['articles'],
  annotations: readonly Annotation[],
): SourceComparison {
  const present = new Set(annotations.filter(({ status }) => status !== 'rejected').map(({ id }) => id))
  const decisions = [...found.decisions].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    story,
    ...settleClusters(found, story, decisions, (id) => present.has(id)),
    decisions,
    verdicts: new Map(found.verdicts.map((verdict) => [verdict.id, verdict])),
    articles,
  }
}
