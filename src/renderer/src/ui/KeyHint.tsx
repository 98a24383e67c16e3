import { keyCaps } from './key-caps'
import classes from './KeyHint.module.css'

interface KeyHintProps {
  /** A key of a command: `Mod+Shift+Z`. */
  readonly keys: string
}

/** The caps of a key as this platform names them. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className={classes['hint']}>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={classes['cap']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
