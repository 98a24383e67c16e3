import { useEffect } from 'react'
import { Button } from '@mantine/core'
import { IconArrowLeft, IconLayoutSidebar, IconLayoutSidebarRight, IconX } from '@tabler/icons-react'
import { neighbour, useLibrary } from '#store/library'
import { closeArticle, goBack, openArticle, useNavigation, type ReturnScreen } from '#store/navigation'
import { hideSearchHits } from '#store/reader'
import { isPaneShown, togglePane, usePanes } from '#store/panes'
import { formatCount } from '#ui/counts'
import { IconButton } from '#ui/IconButton'
import { Reader } from '../features/reader/Reader'
import classes from './ReaderPane.module.css'

function step(way: 1 | -1): void {
  const { article } = useNavigation.getState()
  const next = article === null ? null : neighbour(article, way)
  if (next !== null) openArticle(next)
}

const BACK: Readonly<Record<ReturnScreen, string>> = {
  search: 'Back to the search',
  review: 'Back to the review',
  speakers: 'Back to the speakers',
  stories: 'Back to the story',
}

const next = () => step(1)
const previous = () => step(-1)

/** The reader with what belongs to its place in the window: its neighbours' toggles and the way out. */
export function ReaderPane({ article }: { readonly article: string }) {
  const isListShown = usePanes((state) => isPaneShown('list', state))
  const isInspectorShown = usePanes((state) => isPaneShown('inspector', state))
  const visible = useLibrary((state) => state.visible)
  const place = visible.indexOf(article)
  const returnTo = useNavigation((state) => state.returnTo)
  useEffect(() => {
    if (returnTo !== 'search') hideSearchHits()
  }, [returnTo])
  const isAside = useNavigation((state) => state.trail.length > 0)
  return (
    <div className={classes['pane']} data-place="reader">
      <div className={classes['bar']} role="toolbar" aria-label="Panes">
        <IconButton
          label={isListShown ? 'Hide the list' : 'Show the list'}
          keys="Mod+B"
          aria-pressed={isListShown}
          onClick={() => togglePane('list')}
        >
          <IconLayoutSidebar size="1.0625rem" stroke={1.75} />
        </IconButton>
        {(isAside || returnTo !== null) && (
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconArrowLeft size="1rem" aria-hidden />}
            aria-keyshortcuts="Escape"
            onClick={goBack}
          >
            {isAside || returnTo === null ? 'Back to the article before' : BACK[returnTo]}
          </Button>
        )}
        <span className={classes['place']}>
          {place === -1
            ? 'not in the list as filtered'
            : `${formatCount(place + 1)} of ${formatCount(visible.length)}`}
        </span>
        <IconButton
          label={isInspectorShown ? 'Hide the inspector' : 'Show the inspector'}
          keys="Mod+Alt+I"
          aria-pressed={isInspectorShown}
          onClick={() => togglePane('inspector')}
        >
          <IconLayoutSidebarRight size="1.0625rem" stroke={1.75} />
        </IconButton>
        <IconButton label="Close article" keys="Mod+W" onClick={closeArticle}>
          <IconX size="1.0625rem" stroke={1.75} />
        </IconButton>
      </div>
      <div className={classes['reader']}>
        <Reader articleId={article} onNext={next} onPrevious={previous} />
      </div>
    </div>
  )
}
