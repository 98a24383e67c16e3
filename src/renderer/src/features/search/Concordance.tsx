import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import type { Codebook } from '#core/model/codebook'
import { sortedWord, type ConcordanceOrder, type ConcordanceRow } from '#core/search/concordance'
import { wordsOf } from '#core/search/words'
import type { Concordance as Lines, ConcordanceArticle } from '#services/search'
import { orderLines, useSearch } from '#store/search'
import { countOf, formatCount } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { openLine } from './actions'
import classes from './Concordance.module.css'
import { FoundList } from './FoundList'
import { LINES_ID } from './ids'
import { LinesBar } from './LinesBar'
import { lineKey } from './lines'

const ROW_HEIGHT = 1.75

const ORDERS: readonly { readonly value: ConcordanceOrder; readonly label: string }[] = [
  { value: 'article', label: 'As articles were found' },
  { value: 'hit', label: 'By the words found' },
  { value: 'left', label: 'By the 1st word before' },
  { value: 'left-2', label: 'By the 2nd word before' },
  { value: 'left-3', label: 'By the 3rd word before' },
  { value: 'right', label: 'By the 1st word after' },
  { value: 'right-2', label: 'By the 2nd word after' },
  { value: 'right-3', label: 'By the 3rd word after' },
]

interface ConcordanceProps {
  readonly lines: Lines
  readonly codebook: Codebook
}

/** The lines in which the words stand, with the words below each other (key word in context). */
export function Concordance({ lines, codebook }: ConcordanceProps) {
  const order = useSearch((state) => state.lineOrder)
  const most = useSearch((state) => state.mostLines)
  const { rows, articles } = lines
  const keys = useMemo(() => rows.map(lineKey), [rows])
  return (
    <>
      <div className={classes['bar']}>
        <Select
          aria-label="Order of the lines"
          className={classes['order'] ?? ''}
          allowDeselect={false}
          value={order}
          data={ORDERS}
          onChange={(value) => value !== null && orderLines(value)}
        />
        <span className={classes['count']} role="status" aria-label="Lines">
          {countOf(rows.length, 'line')}
          {lines.read < lines.total && ` of the first ${countOf(lines.read, 'article')}`}
        </span>
        {lines.read < lines.total && (
          <Button variant="subtle" onClick={() => useSearch.setState({ mostLines: most * 5 })}>
            Up to {formatCount(most * 5)}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={classes['none']}>
          The words stand in titles or notes only, or the query has filters alone; there is no line of a text
          to show.
        </p>
      ) : (
        <FoundList
          id={LINES_ID}
          label="Lines of the concordance"
          part="lines"
          rowHeight={ROW_HEIGHT}
          overscan={12}
          count={rows.length}
          keys={keys}
          order={order}
          rowClass={classes['row']}
          rowTitle={(index) => articles.get(rows[index]?.article ?? '')?.title}
          onOpen={(index) => {
            const row = rows[index]
            if (row) openLine(row)
          }}
        >
          {(index) => {
            const row = rows[index]
            return row && <Line row={row} article={articles.get(row.article)} order={order} />
          }}
        </FoundList>
      )}
      <LinesBar codebook={codebook} />
    </>
  )
}

interface LineProps {
  readonly row: ConcordanceRow
  readonly article: ConcordanceArticle | undefined
  readonly order: ConcordanceOrder
}

function Line({ row, article, order }: LineProps) {
  return (
    <>
      <span className={classes['article']}>
        {article?.sourceName ?? article?.title}
        {article?.publishedAt && ` · ${formatDate(article.publishedAt)}`}
      </span>
      <span className={classes['line']} dir={RIGHT_TO_LEFT.test(row.hit) ? 'rtl' : 'ltr'}>
        <span className={classes['left']}>
          <span>
            <Context text={row.left} side="left" order={order} />
          </span>
        </span>
        <mark className={classes['hit']}>{row.hit}</mark>
        <span className={classes['right']}>
          <Context text={row.right} side="right" order={order} />
        </span>
      </span>
    </>
  )
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

interface ContextProps {
  readonly text: string
  readonly side: 'left' | 'right'
  readonly order: ConcordanceOrder
}

/** What stands beside the words, with the word underlined that the lines are sorted by. */
function Context({ text, side, order }: ContextProps) {
  const sorted = sortedWord(order)
  if (sorted?.side !== side) return <>{text}</>
  const { starts, ends } = wordsOf(text)
  const index = side === 'left' ? starts.length - sorted.word : sorted.word - 1
  const [start, end] = [starts[index], ends[index]]
  if (start === undefined || end === undefined) return <>{text}</>
  return (
    <>
      {text.slice(0, start)}
      <span className={classes['sorted']}>{text.slice(start, end)}</span>
      {text.slice(end)}
    </>
  )
}
