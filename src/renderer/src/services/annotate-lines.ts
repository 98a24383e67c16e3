import type { Annotation } from '#core/model/annotation'
import { quotationTypeOf } from '#core/model/annotation'
import { newId } from '#core/model/ids'
import type { Change } from '#core/model/journal'
import type { Span, TextRange } from '#core/model/range'
import { fail, ok, type Result } from '#core/model/result'
import { sentenceAt } from '#core/text/segmentation'
import { readBody } from '#data/bodies'
import type { CorpusDatabase } from '#data/database'
import type { Live } from '#data/live'
import { claimIn, edited, spanIn, type AnnotatedText } from './annotation-edits'
import { counted } from './labels'
import { createLiveValue } from './live-value'
import { command, withDatabase } from './open-corpus'

/** A place in an article that is to be annotated, as UTF-16 range of its text. */
export interface Line extends TextRange {
  readonly article: string
}

/** What became of the lines. */
export interface LinesAnnotated {
  readonly made: number
  /** Annotations of just these words that got the tags, or were suggested and are accepted now. */
  readonly changed: number
  /** Lines that were annotated so already. */
  readonly there: number
}

/** How many of how many articles are read for lines that are being annotated. */
export interface LinesProgress {
  readonly done: number
  readonly total: number
}

const progress = createLiveValue<LinesProgress | null>(null)
let cancelled = false

/** How the annotation of many lines stands; null while none is under way. */
export function liveAnnotatingLines(): Live<LinesProgress | null> {
  return progress
}

/** Stops annotating lines; nothing is annotated then. */
export function cancelAnnotatingLines(): void {
  cancelled = true
}

/**
 * Annotates many places as one command. Where the same words are annotated in that layer already, that annotation gets the
 * tags it lacks instead; a suggestion is accepted by it.
 * @param extent whether the words themselves are annotated, or the sentences that they stand in
 * @returns `cancelled` when it was stopped before anything was stored
 */
export function annotateLines(
  lines: readonly Line[],
  layer: string,
  tags: readonly string[],
  extent: 'words' | 'sentence',
): Promise<Result<LinesAnnotated>> {
  return withDatabase(async (db) => {
    if (progress.get())
      return fail('conflict', 'Lines are being annotated already.', { advice: 'Wait for it.' })
    cancelled = false
    const byArticle = new Map<string, Line[]>()
    for (const line of lines) {
      const own = byArticle.get(line.article)
      if (own) own.push(line)
      else byArticle.set(line.article, [line])
    }
    const drafts: Draft[] = []
    progress.set({ done: 0, total: byArticle.size })
    try {
      let done = 0
      for (const [article, own] of byArticle) {
        const text = await textOf(db, article)
        if (text) drafts.push(...draftsOf(article, text, own, layer, extent))
        progress.set({ done: ++done, total: byArticle.size })
        if (cancelled) return fail('cancelled', 'Nothing was annotated.')
      }
      return await store(db, drafts, layer, tags)
    } finally {
      progress.set(null)
    }
  })
}

/** An annotation without what only the transaction knows. */
type Draft = Pick<Annotation, 'article' | 'quotation' | 'claim'> & Span

async function textOf(db: CorpusDatabase, article: string): Promise<AnnotatedText | null> {
  const [body, row] = await Promise.all([readBody(db, article), db.articles.get(article)])
  return body && row && !row.removed ? { text: body.text, publishedAt: row.publishedAt } : null
}

function draftsOf(
  article: string,
  text: AnnotatedText,
  lines: readonly TextRange[],
  layer: string,
  extent: 'words' | 'sentence',
): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const line of lines) {
    const span = spanIn(text.text, extent === 'sentence' ? sentenceOf(text.text, line) : line)
    if (!span.ok) continue
    const { start, end } = span.value
    // Two lines of one sentence are one annotation.
    drafts.set(`${String(start)} ${String(end)}`, {
      article,
      ...span.value,
      ...(layer === 'quotation' && {
        quotation: {
          type: quotationTypeOf([span.value]),
          speaker: null,
          speakerSpan: null,
          cue: null,
          content: [span.value],
        },
      }),
      ...(layer === 'claim' && { claim: claimIn(text, span.value) }),
    })
  }
  return [...drafts.values()]
}

function sentenceOf(text: string, { start, end }: TextRange): TextRange {
  const first = sentenceAt(text, start)
  const last = sentenceAt(text, Math.max(start, end - 1))
  const range = { start: first?.start ?? start, end: last?.end ?? end }
  const words = text.slice(range.start, range.end)
  return { start: range.start + words.search(/\S|$/u), end: range.start + words.trimEnd().length }
}

async function store(
  db: CorpusDatabase,
  drafts: readonly Draft[],
  layer: string,
  tags: readonly string[],
): Promise<Result<LinesAnnotated>> {
  const counts = { made: 0, changed: 0, there: 0 }
  const at = new Date().toISOString()
  const articles = [...new Set(drafts.map(({ article }) => article))]
  const done = await command(['annotations', 'layers', 'tags'], async (_, by) => {
    const known = await db.layers.get(layer)
    if (!known) return fail('invalid-input', 'The codebook has no such layer.')
    if ((await db.tags.bulkGet([...tags])).includes(undefined)) {
      return fail('invalid-input', 'The codebook has no such tag.')
    }
    const there = new Map<string, Annotation>()
    for (const one of await db.annotations.where('article').anyOf(articles).toArray()) {
      if (one.layer === layer && one.status !== 'rejected') there.set(placeOf(one), one)
    }
    const changes = drafts.flatMap((draft): Change[] => {
      const before = there.get(placeOf(draft))
      if (!before) {
        counts.made++
        const id = newId()
        const base = { id, layer, status: 'accepted', tags, note: '', creator: by.id } as const
        const after: Annotation = { ...draft, ...base, created: at, modified: at }
        return [{ table: 'annotations', id, before: null, after }]
      }
      const missing = tags.filter((tag) => !before.tags.includes(tag))
      if (missing.length === 0 && before.status === 'accepted') {
        counts.there++
        return []
      }
      counts.changed++
      const after = edited({ ...before, tags: [...before.tags, ...missing] }, at)
      return [{ table: 'annotations', id: before.id, before, after }]
    })
    return ok({ label: `Annotate ${counted(changes.length, 'line')}`, changes })
  })
  return done.ok ? ok(counts) : done
}

function placeOf({ article, start, end }: Pick<Annotation, 'article' | 'start' | 'end'>): string {
  return `${article} ${String(start)} ${String(end)}`
}
