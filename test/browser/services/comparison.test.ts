import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import type { Cluster } from '#core/model/comparison'
import type { Result } from '#core/model/result'
import { readComparison } from '#data/comparisons'
import type { StoredArticle } from '#data/stored'
import { createAnnotation, deleteAnnotations } from '#services/annotations'
import { removeArticles, setSource } from '#services/articles'
import {
  cancelComparing,
  compareNow,
  confirmCluster,
  decideFinding,
  liveComparing,
  liveComparison,
  liveRenderings,
  mergeClusters,
  moveMember,
  readArticleText,
  readPassages,
  rejectCluster,
  similarities,
  splitCluster,
  type ComparisonView,
} from '#services/comparison'
import { liveHistory, redo, undo } from '#services/history'
import { openedCorpus } from '#services/open-corpus'
import { createStory, deleteStory, liveStory, removeFromStory } from '#services/stories'
import { startSuggesting, suggestingEnded } from '#services/suggestions'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const HERALD = `The harbour bridge closed on Tuesday.

“We will mend the old bridge before the winter comes,” said Ann Ode, the mayor of Lonmouth.

“The cranes are already on their way,” Ode said.`

const COURIER = `The old bridge is shut.

“We may repair the old bridge before winter comes,” said Ann Ode, the mayor.

Ben Carr, who owns a boat, said: “Nobody asked the fishermen about it.”`

const PLAIN = `Tides came, tides went. Gulls slept.`

type Work = (story: string, articles: readonly StoredArticle[]) => Promise<void>

/** A story of all the texts, with suggestions; its columns are in the order of the texts. */
function withStory(work: Work, texts: readonly string[] = [COURIER, HERALD]): Promise<void> {
  return withOpenCorpus(texts, async (articles) => {
    const db = openedCorpus()?.database
    const dated = articles.map((article, index) => ({
      ...article,
      publishedAt: `2024-03-0${String(index + 1)}`,
    }))
    await db?.articles.bulkPut(dated)
    valueOf(await startSuggesting({ kind: 'corpus' }))
    await suggestingEnded()
    const ids = articles.map(({ id }) => id)
    await work(valueOf(await createStory('The bridge', ids)), articles)
  })
}

/** The view that is made of everything there is and as wanted; the story is followed until then. */
async function compared(
  story: string,
  wanted: (view: ComparisonView) => boolean = () => true,
): Promise<ComparisonView> {
  const view = await until(liveComparison(story), (at) => at?.state === 'current' && wanted(at))
  if (!view) throw new Error('There is no comparison')
  return view
}

/** The comparison as it is stored. */
async function stored(story: string) {
  const db = openedCorpus()?.database
  return db ? readComparison(db, story) : null
}

/** What a person sees at once after doing something, and what is left of it when all is compared again. */
async function after(
  story: string,
  act: () => Promise<Result<unknown>>,
): Promise<{ readonly atOnce: ComparisonView; readonly later: ComparisonView }> {
  const seen: ComparisonView[] = []
  const stop = liveComparison(story).subscribe((view) => {
    if (view) seen.push(view)
  })
  await compared(story)
  const before = seen.length
  valueOf(await act())
  await until(liveComparison(story), (view) => view?.state === 'stale')
  const later = await compared(story)
  stop()
  const atOnce = seen.slice(before).find(({ state }) => state === 'stale')
  if (!atOnce) throw new Error('Nothing was shown at once')
  return { atOnce, later }
}

function groups(view: ComparisonView): string[][] {
  const utterances = view.clusters.filter(({ kind }) => kind === 'utterance')
  return utterances.map(({ members }) => members.map((id) => shortOf(view.annotations.get(id))))
}

/** A word that tells the quotations of these texts apart. */
function shortOf(annotation: Annotation | undefined): string {
  return /mend|repair|cranes|fishermen/.exec(annotation?.exact ?? '')?.[0] ?? 'missing'
}

/** The utterance that has the quotation with this word. */
function utterance(view: ComparisonView, word: string): Cluster {
  const found = view.clusters.find(
    ({ kind, members }) =>
      kind === 'utterance' && members.some((id) => shortOf(view.annotations.get(id)) === word),
  )
  if (!found) throw new Error(`No utterance with “${word}”`)
  return found
}

const member = (view: ComparisonView, word: string) =>
  utterance(view, word).members.find((id) => shortOf(view.annotations.get(id)) === word) ?? ''

const FOUND = [['repair', 'mend'], ['fishermen'], ['cranes']]

