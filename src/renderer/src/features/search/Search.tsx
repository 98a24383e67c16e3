import { Button, Menu, SegmentedControl, Select } from '@mantine/core'
import {
  IconChecks,
  IconChevronDown,
  IconColumns3,
  IconFileExport,
  IconSearch,
  IconSearchOff,
  IconSparkles,
} from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import type { Codebook } from '#core/model/codebook'
import { liveSearchIndex, type Concordance as Lines, type SearchStatus } from '#services/search'
import {
  findArticles,
  findLines,
  liveFoundArticles,
  liveLines,
  type Answered,
  type FoundArticles,
} from '#services/search-session'
import { liveSavedSearches, type SavedSearch } from '#services/saved-searches'
import { useLive } from '#services/use-live'
import { provideCommands, refreshCommands, runCommand } from '#store/command-registry'
import { orderResults, showView, useSearch } from '#store/search'
import { countOf, formatCount } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { KeyHint } from '#ui/KeyHint'
import { provideFound } from './actions'
import { Concordance } from './Concordance'
import { Counts } from './Counts'
import { LINES_ID, QUERY_INPUT_ID, RESULTS_ID } from './ids'
import { QueryField } from './QueryField'
import { ResultList } from './ResultList'
import { provideSaved, savedCommands } from './saved'
import { ORDER_NAMES } from './saved-order'
import { SavedMenu } from './SavedMenu'
import { SavedSearches } from './SavedSearches'
import classes from './Search.module.css'
import { SearchDialogs } from './SearchDialogs'
import { SyntaxHelp } from './SyntaxHelp'

const NONE_SAVED: readonly SavedSearch[] = []
const NOTHING = { asking: false, found: null, failure: null } as const

/** The search of the corpus: a query, the articles it finds, and the lines in which its words stand. */
export function Search({ codebook }: { readonly codebook: Codebook }) {
  const messageId = useId()
  const { query, view, order, lineOrder, mostLines } = useSearch()
  const status = useLive<SearchStatus | null>(liveSearchIndex(), null)
  const articles = useLive<Answered<FoundArticles>>(liveFoundArticles(), NOTHING)
  const lines = useLive<Answered<Lines>>(liveLines(), NOTHING)
  const saved = useSaved()
  const isLines = view === 'concordance'
  const isEmpty = articles.found === null
  const hasLines = lines.found !== null
  const indexed = status?.state === 'failed' ? null : (status?.indexed ?? null)

  useEffect(() => {
    void findArticles(query, order)
  }, [query, order, indexed])
  useEffect(() => {
    if (isLines) void findLines(query, lineOrder, mostLines)
  }, [query, isLines, lineOrder, mostLines, indexed])
  useEffect(() => {
    provideFound(articles.found, lines.found)
    refreshCommands()
  }, [articles.found, lines.found])
  useEffect(() => {
    // Back from an article, here for the first time, or in the other view: the keyboard goes on where it was.
    if (document.activeElement !== null && document.activeElement !== document.body) return
    document.getElementById(useSearch.getState().view === 'concordance' ? LINES_ID : RESULTS_ID)?.focus()
  }, [isEmpty, isLines, hasLines])

  const { failure, found } = articles
  const notes = found?.summary.notes ?? []
  const marks = failure?.at
    ? [{ at: failure.at, isError: true }]
    : notes.map(({ at }) => ({ at, isError: false }))
  const isAwaited = useRef(false)
  const focusFound = () => document.getElementById(isLines ? LINES_ID : RESULTS_ID)?.focus()
  useEffect(() => {
    if (!isAwaited.current || articles.asking) return
    const list = document.getElementById(useSearch.getState().view === 'concordance' ? LINES_ID : RESULTS_ID)
    // While the index is made nothing may be found at first; the list comes later.
    if (!list) return
    isAwaited.current = false
    if (document.activeElement?.id === QUERY_INPUT_ID) list.focus()
  }, [articles])
  return (
    <section className={classes['search']} data-place="search" aria-label="Search">
      <header className={classes['header']}>
        <h1 className={classes['title']}>Search</h1>
        <QueryField
          tags={codebook.tags}
          marks={marks}
          messageId={messageId}
          onEnter={() => {
            // What was asked just now is not there yet.
            isAwaited.current = true
            focusFound()
          }}
          onWriting={() => {
            // What is written now must not end up as keys in the list.
            isAwaited.current = false
          }}
        />
        <SavedMenu saved={saved} />
        <SyntaxHelp />
      </header>
      <div id={messageId} className={classes['messages']} aria-live="polite">
        {failure && <p className={classes['error']}>{failure.message}</p>}
        {notes.map(({ message }) => (
          <p key={message} className={classes['note']}>
            {message}
          </p>
        ))}
        {status?.state === 'building' && query !== '' && (
          <p className={classes['note']}>
            The index is being made: {formatCount(status.indexed)} of {countOf(status.total, 'article')} can
            be found so far.
          </p>
        )}
        {status?.state === 'waiting' && query !== '' && (
          <p className={classes['note']}>What is being imported can be found when the import is done.</p>
        )}
      </div>
      {query === '' ? (
        <Welcome saved={saved} />
      ) : (
        found && (
          <>
            <div className={classes['toolbar']}>
              <SegmentedControl
                aria-label="Show"
                value={view}
                onChange={(value) => showView(value === 'concordance' ? value : 'results')}
                data={[
                  { value: 'results', label: 'Articles' },
                  { value: 'concordance', label: 'Lines' },
                ]}
              />
              <span className={classes['total']} role="status" aria-label="Found">
                {countOf(found.summary.total, 'article')}, {countOf(found.summary.occurrences, 'occurrence')}
              </span>
              <span className={classes['space']} />
              {!isLines && (
                <Select
                  aria-label="Order"
                  className={classes['order'] ?? ''}
                  allowDeselect={false}
                  value={order}
                  data={(['relevance', 'newest', 'oldest'] as const).map((one) => ({
                    value: one,
                    label: ORDER_NAMES[one],
                  }))}
                  onChange={(value) => value !== null && orderResults(value)}
                />
              )}
              <FoundMenu total={found.summary.total} />
            </div>
            {found.summary.total === 0 ? (
              <NothingFound />
            ) : (
              <div className={classes['body']}>
                <aside className={classes['counts']} aria-label="Counts">
                  {found.summary.counts && <Counts counts={found.summary.counts} />}
                </aside>
                <div className={classes['found']}>
                  {isLines ? (
                    lines.found && <Concordance lines={lines.found} codebook={codebook} />
                  ) : (
                    <ResultList key={`${found.query} ${found.order}`} found={found} />
                  )}
                </div>
              </div>
            )}
          </>
        )
      )}
      <SearchDialogs saved={saved} />
    </section>
  )
}

