import { describe, expect, it } from 'vitest'
import type { ClusterDecision } from '#core/model/comparison'
import { highlightOf } from '../data/samples'
import { removeArticles } from '#services/articles'
import { liveHistory, undo } from '#services/history'
import { openedCorpus } from '#services/open-corpus'
import { liveReuse, startFindingReuse } from '#services/reuse'
import {
  acceptProposal,
  addToStory,
  createStory,
  deleteStory,
  dismissProposal,
  liveProposals,
  liveStories,
  liveStoriesOf,
  liveStory,
  mergeStories,
  removeFromStory,
  renameStory,
  splitStory,
  startProposing,
} from '#services/stories'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const TEXTS = ['One.', 'Two.', 'Three.', 'Four.', 'Five.']

function withArticles(work: (ids: readonly string[]) => Promise<void>, texts = TEXTS): Promise<void> {
  return withOpenCorpus(texts, async (articles) => work(articles.map(({ id }) => id)))
}

const database = () => {
  const db = openedCorpus()?.database
  if (!db) throw new Error('A corpus is open')
  return db
}

const names = async () => (await now(liveStories())).map(({ story }) => story.name)
const articlesOf = async (id: string) => (await now(liveStory(id)))?.story.articles

describe('a story', () => {
  it('is made of two articles or more, and undone', () =>
    withArticles(async ([a = '', b = '']) => {
      expect(await createStory('Alone', [a, a])).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
      expect(await createStory('  ', [a, b])).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
      expect(await createStory('Ghost', [a, 'gone'])).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      })
      const id = valueOf(await createStory(' The pier ', [b, a, b]))
      expect(await now(liveStory(id))).toMatchObject({
        story: { name: 'The pier', articles: [b, a] },
        articles: 2,
        compared: 'never',
        openFindings: 0,
      })
      expect(await now(liveHistory())).toMatchObject({ undo: 'Make story The pier' })
      valueOf(await undo())
      expect(await now(liveStory(id))).toBeNull()
    }))

  it('says its outlets, dates and size without what was removed', () =>
    withArticles(async ([a = '', b = '', c = '']) => {
      await database().sources.bulkPut([
        { id: 'src_h', name: 'The Herald' },
        { id: 'src_c', name: 'The Courier' },
      ])
      await database().articles.update(a, { source: 'src_h', publishedAt: '2024-03-05' })
      await database().articles.update(b, { source: 'src_c', publishedAt: '2024-03-04T09:00:00+01:00' })
      const older = valueOf(await createStory('Older', [b, c]))
      const newer = valueOf(await createStory('Newer', [a, b, c]))
      expect(await now(liveStories())).toMatchObject([
        { story: { id: newer }, sources: ['The Courier', 'The Herald'], to: '2024-03-05', articles: 3 },
        { story: { id: older }, sources: ['The Courier'], from: '2024-03-04T09:00:00+01:00' },
      ])
      valueOf(await removeArticles([a]))
      expect(await now(liveStory(newer))).toMatchObject({ sources: ['The Courier'], articles: 2 })
    }))

  it('is renamed, and gains and loses articles, of which two stay', () =>
    withArticles(async ([a = '', b = '', c = '']) => {
      const id = valueOf(await createStory('Pier', [a, b]))
      valueOf(await renameStory(id, 'The pier'))
      expect(await names()).toEqual(['The pier'])
      valueOf(await addToStory(id, [b, c]))
      expect(await articlesOf(id)).toEqual([a, b, c])
      expect(await now(liveStoriesOf(c))).toMatchObject([{ id }])
      expect(await removeFromStory(id, [a, b])).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
      valueOf(await removeFromStory(id, [a]))
      expect(await articlesOf(id)).toEqual([b, c])
      expect(await now(liveHistory())).toMatchObject({ undo: 'Take 1 article out of The pier' })
      expect(await renameStory('gone', 'x')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    }))

  /** A decision on annotations, one in each of the articles named. */
  async function decide(story: string, id: string, articles: readonly string[]): Promise<ClusterDecision> {
    const members = articles.map((article) => `${id} ${article}`)
    await database().annotations.bulkPut(
      members.map((member, index) => ({ ...highlightOf(member, articles[index] ?? ''), layer: 'quotation' })),
    )
    const row: ClusterDecision = { id, story, kind: 'utterance', verdict: 'together', members, apart: [] }
    await database().clusterDecisions.put(row)
    return row
  }

  it('is deleted with what was decided in it, and all of it comes back', () =>
    withArticles(async ([a = '', b = '']) => {
      const id = valueOf(await createStory('Pier', [a, b]))
      const decision = await decide(id, 'd', [a, b])
      await database().findingDecisions.put({ id: 'f', story: id, status: 'confirmed', note: '' })
      valueOf(await deleteStory(id))
      expect([await names(), await database().clusterDecisions.count()]).toEqual([[], 0])
      expect(await database().findingDecisions.count()).toBe(0)
      valueOf(await undo())
      expect(await names()).toEqual(['Pier'])
      expect(await database().clusterDecisions.toArray()).toEqual([decision])
      expect(await database().findingDecisions.count()).toBe(1)
    }))

  it('is deleted without what was decided on a finding that another story shows', () =>
    withArticles(async ([a = '', b = '']) => {
      const [first, second] = [
        valueOf(await createStory('Pier', [a, b])),
        valueOf(await createStory('Quay', [a, b])),
      ]
      const row = { id: 'f', story: first, status: 'confirmed' as const, note: 'Seen.' }
      await database().findingDecisions.put(row)
      await database().comparisonHeads.bulkPut(
        [first, second].map((story) => ({ story, version: 1, basis: '', parts: 0, findings: ['f'] })),
      )
      valueOf(await deleteStory(first))
      expect(await database().findingDecisions.toArray()).toEqual([{ ...row, story: second }])
      valueOf(await undo())
      expect(await database().findingDecisions.toArray()).toEqual([row])
      valueOf(await deleteStory(second))
      expect(await database().findingDecisions.toArray()).toEqual([row])
      valueOf(await deleteStory(first))
      expect(await database().findingDecisions.count()).toBe(0)
    }))

  it('is split, each decision going with its articles', () =>
    withArticles(async ([a = '', b = '', c = '', d = '']) => {
      const id = valueOf(await createStory('Both', [a, b, c, d]))
      await decide(id, 'stays', [a, b])
      await decide(id, 'goes', [c, d])
      const parted = await decide(id, 'parted', [b, c])
      expect(await splitStory(id, [a, b, c], 'Too much')).toMatchObject({ ok: false })
      const made = valueOf(await splitStory(id, [d, c], 'Half'))
      expect([await articlesOf(id), await articlesOf(made)]).toEqual([
        [a, b],
        [c, d],
      ])
      const rows = await database().clusterDecisions.toArray()
      expect(rows.find((row) => row.id === 'stays')?.story).toBe(id)
      expect(rows.find((row) => row.id === 'goes')?.story).toBe(made)
      expect(rows.find((row) => row.id === 'parted')).toMatchObject({ story: id, members: [`parted ${b}`] })
      expect(rows.filter(({ story }) => story === made).map(({ members }) => members)).toContainEqual([
        `parted ${c}`,
      ])
      valueOf(await undo())
      expect(await articlesOf(id)).toEqual([a, b, c, d])
      expect(await database().clusterDecisions.get('parted')).toEqual(parted)
      expect(await database().clusterDecisions.count()).toBe(3)
    }))

  it('takes others in, with what was decided in them', () =>
    withArticles(async ([a = '', b = '', c = '', d = '']) => {
      const into = valueOf(await createStory('Into', [a, b]))
      const other = valueOf(await createStory('Other', [b, c, d]))
      await decide(other, 'd', [c, d])
      valueOf(await mergeStories([into, other], into))
      expect(await articlesOf(into)).toEqual([a, b, c, d])
      expect(await names()).toEqual(['Into'])
      expect((await database().clusterDecisions.get('d'))?.story).toBe(into)
      valueOf(await undo())
      expect((await names()).sort()).toEqual(['Into', 'Other'])
    }))
})

