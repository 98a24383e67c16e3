import type { Annotation } from '#core/model/annotation'
import { fail, type AppError } from '#core/model/result'
import type { OwnWordsByLanguage } from '#core/suggest/lexicons/own-words'
import { SpeakerBook } from '#core/suggest/speaker-book'
import type { TaggerModel } from '#core/suggest/tagger/model'
import { isUsableModel } from '#core/suggest/tagger/tag-article'
import type { CorpusDatabase } from '#data/database'
import { databaseFailure } from '#data/errors'
import {
  readKnownSpeakers,
  relinkSuggestions,
  rewriteSpeakers,
  storeSuggestions,
  type KnownSpeakers,
} from '#data/suggestion-batch'
import { openArticleBatches } from '#data/suggestion-source'
import { readEnabledModel } from '#data/tagger'
import { deleteUnusedSpeakers } from '#data/unused-speakers'
import { suggestForArticle, withSpeaker, type SuggestedArticle } from './suggest-article'
import type { SuggestEnd, SuggestScope, SuggestStep } from './suggest-messages'
import { turn } from './turn'

/** Milliseconds of work after which a wish to cancel is heard. */
const SLICE = 20

/** Suggestions or speakers that one transaction goes over when the corpus is linked as a whole. */
const CHUNK = 500

/** What a run works on. */
export interface SuggestJob {
  readonly db: CorpusDatabase
  readonly scope: SuggestScope
  /** The person's own reporting words. */
  readonly ownWords: OwnWordsByLanguage
  readonly report: (step: SuggestStep) => void
  readonly isCancelled: () => boolean
  /** Runs work that must not meet an import; passed over while one is under way. */
  readonly betweenImports: (work: () => Promise<void>) => Promise<void>
}

/** Suggests for every article in scope. What is stored when it ends early, stays. */
export async function runSuggesting(job: SuggestJob): Promise<SuggestEnd> {
  try {
    const done = await new Run(job).go()
    return { kind: 'end', state: done ? 'done' : 'cancelled', error: null, crash: null }
  } catch (error) {
    return failedSuggesting(error)
  }
}

/** What is said of a run that an error stopped: an expected failure, or a bug for the log. */
export function failedSuggesting(error: unknown): SuggestEnd {
  const failure = databaseFailure(error)
  const crash = failure ? null : String(error instanceof Error ? (error.stack ?? error) : error)
  return { kind: 'end', state: 'failed', error: failure ?? INTERNAL, crash }
}

const INTERNAL: AppError = fail('unavailable', 'Suggesting stopped by an internal error.', {
  kept: 'The articles finished so far keep their suggestions.',
  advice: 'Start it again; if it stops again, suggest for a part of the articles.',
}).error

/** A name of an article that was linked by nothing but a surname, with what that was stored for. */
interface LooseName {
  readonly article: string
  readonly name: string
  /** How often the article prints it. */
  readonly times: number
  readonly speaker: string
  /** Ids of the suggestions. */
  readonly annotations: readonly string[]
}

class Run {
  readonly #job: SuggestJob
  /** True when all articles are read: then records are made anew from what is printed. */
  readonly #whole: boolean
  #book = new SpeakerBook([], true)
  #seq = 0
  #loose: LooseName[] = []
  #done = 0
  #found = 0
  #total = 0

  constructor(job: SuggestJob) {
    this.#job = job
    this.#whole = job.scope.kind === 'corpus'
  }

