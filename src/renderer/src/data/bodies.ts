import type { ArticleBody, Block, BlockKind } from '#core/model/article'
import type { TextRange } from '#core/model/range'
import type { CorpusDatabase } from './database'
import type { BodyPack, StoredBody } from './stored'

/** A pack is full at this many bodies, or … */
const PACK_ENTRIES = 50

/** … at this many UTF-16 units of text: reading one article reads its pack, and has to stay below 3 ms. */
const PACK_LENGTH = 300_000

/** Position is the stored code: append only. */
const BLOCK_KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'list-item', 'quote']

/** The stored form of a body: numbers in flat lists take a third of the space of objects, and read faster. */
export function storeBody(id: string, body: ArticleBody): StoredBody {
  const blocks: number[] = []
  for (const block of body.blocks) blocks.push(BLOCK_KINDS.indexOf(block.kind), block.start, block.end)
  const furniture: number[] = []
  for (const range of body.furniture) furniture.push(range.start, range.end)
  return { id, text: body.text, blocks, furniture }
}

/** The body of its stored form. */
export function restoreBody(stored: StoredBody): ArticleBody {
  const blocks: Block[] = []
  for (let i = 0; i + 2 < stored.blocks.length; i += 3) {
    const [code = 0, start = 0, end = 0] = stored.blocks.slice(i, i + 3)
    blocks.push({ kind: BLOCK_KINDS[code] ?? 'paragraph', start, end })
  }
  const furniture: TextRange[] = []
  for (let i = 0; i + 1 < stored.furniture.length; i += 2) {
    furniture.push({ start: stored.furniture[i] ?? 0, end: stored.furniture[i + 1] ?? 0 })
  }
  return { text: stored.text, blocks, furniture }
}

/** Distributes bodies over packs, in order. The packs are numbered from `first`. */
export function packBodies(bodies: readonly StoredBody[], first: number): BodyPack[] {
  const packs: { pack: number; entries: StoredBody[] }[] = []
  let length = 0
  for (const body of bodies) {
    const last = packs.at(-1)
    if (last && last.entries.length < PACK_ENTRIES && length + body.text.length <= PACK_LENGTH) {
      last.entries.push(body)
      length += body.text.length
    } else {
      packs.push({ pack: first + packs.length, entries: [body] })
      length = body.text.length
    }
  }
  return packs
}

/** Number of the next pack. Ask within the transaction that writes it. */
export async function nextPack(db: CorpusDatabase): Promise<number> {
  const [last] = await db.bodies.orderBy('pack').reverse().limit(1).primaryKeys()
  return (last ?? 0) + 1
}

/** The body of an article, null when there is no such article. */
export async function readBody(db: CorpusDatabase, article: string): Promise<ArticleBody | null> {
  const row = await db.articles.get(article)
  const pack = row && (await db.bodies.get(row.pack))
  const stored = pack?.entries.find((entry) => entry.id === article)
  return stored ? restoreBody(stored) : null
}
