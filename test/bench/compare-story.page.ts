import type { ArticleDraft } from '#core/intake/draft'
import type { Annotation } from '#core/model/annotation'
import { readComparison } from '#data/comparisons'
import { createCorpusDatabase } from '#data/corpus'
import { openCorpusDatabase } from '#data/database'
import { storeBatch } from '#data/import-batch'
import { addImport } from '#data/imports'
import { KnownTexts } from '#data/known-texts'
import { countStats } from '#data/stats'
import type { CrossreadBridge } from '#ipc/bridge'
import { updateAnnotation } from '#services/annotations'
import { liveComparison, type ComparisonView } from '#services/comparison'
import { openedCorpus } from '#services/open-corpus'
import { closeCorpus, openUnlisted } from '#services/session'
import { createStory } from '#services/stories'
import { startSuggesting, suggestingEnded } from '#services/suggestions'

/*
 * What the benchmark of comparing runs inside Chromium: the services of the window with their workers, and a clock on
 * the window's own thread.
 */

const bridge: CrossreadBridge = {
  invoke: (channel, ...args) => {
    if (channel === 'app:log') throw new Error(String(args[1]))
    return Promise.reject(new Error(`The benchmark does not answer ${channel}`))
  },
  on: () => () => undefined,
  pathsOfFiles: () => [],
}
Object.defineProperty(window, 'crossread', { value: bridge })

/** A quotation of a generated article: UTF-16 ranges of what is said and of who says it. */
export interface Said {
  readonly start: number
  readonly end: number
  readonly speaker: readonly [start: number, end: number]
}

/** What one measurement gave; times in milliseconds. */
export interface Measured {
  readonly quotations: number
  readonly clusters: number
  readonly findings: number
  /** From following the story to the view of the stored comparison. */
  readonly first: number
  /** From the change of one annotation to the view of the comparison with it, the wait for further changes included. */
  readonly again: number
  /** The longest task of the window in all this, 0 when none took more than 50 ms. */
  readonly blocked: number
  /** Length of the stored comparison as JSON, in MB. */
  readonly size: number
}

let made = 0

/** Puts articles into a corpus of their own and opens it; answers the ids. */
async function openWith(drafts: readonly ArticleDraft[]): Promise<readonly string[]> {
  const name = `bench-compare-${String(performance.now())}-${String(made++)}`
  await createCorpusDatabase(name, { id: name, name, description: '' })
  const db = await openCorpusDatabase(name, 'relaxed')
  await addImport(db, {
    id: 'bench',
    roots: [''],
    state: 'running',
    seen: 0,
    total: null,
    imported: 0,
    sameAs: 0,
    skipped: 0,
    startedAt: new Date().toISOString(),
    cursor: null,
    batches: 0,
    recent: [],
    error: null,
  })
  const items = drafts.map((draft) => ({ kind: 'draft' as const, draft }))
  const batch = { items, cursor: null, seen: items.length, total: items.length, done: true }
  await storeBatch(db, 'bench', batch, new KnownTexts())
  db.close()
  await openUnlisted(name, { id: name, name, description: '' })
  const ids = await openedCorpus()?.database.articles.orderBy('id').primaryKeys()
  return ids ?? []
}

/** The articles of the drafts, with the quotations that are suggested for them. */
export async function suggested(drafts: readonly ArticleDraft[]): Promise<Measured> {
  const ids = await openWith(drafts)
  await startSuggesting({ kind: 'corpus' })
  await suggestingEnded()
  return measure(ids)
}

/** The articles of the drafts with the quotations given, by path. */
export async function given(
  drafts: readonly ArticleDraft[],
  said: Readonly<Record<string, readonly Said[]>>,
): Promise<Measured> {
  const ids = await openWith(drafts)
  const db = openedCorpus()?.database
  for (const article of (await db?.articles.toArray()) ?? []) {
    const path = article.paths[0] ?? ''
    const text = drafts.find((draft) => draft.path === path)?.body.text ?? ''
    const span = (start: number, end: number) => ({ start, end, exact: text.slice(start, end) })
    const annotations = (said[path] ?? []).map(({ start, end, speaker }, index): Annotation => {
      const content = span(start, end)
      return {
        id: `${article.id} ${String(index)}`,
        article: article.id,
        layer: 'quotation',
        ...content,
        status: 'suggested',
        tags: [],
        note: '',
        creator: 'crossread',
        created: null,
        modified: null,
        quotation: {
          type: 'direct',
          speaker: null,
          speakerSpan: span(...speaker),
          cue: null,
          content: [content],
        },
      }
    })
    await db?.annotations.bulkPut(annotations)
    await db?.stats.put(countStats(article.id, annotations))
  }
  return measure(ids)
}

/** The view once it is as wanted; whoever follows it before stays. */
function viewWhen(story: string, wanted: (view: ComparisonView) => boolean): Promise<ComparisonView> {
  return new Promise((resolve, reject) => {
    const stop = liveComparison(story).subscribe((view) => {
      if (!view || !wanted(view)) return
      resolve(view)
      queueMicrotask(() => stop())
    }, reject)
  })
}

/** Watches for tasks of the window's thread of more than 50 ms; answers the longest, 0 for none. */
function watchWindow(): () => number {
  let longest = 0
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration)
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ entryTypes: ['longtask'] })
  return () => {
    note(observer.takeRecords())
    observer.disconnect()
    return longest
  }
}

async function measure(ids: readonly string[]): Promise<Measured> {
  const created = await createStory('Bench', ids)
  if (!created.ok) throw new Error(created.error.message)
  const story = created.value
  const blocked = watchWindow()
  const start = performance.now()
  const stop = liveComparison(story).subscribe(() => undefined)
  const view = await viewWhen(story, ({ state }) => state === 'current')
  const first = performance.now() - start

  const [one] = [...view.annotations.values()].filter(({ quotation }) => quotation?.speakerSpan)
  if (!one) throw new Error('There is a quotation with a speaker')
  const changedAt = performance.now()
  await updateAnnotation(one.id, 'Shorten', (annotation) => {
    const { quotation } = annotation
    if (!quotation) return annotation
    const piece = quotation.content[0] ?? annotation
    const span = { start: piece.start, end: piece.end - 1, exact: piece.exact.slice(0, -1) }
    return { ...annotation, ...span, quotation: { ...quotation, content: [span] } }
  })
  await viewWhen(
    story,
    ({ state, annotations }) => state === 'stale' && annotations.get(one.id)?.end !== one.end,
  )
  await viewWhen(story, ({ state }) => state === 'current')
  const again = performance.now() - changedAt
  const longest = blocked()
  stop()
  const db = openedCorpus()?.database
  const stored = db ? await readComparison(db, story) : null
  await closeCorpus()
  return {
    quotations: view.annotations.size,
    clusters: view.clusters.length,
    findings: view.findings.length,
    first,
    again,
    blocked: longest,
    size: JSON.stringify(stored).length / 1e6,
  }
}

Object.assign(globalThis, { bench: { suggested, given } })
