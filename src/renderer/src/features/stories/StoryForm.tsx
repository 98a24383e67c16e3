import { Button } from '@mantine/core'
import { IconArrowRight, IconArrowsSplit2, IconFiles, IconTrash, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { removeFromStory, renameStory, type StoryView } from '#services/stories'
import { runCommand } from '#store/command-registry'
import { useStoriesList } from '#store/story'
import { IconButton } from '#ui/IconButton'
import { notifyError } from '#ui/notify'
import { TextField } from '#ui/TextField'
import { articleFacts, rowsOf, storyFacts, storyState, type RowsById } from './rows'
import classes from './Stories.module.css'
import { offerUndo } from './undo'

interface StoryFormProps {
  readonly view: StoryView
  readonly rows: RowsById
}

/** The selected story: its name, its articles, and the way into it. */
export function StoryForm({ view, rows }: StoryFormProps) {
  const { story } = view
  const name = useNameFocus()
  return (
    <div className={classes['form']}>
      <div>
        <h2 className={classes['heading']} dir="auto">
          {story.name}
        </h2>
        <p className={classes['quiet']}>
          {storyFacts(view)} · {storyState(view)}
        </p>
      </div>
      <div className={classes['buttons']}>
        <Button
          rightSection={<IconArrowRight size="1rem" aria-hidden />}
          aria-keyshortcuts="Enter"
          onClick={() => runCommand('stories.open')}
        >
          Open the story
        </Button>
        <Button
          variant="default"
          leftSection={<IconFiles size="1rem" aria-hidden />}
          aria-keyshortcuts="e"
          onClick={() => runCommand('stories.articles')}
        >
          Add articles…
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowsSplit2 size="1rem" aria-hidden />}
          aria-keyshortcuts="s"
          disabled={view.articles < 4}
          title={view.articles < 4 ? 'A story needs four articles to be split in two' : undefined}
          onClick={() => runCommand('stories.split')}
        >
          Split…
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size="1rem" aria-hidden />}
          aria-keyshortcuts="Delete"
          onClick={() => runCommand('stories.delete')}
        >
          Delete
        </Button>
      </div>
      <TextField
        label="Name"
        value={story.name}
        inputRef={name}
        onSave={async (value) => {
          const saved = await renameStory(story.id, value)
          return saved.ok ? null : saved.error.message
        }}
      />
      <section className={classes['section']} aria-labelledby="story-articles">
        <h3 className={classes['subtitle']} id="story-articles">
          Articles, oldest first
        </h3>
        <StoryArticles view={view} rows={rows} />
      </section>
    </div>
  )
}

/** The name's field; it takes the focus when a command asks for it. */
function useNameFocus() {
  const field = useRef<HTMLInputElement>(null)
  const asked = useStoriesList((state) => state.renaming)
  const answered = useRef(asked)
  useEffect(() => {
    if (asked === answered.current) return
    answered.current = asked
    field.current?.focus()
    field.current?.select()
  }, [asked])
  return field
}

function StoryArticles({ view, rows }: StoryFormProps) {
  const { story } = view
  const remove = async (id: string, title: string) => {
    const removed = await removeFromStory(story.id, [id])
    if (!removed.ok) {
      notifyError(removed.error)
      return
    }
    await offerUndo(`“${title}” taken out of the story. The article stays.`)
  }
  return (
    <ul className={classes['articles']}>
      {rowsOf(story.articles, rows).map((row) => (
        <li key={row.article.id} className={classes['article']}>
          <div className={classes['words']}>
            <span className={classes['articleTitle']} dir="auto">
              {row.article.title}
            </span>
            <span className={classes['particulars']}>{articleFacts(row)}</span>
          </div>
          <IconButton
            label={`Take out of the story: ${row.article.title}`}
            disabled={view.articles <= 2}
            onClick={() => void remove(row.article.id, row.article.title)}
          >
            <IconX size="1rem" />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
