import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { Tag } from '#core/model/codebook'
import { editTag } from '#services/codebook'
import { runCommand } from '#store/command-registry'
import { renameTag, selectItem, setClosed, useCodebookView } from '#store/codebook'
import { formatCount } from '#ui/counts'
import { KeyHint } from '#ui/KeyHint'
import { orNotify } from '#ui/notify'
import { moveOfKey, treeRows, type TreeRow } from './tree'
import { useTakeLostFocus } from '#ui/use-take-lost-focus'
import classes from './TagTree.module.css'

interface TagTreeProps {
  readonly tags: readonly Tag[]
  /** Annotations by id of tag. */
  readonly usage: Readonly<Record<string, number>>
  readonly labelledBy: string
}

/** The tags as a tree, moved through and changed by keyboard. */
export function TagTree({ tags, usage, labelledBy }: TagTreeProps) {
  const id = useId()
  const tree = useRef<HTMLDivElement>(null)
  const selectedItem = useCodebookView((state) => state.selected)
  const closed = useCodebookView((state) => state.closed)
  const selected = selectedItem?.kind === 'tag' ? selectedItem.id : null
  const rows = treeRows(tags, closed)
  const isShown = rows.some((row) => row.tag.id === selected)

  useTakeLostFocus(tree)
  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const move = moveOfKey(event.key, event.altKey, tags, rows, selected)
    if (move) {
      if (move.kind === 'select') selectItem({ kind: 'tag', id: move.id })
      else if (move.kind === 'parent') {
        if (move.parent !== null) setClosed(move.parent, false)
        void orNotify(editTag(move.id, { parent: move.parent }))
      } else setClosed(move.id, move.kind === 'close')
    } else if ((event.key === 'Enter' || event.key === 'F2') && selected !== null) {
      renameTag(selected)
    } else if (event.key === 'Delete' && selected !== null) {
      runCommand('codebook.delete-tag')
    } else {
      return
    }
    event.preventDefault()
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-labelledby={labelledBy}
      aria-activedescendant={isShown && selected !== null ? `${id}-${selected}` : undefined}
      tabIndex={0}
      className={classes['tree']}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <TreeItem
          key={row.tag.id}
          id={`${id}-${row.tag.id}`}
          row={row}
          uses={usage[row.tag.id] ?? 0}
          isSelected={row.tag.id === selected}
        />
      ))}
    </div>
  )
}

interface TreeItemProps {
  readonly id: string
  readonly row: TreeRow
  readonly uses: number
  readonly isSelected: boolean
}

function TreeItem({ id, row, uses, isSelected }: TreeItemProps) {
  const { tag, level, position, siblings, hasChildren, isOpen } = row
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? isOpen : undefined}
      className={classes['item']}
      style={{ paddingLeft: `${0.5 + (level - 1) * 1.25}rem` }}
      onClick={() => selectItem({ kind: 'tag', id: tag.id })}
      onDoubleClick={() => renameTag(tag.id)}
    >
      <span
        className={classes['chevron']}
        onClick={(event) => {
          if (!hasChildren) return
          event.stopPropagation()
          setClosed(tag.id, isOpen)
        }}
      >
        {hasChildren && <Chevron size="0.875rem" aria-hidden />}
      </span>
      <span className={classes['dot']} style={{ backgroundColor: tag.color }} aria-hidden />
      <span className={classes['name']} title={tag.definition || tag.name}>
        {tag.name}
      </span>
      <span className={classes['uses']} title={`On ${formatCount(uses)} annotations`}>
        {uses > 0 && formatCount(uses)}
      </span>
      <span className={classes['key']}>{tag.shortcut !== null && <KeyHint keys={tag.shortcut} />}</span>
    </div>
  )
}
