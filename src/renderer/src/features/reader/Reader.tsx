import { IconFileOff } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Annotation } from '#core/model/annotation'
import type { Article, ArticleBody, ArticleStatus } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import type { Source } from '#core/model/source'
import type { Speaker } from '#core/model/speaker'
import { liveAnnotations } from '#services/annotations'
import {
  keepReadingPosition,
  liveArticle,
  liveSources,
  readBody,
  readingPosition,
  setStatus,
} from '#services/articles'
import { liveRenderings, type Rendering } from '#services/comparison'
import { liveCodebook } from '#services/codebook'
import { changeSettings, DEFAULT_SETTINGS, liveSettings } from '#services/settings'
import { liveSpeakers } from '#services/speakers'
import { useLive } from '#services/use-live'
import { provideCommands, refreshCommands } from '#store/command-registry'
import { reachGoal, useNavigation } from '#store/navigation'
import { focusInspector, rangeOfSelection, resetReader, useReader } from '#store/reader'
import { EmptyState } from '#ui/EmptyState'
import { arriveAt, goToAnnotation, orSay } from './actions'
import { codebookCommands } from './commands'
import { setOpenReader, textSession } from './open-reader'
import { ReaderView } from './ReaderView'

interface ReaderProps {
  readonly articleId: string
  readonly onNext: () => void
  readonly onPrevious: () => void
}

const NO_ANNOTATIONS: readonly Annotation[] = []
const NO_SPEAKERS: Speaker[] = []
const NO_SOURCES: Source[] = []
const NO_RENDERINGS: ReadonlyMap<string, readonly Rendering[]> = new Map()
const NO_CODEBOOK: Codebook & { usage: Readonly<Record<string, number>> } = {
  layers: [],
  tags: [],
  usage: {},
}

interface Loaded {
  readonly id: string
  readonly body: ArticleBody | null
  readonly position: number
}

/** Text and reading position of an article; null until they are read, a null body when there is none. */
function useText(id: string): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    let wanted = true
    Promise.all([readBody(id), readingPosition(id)]).then(
      ([body, position]) => wanted && setLoaded({ id, body, position: position ?? 0 }),
      () => wanted && setLoaded({ id, body: null, position: 0 }),
    )
    return () => {
      wanted = false
    }
  }, [id])
  return loaded?.id === id ? loaded : null
}

/** The article's annotations; one that was just stored is among them before the query tells of it. */
function useAnnotations(id: string): readonly Annotation[] {
  const annotations = useLive(liveAnnotations(id), NO_ANNOTATIONS)
  const made = useReader((state) => state.made)
  const isAhead = made?.article === id && !annotations.some((annotation) => annotation.id === made.id)
  useEffect(() => {
    // The query has caught up: from now on it alone tells, also of the annotation's end.
    if (made && annotations.some((annotation) => annotation.id === made.id))
      useReader.setState({ made: null })
  }, [annotations, made])
  return useMemo(() => (isAhead && made ? [...annotations, made] : annotations), [annotations, isAhead, made])
}

/** Goes to the annotation or words that another screen opened the article for, as soon as they and the text are there. */
function useGoal(articleId: string, annotations: readonly Annotation[], hasText: boolean): void {
  const goal = useNavigation((state) => state.goal)
  useEffect(() => {
    if (!hasText || goal?.article !== articleId) return
    if (goal.range) {
      reachGoal()
      textSession()?.focus()
      arriveAt(articleId, goal.range)
      return
    }
    const wanted = annotations.find(({ id }) => id === goal.annotation)
    if (!wanted) return
    reachGoal()
    textSession()?.focus()
    goToAnnotation(wanted)
    if (goal.edit) focusInspector()
  }, [goal, articleId, annotations, hasText])
}

/** The reader's pane: an article's text, with everything that is done in it. */
export function Reader({ articleId, onNext, onPrevious }: ReaderProps) {
  const article: Article | null = useLive(liveArticle(articleId), null)
  const text = useText(articleId)
  const annotations = useAnnotations(articleId)
  const codebook = useLive(liveCodebook(), NO_CODEBOOK)
  const speakers = useLive(liveSpeakers(), NO_SPEAKERS)
  const sources = useLive(liveSources(), NO_SOURCES)
  const settings = useLive(liveSettings(), DEFAULT_SETTINGS)
  const renderings = useLive(liveRenderings(articleId), NO_RENDERINGS)
  const body = text?.body ?? null

  useEffect(() => resetReader(), [articleId])

  useEffect(() => {
    setOpenReader(
      article && body
        ? { article, body, annotations, codebook, speakers, renderings, onNext, onPrevious }
        : null,
    )
  }, [article, body, annotations, codebook, speakers, renderings, onNext, onPrevious])
  useEffect(() => () => setOpenReader(null), [])

  useEffect(() => {
    provideCommands('reader-codebook', { place: 'reader', commands: codebookCommands(codebook) })
    return () => provideCommands('reader-codebook', { place: 'reader', commands: [] })
  }, [codebook])

  const hasSelection = useReader((state) => rangeOfSelection(state.selection) !== null)
  const hasQuery = useReader((state) => state.find.query !== '')
  const active = useReader((state) => state.active)
  const isOpen = article !== null && body !== null
  const activeOne = annotations.find(({ id }) => id === active)
  const activeKind = activeOne && `${activeOne.layer} ${activeOne.status}`
  const hasSuggestions = annotations.some(({ status }) => status === 'suggested')
  // The commands ask what is active when they are told that it may have changed.
  useEffect(() => refreshCommands(), [isOpen, hasSelection, hasQuery, activeKind, hasSuggestions, renderings])
  useGoal(articleId, annotations, body !== null)

  if (text && !text.body) {
    return (
      <EmptyState icon={<IconFileOff />} title="This article is not in the corpus">
        It may have been removed. Choose another one in the list.
      </EmptyState>
    )
  }
  return (
    <ReaderView
      article={article}
      sourceName={sources.find(({ id }) => id === article?.source)?.name ?? null}
      body={article ? body : null}
      annotations={annotations}
      renderings={renderings}
      codebook={codebook}
      typography={settings}
      position={text?.position ?? 0}
      onPosition={(offset) => keepReadingPosition(articleId, offset)}
      onStatus={(status: ArticleStatus) => void orSay(setStatus([articleId], status))}
      onTypography={(patch) => void orSay(changeSettings(patch))}
      onNext={onNext}
      onPrevious={onPrevious}
    />
  )
}
