import { Stories } from '../features/stories/Stories'
import { StoryDialogs } from '../features/stories/StoryDialogs'
import { Story } from '../features/story/Story'

/** The stories, or the one that is open, with their dialogs. */
export function StoriesScreen({ isStoryOpen }: { readonly isStoryOpen: boolean }) {
  return (
    <>
      {isStoryOpen ? <Story /> : <Stories />}
      <StoryDialogs />
    </>
  )
}
