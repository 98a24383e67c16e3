import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import type { StoredArticle } from '#data/stored'
import {
  createAnnotation,
  deleteAnnotations,
  liveAnnotations,
  moveBoundaries,
  setCue,
  setNote,
} from '#services/annotations'
import { removeArticles } from '#services/articles'
import { redo, undo } from '#services/history'
import { openedCorpus } from '#services/open-corpus'
import {
  acceptRest,
  acceptSuggestions,
  cancelSuggesting,
  liveReviewQueue,
  liveSuggesting,
  readContexts,
  rejectSuggestions,
  startSuggesting,
  suggestingEnded,
  type ReviewFilter,
} from '#services/suggestions'
import { changeSettings } from '#services/settings'
import { liveArticleRows } from './article-rows'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const PIER = `The pier reopened.

“The pier floats,” Ann Ode said. “It always did.”

Ben Carr said that the harbour had lost 40 boats in March 2024. “Nobody asked us,” Carr said.`
const BRIDGE = `The bridge closed.

“We will mend the bridge,” Ann Ode told reporters.`

type Work = (articles: readonly StoredArticle[]) => Promise<void>

async function suggest(...ids: readonly string[]): Promise<void> {
  valueOf(await startSuggesting(ids.length > 0 ? { kind: 'articles', ids } : { kind: 'corpus' }))
  expect(await suggestingEnded()).toMatchObject({ state: 'done' })
}

function withSuggestions(work: Work, texts: readonly string[] = [PIER, BRIDGE]): Promise<void> {
  return withOpenCorpus(texts, async (articles) => {
    await suggest()
    await work(articles)
  })
}

const database = () => {
  const db = openedCorpus()?.database
  if (!db) throw new Error('A corpus is open')
  return db
}

/** All annotations there are, rejected ones too. */
const rows = () => database().annotations.orderBy('id').toArray()

async function quotation(exact: string): Promise<Annotation> {
  const found = (await rows()).find((one) => one.quotation?.content[0]?.exact.includes(exact))
  if (!found) throw new Error(`No quotation “${exact}”`)
  return found
}

const ALL: ReviewFilter = {
  order: 'surest',
  layer: null,
  minScore: 0,
  maxScore: 1,
  speaker: null,
  source: null,
  articles: null,
  page: 0,
}

describe('a run', () => {
  it('suggests quotations and claims with reason and speaker, and no time', () =>
    withSuggestions(async (articles) => {
      const found = await quotation('The pier floats')
      expect(found).toMatchObject({
        article: articles[0]?.id,
        status: 'suggested',
        creator: 'crossread',
        created: null,
        modified: null,
        quotation: { type: 'direct', speakerSpan: { exact: 'Ann Ode' }, cue: { exact: 'said' } },
      })
      expect(found.reason?.score).toBeGreaterThan(0)
      const claims = (await rows()).filter(({ layer }) => layer === 'claim')
      expect(claims.some(({ claim }) => claim?.quantities.some(({ value }) => value === 40))).toBe(true)
      const speaker = await database().speakers.get(found.quotation?.speaker ?? '')
      expect(speaker?.name).toBe('Ann Ode')
      expect((await quotation('We will mend')).quotation?.speaker).toBe(speaker?.id)
    }))

  it('counts what is undecided, in the progress and in the library', () =>
    withSuggestions(async (articles) => {
      const all = await rows()
      expect(await now(liveSuggesting())).toMatchObject({
        state: 'done',
        done: 2,
        total: 2,
        found: all.length,
      })
      const library = await until(liveArticleRows(), (list) => list.every(({ suggested }) => suggested > 0))
      for (const { article, suggested } of library) {
        expect(suggested).toBe(all.filter((one) => one.article === article.id).length)
      }
      expect(library).toHaveLength(articles.length)
    }))

  it('makes the same rows when nothing was decided', () =>
    withSuggestions(async () => {
      const before = await rows()
      const speakers = await database().speakers.toArray()
      await suggest()
      expect(await rows()).toEqual(before)
      expect(await database().speakers.toArray()).toEqual(speakers)
    }))

  it('keeps to its scope, and leaves out removed articles', () =>
    withOpenCorpus([PIER, BRIDGE], async ([pier, bridge]) => {
      await suggest(pier?.id ?? '')
      expect(new Set((await rows()).map(({ article }) => article))).toEqual(new Set([pier?.id]))
      valueOf(await removeArticles([bridge?.id ?? '']))
      await suggest()
      expect(new Set((await rows()).map(({ article }) => article))).toEqual(new Set([pier?.id]))
    }))

  it('takes back suggestions that are made no more, and speakers nobody names', () =>
    withSuggestions(async (articles) => {
      const db = database()
      const stale = { ...(await quotation('The pier floats')), id: 'sug_stale', layer: 'quotation' }
      await db.annotations.put(stale)
      await db.speakers.put({ id: 'spk_stale', name: 'Nobody', aliases: [] })
      await suggest()
      expect(await db.annotations.get('sug_stale')).toBeUndefined()
      expect(await db.speakers.get('spk_stale')).toBeUndefined()
      expect(articles).toHaveLength(2)
    }))

  it('refuses a second one while it runs, keeps finished batches when it is cancelled', () =>
    withOpenCorpus(
      Array.from({ length: 400 }, (_, index) => `${PIER}\n\nArticle ${String(index)}.`),
      async () => {
        valueOf(await startSuggesting({ kind: 'corpus' }))
        expect(await startSuggesting({ kind: 'corpus' })).toMatchObject({ error: { kind: 'conflict' } })
        await until(liveSuggesting(), (progress) => (progress?.done ?? 0) > 0)
        await cancelSuggesting()
        const end = await now(liveSuggesting())
        expect(end?.state).toBe('cancelled')
        expect(end?.done).toBeLessThan(400)
        const suggested = new Set((await rows()).map(({ article }) => article))
        expect(suggested.size).toBe(end?.done)
        await suggest()
        expect(new Set((await rows()).map(({ article }) => article)).size).toBe(400)
      },
    ))

  it('stops in the middle of an article that takes longer than a person waits', () =>
    withOpenCorpus([`${'“The pier floats,” said Mayor Ilin Varga. “‘ AB, '.repeat(160_000)}`], async () => {
      valueOf(await startSuggesting({ kind: 'corpus' }))
      await cancelSuggesting()
      expect((await now(liveSuggesting()))?.state).toBe('cancelled')
      expect(await rows()).toEqual([])
      // The corpus is as it was, and can be worked on.
      const again = startSuggesting({ kind: 'corpus' })
      expect(await again).toMatchObject({ ok: true })
      await cancelSuggesting()
    }))
})