describe('a comparison', () => {
  it('is made when a story is looked at, by column, and says who has no quotation yet', () =>
    withStory(
      async (story, articles) => {
        const view = await compared(story)
        expect(groups(view).sort()).toEqual([...FOUND].sort())
        expect(
          view.sources.map(({ article, sourceName, column }) => [article.id, sourceName, column]),
        ).toEqual(articles.map(({ id, title }, column) => [id, title, column]))
        expect(view.unread).toEqual([articles[2]?.id])
        expect(await now(liveComparing())).toMatchObject({ story, state: 'done' })
        expect(await until(liveStory(story), (one) => one?.compared === 'current')).toMatchObject({
          articles: 3,
          openFindings: view.findings.length,
        })
      },
      [COURIER, HERALD, PLAIN],
    ))

  it('is not made again while nothing has changed, unless it is asked for', () =>
    withStory(async (story) => {
      await compared(story)
      const before = await stored(story)
      const states = new Set<string>()
      const stop = liveComparing().subscribe((run) => run && states.add(run.state))
      await compared(story)
      expect([...states]).toEqual(['done'])
      valueOf(await compareNow(story))
      stop()
      expect([...states].sort()).toEqual(['done', 'running'])
      expect(await stored(story)).toEqual(before)
    }))

  it('follows annotations that come and go', () =>
    withStory(async (story, articles) => {
      await compared(story)
      const [courier] = articles
      const start = COURIER.indexOf('The old bridge')
      const made = valueOf(
        await createAnnotation({
          article: courier?.id ?? '',
          layer: 'quotation',
          ranges: [{ start, end: start + 'The old bridge is shut.'.length }],
        }),
      )
      await compared(story, ({ clusters }) => clusters.some(({ members }) => members.includes(made.id)))
      // A view never names what is gone, not even before it is compared again.
      const seen: ComparisonView[] = []
      const stop = liveComparison(story).subscribe((view) => {
        if (view) seen.push(view)
      })
      valueOf(await deleteAnnotations([made.id]))
      await compared(story, ({ annotations }) => !annotations.has(made.id))
      stop()
      for (const { clusters, annotations } of seen) {
        for (const { members } of clusters) expect(members.filter((id) => !annotations.has(id))).toEqual([])
      }
    }))

  it('follows articles that leave the story or the corpus, and outlets that get a name', () =>
    withStory(
      async (story, articles) => {
        await compared(story)
        const [courier, herald, plain] = articles.map(({ id }) => id)
        valueOf(await removeFromStory(story, [plain ?? '']))
        await compared(story, ({ sources }) => sources.length === 2)
        valueOf(await setSource([courier ?? ''], 'The Courier'))
        await compared(story, ({ sources }) => sources[0]?.sourceName === 'The Courier')
        valueOf(await removeArticles([herald ?? '']))
        const view = await compared(story, ({ sources }) => sources.length === 1)
        expect(groups(view).flat().sort()).toEqual(['fishermen', 'repair'])
        valueOf(await undo())
        await compared(story, ({ sources }) => sources.length === 2)
      },
      [COURIER, HERALD, PLAIN],
    ))

  it('can be cancelled, which is said, and is made when it is asked for again', () =>
    withStory(async (story) => {
      const running = compareNow(story)
      await cancelComparing()
      const ended = await running
      // A short one may be over before it hears of it.
      if (!ended.ok) {
        expect(ended.error.kind).toBe('cancelled')
        expect(await now(liveComparing())).toMatchObject({ story, state: 'cancelled' })
      }
      valueOf(await compareNow(story))
      expect(await stored(story)).toMatchObject({ story })
    }))
})

