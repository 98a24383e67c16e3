import { Button, VisuallyHidden } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { ClusterKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { refreshCommands } from '#store/command-registry'
import { leaveMatrix, useMatrix } from '#store/matrix'
import { setClusterFilter } from '#store/story'
import { EmptyState } from '#ui/EmptyState'
import { provideMatrix } from './actions'
import classes from './Matrix.module.css'
import { MatrixGrid } from './MatrixGrid'
import { MatrixToolbar } from './MatrixToolbar'
import { MoveBar } from './MoveBar'
import { RowBar } from './RowBar'
import { useRoom } from './use-room'
import { useMatrixRows } from './use-matrix-rows'

interface MatrixProps {
  readonly view: ComparisonView
  readonly kind: ClusterKind
}

/** The utterances or assertions of a story: a row each, a column a source, what differs marked. */
export function Matrix({ view, kind }: MatrixProps) {
  const { rows, total, base } = useMatrixRows(view, kind)
  const [frame, room] = useRoom(rows.length > 0)
  const [said, setSaid] = useState('')
  const announce = useCallback((message: string) => setSaid(message), [])
  // Commands ask what is there when they are told that it has changed.
  useEffect(() => {
    provideMatrix({ view, kind, rows, base, announce })
    refreshCommands()
  }, [view, kind, rows, base, announce])
  useEffect(() => {
    return () => {
      provideMatrix(null)
      leaveMatrix()
    }
  }, [kind, view.story.id])
  useEffect(() => useMatrix.subscribe(refreshCommands), [])

  return (
    <div className={classes['matrix']} data-place="matrix">
      <MatrixToolbar view={view} kind={kind} shown={rows.length} total={total} />
      <MoveBar view={view} />
      {rows.length > 0 ? (
        <div ref={frame} className={classes['frame']}>
          {room ? (
            <MatrixGrid
              key={`${view.story.id} ${kind}`}
              view={view}
              kind={kind}
              rows={rows}
              base={base}
              room={room}
            />
          ) : (
            <div className={classes['grid']} />
          )}
        </div>
      ) : (
        <NothingShown kind={kind} />
      )}
      <RowBar kind={kind} />
      <VisuallyHidden role="status" aria-label="Decision">
        {said}
      </VisuallyHidden>
    </div>
  )
}

/** A choice that lets no row through, and the way out of it. */
function NothingShown({ kind }: { readonly kind: ClusterKind }) {
  const clear = () => {
    setClusterFilter(kind, null)
    useMatrix.setState({ only: null })
  }
  return (
    <EmptyState
      icon={<IconFilterOff size="2rem" stroke={1.5} />}
      title={`No ${kind} passes this choice`}
      actions={
        <Button variant="default" onClick={clear}>
          Show all rows
        </Button>
      }
    >
      Show all rows to see the others.
    </EmptyState>
  )
}
