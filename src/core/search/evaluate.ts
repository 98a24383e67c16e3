import { complement, intersect, union, type Documents } from './document-sets'
import { filterDocuments, type FilterNames } from './filters'
import type { IndexSegments } from './index-segments'
import { LeafMatcher, type Leaf } from './leaves'
import type { Query, QueryNode, QueryNote } from './query'
import { addScores } from './scores'
import type { Shelf } from './shelf'

/** What a query found. */
export interface Matches {
  /** Documents of the articles' shelf, ascending. */
  readonly documents: Documents
  /** BM25 of each, 0 where nothing was asked but filters. */
  readonly scores: Float32Array
  /** How often the words, phrases and NEARs asked for stand in all of them together. */
  readonly occurrences: number
  readonly notes: readonly QueryNote[]
}

/**
 * Answers a query. Postings of all words are read first. From these follows which documents can match at all, and only
 * for them places are read, where a phrase, NEAR or field needs them.
 * @param articles the articles' shelf
 * @param others shelves with further fields
 */
export async function evaluate(
  query: Query,
  articles: Shelf,
  others: readonly Shelf[],
  names: FilterNames,
): Promise<Matches> {
  const { index } = articles
  const leaves = leavesOf(query.node)
  const matcher = new LeafMatcher([articles, ...others])
  await matcher.readWords(leaves)
  const { filters, notes } = await readFilters(query.node, index, names)
  const bounds: Evaluation = {
    total: index.total,
    leaf: (leaf) => matcher.bound(leaf),
    filter: (node) => filters.get(node) ?? new Uint32Array(0),
    isExact: (leaf) => matcher.isExact(leaf),
  }
  const bound = upperBound(query.node, bounds)
  const possible = index.live ? intersect([index.live, bound]) : bound
  await matcher.readPlaces(leaves, possible)
  const exact: Evaluation = { ...bounds, leaf: (leaf) => matcher.matches(leaf).documents }
  // Where no leaf needs its places, what can match is what does.
  const documents = leaves.every((leaf) => matcher.isExact(leaf))
    ? possible
    : intersect([possible, evaluateNode(query.node, exact)])
  const scores = new Float32Array(documents.length)
  let occurrences = 0
  for (const leaf of positiveLeaves(query.node)) {
    occurrences += addScores(index, matcher.matches(leaf), documents, scores)
  }
  return { documents, scores, occurrences, notes: [...query.notes, ...notes] }
}

interface Evaluation {
  readonly total: number
  readonly leaf: (leaf: Leaf) => Documents
  readonly filter: (node: QueryNode) => Documents
  /** True when the bound of a leaf is what it matches. */
  readonly isExact: (leaf: Leaf) => boolean
}

function evaluateNode(node: QueryNode, evaluation: Evaluation): Documents {
  switch (node.kind) {
    case 'words':
    case 'near':
      return evaluation.leaf(node)
    case 'filter':
      return evaluation.filter(node)
    case 'any':
      return union(
        node.nodes.map((one) => evaluateNode(one, evaluation)),
        evaluation.total,
      )
    case 'all':
      return intersect(node.nodes.map((one) => evaluateNode(one, evaluation)))
    case 'not':
      return complement(evaluateNode(node.node, evaluation), evaluation.total)
  }
}

/** Documents among which all are that match. */
function upperBound(node: QueryNode, evaluation: Evaluation): Documents {
  switch (node.kind) {
    case 'any':
      return union(
        node.nodes.map((one) => upperBound(one, evaluation)),
        evaluation.total,
      )
    case 'all':
      return intersect(node.nodes.map((one) => upperBound(one, evaluation)))
    case 'not': {
      // Of what may match too little is known to exclude anything.
      const exact = leavesOf(node.node).every((leaf) => evaluation.isExact(leaf))
      return exact ? evaluateNode(node, evaluation) : complement(new Uint32Array(0), evaluation.total)
    }
    default:
      return evaluateNode(node, evaluation)
  }
}

function leavesOf(node: QueryNode): Leaf[] {
  switch (node.kind) {
    case 'words':
    case 'near':
      return [node]
    case 'any':
    case 'all':
      return node.nodes.flatMap(leavesOf)
    case 'not':
      return leavesOf(node.node)
    case 'filter':
      return []
  }
}

function positiveLeaves(node: QueryNode): Leaf[] {
  switch (node.kind) {
    case 'words':
    case 'near':
      return [node]
    case 'any':
    case 'all':
      return node.nodes.flatMap(positiveLeaves)
    case 'not':
    case 'filter':
      return []
  }
}

async function readFilters(root: QueryNode, index: IndexSegments, names: FilterNames) {
  const filters = new Map<QueryNode, Documents>()
  const notes: QueryNote[] = []
  const read = async (node: QueryNode): Promise<void> => {
    if (node.kind === 'any' || node.kind === 'all') for (const one of node.nodes) await read(one)
    if (node.kind === 'not') await read(node.node)
    if (node.kind !== 'filter') return
    const { documents, note } = await filterDocuments(index, node.filter, names)
    filters.set(node, documents)
    if (note !== null) notes.push({ message: note, at: node.at })
  }
  await read(root)
  return { filters, notes }
}
