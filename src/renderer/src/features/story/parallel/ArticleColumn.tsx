import { Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { CHANGE_SIGNS, markWords } from '#core/compare/marked-words'
import type { ArticleBody } from '#core/model/article'
import type { ComparedSource } from '#services/comparison'
import { directionOf } from '#dom/direction'
import { useParallel } from '#store/parallel'
import { formatDate } from '#ui/dates'
import { IconButton } from '#ui/IconButton'
import { MarkedWords } from '#ui/MarkedWords'
import { shortName } from '../labels'
import { activateTie, openPassage } from './actions'
import { planColumn, type ColumnBlock, type ColumnPiece } from './plan-column'
import classes from './SideBySide.module.css'
import { passageText, type Tie } from './ties'

/** Text that a column is held against. */
interface BaseText {
  readonly text: string
}

interface ArticleColumnProps {
  readonly source: ComparedSource
  readonly column: number
  /** Sources that the column may show, its own first. */
  readonly choices: readonly ComparedSource[]
  /** Null until it is read. */
  readonly body: ArticleBody | null
  readonly ties: readonly Tie[]
  /** Text of the first column; null for that itself. */
  readonly base: BaseText | null
  readonly baseArticle: string
  readonly canClose: boolean
  readonly onScroller: (element: HTMLElement | null) => void
  /** Another article for this column, null for none. */
  readonly onChange: (id: string | null) => void
}

/** One article: its blocks as they are, furniture dimmed, a number beside each passage that others have too. */
export function ArticleColumn(props: ArticleColumnProps) {
  const { source, column, choices, body, ties, base, baseArticle, canClose, onScroller, onChange } = props
  const { article, sourceName } = source
  const blocks = useMemo(() => (body ? planColumn(article.id, body, ties) : []), [article.id, body, ties])
  const dir = useMemo(
    () => (body ? directionOf(body.text, article.language) : 'ltr'),
    [body, article.language],
  )
  return (
    <article className={classes['column']} aria-label={sourceName}>
      <header className={classes['head']}>
        <Select
          size="xs"
          aria-label={`Article in column ${column + 1}`}
          className={classes['choice'] ?? ''}
          allowDeselect={false}
          data={choices.map((choice) => ({ value: choice.article.id, label: shortName(choice.sourceName) }))}
          value={article.id}
          onChange={(id) => {
            if (id !== null && id !== article.id) onChange(id)
          }}
        />
        <span className={classes['date']}>
          {article.publishedAt === null ? 'no date' : formatDate(article.publishedAt)}
          {column === 0 && ' · base'}
        </span>
        <span className={classes['title']} dir="auto" title={article.title}>
          {article.title === sourceName ? '' : article.title}
        </span>
        {canClose && (
          <IconButton label={`Take ${sourceName} away`} size="sm" onClick={() => onChange(null)}>
            <IconX size="0.875rem" />
          </IconButton>
        )}
      </header>
      <div
        ref={onScroller}
        className={classes['scroller']}
        role="region"
        aria-label={`Text of ${sourceName}`}
        tabIndex={0}
        onPointerLeave={() => useParallel.setState({ hovered: null })}
      >
        <div className={classes['text']} dir={dir} lang={article.language ?? undefined}>
          {body &&
            blocks.map((block) => (
              <BlockView
                key={block.start}
                block={block}
                article={article.id}
                language={article.language}
                sourceName={sourceName}
                column={column}
                text={body.text}
                base={base}
                baseArticle={baseArticle}
              />
            ))}
        </div>
      </div>
    </article>
  )
}

interface BlockViewProps {
  readonly block: ColumnBlock
  readonly article: string
  readonly language: string | null
  readonly sourceName: string
  readonly column: number
  readonly text: string
  readonly base: BaseText | null
  readonly baseArticle: string
}

const BlockView = memo(function BlockView({ block, ...rest }: BlockViewProps) {
  return (
    <p className={classes['block']} data-kind={block.kind} data-flows={block.flows || undefined}>
      {block.pieces.map((piece) =>
        piece.tie ? (
          <Passage key={piece.start} piece={piece} tie={piece.tie} {...rest} />
        ) : (
          <Plain key={piece.start} piece={piece} text={rest.text} />
        ),
      )}
    </p>
  )
})

function Plain({ piece, text }: { readonly piece: ColumnPiece; readonly text: string }) {
  const words = text.slice(piece.start, piece.end)
  return piece.furniture ? <span className={classes['furniture']}>{words}</span> : words
}

interface PassageProps extends Omit<BlockViewProps, 'block'> {
  readonly piece: ColumnPiece
  readonly tie: Tie
}

/** A tied passage, or the part of it in this block. */
function Passage(props: PassageProps) {
  const { piece, tie, article, sourceName, column, text, base } = props
  const element = useRef<HTMLSpanElement>(null)
  const isChosen = useParallel((state) => state.tie === tie.number)
  const isHovered = useParallel((state) => state.hovered === tie.number)
  const hasFocus = useParallel((state) => state.tie === tie.number && state.column === column)
  const differences = useParallel((state) => state.differences)
  const isMoved = [...tie.passages.values()].some(({ moved }) => moved)
  const takesFocus = hasFocus && piece.begins
  useLayoutEffect(() => {
    if (!takesFocus) return
    const { activeElement } = document
    const place = element.current?.closest('[data-place]')
    // The focus follows the keys, but is not taken from a field of another pane.
    if (activeElement === null || activeElement === document.body || place?.contains(activeElement)) {
      element.current?.focus({ preventScroll: true })
    }
  }, [takesFocus])
  const words = text.slice(piece.start, piece.end)
  return (
    <span
      ref={element}
      data-tie={tie.number}
      data-chosen={isChosen || undefined}
      data-hovered={isHovered || undefined}
      className={classes['passage']}
      {...(piece.begins
        ? {
            role: 'group',
            tabIndex: takesFocus ? 0 : -1,
            'aria-label': `Passage ${tie.number} in ${sourceName}${isMoved ? ', elsewhere in the order' : ''}`,
          }
        : {})}
      onPointerEnter={() => useParallel.setState({ hovered: tie.number })}
      onClick={() => activateTie(tie, column)}
      onDoubleClick={() => {
        activateTie(tie, column)
        openPassage()
      }}
    >
      {piece.begins && (
        <span className={classes['mark']} data-mark data-moved={isMoved || undefined} aria-hidden>
          {isMoved && '⇅'}
          {tie.number}
        </span>
      )}
      {isChosen && differences && base && piece.whole ? (
        <Marked {...props} article={article} base={base} words={words} />
      ) : (
        words
      )}
    </span>
  )
}

interface MarkedProps extends PassageProps {
  readonly base: BaseText
  readonly words: string
}

/** The passage's words against those of the first column. */
function Marked({ tie, base, baseArticle, words, language }: MarkedProps) {
  const against = tie.passages.get(baseArticle)
  const theirs = against ? passageText(base.text, against) : null
  const marked = useMemo(
    () => (theirs === null ? null : markWords(theirs, words, language)),
    [theirs, words, language],
  )
  if (!marked || marked.equal) return words
  return <MarkedWords parts={marked.parts} signs={CHANGE_SIGNS} rephrased={marked.rephrased} />
}
