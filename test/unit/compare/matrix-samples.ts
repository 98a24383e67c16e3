import type { MatrixInput } from '#core/compare/matrix'
import type { Annotation, Claim } from '#core/model/annotation'
import type { Cluster, Finding, FindingKind, FindingStatus } from '#core/model/comparison'

/** What every annotation here has: these words of an article, at `start`. */
function bare(id: string, article: string, exact: string, start: number): Annotation {
  return {
    id,
    article,
    start,
    end: start + exact.length,
    exact,
    layer: 'highlight',
    status: 'suggested',
    tags: [],
    note: '',
    creator: 'crossread',
    created: null,
    modified: null,
  }
}

/** A quotation of article `article` (`a`, `b`, …) with these words at `start`. */
export function quotation(
  id: string,
  article: string,
  exact: string,
  more: { start?: number; speaker?: string; cue?: string } = {},
): Annotation {
  const start = more.start ?? 0
  const span = { start, end: start + exact.length, exact }
  const cue = more.cue === undefined ? null : { start: span.end, end: span.end + 4, exact: more.cue }
  return {
    ...bare(id, article, exact, start),
    layer: 'quotation',
    quotation: { type: 'direct', speaker: more.speaker ?? null, speakerSpan: null, cue, content: [span] },
  }
}

/** A claim with these particulars. */
export function claim(id: string, article: string, exact: string, particulars: Partial<Claim>): Annotation {
  const stated: Claim = { claimant: null, quantities: [], dates: [], ...particulars }
  return { ...bare(id, article, exact, 0), layer: 'claim', claim: stated }
}

/** A cluster of these members. */
export function cluster(
  id: string,
  members: readonly string[],
  kind: Cluster['kind'] = 'utterance',
  status: Cluster['status'] = 'suggested',
): Cluster {
  return { id, kind, story: 'story', members, settled: [], status, score: 1, links: [] }
}

/** A finding about a cluster. */
export function judged(
  kind: FindingKind,
  about: string,
  members: readonly Annotation[],
  status: FindingStatus = 'open',
  explanation = 'They differ.',
): { finding: Finding; status: FindingStatus; note: string } {
  return {
    finding: {
      id: `${kind} ${about} ${members.map(({ id }) => id).join()}`,
      kind,
      story: 'story',
      cluster: about,
      members: members.map(({ id }) => id),
      articles: members.map(({ article }) => article),
      evidence: members.map(({ article, id, start, end, exact }) => {
        return { article, annotation: id, start, end, exact }
      }),
      explanation,
      signs: [],
      score: 1,
    },
    status,
    note: '',
  }
}

/** A compared story of the articles named, with these annotations. */
export function input(
  names: Readonly<Record<string, string>>,
  annotations: readonly Annotation[],
  clusters: readonly Cluster[],
  more: Partial<MatrixInput> = {},
): MatrixInput {
  return {
    story: { name: 'Talks' },
    sources: Object.entries(names).map(([id, sourceName]) => ({
      article: { id, title: `Title of ${id}`, publishedAt: '2025-03-04', language: 'en' },
      sourceName,
    })),
    annotations: new Map(annotations.map((one) => [one.id, one])),
    speakers: new Map([['s1', 'Ode Marrin']]),
    clusters,
    findings: [],
    ...more,
  }
}
