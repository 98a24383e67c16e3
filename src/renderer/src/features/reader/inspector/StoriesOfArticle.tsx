import { UnstyledButton } from '@mantine/core'
import type { Story } from '#core/model/corpus'
import { liveStoriesOf } from '#services/stories'
import { useLive } from '#services/use-live'
import { openStory } from '#store/navigation'
import classes from './StoriesOfArticle.module.css'

const NO_STORIES: readonly Story[] = []

/** The stories that the article is in, each leading to its comparison; nothing when it is in none. */
export function StoriesOfArticle({ article }: { readonly article: string }) {
  const stories = useLive(liveStoriesOf(article), NO_STORIES)
  if (stories.length === 0) return null
  return (
    <section className={classes['stories']} aria-labelledby="article-stories">
      <h3 className={classes['title']} id="article-stories">
        Stories
      </h3>
      <ul className={classes['list']}>
        {stories.map(({ id, name }) => (
          <li key={id}>
            <UnstyledButton className={classes['story'] ?? ''} dir="auto" onClick={() => openStory(id)}>
              {name}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
