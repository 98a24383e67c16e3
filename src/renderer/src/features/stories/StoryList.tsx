import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { Button } from '@mantine/core'
import type { StoryProposal } from '#core/model/comparison'
import type { StoryView } from '#services/stories'
import { openStory } from '#store/navigation'
import { NO_SELECTION } from '#store/library'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'
import { selectStory, useStoriesList } from '#store/story'
import { countOf, formatCount } from '#ui/counts'
import { storyFacts, storyState } from './rows'
import classes from './Stories.module.css'

/** Proposals drawn at first and with each "Show more". */
const PAGE = 100
/** Rows that Page Up and Page Down pass over. */
const PAGE_STEP = 8

interface StoryListProps {
  readonly stories: readonly StoryView[]
  readonly proposals: readonly StoryProposal[]
}

/** Selects a proposal to look at, and no story. */
function selectProposal(id: string): void {
  useStoriesList.setState({ selection: NO_SELECTION, proposal: id })
}

/** Stories in dense rows, several of which can be selected, and below them what the program proposes, one at a time. */
export function StoryList({ stories, proposals }: StoryListProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(PAGE)
  const { selection, proposal } = useStoriesList()
  const shown = proposals.slice(0, drawn)
  const ids = stories.map(({ story }) => story.id)
  const all = [...ids, ...shown.map((one) => one.id)]
  const active = all.indexOf(proposal ?? selection.active ?? '')

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    element.scrollTop = useStoriesList.getState().offset
    if (document.activeElement === null || document.activeElement === document.body) list.current?.focus()
    return () => useStoriesList.setState({ offset: element.scrollTop })
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const target = targetOfKey(event.key, active, all.length, PAGE_STEP)
    if (target !== null) {
      const wanted = all[target]
      if (wanted === undefined) return
      if (target >= ids.length) {
        // A range of stories ends where the proposals begin.
        if (!event.shiftKey) selectProposal(wanted)
      } else {
        const modifiers = { toggle: isMod, extend: event.shiftKey }
        useStoriesList.setState({ selection: moveTo(selection, ids, target, modifiers), proposal: null })
      }
    } else if (event.key === ' ' && selection.active !== null) {
      useStoriesList.setState({ selection: toggleRow(selection, selection.active), proposal: null })
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      useStoriesList.setState({ selection: selectAll(selection, ids), proposal: null })
    } else {
      return
    }
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, story: string) => {
    const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
    useStoriesList.setState({ selection: clickRow(selection, ids, story, modifiers), proposal: null })
  }
  return (
    <div ref={scroller} className={classes['scroller']}>
      <div
        ref={list}
        role="listbox"
        aria-label="Stories and proposals"
        aria-multiselectable="true"
        aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
        tabIndex={0}
        className={classes['list']}
        onKeyDown={onKeyDown}
      >
        {stories.length > 0 && (
          <div role="group" aria-label="Stories">
            {stories.map((view, index) => (
              <StoryRow
                key={view.story.id}
                id={`${id}-${index}`}
                view={view}
                isSelected={selection.selected.has(view.story.id)}
                isActive={index === active}
                onClick={onClick}
              />
            ))}
          </div>
        )}
        {shown.length > 0 && (
          <div role="group" aria-labelledby={`${id}-proposals`}>
            <div className={classes['group']} id={`${id}-proposals`} role="presentation">
              {countOf(proposals.length, 'proposal')}
            </div>
            {shown.map((one, index) => (
              <div
                key={one.id}
                role="option"
                id={`${id}-${ids.length + index}`}
                aria-selected={one.id === proposal}
                data-active={ids.length + index === active || undefined}
                data-proposed
                className={classes['row']}
                onClick={() => selectProposal(one.id)}
              >
                <span className={classes['name']} dir="auto">
                  {one.name}
                </span>
                <span className={classes['uses']}>{Math.round(one.score * 100)} %</span>
                <span className={classes['particulars']}>{countOf(one.articles.length, 'article')}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {proposals.length > drawn && (
        <Button variant="subtle" m="xs" onClick={() => setDrawn(drawn + PAGE)}>
          Show {formatCount(Math.min(PAGE, proposals.length - drawn))} more proposals
        </Button>
      )}
    </div>
  )
}

interface StoryRowProps {
  readonly id: string
  readonly view: StoryView
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly onClick: (event: MouseEvent, story: string) => void
}

function StoryRow({ id, view, isSelected, isActive, onClick }: StoryRowProps) {
  const { story } = view
  return (
    <div
      role="option"
      id={id}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      className={classes['row']}
      onClick={(event) => onClick(event, story.id)}
      onDoubleClick={() => {
        selectStory(story.id)
        openStory(story.id)
      }}
    >
      <span className={classes['name']} dir="auto">
        {story.name}
      </span>
      <span className={classes['particulars']}>
        {storyFacts(view)} · {storyState(view)}
      </span>
    </div>
  )
}
