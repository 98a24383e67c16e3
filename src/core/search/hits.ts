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
import { wordsOf } from './words'

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
  const { terms, starts, ends } = wordsOf(text)
  const places = new TermPlaces(
    terms,
    nodes.flatMap(({ placed }) => wordsNodesOf(placed)),
    scope,
  )
  const hits: Hit[] = []
  for (const { placed, asked } of nodes) {
    const spans = hitSpansOf(placed, places)
    for (let index = 0; index < spans.length; index++) {
      const start = starts[spans.starts[index] ?? 0] ?? 0
      const end = ends[(spans.ends[index] ?? 0) - 1] ?? start
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

/** Where the words of a query stand among the words of one text. */
class TermPlaces implements Places {
  readonly #places = new Map<string, number[]>()
  readonly #scope: Scope

  constructor(terms: readonly string[], nodes: readonly WordsNode[], scope: Scope) {
    this.#scope = scope
    const exact = new Map<string, number[]>()
    const prefixes = new Map<string, { readonly term: string; readonly places: number[] }>()
    for (const part of nodes.flatMap(({ parts }) => parts)) {
      const key = partKey(part)
      if (this.#places.has(key)) continue
      const places: number[] = []
      this.#places.set(key, places)
      if (part.prefix) prefixes.set(key, { term: part.term, places })
      else exact.set(part.term, places)
    }
    for (const [place, term] of terms.entries()) {
      exact.get(term)?.push(place)
      for (const prefix of prefixes.values()) if (term.startsWith(prefix.term)) prefix.places.push(place)
    }
  }

  of(part: WordPart): PlaceSlice {
    const places = this.#places.get(partKey(part)) ?? []
    return { places, from: 0, to: places.length }
  }

  inScope(node: WordsNode): boolean {
    return isInScope(node, this.#scope)
  }
}