/** What can be done with the articles found: all of them, or those selected where there are several. */
function FoundMenu({ total }: { readonly total: number }) {
  const selected = useSearch((state) => state.results.selected.size)
  const count = selected > 1 ? selected : total
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          disabled={total === 0}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {selected > 1 ? `${formatCount(selected)} selected` : `All ${formatCount(count)}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconColumns3 size="1rem" aria-hidden />}
          disabled={count < 2}
          onClick={() => runCommand('search.story')}
        >
          Make a story…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size="1rem" aria-hidden />}
          onClick={() => runCommand('search.export')}
        >
          Export…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconChecks size="1rem" aria-hidden />}
          onClick={() => runCommand('search.review')}
        >
          Review the suggestions…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSparkles size="1rem" aria-hidden />}
          onClick={() => runCommand('search.suggest')}
        >
          Suggest quotations and claims
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The searches that are saved, with a command for each. */
function useSaved(): readonly SavedSearch[] {
  const saved = useLive(liveSavedSearches(), NONE_SAVED)
  useEffect(() => {
    provideSaved(saved)
    provideCommands('saved-searches', { place: 'search', commands: savedCommands(saved) })
  }, [saved])
  useEffect(() => () => provideCommands('saved-searches', { place: 'search', commands: [] }), [])
  return saved
}

function Welcome({ saved }: { readonly saved: readonly SavedSearch[] }) {
  return (
    <>
      {saved.length > 0 && <SavedSearches saved={saved} />}
      <EmptyState icon={<IconSearch size="2rem" stroke={1.5} />} title="Search the whole corpus">
        Write words, a “phrase” in quotation marks, or the beginning of a word with an asterisk. Press Down in
        the field for filters such as source: and date:.
        {saved.length === 0 && (
          <>
            {' '}
            A search that you save, with <KeyHint keys="Mod+D" />, is listed here.
          </>
        )}
      </EmptyState>
    </>
  )
}

function NothingFound() {
  return (
    <EmptyState icon={<IconSearchOff size="2rem" stroke={1.5} />} title="No article has this">
      Take a word or filter away, join alternatives with OR, or write the beginning of a word with an
      asterisk.
    </EmptyState>
  )
}
