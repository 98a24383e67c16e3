import type { ClusterDecision } from '#core/model/comparison'
import {
  readClusterDecisions,
  readComparison,
  readFindingDecisions,
  readStoryMaterial,
  type StoryMaterial,
} from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import { liveOf, type Live } from '#data/live'
import { runComparison } from './comparing'
import { viewOf, type Compared, type ComparisonView } from './comparison-view'

/** Milliseconds after the last change until a story is compared again. */
const DELAY = 300

/** Follows one story: puts its view together, and has it compared when something changed. */
export function followComparison(db: CorpusDatabase, story: string): Live<ComparisonView | null> {
  return {
    subscribe(next, error) {
      const follower = new Follower(db, story, next, error)
      return () => follower.stop()
    },
  }
}

class Follower {
  readonly #db: CorpusDatabase
  readonly #story: string
  readonly #next: (view: ComparisonView | null) => void
  readonly #error: ((error: unknown) => void) | undefined
  readonly #stops: (() => void)[]
  #material: StoryMaterial | null | undefined
  #decisions: readonly ClusterDecision[] | undefined
  #compared: Compared | null | undefined
  #state: ComparisonView['state'] = 'current'
  /** Basis of the comparison that is stored but may not have been read yet. */
  #awaited: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #running = false
  #changed = false
  #stopped = false

  constructor(
    db: CorpusDatabase,
    story: string,
    next: (view: ComparisonView | null) => void,
    error: ((error: unknown) => void) | undefined,
  ) {
    this.#db = db
    this.#story = story
    this.#next = next
    this.#error = error
    const fail = (failure: unknown) => error?.(failure)
    // Apart, so that a decision does not read all annotations again.
    this.#stops = [
      liveOf(() => readStoryMaterial(db, story)).subscribe((material) => {
        const first = this.#material === undefined
        this.#material = material
        this.#onChange(first)
      }, fail),
      liveOf(() => readClusterDecisions(db, story)).subscribe((decisions) => {
        const first = this.#decisions === undefined
        this.#decisions = decisions
        this.#onChange(first)
      }, fail),
      liveOf(() => this.#readCompared()).subscribe((compared) => {
        this.#compared = compared
        this.#settle()
        this.#emit()
      }, fail),
    ]
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    for (const stop of this.#stops) stop()
  }

  async #readCompared(): Promise<Compared | null> {
    const comparison = await readComparison(this.#db, this.#story)
    if (!comparison) return null
    const findings = comparison.findings.map(({ id }) => id)
    return { comparison, decisions: await readFindingDecisions(this.#db, findings) }
  }

  #onChange(first: boolean): void {
    if (this.#material === undefined || this.#decisions === undefined) return
    if (this.#running) {
      this.#changed = true
      if (this.#state === 'current') this.#state = 'stale'
    } else if (first && this.#timer === undefined) this.#run()
    else this.#schedule()
    this.#emit()
  }

  #schedule(): void {
    this.#state = 'stale'
    this.#awaited = null
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#run(), DELAY)
  }

  #run(): void {
    this.#timer = undefined
    if (!this.#material) return
    this.#running = true
    this.#changed = false
    const started = () => this.#setState('running')
    runComparison(this.#db, this.#story, false, started).then(
      (done) => {
        this.#running = false
        if (this.#stopped) return
        this.#awaited = done.ok ? done.value : null
        if (this.#changed) this.#schedule()
        else if (done.ok) this.#settle()
        else this.#state = 'stale'
        this.#emit()
      },
      (error: unknown) => {
        this.#running = false
        if (!this.#stopped) this.#error?.(error)
      },
    )
  }

  /** Current is what was read of the comparison that was made last, never the one before. */
  #settle(): void {
    if (this.#awaited === null || this.#compared?.comparison.basis !== this.#awaited) return
    this.#awaited = null
    if (!this.#running && this.#timer === undefined) this.#state = 'current'
  }

  #setState(state: ComparisonView['state']): void {
    this.#state = state
    this.#emit()
  }

  #emit(): void {
    const [material, decisions, compared] = [this.#material, this.#decisions, this.#compared]
    if (this.#stopped || material === undefined || !decisions || compared === undefined) return
    this.#next(material && compared ? viewOf(material, decisions, compared, this.#state) : null)
  }
}
