import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useState } from 'react'
import type { LibrarySummary } from '#core/library/library-query'
import type { ArticleRow } from '#services/articles'
import { findNear, liveLibrary, readLibraryRows } from '#services/library'
import { addToStory, removeFromStory, type StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { countOf, formatCount } from '#ui/counts'
import { notifyError } from '#ui/notify'
import { articleFacts, type RowsById } from './rows'
import classes from './Stories.module.css'
import { offerUndo } from './undo'

/** Articles offered at once; the search leads to the others. */
const SHOWN = 60

interface ArticlesDialogProps {
  readonly view: StoryView
  /** Rows of the story's own articles, those that there are. */
  readonly own: RowsById
  readonly opened: boolean
  readonly onClose: () => void
}

/** Which articles of the corpus the story has: those near it in time are offered first. */
export function ArticlesDialog({ view, own, opened, onClose }: ArticlesDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Articles of “${view.story.name}”`} size="40rem">
      <ArticlesForm view={view} own={own} onClose={onClose} />
    </Modal>
  )
}

function ArticlesForm({ view, own, onClose }: Omit<ArticlesDialogProps, 'opened'>) {
  const { story } = view
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(story.articles))
  const matching = useNearRows(view, useDeferredValue(query))

  const isThere = (id: string) => own.has(id) || !story.articles.includes(id)
  const added = [...chosen].filter((id) => !story.articles.includes(id))
  const removed = story.articles.filter((id) => own.has(id) && !chosen.has(id))
  const left = [...chosen].filter(isThere).length
  const save = async () => {
    // First what comes, so that the story never has fewer than two.
    for (const [ids, change] of [
      [added, addToStory],
      [removed, removeFromStory],
    ] as const) {
      const done = ids.length > 0 ? await change(story.id, ids) : null
      if (done && !done.ok) {
        notifyError(done.error)
        return
      }
    }
    onClose()
    if (removed.length > 0) await offerUndo(`${countOf(removed.length, 'article')} taken out of the story.`)
    else if (added.length > 0) await offerUndo(`${countOf(added.length, 'article')} added to the story.`)
  }
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label="Find an article"
        placeholder="Find by title, source or path"
        leftSection={<IconSearch size="0.9375rem" aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <fieldset className={classes['choices']}>
        <legend className={classes['unseen']}>Articles of the story</legend>
        {matching?.rows.map((row) => (
          <Checkbox
            key={row.article.id}
            label={row.article.title}
            description={articleFacts(row)}
            checked={chosen.has(row.article.id)}
            onChange={(event) => toggle(row.article.id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <div className={classes['quiet']} role="status">
        {matching && describeCount(matching.count)}
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={left < 2 || added.length + removed.length === 0} onClick={() => void save()}>
          Keep {countOf(left, 'article')}
        </Button>
      </Group>
    </Stack>
  )
}

function describeCount(count: number): string {
  if (count === 0) return 'No article matches.'
  if (count <= SHOWN) return countOf(count, 'article')
  return `${formatCount(SHOWN)} of ${countOf(count, 'article')}, the nearest in time; search for others.`
}

interface NearRows {
  readonly rows: readonly ArticleRow[]
  /** Articles that match at all. */
  readonly count: number
}

/** Articles that a story might take in: its own first, then those near it in time. Null until they are known. */
function useNearRows({ story, from, to }: StoryView, query: string): NearRows | null {
  const summary = useLive<LibrarySummary | null>(liveLibrary(), null)
  const [found, setFound] = useState<NearRows | null>(null)
  useEffect(() => {
    let isWanted = true
    const find = async () => {
      const near = await findNear({ query, from, to, first: story.articles, most: SHOWN })
      const rows = near && (await readLibraryRows(near.ids))
      if (rows && isWanted) setFound({ rows, count: near.count })
    }
    void find()
    return () => {
      isWanted = false
    }
  }, [story.articles, from, to, query, summary])
  return found
}
