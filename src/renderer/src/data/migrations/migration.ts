import type { Transaction } from 'dexie'

/**
 * One step of the corpus database's schema. A migration that has landed never changes (test/unit/data/migrations.test.ts):
 * the next one follows it, in a file of its own with a test that starts from the version before.
 */
export interface Migration {
  /** 1, 2, 3 …, without gaps. */
  readonly version: number
  /** Tables that come, change their keys, or go (null), in Dexie's schema syntax; the others stay as they are. */
  readonly stores: Readonly<Record<string, string | null>>
  /** Rewrites rows. Runs in the one transaction of the whole upgrade: all of it happens or nothing. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>
}
