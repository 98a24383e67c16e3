import { decideClusters, isCurrent, type ClusterVerdict } from '#core/compare/cluster-decisions'
import { newId } from '#core/model/ids'
import type { ArticleBody } from '#core/model/article'
import type {
  Cluster,
  Finding,
  FindingDecision,
  FindingStatus,
  PassageAlignment,
} from '#core/model/comparison'
import type { Change } from '#core/model/journal'
import { fail, ok, type Result } from '#core/model/result'
import { readBody } from '#data/bodies'
import { readClusterDecisions } from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import type { Similarity } from '#workers/compare-messages'
import { askCompareWorker } from './compare-client'
import { followComparison } from './comparison-follower'
import type { ComparisonView } from './comparison-view'
import { followCorpus, keyed, perform, withDatabase } from './open-corpus'
import { shareLive } from './share-live'

export type { Similarity } from '#workers/compare-messages'
export type { ComparedSource, ComparisonView, FindingView } from './comparison-view'
export { cancelComparing, compareNow, liveComparing, type Comparing } from './comparing'
export { liveRenderings, type Rendering } from './renderings'

/**
 * A story compared, followed; null while it never was, and when it is gone. As long as someone follows it, it is
 * compared again shortly after annotations, articles, speakers or decisions have changed; what was found before stays
 * meanwhile.
 */
export const liveComparison = keyed<ComparisonView | null>((story) =>
  shareLive(followCorpus((db) => followComparison(db, story), null)),
)

const STALE_CHOICE = fail('invalid-input', 'These members cannot be parted or joined so.', {
  kept: 'Nothing was changed.',
  advice: 'Look at the clusters as they are now, then choose again.',
})

const NO_STORY = fail('not-found', 'This story is no longer there.', { kept: 'Nothing was changed.' })

/** False for a story that was deleted or dismissed, also while it is still on a screen. */
async function isOpenStory(db: CorpusDatabase, id: string): Promise<boolean> {
  const story = await db.stories.get(id)
  return story !== undefined && !story.dismissed
}

function decide(story: string, label: string, verdict: ClusterVerdict): Promise<Result<null>> {
  return perform(['stories', 'clusterDecisions'], async (db) => {
    if (!(await isOpenStory(db, story))) return NO_STORY
    const decisions = await readClusterDecisions(db, story)
    const isOfStory = (cluster: Cluster) => cluster.story === story && isCurrent(decisions, cluster)
    if (!clustersOf(verdict).every(isOfStory)) return STALE_CHOICE
    const changes = decideClusters(decisions, verdict, newId)
    if (!changes) return STALE_CHOICE
    return ok({
      label,
      changes: changes.map(({ before, after }): Change => {
        return { table: 'clusterDecisions', id: before?.id ?? after?.id ?? '', before, after }
      }),
    })
  })
}

/** The clusters as they were shown to the person. */
function clustersOf(verdict: ClusterVerdict): readonly Cluster[] {
  switch (verdict.verdict) {
    case 'merge':
      return verdict.clusters
    case 'move':
      return verdict.to ? [verdict.from, verdict.to] : [verdict.from]
    default:
      return [verdict.cluster]
  }
}

/** Has a cluster stay as it is, whatever the program finds later; it may still add to it. */
export function confirmCluster(story: string, cluster: Cluster): Promise<Result<null>> {
  return decide(story, `Confirm ${cluster.kind}`, { verdict: 'confirm', cluster })
}

/** Takes a cluster apart: no two of its members are joined again by the program. */
export function rejectCluster(story: string, cluster: Cluster): Promise<Result<null>> {
  return decide(story, `Reject ${cluster.kind}`, { verdict: 'reject', cluster })
}

/** Parts a cluster in two: `members`, and the others. */
export function splitCluster(
  story: string,
  cluster: Cluster,
  members: readonly string[],
): Promise<Result<null>> {
  return decide(story, `Split ${cluster.kind}`, { verdict: 'split', cluster, members })
}

/** Joins clusters of one kind. */
export function mergeClusters(story: string, clusters: readonly Cluster[]): Promise<Result<null>> {
  const kind = clusters[0]?.kind ?? 'cluster'
  return decide(story, `Merge ${String(clusters.length)} ${kind}s`, { verdict: 'merge', clusters })
}

/** Moves a member to another cluster of the same kind; `to` null: to one of its own. */
export function moveMember(
  story: string,
  from: Cluster,
  member: string,
  to: Cluster | null,
): Promise<Result<null>> {
  const noun = from.kind === 'utterance' ? 'quotation' : 'claim'
  const label = to ? `Move ${noun} to another ${from.kind}` : `Take ${noun} out of ${from.kind}`
  return decide(story, label, { verdict: 'move', from, member, to })
}

const FINDING_LABELS: Readonly<Record<FindingStatus, string>> = {
  open: 'Reopen finding',
  confirmed: 'Confirm finding',
  dismissed: 'Dismiss finding',
}

/** Decides on a finding, with a note where one is given; without, the note stays. */
export function decideFinding(finding: Finding, status: FindingStatus, note?: string): Promise<Result<null>> {
  return perform(['stories', 'findingDecisions'], async (db) => {
    if (!(await isOpenStory(db, finding.story))) return NO_STORY
    const before = (await db.findingDecisions.get(finding.id)) ?? null
    const { id, story } = finding
    const made: FindingDecision = { id, story, status, note: note ?? before?.note ?? '' }
    const after = made.status === 'open' && made.note === '' ? null : made
    const label = status === (before?.status ?? 'open') ? 'Edit note of finding' : FINDING_LABELS[status]
    const change: Change = { table: 'findingDecisions', id, before, after: after && { ...before, ...after } }
    return ok({ label, changes: [change] })
  })
}

/** Two articles aligned sentence by sentence. The worker remembers the latest ones. */
export function readPassages(a: string, b: string): Promise<Result<PassageAlignment>> {
  return withDatabase((db) => askCompareWorker(db, 'passages', { a, b }).answer)
}

/** Text, blocks and furniture of an article of a story. */
export function readArticleText(id: string): Promise<Result<ArticleBody>> {
  return withDatabase(async (db) => {
    const body = await readBody(db, id)
    return body ? ok(body) : fail('not-found', 'This article is not in the corpus.')
  })
}

/** How alike any two articles of a story are. */
export function similarities(story: string): Promise<Result<readonly Similarity[]>> {
  return withDatabase((db) => askCompareWorker(db, 'similarities', { story }).answer)
}
