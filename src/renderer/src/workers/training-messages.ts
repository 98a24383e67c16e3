import type { AppError } from '#core/model/result'

/** From the window to the training worker, once. It is cancelled by ending the worker: it writes only at its end. */
export interface TrainingRequest {
  /** Name of the corpus database. */
  readonly database: string
  /** True: nobody asked for it, so the model before stays unless the new one is at least as good. */
  readonly unattended: boolean
}

/** How far training is, 0..1. */
export interface TrainingStep {
  readonly kind: 'progress'
  readonly done: number
}

/** How training ended: the model is stored when there is neither error nor crash. */
export interface TrainingEnd {
  readonly kind: 'end'
  readonly error: AppError | null
  /** Set when a bug stopped it, for the log. */
  readonly crash: string | null
}

/** From the training worker to the window. */
export type TrainingReply = TrainingStep | TrainingEnd
