import { describe, expect, it } from 'vitest'
import { fromDataset, parseDataset } from '#core/exchange/dataset-reader'
import { DatasetWriteError } from '#core/exchange/dataset-errors'
import type { SourceArticle } from '#core/exchange/dataset-writer'
import type { Annotation } from '#core/model/annotation'
import type { Cluster, ClusterDecision, Finding, FindingDecision } from '#core/model/comparison'
import type { Dataset } from '#core/model/dataset'
import { sourceComparison, type AnyComparison } from './comparison-arbitrary'
import { articleOf, highlightOf, sourceWith, written } from './dataset-samples'

/** “👩‍🔬” is three code points and five UTF-16 units: what stands behind it shows which of them is counted. */
const FIRST = articleOf('a.txt', '👩‍🔬 “We will go,” she said. “Or stay.”')
const SECOND = articleOf('b.txt', '👩‍🔬 “We may go,” he said.')

function quotationOf(item: SourceArticle, words: string, more: Partial<Annotation> = {}): Annotation {
  const base = highlightOf(item, words, { id: words, layer: 'quotation', ...more })
  const { start, end, exact } = base
  const content = [{ start, end, exact }]
  return { ...base, quotation: { type: 'direct', speaker: null, speakerSpan: null, cue: null, content } }
}

const WILL = quotationOf(FIRST, '“We will go,”')
const STAY = quotationOf(FIRST, '“Or stay.”')
const MAY = quotationOf(SECOND, '“We may go,”', { status: 'suggested', creator: 'crossread' })

const CLUSTER: Cluster = {
  id: 'clu-1',
  kind: 'utterance',
  story: 'story',
  members: [WILL.id, MAY.id],
  settled: [],
  status: 'suggested',
  score: 0.75,
  links: [{ a: WILL.id, b: MAY.id, score: 0.75, reasons: [] }],
}

const FINDING: Finding = {
  id: 'fnd-1',
  kind: 'wording',
  story: 'story',
  cluster: CLUSTER.id,
  members: CLUSTER.members,
  articles: [FIRST.article.id, SECOND.article.id],
  evidence: [WILL, MAY].map(({ id, article, start, end, exact }) => {
    return { article, annotation: id, start, end, exact }
  }),
  explanation: 'One says “will”, the other “may”.',
  signs: ['modality'],
  score: 0.5,
}

const REUSE: Finding = {
  ...FINDING,
  id: 'fnd-2',
  kind: 'reuse',
  cluster: null,
  members: [],
  evidence: [FIRST, SECOND].map(({ article, body }) => {
    return { article: article.id, annotation: null, start: 6, end: 9, exact: body.text.slice(6, 9) }
  }),
}

function together(members: readonly string[], apart: readonly string[] = []): ClusterDecision {
  return { id: CLUSTER.id, story: 'story', kind: 'utterance', verdict: 'together', members, apart }
}

const NOT_STAY: ClusterDecision = { ...together([WILL.id, STAY.id]), id: 'no', verdict: 'separate' }

async function fileOf(found: Partial<AnyComparison>, suggestions = true): Promise<string> {
  const items = [
    { ...FIRST, annotations: [WILL, STAY] },
    { ...SECOND, annotations: [MAY] },
  ]
  const ids = items.map(({ article }) => article.id)
  const whole = { clusters: [CLUSTER], findings: [], decisions: [], verdicts: [], ...found }
  const source = sourceWith(items, {
    annotators: [{ id: 'ann-1', name: 'Ann' }],
    stories: [{ id: 'story', name: 'Going', articles: ids }],
    comparison: () => Promise.resolve(sourceComparison('story', whole, items, [WILL, STAY, MAY])),
  })
  return written(source, { suggestions })
}

