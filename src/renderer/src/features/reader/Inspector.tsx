import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { Annotation } from '#core/model/annotation'
import type { Article, ArticleMetadata } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import type { Annotator } from '#core/model/corpus'
import type { Source } from '#core/model/source'
import type { Speaker } from '#core/model/speaker'
import { liveAnnotations } from '#services/annotations'
import { liveAnnotators } from '#services/annotators'
import { editMetadata, liveArticle, liveSources, setSource } from '#services/articles'
import { liveRenderings, type Rendering } from '#services/comparison'
import { liveCodebook } from '#services/codebook'
import { liveSpeakers } from '#services/speakers'
import { useLive } from '#services/use-live'
import { setPane, usePanes } from '#store/panes'
import { useReader } from '#store/reader'
import { goToAnnotation, orSay } from './actions'
import { inspectorActions } from './inspector/annotation-actions'
import { AnnotationPanel } from './inspector/AnnotationPanel'
import { ArticlePanel } from './inspector/ArticlePanel'
import classes from './inspector/Inspector.module.css'
import { textSession } from './open-reader'

interface InspectorProps {
  readonly articleId: string
}

const NO_ANNOTATIONS: readonly Annotation[] = []
const NO_SPEAKERS: Speaker[] = []
const NO_SOURCES: Source[] = []
const NO_ANNOTATORS: readonly Annotator[] = []
const NO_RENDERINGS: ReadonlyMap<string, readonly Rendering[]> = new Map()
const NO_CODEBOOK: Codebook & { usage: Readonly<Record<string, number>> } = {
  layers: [],
  tags: [],
  usage: {},
}

/** The inspector's pane: the active annotation, or all annotations of the article and its metadata. */
export function Inspector({ articleId }: InspectorProps) {
  const article: Article | null = useLive(liveArticle(articleId), null)
  const live = useLive(liveAnnotations(articleId), NO_ANNOTATIONS)
  const codebook = useLive(liveCodebook(), NO_CODEBOOK)
  const speakers = useLive(liveSpeakers(), NO_SPEAKERS)
  const sources = useLive(liveSources(), NO_SOURCES)
  const annotators = useLive(liveAnnotators(), NO_ANNOTATORS)
  const renderings = useLive(liveRenderings(articleId), NO_RENDERINGS)
  const activeId = useReader((state) => state.active)
  const made = useReader((state) => state.made)
  const active =
    live.find(({ id }) => id === activeId) ??
    (made && made.id === activeId && made.article === articleId ? made : null)
  const root = useInspectorFocus(article !== null && (activeId === null || active !== null))
  const actions = useMemo(() => (active ? inspectorActions(active) : null), [active])

  // Escape gives the focus back to the text, unless it closes a list of options; a pane over the text goes away.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    if (usePanes.getState().over === 'inspector') setPane('inspector', false)
    textSession()?.focus()
  }

  return (
    <aside
      ref={root}
      className={classes['inspector']}
      aria-label="Inspector"
      data-place="reader"
      onKeyDown={onKeyDown}
    >
      {active && actions ? (
        <AnnotationPanel
          key={active.id}
          annotation={active}
          codebook={codebook}
          speakers={speakers}
          creatorName={annotators.find(({ id }) => id === active.creator)?.name ?? active.creator}
          renderings={renderings.get(active.id) ?? []}
          language={article?.language ?? null}
          actions={actions}
        />
      ) : (
        article && (
          <ArticlePanel
            article={article}
            annotations={live}
            codebook={codebook}
            speakers={speakers}
            sources={sources}
            onGoTo={(annotation) => {
              goToAnnotation(annotation)
              textSession()?.focus()
            }}
            onEdit={(patch: Partial<ArticleMetadata>) => orSay(editMetadata(articleId, patch))}
            onSource={(name) => orSay(setSource([articleId], name))}
          />
        )
      )}
    </aside>
  )
}

/**
 * Takes the focus when a command has asked for it. In a narrow window the pane is made by the same command: it answers
 * when what it is to show is there.
 */
function useInspectorFocus(isReady: boolean) {
  const root = useRef<HTMLElement>(null)
  const field = useReader((state) => state.inspectorFocus)
  useEffect(() => {
    if (field === null || !isReady) return
    useReader.setState({ inspectorFocus: null })
    const wanted = root.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)
    const target = wanted ?? root.current?.querySelector<HTMLElement>('input, textarea, select, button')
    target?.focus()
  }, [field, isReady])
  return root
}
