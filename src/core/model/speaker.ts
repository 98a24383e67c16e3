/** The person or body that speaks: one record for all its spellings. */
export interface Speaker {
  readonly id: string
  readonly name: string
  /** Other spellings ("Sergei Lavrov", "the foreign minister"), without `name` itself. */
  readonly aliases: readonly string[]
  /** What a person decided about it; absent while only the program has linked it. Not part of a dataset. */
  readonly settled?: SettledSpeaker
}

/** A person's decisions about a speaker, which linking never overrules. */
export interface SettledSpeaker {
  /** Spellings that are this speaker, wherever they stand. */
  readonly names: readonly string[]
  /** In `article`, whoever would be taken for the speaker `of` is this one. */
  readonly instead: readonly { readonly article: string; readonly of: string }[]
  /** Speakers of a similar name that are others. */
  readonly apart?: readonly string[]
}
