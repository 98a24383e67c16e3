import type { TextRange } from '../model/range'

/** Where words are looked for. Without any: in titles and texts. */
export const SCOPES = ['title', 'text', 'quotations', 'claims', 'notes'] as const
export type Scope = (typeof SCOPES)[number]

/** What an article can be filtered by. */
export const FILTER_FIELDS = ['source', 'date', 'tag', 'speaker', 'status', 'lang'] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/** A word of a query, folded; with `prefix` any word that begins so. */
export interface WordPart {
  readonly term: string
  readonly prefix: boolean
}

/** A word, or several that stand one after the other. */
export interface WordsNode {
  readonly kind: 'words'
  /** Never empty. */
  readonly parts: readonly WordPart[]
  /** Null: in titles and texts. */
  readonly scopes: readonly Scope[] | null
}

/** Two things with at most `distance` words between them, in either order. */
export interface NearNode {
  readonly kind: 'near'
  readonly distance: number
  readonly left: PlacedNode
  readonly right: PlacedNode
}

/** Any of things that have places. */
export interface AnyPlacedNode {
  readonly kind: 'any'
  readonly nodes: readonly PlacedNode[]
}

/** What has places in a text, and so can stand beside NEAR. */
export type PlacedNode = WordsNode | NearNode | AnyPlacedNode

/** A condition on an article rather than its text. */
export type Filter =
  | {
      readonly field: 'date'
      /** As `dateCode` gives them; `from` is in, `to` is out. Null: no limit on that side. */
      readonly from: number | null
      readonly to: number | null
      /** True for articles without a date: `date:none`. */
      readonly none: boolean
    }
  | {
      readonly field: Exclude<FilterField, 'date'>
      /** As written, without quotation marks; `none` for articles without one. */
      readonly value: string
    }

/** A query. An `all` without nodes matches every article. */
export type QueryNode =
  | WordsNode
  | NearNode
  | { readonly kind: 'any'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'all'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'filter'; readonly filter: Filter; readonly at: TextRange }

/** Something worth knowing about a query that can be answered. */
export interface QueryNote {
  readonly message: string
  /** Where in the query, as UTF-16 offsets. */
  readonly at: TextRange
}

/** A query, read. */
export interface Query {
  readonly node: QueryNode
  readonly notes: readonly QueryNote[]
}

/** Why a query cannot be answered, and where in it. */
export interface QueryError {
  readonly message: string
  readonly at: TextRange
}

/** True for a node that has places in a text. */
export function isPlaced(node: QueryNode): node is PlacedNode {
  if (node.kind === 'words' || node.kind === 'near') return true
  return node.kind === 'any' && node.nodes.length > 0 && node.nodes.every(isPlaced)
}

/** The placed nodes that make an article match: those that are not denied. For ranking, snippets and hits. */
export function positiveNodes(node: QueryNode): PlacedNode[] {
  switch (node.kind) {
    case 'words':
    case 'near':
      return [node]
    case 'any':
    case 'all':
      return node.nodes.flatMap(positiveNodes)
    case 'not':
    case 'filter':
      return []
  }
}

/** All words of a placed node. */
export function wordsNodesOf(node: PlacedNode): WordsNode[] {
  switch (node.kind) {
    case 'words':
      return [node]
    case 'near':
      return [...wordsNodesOf(node.left), ...wordsNodesOf(node.right)]
    case 'any':
      return node.nodes.flatMap(wordsNodesOf)
  }
}

/** All fields that a query names, also where it excludes. */
export function scopesNamed(node: QueryNode): Scope[] {
  switch (node.kind) {
    case 'words':
      return [...(node.scopes ?? [])]
    case 'near':
      return wordsNodesOf(node).flatMap(scopesNamed)
    case 'any':
    case 'all':
      return node.nodes.flatMap(scopesNamed)
    case 'not':
      return scopesNamed(node.node)
    case 'filter':
      return []
  }
}