describe('a decision', () => {
  it('to confirm is seen at once, kept by the next comparison, and undone', () =>
    withStory(async (story) => {
      const cluster = utterance(await compared(story), 'mend')
      const { atOnce, later } = await after(story, () => confirmCluster(story, cluster))
      for (const view of [atOnce, later]) {
        expect(utterance(view, 'mend')).toMatchObject({ id: cluster.id, status: 'accepted' })
      }
      expect(await now(liveHistory())).toMatchObject({ undo: 'Confirm utterance' })
      valueOf(await undo())
      await compared(story, (view) => utterance(view, 'mend').status === 'suggested')
      valueOf(await redo())
      await compared(story, (view) => utterance(view, 'mend').status === 'accepted')
    }))

  it('to reject takes the cluster apart for good', () =>
    withStory(async (story) => {
      const cluster = utterance(await compared(story), 'mend')
      const { atOnce, later } = await after(story, () => rejectCluster(story, cluster))
      for (const view of [atOnce, later]) expect(groups(view)).toHaveLength(4)
      // Once more from nothing, as after a restart.
      await openedCorpus()?.database.comparisonHeads.clear()
      valueOf(await compareNow(story))
      expect(groups(await compared(story))).toHaveLength(4)
    }))

  it('to split, merge and move holds as well', () =>
    withStory(async (story) => {
      const first = await compared(story)
      const split = await after(story, () =>
        splitCluster(story, utterance(first, 'mend'), [member(first, 'mend')]),
      )
      for (const view of [split.atOnce, split.later]) {
        expect(utterance(view, 'repair').members).toHaveLength(1)
        expect(utterance(view, 'mend').members).toHaveLength(1)
      }
      const merge = await after(story, () =>
        mergeClusters(story, [utterance(split.later, 'mend'), utterance(split.later, 'fishermen')]),
      )
      for (const view of [merge.atOnce, merge.later]) {
        expect(utterance(view, 'mend')).toEqual(utterance(view, 'fishermen'))
      }
      const move = await after(story, () =>
        moveMember(
          story,
          utterance(merge.later, 'fishermen'),
          member(merge.later, 'fishermen'),
          utterance(merge.later, 'cranes'),
        ),
      )
      for (const view of [move.atOnce, move.later]) {
        expect(utterance(view, 'cranes')).toEqual(utterance(view, 'fishermen'))
        expect(utterance(view, 'mend').members).toHaveLength(1)
      }
      expect(await now(liveHistory())).toMatchObject({ undo: 'Move quotation to another utterance' })
    }))

  it('that makes no sense is refused', () =>
    withStory(async (story) => {
      const view = await compared(story)
      const refused = await splitCluster(story, utterance(view, 'cranes'), ['nothing of it'])
      expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
    }))

  it('on clusters of no story, of another or of one that is gone changes nothing', () =>
    withStory(async (story) => {
      const view = await compared(story)
      const [cluster, other] = [utterance(view, 'mend'), utterance(view, 'cranes')]
      const [finding] = view.findings
      if (!finding) throw new Error('There is no finding')
      const refused = (kind: string) => ({ ok: false, error: { kind } })
      const count = async () => (await openedCorpus()?.database.clusterDecisions.count()) ?? 0
      expect(await mergeClusters(story, [other, other])).toMatchObject(refused('invalid-input'))
      expect(await mergeClusters(story, [cluster, { ...other, story: 'x' }])).toMatchObject(
        refused('invalid-input'),
      )
      expect(await confirmCluster('x', { ...cluster, story: 'x' })).toMatchObject(refused('not-found'))
      valueOf(await deleteStory(story))
      expect(await confirmCluster(story, cluster)).toMatchObject(refused('not-found'))
      expect(await decideFinding(finding.finding, 'confirmed')).toMatchObject(refused('not-found'))
      expect([await count(), await openedCorpus()?.database.findingDecisions.count()]).toEqual([0, 0])
    }))

  it('on a finding is kept with its note, across comparisons', () =>
    withStory(async (story) => {
      const view = await compared(story, ({ findings }) => findings.length > 0)
      const finding = view.findings[0]?.finding
      if (!finding) throw new Error('“will” and “may” differ')
      valueOf(await decideFinding(finding, 'dismissed', 'Translated.'))
      valueOf(await decideFinding(finding, 'confirmed'))
      valueOf(await compareNow(story))
      const found = await compared(story, ({ findings }) => findings[0]?.status === 'confirmed')
      expect(found.findings[0]).toMatchObject({ finding: { id: finding.id }, note: 'Translated.' })
      expect(
        await until(liveStory(story), (one) => one?.openFindings === view.findings.length - 1),
      ).toBeTruthy()
      valueOf(await undo())
      await compared(story, ({ findings }) => findings[0]?.status === 'dismissed')
    }))
})

describe('what goes with it', () => {
  it('the same words elsewhere, by quotation of an article', () =>
    withStory(async (story, articles) => {
      const view = await compared(story)
      const [courier, herald] = articles
      const renderings = await until(liveRenderings(herald?.id ?? ''), (found) => found.size > 0)
      expect(renderings.get(member(view, 'mend'))).toMatchObject([
        {
          story,
          cluster: utterance(view, 'mend').id,
          annotation: { id: member(view, 'repair') },
          article: courier?.id,
          sourceName: courier?.title,
          speakerName: 'Ann Ode',
        },
      ])
      expect(renderings.has(member(view, 'cranes'))).toBe(false)
    }))

  it('passages, likeness and texts of the articles', () =>
    withStory(async (story, articles) => {
      const [courier = '', herald = ''] = articles.map(({ id }) => id)
      const passages = valueOf(await readPassages(courier, herald))
      const pair = passages.pairs.find(({ a }) => a.exact.includes('repair'))
      expect(pair?.b.exact).toContain('mend')
      const [alike] = valueOf(await similarities(story))
      expect(alike).toMatchObject({ a: courier, b: herald, aInB: passages.coverA, bInA: passages.coverB })
      expect(valueOf(await readArticleText(courier)).text).toBe(COURIER)
      expect(await readPassages(courier, 'nothing')).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      })
      expect(await readArticleText('nothing')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    }))
})
