import { Button, Skeleton, Tabs } from '@mantine/core'
import { IconColumns3, IconSparkles } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useMemo, type ReactNode } from 'react'
import { liveComparison, type ComparisonView } from '#services/comparison'
import { liveStory, type StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { refreshCommands, runCommand } from '#store/command-registry'
import { showAllStories } from '#store/navigation'
import { showStoryTab, useStoryView, type StoryTab } from '#store/story'
import { formatCount } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { provideStory } from './commands'
import { ComparisonState } from './ComparisonState'
import { Overview } from './overview/Overview'
import { usePairView } from './pair-view'
import classes from './Story.module.css'
import { StoryHeader } from './StoryHeader'

const Matrix = lazy(() => import('./matrix/Matrix').then((module) => ({ default: module.Matrix })))
const SideBySide = lazy(() =>
  import('./parallel/SideBySide').then((module) => ({ default: module.SideBySide })),
)

/** The open story, or the two articles that are read side by side. */
export function Story() {
  const story = useStoryView((state) => state.story)
  const pair = useStoryView((state) => state.pair)
  if (pair !== null) return <Pair key={pair.join()} pair={pair} />
  return story === null ? null : <OneStory key={story} id={story} />
}

function OneStory({ id }: { readonly id: string }) {
  const story = useLive<StoryView | null | undefined>(liveStory(id), undefined)
  const view = useLive<ComparisonView | null>(liveComparison(id), null)
  useEffect(() => {
    provideStory(story ?? null, view)
    refreshCommands()
    return () => provideStory(null, null)
  }, [story, view])

  if (story === undefined) return <section className={classes['story']} data-place="story" aria-busy />
  if (story === null) return <NoStory />
  return (
    <section className={classes['story']} data-place="story" aria-label={`Story: ${story.story.name}`}>
      <StoryHeader story={story} />
      <ComparisonState story={story} view={view} />
      <StoryTabs view={view}>
        {(tab) =>
          view === null ? (
            <Waiting />
          ) : tab === 'overview' ? (
            <Overview view={view} />
          ) : tab === 'side-by-side' ? (
            <SideBySide view={view} />
          ) : (
            <MatrixOrAdvice view={view} kind={tab === 'utterances' ? 'utterance' : 'assertion'} />
          )
        }
      </StoryTabs>
    </section>
  )
}

interface StoryTabsProps {
  /** Null until something was compared. */
  readonly view: ComparisonView | null
  readonly children: (tab: StoryTab) => ReactNode
}

const TABS: readonly { readonly tab: StoryTab; readonly label: string }[] = [
  { tab: 'overview', label: 'Overview' },
  { tab: 'utterances', label: 'Utterances' },
  { tab: 'assertions', label: 'Assertions' },
  { tab: 'side-by-side', label: 'Side by side' },
]

function isTab(value: string | null): value is StoryTab {
  return TABS.some(({ tab }) => tab === value)
}

function StoryTabs({ view, children }: StoryTabsProps) {
  const tab = useStoryView((state) => state.tab)
  const counts = useMemo(() => countTabs(view), [view])
  return (
    <Tabs
      value={tab}
      onChange={(value) => {
        if (isTab(value)) showStoryTab(value)
      }}
      className={classes['tabs']}
      keepMounted={false}
    >
      <Tabs.List className={classes['list'] ?? ''} aria-label="Views of the story">
        {TABS.map((entry, index) => (
          <Tabs.Tab key={entry.tab} value={entry.tab} aria-keyshortcuts={`Alt+${index + 1}`}>
            {entry.label}
            {counts[entry.tab] !== undefined && (
              <span className={classes['count']}>{formatCount(counts[entry.tab] ?? 0)}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((entry) => (
        <Tabs.Panel key={entry.tab} value={entry.tab} className={classes['panel'] ?? ''}>
          <Suspense fallback={<Waiting />}>{entry.tab === tab && children(tab)}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

/** How many rows each matrix has, and how many findings nobody has decided on. */
function countTabs(view: ComparisonView | null): Readonly<Partial<Record<StoryTab, number>>> {
  if (view === null) return {}
  const utterances = view.clusters.filter(({ kind }) => kind === 'utterance').length
  const overview = view.findings.filter(({ status }) => status === 'open').length
  return { overview, utterances, assertions: view.clusters.length - utterances }
}

/** A matrix, or what to do where nothing is marked yet that could be compared. */
function MatrixOrAdvice({
  view,
  kind,
}: {
  readonly view: ComparisonView
  readonly kind: 'utterance' | 'assertion'
}) {
  if (view.clusters.some((cluster) => cluster.kind === kind)) return <Matrix view={view} kind={kind} />
  const what = kind === 'utterance' ? 'quotations' : 'claims'
  return (
    <EmptyState
      icon={<IconColumns3 size="2rem" stroke={1.5} />}
      title={view.state === 'running' ? `Looking for ${what}` : `No ${what} in these articles`}
      actions={
        view.state !== 'running' && (
          <Button
            leftSection={<IconSparkles size="1rem" aria-hidden />}
            onClick={() => runCommand('story.suggest')}
          >
            Suggest in these articles
          </Button>
        )
      }
    >
      Comparing needs {what}: have Crossread suggest them, or mark them in the articles.
    </EmptyState>
  )
}

/** Two articles without a story: the side by side alone. */
function Pair({ pair }: { readonly pair: readonly [string, string] }) {
  const view = usePairView(pair)
  return (
    <section className={classes['story']} data-place="story" aria-label="Two articles side by side">
      <StoryHeader story={null} />
      <div className={classes['tabs']}>
        <div className={classes['panel']}>
          <Suspense fallback={<Waiting />}>
            {view === null ? <Waiting /> : <SideBySide view={view} />}
          </Suspense>
        </div>
      </div>
    </section>
  )
}

/** Grey bars in the place of what is still being compared or loaded. */
function Waiting() {
  return (
    <div className={classes['waiting']} aria-hidden>
      <Skeleton height="1rem" width="40%" />
      <Skeleton height="9rem" />
      <Skeleton height="1rem" width="60%" />
      <Skeleton height="1rem" width="55%" />
    </div>
  )
}

/** A story that was deleted, or undone, while it was open. */
function NoStory() {
  return (
    <section className={classes['story']} data-place="story" aria-label="Story">
      <EmptyState
        icon={<IconColumns3 size="2rem" stroke={1.5} />}
        title="This story is not there"
        actions={<Button onClick={showAllStories}>All stories</Button>}
      >
        It was deleted, or its making was undone. Undo brings it back.
      </EmptyState>
    </section>
  )
}
