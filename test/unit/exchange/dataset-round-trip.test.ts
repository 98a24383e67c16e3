import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDataset, parseDataset, type CorpusContent } from '#core/exchange/dataset-reader'
import type { DatasetSource } from '#core/exchange/dataset-writer'
import { compareArticles } from '#core/exchange/dataset-order'
import type { Result } from '#core/model/result'
import { sourceComparison } from './comparison-arbitrary'
import { corpusOf, sourceOf } from './corpus-arbitrary'
import { written } from './dataset-samples'

// A generated corpus shrinks slowly; after a failure, the time limit keeps what has been found.
const RUNS = { numRuns: 100, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true }
const IMPORTED_AT = '2032-01-01T00:00:00.000Z'

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function sourceOfContent(content: CorpusContent): DatasetSource {
  return {
    corpus: content.corpus,
    codebook: { layers: content.layers, tags: content.tags },
    annotators: content.annotators,
    sources: content.sources,
    speakers: content.speakers,
    stories: content.stories,
    savedSearches: content.savedSearches,
    async *articles() {
      for (const { article, body } of content.articles) {
        yield {
          article,
          body,
          annotations: content.annotations.filter((made) => made.article === article.id),
        }
      }
    },
    comparison(story) {
      const found = content.comparisons.find((one) => one.story === story)
      const decisions = content.clusterDecisions.filter((one) => one.story === story)
      if (!found && decisions.length === 0) return Promise.resolve(null)
      const { clusters, findings } = found ?? { clusters: [], findings: [] }
      const any = { clusters, findings, decisions, verdicts: content.findingDecisions }
      return Promise.resolve(sourceComparison(story, any, content.articles, content.annotations))
    },
  }
}

describe('a dataset', () => {
  it('is the same bytes after import and export, whatever the corpus holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const file = await written(sourceOf(corpusOf(gen)))
        const content = unwrap(fromDataset(unwrap(parseDataset(file)), IMPORTED_AT))
        expect(await written(sourceOfContent(content))).toBe(file)
      }),
      RUNS,
    )
  })

  it("gives back the program's own objects", async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const corpus = corpusOf(gen)
        const content = unwrap(
          fromDataset(unwrap(parseDataset(await written(sourceOf(corpus)))), IMPORTED_AT),
        )
        const items = [...corpus.items].sort((a, b) => compareArticles(a.article, b.article))
        const timesPrinted = (sha256: string) =>
          items.filter(({ article }) => article.textSha256 === sha256).length
        expect(content.articles).toEqual(
          items.map(({ article, body }) => ({
            article: {
              ...article,
              guessed: [...article.guessed].sort(),
              sameText: timesPrinted(article.textSha256) > 1,
              importedAt: IMPORTED_AT,
            },
            body,
          })),
        )
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect([...content.annotations].sort(byId)).toEqual(
          items.flatMap(({ annotations }) => annotations).sort(byId),
        )
        expect([...content.tags].sort(byId)).toEqual([...corpus.codebook.tags].sort(byId))
        expect([...content.speakers].sort(byId)).toEqual([...corpus.speakers].sort(byId))
        expect([...content.savedSearches].sort(byId)).toEqual([...(corpus.savedSearches ?? [])].sort(byId))
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the database', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const corpus = corpusOf(gen)
        expect(await written(sourceOf(corpus, true))).toBe(await written(sourceOf(corpus)))
      }),
      RUNS,
    )
  })

  it('has spans that a slice by code points finds, as in Python', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const file = JSON.parse(await written(sourceOf(corpusOf(gen)))) as {
          articles: { id: string; text: string }[]
          annotations: unknown[]
          clusters: { findings: { evidence: { article: string }[] }[] }[]
        }
        const texts = new Map(file.articles.map(({ id, text }) => [id, [...text]]))
        let spans = 0
        const check = (points: string[], value: unknown): void => {
          if (typeof value !== 'object' || value === null) return
          if ('exact' in value && 'start' in value && 'end' in value) {
            spans++
            expect(points.slice(Number(value.start), Number(value.end)).join('')).toBe(value.exact)
          }
          for (const part of Object.values(value)) check(points, part)
        }
        for (const annotation of file.annotations) {
          check(texts.get((annotation as { article: string }).article) ?? [], annotation)
        }
        const evidence = file.clusters.flatMap(({ findings }) => findings.flatMap((one) => one.evidence))
        for (const one of evidence) check(texts.get(one.article) ?? [], one)
        expect(spans).toBeGreaterThanOrEqual(file.annotations.length + evidence.length)
      }),
      RUNS,
    )
  })
})
