import type {
  Dataset,
  DatasetAnnotation,
  DatasetCluster,
  DatasetClusterFinding,
  DatasetFinding,
} from '../model/dataset'
import { COMPARED_LAYER, clusterFindingId, findingId, passageFault, storyOf } from './dataset-finding-rules'

/**
 * Stories, clusters and findings that contradict themselves, in plain words, each with its record; empty when there
 * are none. References are taken to be whole (`brokenReferences`).
 */
export function comparisonFaults(dataset: Dataset): string[] {
  const stories = new Map(dataset.stories.map((story) => [story.id, new Set(story.articles)]))
  const findings = new FindingIds()
  const clusters = new ClusterCheck(dataset.annotations, stories, findings)
  return [
    ...storyFaults(dataset),
    ...dataset.clusters.flatMap((cluster, index) =>
      clusters.faults(cluster, `clusters[${String(index)}] (${cluster.id})`),
    ),
    ...dataset.findings.flatMap((finding, index) => {
      const name = finding.id === undefined ? '' : ` (${finding.id})`
      return passageFaults(dataset, finding, `findings[${String(index)}]${name}`, stories, findings)
    }),
  ]
}

function storyFaults({ stories }: Dataset): string[] {
  return stories.flatMap(({ id, articles }, index) => {
    const place = `stories[${String(index)}] (${id})`
    const twice = firstRepeated(articles)
    return [
      ...(articles.length === 0 ? [`${place} has no articles`] : []),
      ...(twice === undefined ? [] : [`${place} names the article ${twice} twice`]),
    ]
  })
}

/** Findings by id. Two stories that share articles may share a finding; what a person thinks of it is one thing. */
class FindingIds {
  readonly #seen = new Map<string, { places: Map<string, string>; verdict: string; first: string }>()

  faults(
    id: string,
    story: string,
    { status = 'open', note = '' }: DatasetFinding | DatasetClusterFinding,
    place: string,
  ): string[] {
    const verdict = JSON.stringify([status, note])
    const seen = this.#seen.get(id)
    if (!seen) {
      this.#seen.set(id, { places: new Map([[story, place]]), verdict, first: place })
      return []
    }
    const same = seen.places.get(story)
    if (same !== undefined) return [`${place} has the finding ${id}, which ${same} has already`]
    seen.places.set(story, place)
    return seen.verdict === verdict
      ? []
      : [`${place} has the finding ${id} with another status or note than ${seen.first}`]
  }
}

class ClusterCheck {
  readonly #annotations: ReadonlyMap<string, DatasetAnnotation>
  readonly #stories: ReadonlyMap<string, ReadonlySet<string>>
  readonly #findings: FindingIds
  /** The cluster that has each annotation, by story, kind and annotation. */
  readonly #held = new Map<string, string>()

  constructor(
    annotations: readonly DatasetAnnotation[],
    stories: ReadonlyMap<string, ReadonlySet<string>>,
    findings: FindingIds,
  ) {
    this.#annotations = new Map(annotations.map((annotation) => [annotation.id, annotation]))
    this.#stories = stories
    this.#findings = findings
  }

  faults(cluster: DatasetCluster, place: string): string[] {
    const { members, status, settled = [], apart = [] } = cluster
    const faults: string[] = []
    if (members.length === 0) faults.push(`${place} has no members`)
    else if (status === 'rejected' && members.length < 2) {
      faults.push(`${place} is rejected and has one member, which there is nothing to keep apart from`)
    }
    for (const [name, ids] of Object.entries({ members, settled, apart })) {
      const twice = firstRepeated(ids)
      if (twice !== undefined) faults.push(`${place} names ${twice} twice in ${name}`)
    }
    const inside = new Set(members)
    const stray = settled.find((id) => !inside.has(id))
    if (stray !== undefined) faults.push(`${place} has ${stray} settled, which is not among its members`)
    const both = apart.find((id) => inside.has(id))
    if (both !== undefined) faults.push(`${place} keeps its own member ${both} apart`)
    for (const id of new Set([...members, ...apart])) faults.push(...this.#memberFaults(id, cluster, place))
    if (status !== 'rejected') faults.push(...this.#sharedMembers(inside, cluster, place))
    for (const finding of cluster.findings) faults.push(...this.#findingFaults(finding, cluster, place))
    return faults
  }

  #memberFaults(id: string, { kind, story }: DatasetCluster, place: string): string[] {
    const annotation = this.#annotations.get(id)
    const articles = this.#stories.get(story)
    if (!annotation || !articles) return []
    const layer = COMPARED_LAYER[kind]
    return [
      ...(annotation.layer === layer ? [] : [`${place} is an ${kind} and names ${id}, which is no ${layer}`]),
      ...(articles.has(annotation.article)
        ? []
        : [`${place} names ${id}, whose article is not in the story ${story}`]),
    ]
  }

  #sharedMembers(members: ReadonlySet<string>, { id, kind, story }: DatasetCluster, place: string): string[] {
    return [...members].flatMap((member) => {
      const key = JSON.stringify([story, kind, member])
      const other = this.#held.get(key)
      if (other === undefined) this.#held.set(key, id)
      return other === undefined ? [] : [`${place} has the member ${member} of the cluster ${other}`]
    })
  }

  #findingFaults(finding: DatasetClusterFinding, cluster: DatasetCluster, place: string): string[] {
    const id = clusterFindingId(finding, cluster.id)
    const what = `${place}: the ${finding.kind} finding${finding.id === undefined ? '' : ` ${finding.id}`}`
    const faults = this.#findings.faults(id, cluster.story, finding, place)
    const twice = firstRepeated(finding.members)
    if (twice !== undefined) faults.push(`${what} names ${twice} twice`)
    const stray = finding.members.find((member) => !cluster.members.includes(member))
    if (stray !== undefined) faults.push(`${what} names ${stray}, which is not a member of the cluster`)
    const articles = this.#stories.get(cluster.story)
    const named = [...(finding.articles ?? []), ...(finding.evidence ?? []).map(({ article }) => article)]
    const outside = articles && named.find((article) => !articles.has(article))
    if (outside !== undefined) {
      faults.push(`${what} names the article ${outside}, which is not in the story ${cluster.story}`)
    }
    for (const { article, annotation } of finding.evidence ?? []) {
      const own = annotation === null ? undefined : this.#annotations.get(annotation)
      if (own && own.article !== article) {
        faults.push(`${what} shows ${own.id} in the article ${article}, which does not have it`)
      }
    }
    return faults
  }
}

function passageFaults(
  dataset: Dataset,
  finding: DatasetFinding,
  place: string,
  stories: ReadonlyMap<string, ReadonlySet<string>>,
  findings: FindingIds,
): string[] {
  const story = storyOf(dataset.stories, finding)
  const articles = stories.get(finding.story ?? '')
  const outside = articles && [finding.a.article, finding.b.article].find((id) => !articles.has(id))
  const fault = passageFault(finding)
  return [
    ...(fault === null ? [] : [`${place} ${fault}`]),
    ...(outside === undefined
      ? []
      : [`${place} names the article ${outside}, which is not in its story ${finding.story ?? ''}`]),
    ...findings.faults(findingId(finding), story ?? '', finding, place),
  ]
}

function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}
