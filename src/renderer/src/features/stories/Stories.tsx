import { Button, Progress } from '@mantine/core'
import { IconArrowMerge, IconColumns3, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type { LibrarySummary } from '#core/library/library-query'
import { liveLibrary } from '#services/library'
import { liveProposals, liveStories, type Proposals, type StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { refreshCommands, runCommand } from '#store/command-registry'
import { showScreen } from '#store/navigation'
import { keepShown } from '#store/selection'
import { selectStory, useStoriesList } from '#store/story'
import { countOf, formatCount } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { provideStories } from './commands'
import { ProposalForm } from './ProposalForm'
import classes from './Stories.module.css'
import { StoryForm } from './StoryForm'
import { StoryList } from './StoryList'
import { useStoryRows } from './use-story-rows'

const NO_STORIES: readonly StoryView[] = []
const NO_ARTICLES: readonly string[] = []

/** The stories of the corpus and what the program proposes as stories. */
export function Stories() {
  const loaded = useLive<readonly StoryView[] | null>(liveStories(), null)
  const found = useLive<Proposals | null>(liveProposals(), null)
  const stories = loaded ?? NO_STORIES
  const selection = useStoriesList((state) => state.selection)
  const proposalId = useStoriesList((state) => state.proposal)
  const summary = useLive<LibrarySummary | null>(liveLibrary(), null)
  const selected = useMemo(
    () => stories.filter(({ story }) => selection.selected.has(story.id)),
    [stories, selection.selected],
  )
  const proposals = found?.proposals ?? []
  const proposal = proposals.find(({ id }) => id === proposalId)
  const shown = proposal?.articles ?? (selected.length === 1 ? selected[0]?.story.articles : undefined)
  const articles = useStoryRows(shown ?? NO_ARTICLES)
  const wasLoaded = useRef(false)

  useEffect(() => {
    if (loaded === null) return
    const ids = loaded.map(({ story }) => story.id)
    const { selection: before, proposal: looked } = useStoriesList.getState()
    const kept = keepShown(before, ids)
    const [first] = ids
    // Keys have something to work on at once; what a person deselects later stays so.
    if (!wasLoaded.current && kept.selected.size === 0 && looked === null && first !== undefined) {
      selectStory(first)
    } else useStoriesList.setState({ selection: kept })
    wasLoaded.current = true
  }, [loaded])
  useEffect(() => {
    provideStories(selected)
    refreshCommands()
    return () => provideStories([])
  }, [selected])

  if (loaded === null) return <section className={classes['stories']} data-place="stories" aria-busy />
  if (stories.length === 0 && proposals.length === 0) {
    return <NoStories found={found} hasArticles={(summary?.articles ?? 0) > 1} />
  }
  const [only] = selected
  return (
    <section className={classes['stories']} data-place="stories" aria-label="Stories">
      <div className={classes['lists']}>
        <header className={classes['header']}>
          <h1 className={classes['title']}>Stories</h1>
          <span className={classes['count']} role="status">
            {formatCount(stories.length)}
          </span>
          <span className={classes['space']} />
          {found?.state !== 'running' && <FindButton isFirst={false} />}
        </header>
        <FindingProgress found={found} />
        <StoryList stories={stories} proposals={proposals} />
        {selected.length > 1 && (
          <div className={classes['bar']} role="toolbar" aria-label="Selected stories">
            <span role="status">{countOf(selected.length, 'story', 'stories')} selected</span>
            <Button
              leftSection={<IconArrowMerge size="1rem" aria-hidden />}
              onClick={() => runCommand('stories.merge')}
            >
              Merge into one…
            </Button>
          </div>
        )}
      </div>
      <div className={classes['detail']}>
        {proposal ? (
          <ProposalForm key={proposal.id} proposal={proposal} rows={articles} />
        ) : selected.length === 1 && only ? (
          <StoryForm key={only.story.id} view={only} rows={articles} />
        ) : (
          <EmptyState
            icon={<IconColumns3 size="2rem" stroke={1.5} />}
            title={
              selected.length > 1 ? `${formatCount(selected.length)} stories selected` : 'No story selected'
            }
          >
            {selected.length > 1
              ? 'Merge them into one when they report the same event.'
              : 'Select a story to see its articles, or open it with Enter. A proposal says why it was made.'}
          </EmptyState>
        )}
      </div>
    </section>
  )
}

function FindButton({ isFirst }: { readonly isFirst: boolean }) {
  return (
    <Button
      variant="default"
      leftSection={<IconSearch size="1rem" aria-hidden />}
      onClick={() => runCommand('stories.find')}
    >
      {isFirst ? 'Find stories in the corpus' : 'Find stories'}
    </Button>
  )
}

/** How far looking for stories is, and what came of it where the list does not show it. */
function FindingProgress({ found }: { readonly found: Proposals | null }) {
  if (found?.state === 'running') {
    return (
      <div className={classes['finding']}>
        <span>Finding stories</span>
        <Progress
          className={classes['progress'] ?? ''}
          size="sm"
          value={found.progress * 100}
          aria-label="Finding stories"
        />
        <Button variant="default" size="compact-xs" onClick={() => runCommand('stories.cancel-find')}>
          Stop
        </Button>
      </div>
    )
  }
  if (found?.state !== 'done' || found.proposals.length > 0) return null
  return (
    <div className={classes['finding']} role="status">
      No further articles seem to report one event.
    </div>
  )
}

interface NoStoriesProps {
  readonly found: Proposals | null
  /** Whether the corpus has two articles that could be compared. */
  readonly hasArticles: boolean
}

/** A corpus without stories: how to come to one. */
function NoStories({ found, hasArticles }: NoStoriesProps) {
  const isRunning = found?.state === 'running'
  return (
    <section className={classes['empty']} data-place="stories" aria-label="Stories">
      <EmptyState
        isWhole
        icon={<IconColumns3 size="2rem" stroke={1.5} />}
        title={isRunning ? 'Finding stories' : 'No stories yet'}
        actions={
          isRunning ? (
            <FindingProgress found={found} />
          ) : (
            <>
              <Button onClick={() => showScreen('library')}>Choose articles in the library</Button>
              {hasArticles && <FindButton isFirst />}
            </>
          )
        }
      >
        {found?.state === 'done'
          ? 'No articles of this corpus seem to report one event. Select some in the library and press Compare.'
          : 'A story is a set of articles on one event. Select two or more in the library and press Compare, or let Crossread look for articles that report the same event.'}
      </EmptyState>
    </section>
  )
}
