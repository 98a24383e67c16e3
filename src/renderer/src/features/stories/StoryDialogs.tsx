import { useMemo } from 'react'
import type { ArticleRow } from '#services/articles'
import { liveStories, type StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { useStoriesList } from '#store/story'
import { ArticlesDialog } from './ArticlesDialog'
import { MergeDialog } from './MergeDialog'
import { rowsById } from './rows'
import { SplitDialog } from './SplitDialog'

const NO_STORIES: readonly StoryView[] = []
const close = () => useStoriesList.setState({ dialog: null })

/** The dialogs about stories, whether they are asked for in the list or in an open story. */
export function StoryDialogs({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const stories = useLive(liveStories(), NO_STORIES)
  const { dialog, selection } = useStoriesList()
  const articles = useMemo(() => rowsById(rows), [rows])
  const selected = stories.filter(({ story }) => selection.selected.has(story.id))
  const only = selected.length === 1 ? selected[0] : undefined
  return (
    <>
      {selected.length > 1 && <MergeDialog stories={selected} opened={dialog === 'merge'} onClose={close} />}
      {only && (
        <>
          <SplitDialog view={only} rows={articles} opened={dialog === 'split'} onClose={close} />
          <ArticlesDialog view={only} rows={rows} opened={dialog === 'articles'} onClose={close} />
        </>
      )}
    </>
  )
}
