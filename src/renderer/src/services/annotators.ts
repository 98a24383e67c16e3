import type { Annotator } from '#core/model/corpus'
import type { Live } from '#data/live'
import { liveOfCorpus } from './open-corpus'

const annotators = liveOfCorpus<readonly Annotator[]>((db) => db.annotators.toArray(), [])

/** Everyone who annotated in the open corpus, by whatever laptop. */
export function liveAnnotators(): Live<readonly Annotator[]> {
  return annotators
}
