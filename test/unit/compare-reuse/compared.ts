import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ComparedArticle, ComparedStory } from '#core/compare/types'
import { readFile } from '#core/intake/intake'
import { splitBlocks } from '#core/text/blocks'

const SAMPLE_CORPUS = join(import.meta.dirname, '../../../resources/sample-corpus')

/** An article of plain text, as comparing takes it. */
export function compared(id: string, text: string, more: Partial<ComparedArticle> = {}): ComparedArticle {
  return {
    id,
    sourceName: id,
    title: text.slice(0, 40),
    publishedAt: null,
    language: 'en',
    body: { text, blocks: splitBlocks(text, 'text'), furniture: [] },
    annotations: [],
    ...more,
  }
}

/** A story of these articles, without annotations and decisions. */
export function storyOf(...articles: ComparedArticle[]): ComparedStory {
  return { id: 'story', articles, speakers: new Map(), decisions: [] }
}

/** The sample corpus as intake reads it, by the first word of each file's name. */
export function sampleCorpus(): Map<string, ComparedArticle> {
  const articles = new Map<string, ComparedArticle>()
  for (const path of readdirSync(SAMPLE_CORPUS)) {
    const name = path.split(/[-_]/u)[0] ?? path
    const bytes = new Uint8Array(readFileSync(join(SAMPLE_CORPUS, path)))
    for (const { body, metadata } of readFile({ path, rootName: null, bytes }).drafts) {
      const { sourceName, title, publishedAt, language } = metadata
      articles.set(name, { id: name, sourceName, title, publishedAt, language, body, annotations: [] })
    }
  }
  return articles
}

/** One of `sampleCorpus`, which must be there. */
export function sample(name: string): ComparedArticle {
  const article = sampleCorpus().get(name)
  if (!article) throw new Error(`The sample corpus has no ${name}.`)
  return article
}
