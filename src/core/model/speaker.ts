/** The person or body that speaks: one record for all its spellings. */
export interface Speaker {
  readonly id: string
  readonly name: string
  /** Other spellings ("Sergei Lavrov", "the foreign minister"), without `name` itself. */
  readonly aliases: readonly string[]
}
