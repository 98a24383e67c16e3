import { Button } from '@mantine/core'
import { wordsOf } from '#core/compare/matrix'
import type { ComparisonView } from '#services/comparison'
import { useMatrix } from '#store/matrix'
import { unquoted } from '../labels'
import { cancelMove } from './actions'
import classes from './Matrix.module.css'

/** Says which words are looking for a row, and how to end that. */
export function MoveBar({ view }: { readonly view: ComparisonView }) {
  const moving = useMatrix((state) => state.moving)
  const member = moving === null ? undefined : view.annotations.get(moving)
  if (!member) return null
  return (
    <div className={classes['moving']}>
      <span className={classes['movingText']}>
        Moving <q dir="auto">{unquoted(wordsOf(member))}</q>: choose the row it belongs to with the arrow keys
        and press Enter, or click the row.
      </span>
      <Button variant="subtle" size="compact-sm" onClick={cancelMove}>
        Cancel
      </Button>
    </div>
  )
}