  /** True when it came to its end, false when it was cancelled. */
  async go(): Promise<boolean> {
    const { db, isCancelled } = this.#job
    const model = await this.#model()
    const known = await readKnownSpeakers(db)
    this.#book = new SpeakerBook(known.speakers, this.#whole)
    this.#seq = known.seq
    const { total, batches } = await openArticleBatches(db, idsOf(this.#job.scope))
    this.#total = total
    this.#report()
    // While one batch is being stored, the next is read and suggested for.
    let storing: Promise<void> = Promise.resolve()
    for await (const batch of batches()) {
      const suggested: SuggestedArticle[] = []
      let sliceEnd = performance.now() + SLICE
      for (const opened of batch) {
        suggested.push(suggestForArticle(opened, model, this.#job.ownWords))
        if (performance.now() < sliceEnd) continue
        await turn()
        sliceEnd = performance.now() + SLICE
        if (isCancelled()) break
      }
      await storing
      if (isCancelled()) return false
      storing = this.#store(suggested)
      storing.catch(() => undefined)
    }
    await storing
    if (this.#whole) await this.#linkCorpus()
    return true
  }

  async #model(): Promise<TaggerModel | null> {
    const model = await readEnabledModel(this.#job.db)
    return model && isUsableModel(model) ? model : null
  }

  async #store(suggested: readonly SuggestedArticle[]): Promise<void> {
    for (const { names } of suggested) this.#book.read(names)
    const articles = suggested.map(({ article }) => article)
    let linked = new Map<string, Annotation[]>()
    const loose: LooseName[] = []
    const open = await storeSuggestions(this.#job.db, articles, this.#seq, {
      relink: (known) => this.#relink(known),
      annotations: () => {
        linked = new Map(suggested.map((one) => [one.article, this.#link(one, loose)]))
        return linked
      },
      speaker: (id) => this.#book.record(id),
    })
    if (this.#whole) this.#loose.push(...loose)
    this.#done += articles.length
    this.#found += open
    this.#report()
  }

  #relink({ speakers, seq }: KnownSpeakers): void {
    this.#book.setKnown(speakers, this.#whole)
    this.#seq = seq
  }

  #link({ article, suggestions, names }: SuggestedArticle, loose: LooseName[]): Annotation[] {
    const speakers = new Map<string, string>()
    for (const name of new Set(names)) {
      const who = this.#book.link(article, name, names)
      if (!who) continue
      speakers.set(name, who.id)
      const times = names.filter((other) => other === name).length
      this.#book.count(who.id, name, times)
      if (!who.loose) continue
      const annotations = suggestions.flatMap((one) => (one.name === name ? one.annotation.id : []))
      loose.push({ article, name, times, speaker: who.id, annotations })
    }
    return suggestions.map(({ annotation, name }) =>
      withSpeaker(annotation, speakers.get(name ?? '') ?? null),
    )
  }

  /** Links surnames again now that every article is read, and brings the records in line. */
  async #linkCorpus(): Promise<void> {
    const { db, betweenImports } = this.#job
    const relink = (known: KnownSpeakers) => this.#relink(known)
    const speaker = (id: string) => this.#book.record(id)
    const who = ({ article, name }: LooseName) => this.#book.link(article, name, [])?.id ?? null
    for (const one of this.#loose) {
      const id = who(one)
      if (id === null || id === one.speaker) continue
      this.#book.count(one.speaker, one.name, -one.times)
      this.#book.count(id, one.name, one.times)
    }
    const rows = this.#loose.flatMap((name) =>
      name.annotations.map((annotation) => ({ annotation, speaker: name.speaker, name })),
    )
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      const link = (index: number) => {
        const row = chunk[index]
        return row ? who(row.name) : null
      }
      await relinkSuggestions(db, chunk, this.#seq, { relink, speaker, link })
    }
    const counted = [...this.#book.counted()]
    for (let from = 0; from < counted.length; from += CHUNK) {
      await rewriteSpeakers(db, counted.slice(from, from + CHUNK), this.#seq, { relink, speaker })
    }
    await betweenImports(() => deleteUnusedSpeakers(db))
  }

  #report(): void {
    const [done, total, found] = [this.#done, this.#total, this.#found]
    this.#job.report({ kind: 'progress', done, total: Math.max(total, done), found })
  }
}

function idsOf(scope: SuggestScope): readonly string[] | null {
  switch (scope.kind) {
    case 'article':
      return [scope.id]
    case 'articles':
      return scope.ids
    case 'corpus':
      return null
  }
}
