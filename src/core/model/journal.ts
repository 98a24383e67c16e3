import type { Annotation } from './annotation'
import type { Article } from './article'
import type { Layer, Tag } from './codebook'
import type { ClusterDecision, FindingDecision } from './comparison'
import type { Annotator, Corpus, Story } from './corpus'
import type { SavedSearch } from './saved-search'
import type { Source } from './source'
import type { Speaker } from './speaker'

/** Every table whose rows change only through the journal, with the type of its rows (each has a string `id`). */
export interface JournaledTables {
  corpus: Corpus
  articles: Article
  annotations: Annotation
  layers: Layer
  tags: Tag
  sources: Source
  speakers: Speaker
  annotators: Annotator
  stories: Story
  clusterDecisions: ClusterDecision
  findingDecisions: FindingDecision
  savedSearches: SavedSearch
}

/** Name of a journaled table. */
export type JournaledTable = keyof JournaledTables

/**
 * One row's change. `before` null makes the row, `after` null deletes it; both then hold the whole row.
 * Otherwise both hold at least the fields that change, and a field that only one of them has comes or goes.
 */
export type Change = {
  [T in JournaledTable]: {
    readonly table: T
    readonly id: string
    readonly before: Partial<JournaledTables[T]> | null
    readonly after: Partial<JournaledTables[T]> | null
  }
}[JournaledTable]

/** A change a person asked for, with what undo will call it ("Delete quotation"). */
export interface Command {
  readonly label: string
  readonly changes: readonly Change[]
}

/** What the journal says of a command without its changes: who, when, and where undo and redo stand afterwards. */
export interface JournalHead {
  /** Position in the journal, from 1; given by the database. */
  readonly seq: number
  readonly id: string
  /** Id of the annotator. */
  readonly by: string
  /** ISO time. */
  readonly at: string
  readonly label: string
  readonly kind: 'do' | 'undo' | 'redo'
  /** For `undo` and `redo`: the `do` entry whose changes it takes back or makes again. */
  readonly target: number | null
  /** After this entry: the `do` entry that undo would take back, null for none. */
  readonly undoTop: number | null
  /** After this entry: the `undo` entry that redo would take back, null for none. */
  readonly redoTop: number | null
  /** For `do`: what was below it on the undo stack. For `undo`: what was below it on the redo stack. Null for `redo`. */
  readonly below: number | null
}

/** What the journal keeps of a command. */
export interface JournalEntry extends JournalHead, Command {}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change
}