describe('a decision', () => {
  it('accepts one, can be undone and made again', () =>
    withSuggestions(async () => {
      const { id } = await quotation('The pier floats')
      valueOf(await acceptSuggestions([id]))
      const accepted = await quotation('The pier floats')
      expect(accepted).toMatchObject({ status: 'accepted', creator: 'crossread' })
      expect(accepted.modified).not.toBeNull()
      expect(accepted.reason).toBeDefined()
      expect(valueOf(await undo())).toBe('Accept quotation')
      expect(await quotation('The pier floats')).toMatchObject({ status: 'suggested', modified: null })
      valueOf(await redo())
      expect(await quotation('The pier floats')).toMatchObject({ status: 'accepted' })
    }))

  it('is never touched or doubled by another run', () =>
    withSuggestions(async () => {
      const accepted = await quotation('The pier floats')
      const rejected = await quotation('We will mend')
      valueOf(await acceptSuggestions([accepted.id]))
      valueOf(await rejectSuggestions([rejected.id]))
      valueOf(await setNote((await quotation('Nobody asked')).id, 'Check this'))
      const before = await rows()
      await suggest()
      expect(await rows()).toEqual(before)
    }))

  it('keeps a suggestion whose content was edited from coming again', () =>
    withSuggestions(async () => {
      const { id } = await quotation('Nobody asked')
      const start = PIER.indexOf('Nobody asked')
      valueOf(await moveBoundaries(id, { start, end: start + 'Nobody asked us'.length }))
      valueOf(await setCue(id, null))
      const before = await rows()
      await suggest()
      expect(await rows()).toEqual(before)
    }))

  it('suggests nothing that a person has marked themselves', () =>
    withOpenCorpus([BRIDGE], async ([article]) => {
      const start = BRIDGE.indexOf('We will')
      const ranges = [{ start, end: start + 'We will mend the bridge'.length }]
      valueOf(await createAnnotation({ article: article?.id ?? '', layer: 'quotation', ranges }))
      await suggest()
      expect((await rows()).filter(({ layer }) => layer === 'quotation')).toHaveLength(1)
    }))

  it('rejects a suggestion for good, also by deleting it', () =>
    withSuggestions(async () => {
      const deleted = await quotation('The pier floats')
      valueOf(await deleteAnnotations([deleted.id]))
      expect(await quotation('The pier floats')).toMatchObject({ status: 'rejected' })
      expect((await now(liveAnnotations(deleted.article))).map(({ id }) => id)).not.toContain(deleted.id)
      await suggest()
      expect(await quotation('The pier floats')).toMatchObject({ id: deleted.id, status: 'rejected' })
      valueOf(await undo())
      expect(await quotation('The pier floats')).toMatchObject({ status: 'suggested' })
    }))

  it('accepts the rest of an article as one command, and nothing else', () =>
    withSuggestions(async ([pier]) => {
      valueOf(await rejectSuggestions([(await quotation('Nobody asked')).id]))
      valueOf(await acceptRest(pier?.id ?? ''))
      const statuses = (await rows()).map(({ article, status }) => [article === pier?.id, status])
      expect(new Set(statuses.filter(([own]) => own).map(([, status]) => status))).toEqual(
        new Set(['accepted', 'rejected']),
      )
      expect(new Set(statuses.filter(([own]) => !own).map(([, status]) => status))).toEqual(
        new Set(['suggested']),
      )
      valueOf(await undo())
      expect((await rows()).filter(({ status }) => status === 'accepted')).toEqual([])
    }))

  it('made while a run is under way stays', () =>
    withSuggestions(
      async (articles) => {
        const last = articles.at(-1)?.id ?? ''
        const own = (await rows()).filter(({ article }) => article === last)
        valueOf(await startSuggesting({ kind: 'corpus' }))
        valueOf(await rejectSuggestions(own.map(({ id }) => id)))
        await suggestingEnded()
        const after = (await rows()).filter(({ article }) => article === last)
        expect(after.map(({ id, status }) => [id, status])).toEqual(own.map(({ id }) => [id, 'rejected']))
      },
      Array.from({ length: 150 }, (_, index) => `${PIER}\n\nArticle ${String(index)}.`),
    ))
})

