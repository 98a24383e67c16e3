import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { ComparisonView } from '#services/comparison'
import { refreshCommands } from '#store/command-registry'
import { keepPlace, placeIn, setFindingGroup, useStoryView, type GroupState } from '#store/story'
import { formatCount } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { FINDING_LABELS, FindingIcon } from '../finding-kinds'
import type { SourceLabel } from '../labels'
import { FindingCard, findingNoteId, findingRowId } from './FindingCard'
import { moveFinding, moveFindingToEnd, provideFindings } from './finding-actions'
import classes from './Findings.module.css'
import { defaultState, groupFindings, passesFindingFilter, shownFindings, type FindingGroup } from './groups'

interface FindingListProps {
  readonly view: ComparisonView
  readonly labels: ReadonlyMap<string, SourceLabel>
}

const focusOn = (id: string): void => document.getElementById(id)?.focus()

/** The findings in groups, the gravest first; the active one is open. */
export function FindingList({ view, labels }: FindingListProps) {
  const filter = useStoryView((state) => state.findingFilter)
  const states = useStoryView((state) => state.findingGroups)
  // Followed for the active finding; `placeIn` reads the place of this story.
  useStoryView((state) => state.places)
  const scroller = useRef<HTMLDivElement>(null)
  const status = useRef<HTMLDivElement>(null)
  const groups = useMemo(
    () =>
      groupFindings(
        view.findings.filter((finding) => passesFindingFilter(finding, filter)),
        view.sources.map(({ article }) => article.id),
      ),
    [view.findings, view.sources, filter],
  )
  const stateOf = (group: FindingGroup): GroupState =>
    // The only group there is opens by itself: someone asked for it.
    states[group.key] ?? (groups.length === 1 ? 'open' : defaultState(group))
  const shown = groups.flatMap((group) => shownFindings(group, stateOf(group)))

  useEffect(() => {
    provideFindings(shown, {
      focusRow: (id) => focusOn(findingRowId(id)),
      focusNote: (id) => requestAnimationFrame(() => focusOn(findingNoteId(id))),
      say: (message) => {
        if (status.current) status.current.textContent = message
      },
    })
    refreshCommands()
  })
  useEffect(() => () => provideFindings([], null), [])
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const { top, active } = placeIn('overview')
    element.scrollTop = top
    if (active !== null && (document.activeElement === null || document.activeElement === document.body)) {
      document.getElementById(findingRowId(active))?.focus({ preventScroll: true })
    }
    return () => keepPlace('overview', { top: element.scrollTop })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLLIElement) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') moveFinding(1)
    else if (event.key === 'ArrowUp') moveFinding(-1)
    else if (event.key === 'Home') moveFindingToEnd('first')
    else if (event.key === 'End') moveFindingToEnd('last')
    else return
    event.preventDefault()
  }
  const { active } = placeIn('overview')
  const current = shown.some(({ finding }) => finding.id === active) ? active : null
  return (
    <div ref={scroller} className={classes['scroller']} onKeyDown={onKeyDown}>
      {groups.length === 0 && <NoFindings view={view} />}
      {groups.map((group) => (
        <section key={group.key} className={classes['group']} aria-labelledby={`group-${group.key}`}>
          <GroupHead group={group} state={stateOf(group)} labels={labels} />
          <ul className={classes['cards']} aria-labelledby={`group-${group.key}`}>
            {shownFindings(group, stateOf(group)).map((item) => (
              <FindingCard
                key={item.finding.id}
                item={item}
                view={view}
                labels={labels}
                isActive={item.finding.id === (current ?? shown[0]?.finding.id)}
              />
            ))}
          </ul>
          <GroupMore group={group} state={stateOf(group)} />
        </section>
      ))}
      <div ref={status} role="status" className={classes['unseen']} />
    </div>
  )
}

interface GroupProps {
  readonly group: FindingGroup
  readonly state: GroupState
}

function GroupHead({
  group,
  state,
  labels,
}: GroupProps & { readonly labels: ReadonlyMap<string, SourceLabel> }) {
  const isOpen = state !== 'closed'
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const source = group.article === null ? null : (labels.get(group.article)?.name ?? '')
  return (
    <h2 className={classes['head']} id={`group-${group.key}`}>
      <UnstyledButton
        className={classes['toggle'] ?? ''}
        aria-expanded={isOpen}
        onClick={() => setFindingGroup(group.key, isOpen ? 'closed' : 'open')}
      >
        <Chevron size="1rem" aria-hidden />
        <FindingIcon kind={group.kind} />
        <span className={classes['groupName']}>
          {source === null ? FINDING_LABELS[group.kind] : `In ${source} only`}
        </span>
        <span className={classes['number']}>{formatCount(group.findings.length)}</span>
      </UnstyledButton>
    </h2>
  )
}

function GroupMore({ group, state }: GroupProps) {
  const hidden = group.findings.length - shownFindings(group, state).length
  if (state === 'closed' || hidden === 0) return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes['more'] ?? ''}
      onClick={() => setFindingGroup(group.key, 'all')}
    >
      Show {formatCount(hidden)} more
    </Button>
  )
}

/** Nothing to show: because nothing differs, because all is decided, or because of the filters. */
function NoFindings({ view }: { readonly view: ComparisonView }) {
  const filter = useStoryView((state) => state.findingFilter)
  const isNarrowed = filter.kinds.length > 0 || filter.disagreements || filter.article !== null
  const [title, text] =
    view.findings.length === 0
      ? ['No findings', 'Nothing of what these articles report was found to differ.']
      : isNarrowed
        ? ['No finding matches', 'Take a filter away to see more.']
        : filter.status === 'open'
          ? ['Everything is decided', 'No finding of this story is open. All shows those that were decided.']
          : ['None', 'No finding of this story was decided so.']
  return (
    <EmptyState icon={<IconCircleCheck size="2rem" stroke={1.5} />} title={title}>
      {text}
    </EmptyState>
  )
}