function read(file: string): Dataset {
  const parsed = parseDataset(file)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

function contentOf(dataset: Dataset) {
  const content = fromDataset(dataset)
  if (!content.ok) throw new Error(content.error.message)
  return content.value
}

describe('a comparison in a dataset', () => {
  it('has clusters with their findings, whose evidence counts code points', async () => {
    const [cluster] = read(await fileOf({ findings: [FINDING] })).clusters
    expect(cluster).toMatchObject({
      id: 'clu-1',
      kind: 'utterance',
      story: 'story',
      members: [WILL.id, MAY.id],
      status: 'suggested',
    })
    expect(cluster?.findings).toEqual([
      {
        kind: 'wording',
        members: [WILL.id, MAY.id],
        detail: 'One says “will”, the other “may”.',
        id: 'fnd-1',
        signs: ['modality'],
        score: 0.5,
        articles: [FIRST.article.id, SECOND.article.id],
        evidence: [
          { article: FIRST.article.id, annotation: WILL.id, start: 4, end: 17, exact: '“We will go,”' },
          { article: SECOND.article.id, annotation: MAY.id, start: 4, end: 16, exact: '“We may go,”' },
        ],
      },
    ])
  })

  it('has passages that two articles share, in code points', async () => {
    const [finding] = read(await fileOf({ findings: [REUSE] })).findings
    expect(finding).toMatchObject({
      kind: 'reuse',
      a: { article: FIRST.article.id, start: 4, end: 7 },
      b: { article: SECOND.article.id, start: 4, end: 7 },
      similarity: 0.5,
      story: 'story',
    })
  })

  it('gives back what a person decided about clusters', async () => {
    const decisions = [together([WILL.id], [STAY.id]), NOT_STAY]
    const dataset = read(await fileOf({ decisions }))
    expect(dataset.clusters.map(({ id, status }) => [id, status])).toEqual([
      ['clu-1', 'accepted'],
      ['no', 'rejected'],
    ])
    expect(contentOf(dataset).clusterDecisions).toEqual(decisions)
  })

  it('gives back decisions on what was never compared', async () => {
    const decisions = [together([WILL.id, MAY.id])]
    const content = contentOf(read(await fileOf({ clusters: [], decisions })))
    expect(content.clusterDecisions).toEqual(decisions)
    expect(content.comparisons[0]?.clusters).toMatchObject([{ id: 'clu-1', settled: [WILL.id, MAY.id] }])
  })

  it('gives back what a person thinks of findings', async () => {
    const verdicts: FindingDecision[] = [
      { id: 'fnd-1', story: 'story', status: 'dismissed', note: '' },
      { id: 'fnd-2', story: 'story', status: 'open', note: 'Ask them.' },
    ]
    const content = contentOf(read(await fileOf({ findings: [FINDING, REUSE], verdicts })))
    expect(content.findingDecisions).toEqual(verdicts)
    expect(content.comparisons).toEqual([
      { story: 'story', clusters: [{ ...CLUSTER, links: [] }], findings: [FINDING, REUSE] },
    ])
  })

  it('leaves out what only the program thinks, without suggestions', async () => {
    const findings = [FINDING, REUSE]
    const none = read(await fileOf({ findings }, false))
    expect([none.clusters, none.findings]).toEqual([[], []])
    const verdicts: FindingDecision[] = [{ id: 'fnd-2', story: 'story', status: 'confirmed', note: '' }]
    const decided = read(
      await fileOf({ findings, verdicts, decisions: [together([WILL.id, MAY.id])] }, false),
    )
    // The other member is a suggestion, and what differs from it cannot be shown without it.
    expect(decided.clusters).toMatchObject([{ members: [WILL.id], status: 'accepted', findings: [] }])
    expect(decided.findings).toMatchObject([{ id: 'fnd-2', status: 'confirmed' }])
  })

  it('is written without what a dataset may not say, so that it can be read back', async () => {
    const held = together([WILL.id, WILL.id, MAY.id], [STAY.id, STAY.id, 'elsewhere'])
    const alone: ClusterDecision = { ...NOT_STAY, members: [WILL.id, 'elsewhere'] }
    const [passage] = REUSE.evidence
    const findings = [
      FINDING,
      FINDING,
      { ...FINDING, id: 'stray', members: [WILL.id, STAY.id] },
      REUSE,
      REUSE,
      { ...REUSE, id: 'same', evidence: [passage, passage].filter((one) => one !== undefined) },
    ]
    const dataset = read(await fileOf({ findings, decisions: [held, alone] }))
    expect(dataset.clusters).toMatchObject([{ members: [WILL.id, MAY.id], apart: [STAY.id] }])
    expect(dataset.clusters[0]?.findings.map(({ id }) => id)).toEqual(['fnd-1'])
    expect(dataset.findings.map(({ id }) => id)).toEqual(['fnd-2'])
  })

  it('is not written with evidence that does not carry its text', async () => {
    const wrong = { ...FINDING, evidence: [{ ...WILL, annotation: WILL.id, exact: 'We shall go' }] }
    await expect(fileOf({ findings: [wrong] })).rejects.toThrow(DatasetWriteError)
    await expect(fileOf({ findings: [wrong] })).rejects.toThrow('The evidence of finding fnd-1 in "a.txt"')
  })
})

describe('a dataset of another program', () => {
  const foreign = async (change: (dataset: Dataset) => void) => {
    const dataset = read(await fileOf({ findings: [FINDING, REUSE] }))
    change(dataset)
    return JSON.stringify(dataset)
  }

  it('may leave out every optional field', async () => {
    const file = await foreign((dataset) => {
      dataset.clusters = [
        {
          id: 'c',
          kind: 'utterance',
          story: 'story',
          members: [WILL.id, MAY.id],
          status: 'accepted',
          findings: [{ kind: 'wording', members: [WILL.id], detail: 'Other words.' }],
        },
      ]
      dataset.findings = dataset.findings.map(({ kind, a, b, similarity }) => ({ kind, a, b, similarity }))
    })
    const { clusterDecisions, comparisons } = contentOf(read(file))
    expect(clusterDecisions).toMatchObject([{ id: 'c', members: [WILL.id, MAY.id], apart: [] }])
    const [wording, reuse] = comparisons[0]?.findings ?? []
    expect(wording).toMatchObject({
      kind: 'wording',
      cluster: 'c',
      explanation: 'Other words.',
      articles: [FIRST.article.id],
      evidence: [{ annotation: WILL.id, exact: '“We will go,”', start: WILL.start }],
    })
    expect(reuse).toMatchObject({ kind: 'reuse', story: 'story', evidence: REUSE.evidence })
  })

  it.each([
    [
      'clusters[0] names the missing annotation x',
      (dataset: Dataset) => {
        const [cluster] = dataset.clusters
        if (cluster) cluster.settled = ['x']
      },
    ],
    [
      'contradict themselves: clusters[0] (clu-1) has no members',
      (dataset: Dataset) => {
        const [cluster] = dataset.clusters
        if (cluster) dataset.clusters = [{ ...cluster, members: [], findings: [] }]
      },
    ],
    [
      'findings[0] names the missing story x',
      (dataset: Dataset) => {
        const [finding] = dataset.findings
        if (finding) finding.story = 'x'
      },
    ],
    [
      'clusters[0] in "a.txt": evidence 5 to 17 should read',
      (dataset: Dataset) => {
        const evidence = dataset.clusters[0]?.findings[0]?.evidence?.[0]
        if (evidence) evidence.start += 1
      },
    ],
  ])('is refused: %s', async (message, change) => {
    const parsed = parseDataset(await foreign(change))
    expect(parsed.ok ? '' : parsed.error.message).toContain(message)
  })
})
