import { liveStories, type StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { useStoriesList } from '#store/story'
import { ArticlesDialog } from './ArticlesDialog'
import { MergeDialog } from './MergeDialog'
import { SplitDialog } from './SplitDialog'
import { useStoryRows } from './use-story-rows'

const NO_STORIES: readonly StoryView[] = []
const NO_ARTICLES: readonly string[] = []
const close = () => useStoriesList.setState({ dialog: null })

/** The dialogs about stories, whether they are asked for in the list or in an open story. */
export function StoryDialogs() {
  const stories = useLive(liveStories(), NO_STORIES)
  const { dialog, selection } = useStoriesList()
  const selected = stories.filter(({ story }) => selection.selected.has(story.id))
  const only = selected.length === 1 ? selected[0] : undefined
  const articles = useStoryRows(only && dialog !== null ? only.story.articles : NO_ARTICLES)
  return (
    <>
      {selected.length > 1 && <MergeDialog stories={selected} opened={dialog === 'merge'} onClose={close} />}
      {only && (
        <>
          <SplitDialog view={only} rows={articles} opened={dialog === 'split'} onClose={close} />
          <ArticlesDialog view={only} own={articles} opened={dialog === 'articles'} onClose={close} />
        </>
      )}
    </>
  )
}
