import type { AppError } from '#core/model/result'
import type { Live } from '#data/live'
import { createLiveValue } from './live-value'

/** A corpus that could not be opened, and why. */
export interface CorpusFailure {
  /** Id under which the registry lists it. */
  readonly id: string
  readonly name: string
  readonly error: AppError
}

const failure = createLiveValue<CorpusFailure | null>(null)

/** The corpus that could not be opened, until another is opened or the person has seen it. */
export function liveFailure(): Live<CorpusFailure | null> {
  return failure
}

/** Says that a corpus could not be opened, or with null that this is over. */
export function setFailure(next: CorpusFailure | null): void {
  if (next !== failure.get()) failure.set(next)
}
