import { useCallback } from 'react'
import { readResultPage, RESULTS_A_PAGE, type FoundArticles } from '#services/search-session'
import type { SearchHit } from '#services/search'
import { countOf } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { openResult } from './actions'
import { FoundList } from './FoundList'
import { RESULTS_ID } from './ids'
import { Marked } from './Marked'
import classes from './ResultList.module.css'

const ROW_HEIGHT = 5.25

/** The articles found, in dense rows with the words found marked. */
export function ResultList({ found }: { readonly found: FoundArticles }) {
  const ids = found.ids ?? found.pages.get(0)?.map(({ article }) => article) ?? []
  const hitAt = (index: number) =>
    found.pages.get(Math.floor(index / RESULTS_A_PAGE))?.[index % RESULTS_A_PAGE]
  const onShow = useCallback(
    (first: number, last: number) => {
      if (found.summary.total === 0) return
      const lastPage = Math.floor(last / RESULTS_A_PAGE)
      for (let page = Math.floor(first / RESULTS_A_PAGE); page <= lastPage; page++) void readResultPage(page)
    },
    [found],
  )
  return (
    <FoundList
      id={RESULTS_ID}
      label="Results"
      part="results"
      rowHeight={ROW_HEIGHT}
      overscan={6}
      count={found.summary.total}
      keys={ids}
      order={found.order}
      rowClass={classes['row']}
      onOpen={(index) => {
        const hit = hitAt(index)
        if (hit) openResult(hit)
      }}
      onShow={onShow}
    >
      {(index) => {
        const hit = hitAt(index)
        return hit ? <Result hit={hit} /> : <span className={classes['waiting']}>…</span>
      }}
    </FoundList>
  )
}

function Result({ hit }: { readonly hit: SearchHit }) {
  const { snippet, textHits } = hit
  const date = hit.publishedAt === null ? 'no date' : formatDate(hit.publishedAt)
  return (
    <>
      <div className={classes['head']}>
        <span className={classes['title']} dir="auto">
          <Marked text={hit.title} hits={hit.titleHits} />
        </span>
        <span className={classes['facts']}>
          {hit.sourceName ?? 'no source'} · {date}
          {textHits !== null && textHits > 1 && ` · ${countOf(textHits, 'hit')}`}
        </span>
      </div>
      {snippet && (
        <div className={classes['snippet']} dir="auto">
          {snippet.start > 0 && '… '}
          <Marked
            text={snippet.text}
            hits={snippet.hits.map(({ start, end }) => ({
              start: start - snippet.start,
              end: end - snippet.start,
            }))}
          />
          {' …'}
        </div>
      )}
    </>
  )
}
