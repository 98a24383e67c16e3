import { Button } from '@mantine/core'
import { useDeferredValue, useEffect, useMemo } from 'react'
import type { Annotation } from '#core/model/annotation'
import type { Article, ArticleBody, ArticleStatus } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import type { TextRange } from '#core/model/range'
import type { Rendering } from '#services/comparison'
import { setPick, useReader, type PickTarget } from '#store/reader'
import { FindBar } from './FindBar'
import { findHits, setHits, showFirstHit } from './find-steps'
import { textSession } from './open-reader'
import classes from './Reader.module.css'
import { ReaderHeader } from './ReaderHeader'
import { RenderingsPopover } from './renderings/RenderingsPopover'
import { TextColumn } from './TextColumn'
import type { Typography } from './TypographyMenu'

interface ReaderViewProps {
  /** Null while it is loaded. */
  readonly article: Article | null
  readonly sourceName: string | null
  /** Null while it is loaded. */
  readonly body: ArticleBody | null
  readonly annotations: readonly Annotation[]
  /** How other articles render them, by annotation id. */
  readonly renderings: ReadonlyMap<string, readonly Rendering[]>
  readonly codebook: Codebook
  readonly typography: Typography
  /** UTF-16 offset where the person was last. */
  readonly position: number
  readonly onPosition: (offset: number) => void
  readonly onStatus: (status: ArticleStatus) => void
  readonly onTypography: (patch: Partial<Typography>) => void
  readonly onNext: () => void
  readonly onPrevious: () => void
}

const NO_HITS: readonly TextRange[] = []

/** The reader, drawn from what it is given; caret, active annotation and find are view state of their own. */
export function ReaderView(props: ReaderViewProps) {
  const { article, body } = props
  const hits = useHits(body)
  return (
    <section className={classes['reader']} aria-label="Reader" data-place="reader">
      <ReaderHeader {...props} />
      <FindBar total={hits.length} />
      <PickBar />
      <TextColumn
        articleId={article?.id ?? null}
        body={body}
        language={article?.language ?? null}
        annotations={props.annotations}
        renderings={props.renderings}
        codebook={props.codebook}
        typography={props.typography}
        hits={hits}
        position={props.position}
        onPosition={props.onPosition}
      />
      <RenderingsPopover
        annotations={props.annotations}
        renderings={props.renderings}
        language={article?.language ?? null}
      />
    </section>
  )
}

/** Hits of find in the text; none while the bar is closed. */
function useHits(body: ArticleBody | null): readonly TextRange[] {
  const open = useReader((state) => state.find.open)
  const query = useDeferredValue(useReader((state) => state.find.query))
  const search = useReader((state) => state.find.search)
  const wholeWord = useReader((state) => state.find.wholeWord)
  const matchCase = useReader((state) => state.find.matchCase)
  const ignoreAccents = useReader((state) => state.find.ignoreAccents)
  const text = body?.text
  const hits = useMemo(
    () =>
      open && text !== undefined
        ? findHits(text, query, { search, wholeWord, matchCase, ignoreAccents })
        : NO_HITS,
    [open, text, query, search, wholeWord, matchCase, ignoreAccents],
  )
  useEffect(() => {
    setHits(hits)
    showFirstHit()
  }, [hits])
  return hits
}

const PICK_TEXTS: Readonly<Record<PickTarget, string>> = {
  speaker: 'Select the words that name the speaker, then press Enter.',
  cue: 'Select the words that report the quotation (“said”), then press Enter.',
  content: 'Select further words that were said, then press Enter.',
}

/** Says what is being picked in the text, and how to end that. */
function PickBar() {
  const pick = useReader((state) => state.pick)
  if (!pick) return null
  return (
    <div className={classes['pick']} role="status">
      <span>{PICK_TEXTS[pick]}</span>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setPick(null)
          textSession()?.focus()
        }}
      >
        Cancel
      </Button>
    </div>
  )
}
