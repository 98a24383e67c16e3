import { Switch, VisuallyHidden } from '@mantine/core'
import { IconColumns2 } from '@tabler/icons-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ComparisonView } from '#services/comparison'
import { refreshCommands, runCommand } from '#store/command-registry'
import { leaveParallel, useParallel } from '#store/parallel'
import { keepPlace, placeIn, SIDE_BY_SIDE_MOST, showSideBySide, useStoryView } from '#store/story'
import { countOf } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { IconButton } from '#ui/IconButton'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { activateTie, openParallel, provideParallel, stepColumn } from './actions'
import { ArticleColumn } from './ArticleColumn'
import { linkScrolling, type LinkedScrolling } from './linked-scrolling'
import classes from './SideBySide.module.css'
import { tiePassages, type Texts } from './ties'
import { useArticles } from './use-articles'

interface SideBySideProps {
  readonly view: ComparisonView
}

/** Ids of the articles shown, the one that the others are held against first. */
function shownArticles(
  view: ComparisonView,
  chosen: readonly string[],
  focusPair: readonly [string, string] | null,
): readonly string[] {
  const all = view.sources.map(({ article }) => article.id)
  const known = [...(focusPair ?? []), ...chosen].filter((id) => all.includes(id))
  const shown = [...new Set(known)].slice(0, SIDE_BY_SIDE_MOST)
  return shown.length > 1 ? shown : [...new Set([...shown, ...all])].slice(0, 2)
}

/** Two to four articles beside each other, what they have in common tied together. */
export function SideBySide({ view }: SideBySideProps) {
  const chosen = useStoryView((state) => state.sideBySide)
  const focusPair = useStoryView((state) => state.focusPair)
  const ids = useMemo(() => shownArticles(view, chosen, focusPair), [view, chosen, focusPair])
  if (ids.length < 2) {
    return (
      <EmptyState icon={<IconColumns2 size="2rem" stroke={1.5} />} title="One article is not two">
        Add another article to the story to read them side by side.
      </EmptyState>
    )
  }
  return <Columns key={ids.join(' ')} view={view} ids={ids} />
}

function Columns({ view, ids }: { readonly view: ComparisonView; readonly ids: readonly string[] }) {
  const { bodies, alignments, isWaiting, error } = useArticles(ids)
  const [first = ''] = ids
  const ties = useMemo(() => tiePassages(first, alignments), [first, alignments])
  const linked = useParallel((state) => state.linked)
  const differences = useParallel((state) => state.differences)
  const [said, setSaid] = useState('')
  const announce = useCallback((message: string) => setSaid(message), [])
  const scrollers = useRef(new Map<string, HTMLElement>())
  const scrolling = useRef<LinkedScrolling | null>(null)
  const sources = useMemo(
    () => ids.flatMap((id) => view.sources.find(({ article }) => article.id === id) ?? []),
    [ids, view.sources],
  )
  const texts = useMemo((): Texts => {
    return new Map(
      sources.flatMap(({ article }) => {
        const body = bodies.get(article.id)
        return body ? [[article.id, { text: body.text, language: article.language }] as const] : []
      }),
    )
  }, [sources, bodies])

  useLayoutEffect(() => {
    const columns = ids.flatMap((article) => {
      const scroller = scrollers.current.get(article)
      return scroller ? [{ article, scroller }] : []
    })
    const made = linkScrolling(columns, ties, () => useParallel.getState().linked)
    scrolling.current = made
    provideParallel({ view, articles: ids, ties, texts, scrolling: made, announce })
    refreshCommands()
    return () => made.destroy()
  }, [view, ids, ties, texts, announce])
  useRestoredPlace(!isWaiting && bodies.size > 0, scrollers.current.get(first))
  useEffect(
    () => () => {
      provideParallel(null)
      leaveParallel()
    },
    [],
  )
  useEffect(() => useParallel.subscribe(refreshCommands), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'ArrowRight') stepColumn(1)
    else if (event.key === 'ArrowLeft') stepColumn(-1)
    else return
    event.preventDefault()
  }
  const others = view.sources.filter(({ article }) => !ids.includes(article.id))
  return (
    <div className={classes['parallel']} data-place="side-by-side" onKeyDown={onKeyDown}>
      <div className={classes['toolbar']}>
        <IconButton
          label="Previous difference"
          keys="p"
          onClick={() => runCommand('parallel.previous-difference')}
        >
          <IconArrowUp size="1rem" />
        </IconButton>
        <IconButton label="Next difference" keys="n" onClick={() => runCommand('parallel.next-difference')}>
          <IconArrowDown size="1rem" />
        </IconButton>
        <Switch
          size="xs"
          label="Differences of the passage"
          checked={differences}
          onChange={(event) => useParallel.setState({ differences: event.currentTarget.checked })}
        />
        <Switch
          size="xs"
          label="Scroll together"
          checked={linked}
          onChange={(event) => useParallel.setState({ linked: event.currentTarget.checked })}
        />
        <span className={classes['count']} role="status">
          {error !== null
            ? error.message
            : isWaiting
              ? 'Aligning…'
              : ties.length === 0
                ? 'No passage in common'
                : `${countOf(ties.length, 'tied passage')}; numbers tie them, ⇅ marks one that stands elsewhere in the order`}
        </span>
        <span className={classes['space']} />
        {others.length > 0 && ids.length < SIDE_BY_SIDE_MOST && (
          <IconButton
            label="Add an article beside these"
            onClick={() => showSideBySide([...ids, others[0]?.article.id ?? ''])}
          >
            <IconPlus size="1rem" />
          </IconButton>
        )}
      </div>
      <div className={classes['columns']}>
        {sources.map((source, column) => (
          <ArticleColumn
            key={source.article.id}
            source={source}
            column={column}
            choices={[source, ...others]}
            body={bodies.get(source.article.id) ?? null}
            ties={ties}
            base={column === 0 ? null : (texts.get(first) ?? null)}
            baseArticle={first}
            canClose={ids.length > 2}
            onScroller={(element) => {
              if (element) scrollers.current.set(source.article.id, element)
              else scrollers.current.delete(source.article.id)
            }}
            onChange={(id) =>
              showSideBySide(
                id === null
                  ? ids.filter((_id, at) => at !== column)
                  : ids.map((one, at) => (at === column ? id : one)),
              )
            }
          />
        ))}
      </div>
      <VisuallyHidden role="status" aria-label="Passage">
        {said}
      </VisuallyHidden>
    </div>
  )
}

/** Goes back to the passage where the person was, as soon as it is there; keeps the place when the view goes. */
function useRestoredPlace(isReady: boolean, scroller: HTMLElement | undefined): void {
  useEffect(() => {
    if (!isReady) return undefined
    const { active, top } = placeIn('side-by-side')
    const [number = NaN, column = 0] = active?.split(' ').map(Number) ?? []
    const tie = openParallel()?.ties.find((one) => one.number === number)
    if (tie) activateTie(tie, column)
    else if (scroller) scroller.scrollTop = top
    return () => {
      if (scroller) keepPlace('side-by-side', { top: scroller.scrollTop })
    }
  }, [isReady, scroller])
}
