import type { ArticleBody, Block, BlockKind } from '#core/model/article'
import type { TextRange } from '#core/model/range'
import type { CorpusDatabase } from './database'
import type { BodyPack } from './stored'

/** A pack is full at this many bodies, or … */
const PACK_ENTRIES = 50

/**
 * … at this many UTF-16 units of text: about 19 news articles. Chromium keeps a value of up to 64 KiB, compressed, in
 * the database itself and a larger one in a file of its own, which takes three times as long to read.
 */
const PACK_LENGTH = 80_000

/** Position is the stored code: append only. */
const BLOCK_KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'list-item', 'quote']

/** An article's body on its way into a pack. */
export interface NamedBody {
  /** Id of the article. */
  readonly id: string
  readonly body: ArticleBody
}

/** Distributes bodies over packs, in order. The packs are numbered from `first`. */
export function packBodies(bodies: readonly NamedBody[], first: number): BodyPack[] {
  const groups: NamedBody[][] = []
  let length = 0
  for (const named of bodies) {
    const group = groups.at(-1)
    if (group && group.length < PACK_ENTRIES && length + named.body.text.length <= PACK_LENGTH) {
      group.push(named)
      length += named.body.text.length
    } else {
      groups.push([named])
      length = named.body.text.length
    }
  }
  return groups.map((group, index) => packGroup(group, first + index))
}

/** The longest that packs of more than one text can become: three bytes a UTF-16 unit. */
const scratch = new Uint8Array(3 * PACK_LENGTH)

/** The texts as one piece of UTF-8, and where each ends in it. */
function encodeTexts(texts: readonly string[]): { bytes: Uint8Array<ArrayBuffer>; ends: number[] } {
  const encoder = new TextEncoder()
  const [only] = texts
  if (texts.length === 1 && only !== undefined && only.length > PACK_LENGTH) {
    const bytes = encoder.encode(only)
    return { bytes, ends: [bytes.length] }
  }
  // One piece of memory for all, used again: half the time of an array a text.
  let end = 0
  const ends = texts.map((text) => (end += encoder.encodeInto(text, scratch.subarray(end)).written))
  return { bytes: scratch.slice(0, end), ends }
}

function packGroup(group: readonly NamedBody[], pack: number): BodyPack {
  const { bytes, ends } = encodeTexts(group.map(({ body }) => body.text))
  // JSON can spell half of a surrogate pair, UTF-8 cannot.
  const odd = group.filter(({ body }) => !body.text.isWellFormed())
  return {
    pack,
    ids: group.map(({ id }) => id),
    bytes,
    ends,
    odd: Object.fromEntries(odd.map(({ id, body }) => [id, body.text])),
    blocks: group.map(({ body }) =>
      body.blocks.flatMap(({ kind, start, end }) => [BLOCK_KINDS.indexOf(kind), start, end]),
    ),
    furniture: group.map(({ body }) => body.furniture.flatMap(({ start, end }) => [start, end])),
  }
}

/** The body of an article in its pack, null when it is in another. */
export function bodyIn(pack: BodyPack, id: string): ArticleBody | null {
  const index = pack.ids.indexOf(id)
  if (index < 0) return null
  const bytes = pack.bytes.subarray(pack.ends[index - 1] ?? 0, pack.ends[index])
  // Without `ignoreBOM` a text that begins with U+FEFF would lose it, and every offset would be off by one.
  const text = pack.odd[id] ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const blocks: Block[] = []
  const flatBlocks = pack.blocks[index] ?? []
  for (let at = 0; at + 2 < flatBlocks.length; at += 3) {
    const kind = BLOCK_KINDS[flatBlocks[at] ?? 0] ?? 'paragraph'
    blocks.push({ kind, start: flatBlocks[at + 1] ?? 0, end: flatBlocks[at + 2] ?? 0 })
  }
  const furniture: TextRange[] = []
  const flatRanges = pack.furniture[index] ?? []
  for (let at = 0; at + 1 < flatRanges.length; at += 2) {
    furniture.push({ start: flatRanges[at] ?? 0, end: flatRanges[at + 1] ?? 0 })
  }
  return { text, blocks, furniture }
}

/** Number of the next pack. Ask within the transaction that writes it. */
export async function nextPack(db: CorpusDatabase): Promise<number> {
  const [last] = await db.bodies.orderBy('pack').reverse().limit(1).primaryKeys()
  return (last ?? 0) + 1
}

/** The pack of each article in `packs`, by id. */
export function packsOf(packs: readonly BodyPack[]): Map<string, number> {
  return new Map(packs.flatMap(({ pack, ids }) => ids.map((id) => [id, pack])))
}

/** The pack read last, by database: the next article of a list lies in it most of the time. Packs never change. */
const lastPacks = new WeakMap<CorpusDatabase, BodyPack>()

/**
 * The body of an article, null when there is no such article.
 * @param pack the article's pack where the caller knows it, which saves a read
 */
export async function readBody(
  db: CorpusDatabase,
  article: string,
  pack?: number,
): Promise<ArticleBody | null> {
  const number = pack ?? (await db.articles.get(article))?.pack
  if (number === undefined) return null
  const last = lastPacks.get(db)
  const held = last?.pack === number ? last : await db.bodies.get(number)
  if (!held) return null
  lastPacks.set(db, held)
  return bodyIn(held, article)
}
