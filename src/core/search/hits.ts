import type { TextRange } from '../model/range'
import { partKey } from './postings'
import {
  positiveNodes,
  wordsNodesOf,
  type PlacedNode,
  type Query,
  type Scope,
  type WordPart,
  type WordsNode,
} from './query'
import { hitSpansOf, type Places, type PlaceSlice } from './spans'
import { scanWords } from './words'

/** A hit in a text, and which of the things asked for it is: the n-th that was not excluded. */
export interface Hit extends TextRange {
  readonly asked: number
}

/**
 * Every place in a field's text that a query asks for, in order, as UTF-16 offsets: words, phrases, and of NEAR those
 * that are near. Whether the article as a whole matches is not asked. Two hits may overlap where two things asked for do.
 * @param scope the field whose text it is; words asked for elsewhere are no hits
 */
export function hitsIn(text: string, { node }: Query, scope: Scope): Hit[] {
  const nodes = positiveNodes(node).flatMap((placed, asked) =>
    looksIn(placed, scope) ? [{ placed, asked }] : [],
  )
  if (nodes.length === 0) return []
  const places = new TermPlaces(
    text,
    nodes.flatMap(({ placed }) => wordsNodesOf(placed)),
    scope,
  )
  const hits: Hit[] = []
  for (const { placed, asked } of nodes) {
    const spans = hitSpansOf(placed, places)
    for (let index = 0; index < spans.length; index++) {
      const start = places.startOf(spans.starts[index] ?? 0)
      const end = places.endOf((spans.ends[index] ?? 0) - 1)
      hits.push({ start, end, asked })
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end || a.asked - b.asked)
}

/** True when a query asks for words in a field: otherwise `hitsIn` finds nothing in any. */
export function asksIn({ node }: Query, scope: Scope): boolean {
  return positiveNodes(node).some((placed) => looksIn(placed, scope))
}

function looksIn(node: PlacedNode, scope: Scope): boolean {
  return wordsNodesOf(node).some((words) => isInScope(words, scope))
}

function isInScope({ scopes }: WordsNode, scope: Scope): boolean {
  return scopes ? scopes.includes(scope) : scope === 'title' || scope === 'text'
}

/** A word that is looked for, as the units of its term. */
interface WantedWord {
  readonly term: string
  readonly prefix: boolean
  readonly places: number[]
}

/**
 * Where the words of a query stand among the words of one text. The other words are counted and never made: a page of
 * results goes over ten thousand of them.
 */
class TermPlaces implements Places {
  readonly #places = new Map<string, number[]>()
  readonly #scope: Scope
  /** Offsets of the words found, by their place. */
  readonly #starts = new Map<number, number>()
  readonly #ends = new Map<number, number>()

  constructor(text: string, nodes: readonly WordsNode[], scope: Scope) {
    this.#scope = scope
    const wanted: WantedWord[] = []
    for (const { term, prefix } of nodes.flatMap(({ parts }) => parts)) {
      const key = partKey({ term, prefix })
      if (this.#places.has(key)) continue
      const places: number[] = []
      this.#places.set(key, places)
      wanted.push({ term, prefix, places })
    }
    let place = 0
    scanWords(text, {
      word: (units, length, start, end) => {
        for (const word of wanted) {
          if (!isWord(word, units, length)) continue
          word.places.push(place)
          this.#starts.set(place, start)
          this.#ends.set(place, end)
        }
        place++
      },
    })
  }

  /** Where the word found at a place begins in the text, as a UTF-16 offset. */
  startOf(place: number): number {
    return this.#starts.get(place) ?? 0
  }

  endOf(place: number): number {
    return this.#ends.get(place) ?? 0
  }

  of(part: WordPart): PlaceSlice {
    const places = this.#places.get(partKey(part)) ?? []
    return { places, from: 0, to: places.length }
  }

  inScope(node: WordsNode): boolean {
    return isInScope(node, this.#scope)
  }
}

function isWord({ term, prefix }: WantedWord, units: Uint16Array, length: number): boolean {
  if (prefix ? length < term.length : length !== term.length) return false
  for (let at = 0; at < term.length; at++) if (units[at] !== term.charCodeAt(at)) return false
  return true
}
