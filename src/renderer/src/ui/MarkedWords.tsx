import classes from './MarkedWords.module.css'

/** A stretch of words against those of a base: as there, only here, only there, or here in place of others. */
export interface WordPart {
  readonly mark: 'same' | 'added' | 'removed' | 'changed'
  readonly text: string
  /** For `changed`: the words of the base in their place. */
  readonly instead: string
  /** True when only words that say little differ: marked quietly. */
  readonly light: boolean
  /** Kind of change with a name, null for none. */
  readonly sign: string | null
}

interface MarkedWordsProps {
  readonly parts: readonly WordPart[]
  /** The letter beside words with a sign, and what the sign is called. */
  readonly signs: Readonly<Record<string, { readonly letter: string; readonly name: string }>>
  /** Too little is shared to mark single words: only those with a sign are. */
  readonly rephrased: boolean
}

/**
 * Words with their differences: underlined here, struck where only the base has them, a letter for kinds with a name; a tag
 * where too little is shared to mark single words, so that they are not taken for the same.
 */
export function MarkedWords({ parts, signs, rephrased }: MarkedWordsProps) {
  const marked = parts.map((part, index) => {
    const sign = part.sign === null ? undefined : signs[part.sign]
    const isPlain = part.mark === 'same' || (rephrased && !sign)
    if (isPlain) return part.mark === 'removed' ? null : part.text
    const Tag = part.mark === 'removed' ? 'del' : 'ins'
    return (
      // Parts of one text never change places.
      <span key={index}>
        <Tag
          className={part.mark === 'removed' ? classes['removed'] : classes['added']}
          data-sign={sign?.name}
          data-light={part.light || undefined}
          title={titleOf(part, sign?.name)}
        >
          {part.text}
        </Tag>
        {sign && (
          <span className={classes['letter']} aria-hidden>
            {sign.letter}
          </span>
        )}
        {sign && <span className={classes['unseen']}> ({sign.name}) </span>}
      </span>
    )
  })
  return (
    <>
      {rephrased && (
        <span className={classes['reworded']} title="Shares too few words with the base to mark each of them">
          <span aria-hidden>≉</span> reworded{' '}
        </span>
      )}
      {marked}
    </>
  )
}

function titleOf({ mark, instead }: WordPart, sign: string | undefined): string {
  const what =
    mark === 'removed'
      ? 'Only in the base'
      : mark === 'changed'
        ? `The base has “${instead.trim()}”`
        : 'Not in the base'
  return sign === undefined ? what : `${what} (${sign})`
}
