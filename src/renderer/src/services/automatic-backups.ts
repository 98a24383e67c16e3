import type { AppError } from '#core/model/result'
import { liveJournalPosition, readBackupState } from '#data/backup-source'
import { invoke, on } from './bridge'
import { backedUpTo, backUp } from './backups'
import { onCorpusChange, openedCorpus, type OpenCorpus } from './open-corpus'
import { readCurrentSettings } from './settings'

/** Milliseconds between two looks whether a backup is due. */
const LOOK_INTERVAL = 30_000

/** Milliseconds after which changes that are few are backed up too. */
const LONGEST_WAIT = 180_000

/** More new packs of texts than this are not written while the window waits to be closed. */
const QUICK_PACKS = 100

/** Says what went wrong to a person. */
type Complain = (error: AppError) => void

/** What is known of the open corpus since it was opened. */
interface Watch {
  readonly corpus: OpenCorpus
  /** Position of the journal at the latest backup; null before it was looked up. */
  backedUp: number | null
  /** When changes began that no backup has, milliseconds since 1970; null for none. */
  changedAt: number | null
  stop: () => void
}

/**
 * Backs up the open corpus by itself: after so many changes, some minutes after few, when it is left, and when the window
 * closes. Whether it is due is looked at when nobody types. Answers the function that ends this.
 */
export function followBackups(complain: Complain): () => void {
  let watch: Watch | null = null
  let busy: Promise<void> = Promise.resolve()

  const make = (corpus: OpenCorpus): Promise<void> => {
    busy = busy.then(async () => {
      const made = await backUp(corpus.corpus)
      // An import that runs has its own turn when it is done.
      const error = made.ok ? made.value : made.error.kind === 'conflict' ? null : made.error
      if (error) complain(error)
    })
    return busy
  }

  const look = async (current: Watch): Promise<void> => {
    const { corpus } = current
    const { backUp: wanted, backUpEvery } = await readCurrentSettings()
    const state = await readBackupState(corpus.database)
    const latest = await backedUpTo(corpus.corpus.id)
    const changes = state.seq - (latest?.seq ?? 0)
    current.backedUp = latest?.seq ?? 0
    const isDirty =
      changes > 0 || state.lastPack !== (latest?.lastPack ?? 0) || state.merged !== (latest?.merged ?? 0)
    if (!isDirty) current.changedAt = null
    else current.changedAt ??= Date.now()
    if (!wanted || !isDirty || state.importing || watch !== current) return
    const waited = Date.now() - (current.changedAt ?? Date.now())
    if (changes < backUpEvery && waited < LONGEST_WAIT) return
    await make(corpus)
    current.changedAt = null
    current.backedUp = state.seq
  }

  let looking: Promise<void> = Promise.resolve()
  const lookWhenIdle = (): void => {
    requestIdleCallback(
      () => {
        const current = watch
        // A database that does not answer is told of by whoever needs it.
        if (current) looking = looking.then(() => look(current)).catch(() => undefined)
      },
      { timeout: LOOK_INTERVAL },
    )
  }

  const follow = (): void => {
    const current = openedCorpus()
    if (current?.database === watch?.corpus.database) return
    const left = watch
    left?.stop()
    watch = null
    if (left && left.changedAt !== null) void leave(left.corpus)
    if (!current?.listed) return
    const next: Watch = { corpus: current, backedUp: null, changedAt: null, stop: () => {} }
    watch = next
    let seen = 0
    next.stop = liveJournalPosition(current.database).subscribe((seq) => {
      if (next.backedUp !== null && seq > next.backedUp) next.changedAt ??= Date.now()
      // Not after every change: the settings say how many are a reason to look.
      if (seq < seen + 10 && seen !== 0) return
      seen = seq
      lookWhenIdle()
    })
  }

  const leave = async (corpus: OpenCorpus): Promise<void> => {
    if ((await readCurrentSettings()).backUp) await make(corpus)
  }

  const close = async (): Promise<void> => {
    const current = watch
    if (current && (await readCurrentSettings()).backUp) {
      const state = await readBackupState(current.corpus.database)
      const latest = await backedUpTo(current.corpus.corpus.id)
      const isDirty = state.seq !== latest?.seq || state.lastPack !== latest.lastPack
      if (isDirty && state.lastPack > 0 && state.lastPack - (latest?.lastPack ?? 0) <= QUICK_PACKS) {
        await make(current.corpus)
      }
    }
    await busy
  }

  const timer = setInterval(lookWhenIdle, LOOK_INTERVAL)
  const stops = [
    onCorpusChange(follow),
    on('app:closing', () => {
      void close()
        .catch(() => undefined)
        .then(() => invoke('app:close'))
    }),
  ]
  follow()
  return () => {
    clearInterval(timer)
    for (const stop of stops) stop()
    watch?.stop()
    watch = null
  }
}
