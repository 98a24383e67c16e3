import { liveArticleRows, type ArticleRow } from '#services/articles'
import { useLive } from '#services/use-live'
import { Stories } from '../features/stories/Stories'
import { StoryDialogs } from '../features/stories/StoryDialogs'
import { Story } from '../features/story/Story'

const NO_ROWS: readonly ArticleRow[] = []

/** The stories, or the one that is open, with their dialogs. Only here all rows of the corpus are held in the window. */
export function StoriesScreen({ isStoryOpen }: { readonly isStoryOpen: boolean }) {
  const rows = useLive<readonly ArticleRow[] | null>(liveArticleRows(), null)
  return (
    <>
      {isStoryOpen ? <Story /> : <Stories rows={rows} />}
      <StoryDialogs rows={rows ?? NO_ROWS} />
    </>
  )
}