describe('the review queue', () => {
  it('is in the order asked for, and moves on with each decision', () =>
    withSuggestions(async () => {
      const scores = async (filter: ReviewFilter) =>
        (await now(liveReviewQueue(filter))).items.map(({ annotation }) => annotation.reason?.score ?? 0)
      const surest = await scores(ALL)
      expect(surest).toHaveLength((await rows()).length)
      expect(surest).toEqual([...surest].sort((a, b) => b - a))
      expect(await scores({ ...ALL, order: 'least-sure' })).toEqual([...surest].reverse())
      const [first] = (await now(liveReviewQueue(ALL))).items
      valueOf(await acceptSuggestions([first?.annotation.id ?? '']))
      const rest = await until(liveReviewQueue(ALL), ({ items }) => items.length < surest.length)
      expect(rest.items.map(({ annotation }) => annotation.id)).not.toContain(first?.annotation.id)
    }))

  it('shows only what passes its filter', () =>
    withSuggestions(async ([pier]) => {
      const db = database()
      await db.sources.put({ id: 'src_1', name: 'The Courier' })
      await db.articles.update(pier?.id ?? '', { source: 'src_1' })
      const [limit] = (await rows()).map(({ reason }) => reason?.score ?? 0).sort((a, b) => b - a)
      const shown = async (more: Partial<ReviewFilter>) =>
        (await now(liveReviewQueue({ ...ALL, ...more }))).items
      for (const { annotation } of await shown({ layer: 'claim' })) expect(annotation.layer).toBe('claim')
      for (const item of await shown({ minScore: limit ?? 1 }))
        expect(item.annotation.reason?.score).toBe(limit)
      const ofPier = await shown({ source: 'src_1' })
      expect(ofPier.length).toBeGreaterThan(0)
      for (const item of ofPier) {
        expect(item).toMatchObject({ annotation: { article: pier?.id }, sourceName: 'The Courier' })
      }
      const inFound = await shown({ articles: [pier?.id ?? '', 'gone'] })
      expect(inFound.map(({ annotation }) => annotation.id)).toEqual(
        ofPier.map(({ annotation }) => annotation.id),
      )
      expect(await shown({ articles: [] })).toEqual([])
      const carr = (await quotation('Nobody asked')).quotation?.speaker ?? ''
      const ofCarr = await shown({ speaker: carr })
      expect(ofCarr.map(({ speakerName }) => speakerName)).toEqual(ofCarr.map(() => 'Ben Carr'))
      expect(ofCarr.length).toBeGreaterThan(1)
      valueOf(await removeArticles([pier?.id ?? '']))
      expect(await shown({ source: 'src_1' })).toEqual([])
    }))

  it('reads the text around its items', () =>
    withSuggestions(async () => {
      const { id } = await quotation('We will mend')
      const contexts = await readContexts([id, 'gone'])
      expect([...contexts]).toEqual([
        [id, { before: 'The bridge closed.\n\n', after: ' Ann Ode told reporters.' }],
      ])
    }))
})

it('finds what a person’s own reporting words report, once they are there', () =>
  withOpenCorpus(['Ann Ode murblated that the pier would hold.'], async () => {
    await suggest()
    const quotations = async () => (await rows()).filter(({ layer }) => layer === 'quotation')
    expect(await quotations()).toEqual([])
    valueOf(await changeSettings({ ownWords: { en: { verbs: 'murblate', accordingTo: '' } } }))
    await suggest()
    expect((await quotations()).map(({ quotation }) => quotation?.cue?.exact)).toEqual(['murblated'])
    valueOf(await changeSettings({ ownWords: {} }))
    const tooLong = { en: { verbs: 'x'.repeat(20_001), accordingTo: '' } }
    expect(await changeSettings({ ownWords: tooLong })).toMatchObject({ error: { kind: 'invalid-input' } })
  }))
