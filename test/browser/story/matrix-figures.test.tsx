import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation } from '#core/model/annotation'
import type { Cluster } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { resetMatrix } from '#store/matrix'
import { openStory } from '#store/navigation'
import { resetStories } from '#store/story'
import { Matrix } from '../../../src/renderer/src/features/story/matrix/Matrix'
import { clearScreen, show } from '../app/screen'
import { articleOf } from '../data/samples'

const WORDS =
  'we will not leave the line to the islands open before the winter comes said the minister and nobody asked'.split(
    ' ',
  )

/** Words that differ a little from column to column. */
function wordsOf(row: number, column: number): string {
  return Array.from(
    { length: 24 },
    (_one, at) => WORDS[(row * 7 + at + (at % 5 === column % 5 ? column : 0)) % WORDS.length],
  ).join(' ')
}

/** A compared story of so many articles and quotations, each utterance in about four of them. */
function viewOf(articles: number, quotations: number): ComparisonView {
  const sources = Array.from({ length: articles }, (_one, column) => ({
    article: {
      ...articleOf(`Article ${String(column)}`, `${String(column)}.txt`),
      publishedAt: '2025-03-04',
    },
    sourceName: `Outlet ${String(column)}`,
    column,
  }))
  const annotations = new Map<string, Annotation>()
  const clusters: Cluster[] = []
  for (let made = 0, row = 0; made < quotations; row++) {
    const members: string[] = []
    for (let at = 0; at < 4 && made < quotations; at++, made++) {
      const column = (row + at * 3) % articles
      const id = `q${String(made)}`
      const exact = wordsOf(row, column)
      const span = { start: made * 100, end: made * 100 + exact.length, exact }
      annotations.set(id, {
        ...span,
        id,
        article: sources[column]?.article.id ?? '',
        layer: 'quotation',
        status: 'suggested',
        tags: [],
        note: '',
        creator: 'crossread',
        created: null,
        modified: null,
        quotation: { type: 'direct', speaker: 's', speakerSpan: null, cue: null, content: [span] },
      })
      members.push(id)
    }
    clusters.push({
      id: `c${String(row)}`,
      kind: 'utterance',
      story: 'story',
      members,
      settled: [],
      status: 'suggested',
      score: 1,
      links: [],
    })
  }
  return {
    story: { id: 'story', name: 'Story', articles: sources.map(({ article }) => article.id) },
    sources,
    annotations,
    speakers: new Map([['s', 'The minister']]),
    clusters,
    findings: [],
    unread: [],
    state: 'current',
  }
}

/** Longest task (milliseconds, of those over 50) while `work` runs; 0 when there was none. */
async function longestTask(work: () => Promise<void>): Promise<number> {
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ entryTypes: ['longtask'] })
  await work()
  await new Promise((resolve) => setTimeout(resolve, 100))
  observer.disconnect()
  return longest
}

/** Milliseconds that so many cells of plain words take as a table, layout included: the reference of the same run. */
function plainTable(view: ComparisonView, cells: number): number {
  const words = [...view.annotations.values()].slice(0, cells).map(({ exact }) => exact)
  const start = performance.now()
  const table = document.body.appendChild(document.createElement('table'))
  for (let at = 0; at < words.length; at += 5) {
    const row = table.insertRow()
    for (const one of words.slice(at, at + 5)) row.insertCell().textContent = one
  }
  table.getBoundingClientRect()
  const took = performance.now() - start
  table.remove()
  return took
}

const frames = (count: number): Promise<void> =>
  new Promise((resolve) => {
    const next = (left: number): unknown =>
      left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1))
    next(count)
  })

afterEach(() => {
  clearScreen()
  resetStories()
  resetMatrix()
})

for (const [articles, quotations] of [
  [5, 120],
  [50, 2_000],
] as const) {
  test(`figures: ${String(articles)} articles with ${String(quotations)} quotations`, async ({
    annotate,
  }) => {
    const view = viewOf(articles, quotations)
    openStory('story', 'utterances')
    await show(<div />)
    await frames(2)
    const start = performance.now()
    let painted = 0
    const opening = await longestTask(async () => {
      await show(<Matrix view={view} kind="utterance" />)
      await expect
        .poll(() => document.querySelectorAll('[role=gridcell]').length, { interval: 1 })
        .toBeGreaterThan(0)
      await frames(1)
      painted = performance.now() - start
    })
    const drawn = document.querySelectorAll('[role=gridcell]').length
    const plain = plainTable(view, drawn)
    const grid = page.getByRole('grid').element()
    let worst = 0
    const scrolling = await longestTask(async () => {
      for (let step = 0; step < 40; step++) {
        const before = performance.now()
        grid.scrollTop += 300
        if (articles > 8) grid.scrollLeft += 120
        await frames(1)
        worst = Math.max(worst, performance.now() - before)
      }
    })
    const keys = await longestTask(async () => {
      await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{Control>}{End}{/Control}')
    })
    await annotate(
      `opened to painted ${painted.toFixed(0)} ms (the same ${String(drawn)} cells as a plain table ${plain.toFixed(1)} ms); longest task opening ${opening.toFixed(0)}, scrolling ${scrolling.toFixed(0)}, keys ${keys.toFixed(0)} ms; slowest frame scrolled ${worst.toFixed(0)} ms`,
      'figure',
    )
    expect(document.querySelectorAll('[role=gridcell]').length).toBeLessThan(quotations)
  })
}
