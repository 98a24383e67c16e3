import { settleClusters } from '#core/compare/settle-clusters'
import type { Annotation } from '#core/model/annotation'
import { readClusterDecisions, readComparison, readStoryMaterial } from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import { speakerOf } from '#data/review'
import { readStories } from '#data/stories'
import { keyed, liveOfCorpus } from './open-corpus'
import { shareLive } from './share-live'

/** The same words or statement in another article. */
export interface Rendering {
  /** Ids of the story and of the cluster that they share. */
  readonly story: string
  readonly cluster: string
  readonly annotation: Annotation
  /** Id of the other article. */
  readonly article: string
  /** Name of the outlet, else the article's title. */
  readonly sourceName: string
  /** Name of the speaker or claimant, null while unresolved. */
  readonly speakerName: string | null
}

/** Renderings by the annotation of the article that they render. */
export type Renderings = ReadonlyMap<string, readonly Rendering[]>

/**
 * What other articles make of the quotations and claims of an article, from the comparisons that are there: none is
 * started for it. Annotations that nobody else renders have no entry.
 */
export const liveRenderings = keyed<Renderings>((article) =>
  shareLive(liveOfCorpus<Renderings>((db) => readRenderings(db, article), new Map())),
)

async function readRenderings(db: CorpusDatabase, article: string): Promise<Renderings> {
  const found = new Map<string, Rendering[]>()
  const stories = (await readStories(db)).filter(({ articles }) => articles.includes(article))
  for (const { id } of stories) {
    const comparison = await readComparison(db, id)
    const material = comparison && (await readStoryMaterial(db, id))
    if (!comparison || !material) continue
    const all = new Map([...material.annotations.values()].flatMap((own) => own.map((one) => [one.id, one])))
    const titles = new Map(material.articles.map((one) => [one.id, one]))
    const decisions = await readClusterDecisions(db, id)
    const { clusters } = settleClusters(comparison, id, decisions, (member) => all.has(member))
    for (const cluster of clusters) {
      const members = cluster.members.flatMap((member) => all.get(member) ?? [])
      const others = members.filter((one) => one.article !== article)
      if (others.length === 0 || others.length === members.length) continue
      const renderings = others.map((annotation): Rendering => {
        const other = titles.get(annotation.article)
        const outlet = other?.source ? material.sources.get(other.source) : undefined
        const speaker = speakerOf(annotation)
        return {
          story: id,
          cluster: cluster.id,
          annotation,
          article: annotation.article,
          sourceName: outlet ?? other?.title ?? annotation.article,
          speakerName: speaker === null ? null : (material.speakers.get(speaker) ?? null),
        }
      })
      for (const own of members) {
        if (own.article === article) found.set(own.id, [...(found.get(own.id) ?? []), ...renderings])
      }
    }
  }
  return found
}
