import { orderLayers, orderTags } from '#core/exchange/dataset-order'
import type { Codebook } from '#core/model/codebook'
import type { CorpusDatabase } from './database'

/** Layers, the built-in ones first, and tags in tree order. */
export async function readCodebook(db: CorpusDatabase): Promise<Codebook> {
  return {
    layers: orderLayers(await db.layers.toArray()),
    tags: orderTags(await db.tags.toArray()),
  }
}
