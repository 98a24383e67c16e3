import { findFindings } from '#core/compare/findings'
import type { ComparedArticle, ComparedStory } from '#core/compare/types'
import { quotationTypeOf, type Annotation } from '#core/model/annotation'
import type { Cluster, ClusterKind, Finding } from '#core/model/comparison'
import { spanOf } from '#core/model/range'
import { findDates } from '#core/suggest/dates'
import { findQuantities } from '#core/suggest/quantities'
import { splitBlocks } from '#core/text/blocks'

/** An annotation as a test writes it: words of the article's text, which must stand there. */
export interface Marked {
  readonly words: string
  readonly speaker?: string
  readonly cue?: string
  /** Claims have no speaker span, only numbers and dates. */
  readonly layer?: 'quotation' | 'claim'
}

/** An article with quotations and claims given by their words; ids are `<article>-<place>`. */
export function told(
  id: string,
  text: string,
  marked: readonly Marked[],
  more: Partial<ComparedArticle> = {},
) {
  const publishedAt = more.publishedAt === undefined ? '2025-03-04' : more.publishedAt
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`“${words}” is not in ${id}.`)
    return spanOf(text, { start, end: start + words.length })
  }
  const annotations = marked.map(({ words, speaker, cue, layer = 'quotation' }, place): Annotation => {
    const span = at(words)
    const base = {
      id: `${id}-${place}`,
      article: id,
      layer,
      ...span,
      status: 'accepted' as const,
      tags: [],
      note: '',
      creator: 'test',
      created: null,
      modified: null,
    }
    if (layer === 'claim') {
      const moved = <T extends { start: number; end: number }>(one: T): T => ({
        ...one,
        start: one.start + span.start,
        end: one.end + span.start,
      })
      const quantities = findQuantities(words).map(moved)
      return {
        ...base,
        claim: { claimant: null, quantities, dates: findDates(words, publishedAt).map(moved) },
      }
    }
    return {
      ...base,
      quotation: {
        type: quotationTypeOf([span]),
        speaker: null,
        speakerSpan: speaker === undefined ? null : at(speaker),
        cue: cue === undefined ? null : at(cue),
        content: [span],
      },
    }
  })
  const article: ComparedArticle = {
    id,
    sourceName: id,
    title: text.slice(0, 30),
    publishedAt,
    language: 'en',
    body: { text, blocks: splitBlocks(text, 'text'), furniture: [] },
    annotations,
    ...more,
  }
  return article
}

export function storyOf(...articles: ComparedArticle[]): ComparedStory {
  return { id: 'story', articles, speakers: new Map(), decisions: [] }
}

/** A cluster of annotations that are known to belong together. */
export function together(kind: ClusterKind, ...members: string[]): Cluster {
  return {
    id: members.join('+'),
    kind,
    story: 'story',
    members,
    settled: [],
    status: 'suggested',
    score: 1,
    links: [],
  }
}

/** What is found when the first annotations of all articles are one utterance (or assertion). */
export function findingsOn(kind: ClusterKind, ...articles: ComparedArticle[]): Finding[] {
  return findFindings(storyOf(...articles), [together(kind, ...articles.map(({ id }) => `${id}-0`))])
}

/** The kinds found, with their signs. */
export function kindsOf(findings: readonly Finding[]): string[] {
  return findings.map(({ kind, signs }) => (kind === 'wording' ? `${kind}: ${signs.join(' ')}` : kind))
}