const report = (place: string, thing: string) =>
  `${place} shut its ${thing} on Tuesday after 41 boats struck the ${thing}.

“The ${thing} at ${place} is gone,” said Ann Ode of the ${place} harbour board, which met on Monday evening.`

describe('the whole corpus', () => {
  const texts = [
    report('Lonmouth', 'pier'),
    `Harbour news. ${report('Lonmouth', 'pier')} More on this tomorrow.`,
    'Bakers in the valley raised the price of bread by a tenth, the guild said in a letter to its members.',
    'A train to the north was late because of leaves, and the minister of transport was on it with a cold.',
  ]

  it('is looked through for stories, which become stories, are dismissed, and never come twice', () =>
    withArticles(async (ids) => {
      for (const [index, id] of ids.entries()) {
        await database().articles.update(id, { publishedAt: `2024-03-0${String(index + 1)}` })
      }
      expect(await now(liveProposals())).toMatchObject({ state: 'idle', proposals: [] })
      valueOf(await startProposing())
      const { proposals } = await until(liveProposals(), ({ state }) => state === 'done')
      expect(proposals.map(({ articles }) => articles)).toEqual([[ids[0], ids[1]]])
      const [proposal] = proposals
      if (!proposal) throw new Error('It was proposed')

      valueOf(await dismissProposal(proposal))
      await until(liveProposals(), (found) => found.proposals.length === 0)
      expect(await names()).toEqual([])
      valueOf(await undo())
      await until(liveProposals(), (found) => found.proposals.length === 1)

      const id = valueOf(await acceptProposal(proposal, 'The pier', proposal.articles))
      expect(id).toBe(proposal.id)
      await until(liveProposals(), (found) => found.proposals.length === 0)
      expect(await names()).toEqual(['The pier'])
      expect(await acceptProposal(proposal, 'Again', proposal.articles)).toMatchObject({
        ok: false,
        error: { kind: 'conflict' },
      })
    }, texts))

  it('is looked through for shared text, which is stale when articles go', () =>
    withArticles(async (ids) => {
      expect(await now(liveReuse())).toMatchObject({ state: 'never', pairs: [] })
      valueOf(await startFindingReuse())
      const { pairs } = await until(liveReuse(), ({ state }) => state === 'done')
      expect(pairs).toMatchObject([{ earlier: ids[0], later: ids[1], earlierInLater: 1, dated: false }])
      valueOf(await removeArticles([ids[3] ?? '']))
      await until(liveReuse(), ({ state }) => state === 'stale')
    }, texts))
})
