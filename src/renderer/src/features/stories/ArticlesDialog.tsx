import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ArticleRow } from '#services/articles'
import { addToStory, removeFromStory, type StoryView } from '#services/stories'
import { countOf, formatCount } from '#ui/counts'
import { notifyError } from '#ui/notify'
import { articleFacts, daysOutside, fold } from './rows'
import classes from './Stories.module.css'
import { offerUndo } from './undo'

/** Articles offered at once; the search leads to the others. */
const SHOWN = 60

interface ArticlesDialogProps {
  readonly view: StoryView
  readonly rows: readonly ArticleRow[]
  readonly opened: boolean
  readonly onClose: () => void
}

/** Which articles of the corpus the story has: those near it in time are offered first. */
export function ArticlesDialog({ view, rows, opened, onClose }: ArticlesDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Articles of “${view.story.name}”`} size="40rem">
      <ArticlesForm view={view} rows={rows} onClose={onClose} />
    </Modal>
  )
}

function ArticlesForm({ view, rows, onClose }: Omit<ArticlesDialogProps, 'opened'>) {
  const { story, from, to } = view
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(story.articles))
  const wanted = useDeferredValue(query)
  const ordered = useMemo(() => {
    const before = new Set(story.articles)
    const rank = (row: ArticleRow) =>
      before.has(row.article.id) ? -1 : daysOutside(row.article.publishedAt, from, to)
    // Equal ranks may be infinite, whose difference is no number.
    return rows.toSorted((a, b) => {
      const [x, y] = [rank(a), rank(b)]
      return x === y ? 0 : x - y
    })
  }, [rows, story.articles, from, to])
  const matching = useMemo(() => {
    const words = fold(wanted).split(/\s+/).filter(Boolean)
    return ordered.filter(({ article, sourceName }) => {
      const text = fold(`${article.title}\n${sourceName ?? ''}\n${article.paths.join('\n')}`)
      return words.every((word) => text.includes(word))
    })
  }, [ordered, wanted])

  const present = new Set(rows.map(({ article }) => article.id))
  const added = [...chosen].filter((id) => !story.articles.includes(id))
  const removed = story.articles.filter((id) => present.has(id) && !chosen.has(id))
  const left = [...chosen].filter((id) => present.has(id)).length
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
        {matching.slice(0, SHOWN).map((row) => (
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
        {matching.length === 0
          ? 'No article matches.'
          : matching.length > SHOWN
            ? `${formatCount(SHOWN)} of ${countOf(matching.length, 'article')}, the nearest in time; search for others.`
            : countOf(matching.length, 'article')}
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
