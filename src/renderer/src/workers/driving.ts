import { turn } from './turn'

/** Milliseconds of work after which other messages are heard. */
const SLICE = 20

/** Milliseconds between two reports of progress. */
const REPORT_INTERVAL = 100

/** Thrown where a cancelled job is left. */
class Cancellation extends Error {}

/** True for what a cancelled job throws. */
export function isCancellation(error: unknown): boolean {
  return error instanceof Cancellation
}

/** A piece of work that someone waits for and may cancel. */
export class Job {
  readonly #report: (progress: number) => void
  readonly #isCancelled: () => boolean
  #reported = -Infinity

  constructor(report: (progress: number) => void, isCancelled: () => boolean) {
    this.#report = report
    this.#isCancelled = isCancelled
  }

  /** Says how far it is, 0..1; not every time it is called. The first is always said. */
  report(progress: number): void {
    const now = performance.now()
    if (now < this.#reported + REPORT_INTERVAL) return
    this.#reported = now
    this.#report(progress)
  }

  /** @throws when the job was cancelled, for `isCancellation` */
  heed(): void {
    if (this.#isCancelled()) throw new Cancellation('Cancelled')
  }
}

/**
 * Answers a function to be awaited between two pieces of work: it lets other messages be heard when a slice of time is
 * over, and throws when the job was cancelled.
 */
export function pause(job: Job): () => Promise<void> | undefined {
  let sliceEnd = performance.now() + SLICE
  return () => {
    if (performance.now() < sliceEnd) return undefined
    return turn().then(() => {
      job.heed()
      sliceEnd = performance.now() + SLICE
    })
  }
}

/**
 * Runs a generator to its end, a slice at a time, so that a wish to cancel is heard.
 * @param steps yields 0..1, how far it is
 * @param share of the job's progress that it is, from 0 to 1
 * @throws when the job is cancelled
 */
export async function drive<T>(
  steps: Generator<number, T>,
  job: Job,
  share: readonly [number, number] = [0, 1],
): Promise<T> {
  const [from, to] = share
  const slices = pause(job)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    const pausing = slices()
    if (!pausing) continue
    job.report(from + (to - from) * step.value)
    await pausing
  }
}
