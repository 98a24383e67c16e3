import { compareNow, type ComparisonView } from '#services/comparison'
import { deleteStory, type StoryView } from '#services/stories'
import { startSuggesting } from '#services/suggestions'
import type { AppCommand } from '#store/commands'
import { askForExport } from '#store/export'
import { showAllStories } from '#store/navigation'
import { askToRenameStory, selectStory, showStoryTab, useStoriesList, type StoryTab } from '#store/story'
import { notifyError, orNotify } from '#ui/notify'
import { exportStoryReport } from './matrix/export-actions'
import { offerUndo } from './undo'

let story: StoryView | null = null
let view: ComparisonView | null = null

/** Tells the commands which story is open; its screen does so as it changes. */
export function provideStory(present: StoryView | null, compared: ComparisonView | null): void {
  story = present
  view = compared
}

const isOpen = (): boolean => story !== null

async function removeStory(): Promise<void> {
  if (!story) return
  const { id, name } = story.story
  const deleted = await deleteStory(id)
  if (!deleted.ok) {
    notifyError(deleted.error)
    return
  }
  showAllStories()
  await offerUndo(`Story “${name}” deleted. Its articles stay.`)
}

/** In the articles without any marks, or, where all have some, in all of the story. */
function suggest(): void {
  if (!story) return
  const ids = story.unread.length > 0 ? story.unread : story.story.articles
  void orNotify(startSuggesting({ kind: 'articles', ids }))
}

const tabCommand = (tab: StoryTab, label: string, key: string): AppCommand => ({
  id: `story.${tab}`,
  label,
  keys: [key],
  menu: 'story',
  group: 3,
  enabled: isOpen,
  run: () => showStoryTab(tab),
})

/** Commands of an open story, whichever of its views is shown. */
export const storyCommands: readonly AppCommand[] = [
  tabCommand('overview', 'Story: overview', 'Alt+1'),
  tabCommand('utterances', 'Story: utterances', 'Alt+2'),
  tabCommand('assertions', 'Story: assertions', 'Alt+3'),
  tabCommand('side-by-side', 'Story: side by side', 'Alt+4'),
  {
    id: 'story.rename',
    label: 'Rename the story',
    keys: ['F2'],
    menu: 'story',
    group: 4,
    enabled: isOpen,
    run: askToRenameStory,
  },
  {
    id: 'story.articles',
    label: 'Add or remove articles of the story…',
    keys: [],
    menu: 'story',
    group: 4,
    enabled: isOpen,
    run: () => {
      if (!story) return
      selectStory(story.story.id)
      useStoriesList.setState({ dialog: 'articles' })
    },
  },
  {
    id: 'story.suggest',
    label: 'Suggest quotations and claims in the story’s articles',
    keys: [],
    menu: 'story',
    group: 5,
    enabled: isOpen,
    run: suggest,
  },
  {
    id: 'story.compare',
    label: 'Compare the story again',
    keys: ['F5'],
    menu: 'story',
    group: 5,
    enabled: () => story !== null && view?.state !== 'running',
    run: () => {
      if (story) void orNotify(compareNow(story.story.id))
    },
  },
  {
    id: 'story.report',
    label: 'Export report (HTML)…',
    keys: [],
    menu: 'story',
    group: 6,
    enabled: () => view !== null,
    run: () => {
      if (view) void exportStoryReport(view)
    },
  },
  {
    id: 'story.export',
    label: 'Export this story…',
    keys: [],
    menu: 'story',
    group: 6,
    enabled: isOpen,
    run: () => askForExport('story'),
  },
  {
    id: 'story.delete',
    label: 'Delete the story',
    keys: [],
    menu: 'story',
    group: 7,
    enabled: isOpen,
    run: () => void removeStory(),
  },
  {
    id: 'story.close',
    label: 'Back to all stories',
    keys: ['Escape'],
    menu: 'story',
    group: 8,
    run: showAllStories,
  },
]
