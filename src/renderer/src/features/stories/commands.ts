import type { StoryProposal } from '#core/model/comparison'
import {
  acceptProposal,
  cancelProposing,
  deleteStory,
  dismissProposal,
  startProposing,
  type StoryView,
} from '#services/stories'
import type { AppCommand } from '#store/commands'
import { openStory } from '#store/navigation'
import { askToRenameStory, selectStory, useStoriesList } from '#store/story'
import { countOf } from '#ui/counts'
import { notifyError, orNotify } from '#ui/notify'
import { offerUndo } from './undo'

/** What of a proposal a person would keep. */
export interface EditedProposal {
  readonly proposal: StoryProposal
  readonly name: string
  /** Ids of the articles that stay ticked. */
  readonly articles: readonly string[]
}

let selected: readonly StoryView[] = []
let proposed: EditedProposal | null = null
let isProposing = false

/** Tells the commands which stories are selected; the screen does so as it changes. */
export function provideStories(present: readonly StoryView[]): void {
  selected = present
}

/** Tells the commands which proposal is looked at, as it has been edited; null for none. */
export function provideProposal(present: EditedProposal | null): void {
  proposed = present
}

/** Tells the commands whether stories are being looked for. */
export function noteProposing(running: boolean): void {
  isProposing = running
}

const only = (): StoryView | null => (selected.length === 1 ? (selected[0] ?? null) : null)
const isOne = (): boolean => only() !== null

async function remove(): Promise<void> {
  const going = selected
  let gone = 0
  for (const { story } of going) {
    const deleted = await deleteStory(story.id)
    if (!deleted.ok) {
      notifyError(deleted.error)
      break
    }
    gone += 1
  }
  const [first] = going
  if (gone === 1 && first) await offerUndo(`Story “${first.story.name}” deleted. Its articles stay.`)
  else if (gone > 1)
    await offerUndo(`${countOf(gone, 'story', 'stories')} deleted; Undo brings back the last.`)
}

async function accept(): Promise<void> {
  if (!proposed) return
  const { proposal, name, articles } = proposed
  const made = await orNotify(acceptProposal(proposal, name, articles))
  if (made === null) return
  selectStory(made)
  await offerUndo(`Story “${name}” made.`)
}

async function dismiss(): Promise<void> {
  if (!proposed) return
  const { proposal } = proposed
  const dismissed = await dismissProposal(proposal)
  if (!dismissed.ok) {
    notifyError(dismissed.error)
    return
  }
  await offerUndo(`Proposal “${proposal.name}” dismissed; it will not be made again.`)
}

/** Commands of the list of stories. */
export const storiesCommands: readonly AppCommand[] = [
  {
    id: 'stories.open',
    label: 'Open the story',
    keys: ['Enter'],
    menu: 'story',
    group: 1,
    enabled: isOne,
    run: () => {
      const story = only()
      if (story) openStory(story.story.id)
    },
  },
  {
    id: 'stories.rename',
    label: 'Rename the selected story',
    keys: ['F2'],
    menu: 'story',
    group: 1,
    enabled: isOne,
    run: askToRenameStory,
  },
  {
    id: 'stories.articles',
    label: 'Add or remove articles of the selected story…',
    keys: ['e'],
    menu: 'story',
    group: 1,
    enabled: isOne,
    run: () => useStoriesList.setState({ dialog: 'articles' }),
  },
  {
    id: 'stories.split',
    label: 'Split the selected story…',
    keys: ['s'],
    menu: 'story',
    group: 1,
    enabled: () => (only()?.articles ?? 0) >= 4,
    run: () => useStoriesList.setState({ dialog: 'split' }),
  },
  {
    id: 'stories.merge',
    label: 'Merge the selected stories…',
    keys: ['m'],
    menu: 'story',
    group: 1,
    enabled: () => selected.length > 1,
    run: () => useStoriesList.setState({ dialog: 'merge' }),
  },
  {
    id: 'stories.delete',
    label: 'Delete the selected stories',
    keys: ['Delete'],
    menu: 'story',
    group: 1,
    enabled: () => selected.length > 0,
    run: () => void remove(),
  },
  {
    id: 'stories.accept',
    label: 'Make a story of the proposal',
    keys: ['a'],
    menu: 'story',
    group: 2,
    enabled: () => proposed !== null && proposed.articles.length > 1 && proposed.name.trim() !== '',
    run: () => void accept(),
  },
  {
    id: 'stories.dismiss',
    label: 'Dismiss the proposal',
    keys: ['x'],
    menu: 'story',
    group: 2,
    enabled: () => proposed !== null,
    run: () => void dismiss(),
  },
]

/** Commands that look for stories, wherever the person is. */
export const storyFindingCommands: readonly AppCommand[] = [
  {
    id: 'stories.find',
    label: 'Find stories in the corpus',
    keys: ['Mod+Alt+F'],
    menu: 'corpus',
    group: 3,
    enabled: () => !isProposing,
    run: () => void orNotify(startProposing()),
  },
  {
    id: 'stories.cancel-find',
    label: 'Stop finding stories',
    keys: [],
    menu: 'corpus',
    group: 3,
    enabled: () => isProposing,
    run: () => void cancelProposing(),
  },
]
