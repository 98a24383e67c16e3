import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconRefresh, IconSparkles } from '@tabler/icons-react'
import { liveComparing, type Comparing, type ComparisonView } from '#services/comparison'
import type { StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { runCommand } from '#store/command-registry'
import { countOf } from '#ui/counts'
import classes from './Story.module.css'

interface ComparisonStateProps {
  readonly story: StoryView
  /** Null until something was compared. */
  readonly view: ComparisonView | null
}

/** What a person should know before trusting what the story shows: it failed, was stopped, or lacks quotations. */
export function ComparisonState({ story, view }: ComparisonStateProps) {
  const run = useLive<Comparing | null>(liveComparing(), null)
  const own = run?.story === story.story.id ? run : null
  if (own?.state === 'failed' || own?.state === 'cancelled') {
    const isCancelled = own.state === 'cancelled'
    return (
      <Alert
        className={classes['notice'] ?? ''}
        color={isCancelled ? 'gray' : 'red'}
        role={isCancelled ? 'status' : 'alert'}
        icon={<IconAlertTriangle size="1rem" aria-hidden />}
      >
        <Group justify="space-between" gap="sm">
          <span>{isCancelled ? stoppedText(view) : failureText(own)}</span>
          <Button
            variant="default"
            leftSection={<IconRefresh size="1rem" aria-hidden />}
            onClick={() => runCommand('story.compare')}
          >
            Compare again
          </Button>
        </Group>
      </Alert>
    )
  }
  if (story.unread.length === 0 || view === null) return null
  return (
    <Alert className={classes['notice'] ?? ''} color="gray" role="status">
      <Group justify="space-between" gap="sm">
        <span>{unreadText(story)}</span>
        <Button
          variant="default"
          leftSection={<IconSparkles size="1rem" aria-hidden />}
          onClick={() => runCommand('story.suggest')}
        >
          Suggest in {story.unread.length === 1 ? 'it' : 'them'}
        </Button>
      </Group>
    </Alert>
  )
}

function unreadText({ unread, articles }: StoryView): string {
  const which =
    unread.length >= articles
      ? 'these articles'
      : countOf(unread.length, 'of the articles', 'of the articles')
  return `Nothing is marked in ${which} yet: there are no quotations or claims to compare.`
}

function failureText({ error }: Comparing): string {
  if (!error) return 'The comparison failed.'
  return [error.message, error.kept, error.advice].filter(Boolean).join(' ')
}

function stoppedText(view: ComparisonView | null): string {
  return view === null ? 'Comparing was stopped.' : 'Comparing was stopped; what it found last time is shown.'
}
