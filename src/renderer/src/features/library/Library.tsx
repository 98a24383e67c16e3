import { Button, Menu } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconFileImport, IconFilter, IconFolder, IconFiles, IconSearchOff } from '@tabler/icons-react'
import { useCallback } from 'react'
import type { Corpus } from '#core/model/corpus'
import type { Tag } from '#core/model/codebook'
import { runCommand } from '#store/command-registry'
import { clearFilter, useLibrary } from '#store/library'
import { openArticle, useNavigation } from '#store/navigation'
import { useZoom } from '#store/zoom'
import { EmptyState } from '#ui/EmptyState'
import { IconButton } from '#ui/IconButton'
import { ArticleList } from './ArticleList'
import { ArticleTable } from './ArticleTable'
import { CorpusMenu } from './corpora/CorpusMenu'
import { Facets } from './Facets'
import { FacetsPopover, FilterChips, FilterInput, SortMenu } from './FilterBar'
import { formatCount } from '#ui/counts'
import classes from './Library.module.css'
import { CopiesDialog } from './reuse/CopiesDialog'
import { useCopies } from './reuse/use-copies'
import { isFilterEmpty } from './rows'
import { SelectionBar } from './SelectionBar'
import { openLibrary, type LibrarySource } from './source'
import { useKeptFocus } from './use-kept-focus'
import { useRows } from './use-rows'
import { useShownRows } from './use-shown-rows'

/** Widths in rem from which the table, and facets beside it, have room. */
const TABLE_WIDTH = 42
const FACETS_WIDTH = 62
/** Width from which facets are shown without being asked for: the table keeps room for long titles. */
const FACETS_SHOWN_WIDTH = 84

interface LibraryProps {
  readonly corpus: Corpus
  /** Where the articles come from. */
  readonly source?: LibrarySource
  readonly tags: readonly Tag[]
}

/** The articles of the corpus: a table when alone, a list beside the reader. */
export function Library({ corpus, source = openLibrary, tags }: LibraryProps) {
  const { ref, width } = useElementSize()
  const rem = useZoom((state) => state.rem)
  const opened = useNavigation((state) => state.article)
  const filter = useLibrary((state) => state.filter)
  const selection = useLibrary((state) => state.selection)
  const facetsChoice = useLibrary((state) => state.facetsOpen)
  const shown = useShownRows(source)
  const { ids, summary } = shown
  const rows = useRows(source, ids, summary)
  const copies = useCopies()
  const row = useCallback(
    (id: string) => {
      const found = rows.row(id)
      return found && copies.mark(found)
    },
    [rows, copies],
  )

  const isTable = opened === null && width >= TABLE_WIDTH * rem
  const hasRoomForFacets = isTable && width >= FACETS_WIDTH * rem
  const facetsOpen = facetsChoice ?? width >= FACETS_SHOWN_WIDTH * rem
  const isEmpty = summary?.articles === 0
  const isBulk = selection.selected.size > (opened === null ? 0 : 1)
  const hasNoMatch = summary !== null && ids.length === 0 && !isFilterEmpty(filter)
  const rowsRef = useKeptFocus(`${isEmpty} ${hasNoMatch} ${isBulk}`, opened)
  return (
    <section ref={ref} className={classes['library']} data-place="library" aria-label="Library">
      <header className={classes['header']}>
        <CorpusMenu corpus={corpus} />
        {isTable && !isEmpty && <FilterInput />}
        <span className={classes['space']} />
        {!isEmpty && summary !== null && <Count shown={ids.length} all={summary.articles} />}
        {!isEmpty &&
          (hasRoomForFacets ? (
            <IconButton
              label={facetsOpen ? 'Hide filters' : 'Show filters'}
              aria-pressed={facetsOpen}
              variant={facetsOpen ? 'light' : 'subtle'}
              color={facetsOpen ? 'accent' : 'gray'}
              onClick={() => useLibrary.setState({ facetsOpen: !facetsOpen })}
            >
              <IconFilter size="1rem" />
            </IconButton>
          ) : (
            <FacetsPopover counts={shown.facets} tags={tags} />
          ))}
        {!isTable && !isEmpty && <SortMenu />}
        <ImportMenu isSmall={!isTable} />
      </header>
      {!isTable && !isEmpty && (
        <div className={classes['second']}>
          <FilterInput />
        </div>
      )}
      {!isEmpty && <FilterChips counts={shown.facets} tags={tags} />}
      <div className={classes['body']}>
        {hasRoomForFacets && facetsOpen && !isEmpty && (
          <aside className={classes['facets']} aria-label="Filters">
            <Facets counts={shown.facets} tags={tags} />
          </aside>
        )}
        <div ref={rowsRef} className={classes['rows']}>
          {isEmpty ? (
            <EmptyCorpus />
          ) : hasNoMatch ? (
            <NoMatch />
          ) : isTable ? (
            <ArticleTable ids={ids} row={row} onShow={rows.show} onOpen={openArticle} />
          ) : (
            <ArticleList ids={ids} row={row} onShow={rows.show} opened={opened} onOpen={openArticle} />
          )}
        </div>
      </div>
      <CopiesDialog source={source} copiesOf={copies.of} />
      {isBulk && <SelectionBar selected={selection.selected} />}
    </section>
  )
}

function Count({ shown, all }: { readonly shown: number; readonly all: number }) {
  const text = shown === all ? formatCount(all) : `${formatCount(shown)} of ${formatCount(all)}`
  return (
    <span className={classes['count']} role="status" aria-label={`${text} articles`}>
      {text}
    </span>
  )
}

function ImportMenu({ isSmall }: { readonly isSmall: boolean }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {isSmall ? (
          <IconButton label="Import">
            <IconFileImport size="1rem" />
          </IconButton>
        ) : (
          <Button leftSection={<IconFileImport size="1rem" aria-hidden />}>Import</Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFolder size="1rem" aria-hidden />}
          onClick={() => runCommand('import.folder')}
        >
          Folder…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFiles size="1rem" aria-hidden />}
          onClick={() => runCommand('import.files')}
        >
          Files or a dataset…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** A corpus without articles. */
export function EmptyCorpus() {
  return (
    <EmptyState
      icon={<IconFolder size="2rem" stroke={1.5} />}
      title="No articles yet"
      actions={
        <>
          <Button onClick={() => runCommand('import.folder')}>Import a folder…</Button>
          <Button variant="default" onClick={() => runCommand('import.files')}>
            Import files or a dataset…
          </Button>
        </>
      }
    >
      Import a folder or archive of text, HTML, JSON, CSV, Word, PDF or e-mail files, or drop it anywhere on
      this window. The files stay as they are.
    </EmptyState>
  )
}

/** A filter that lets nothing through. */
export function NoMatch() {
  return (
    <EmptyState
      icon={<IconSearchOff size="2rem" stroke={1.5} />}
      title="No article matches"
      actions={
        <Button variant="default" onClick={clearFilter}>
          Clear all filters
        </Button>
      }
    >
      Take a filter away to see more.
    </EmptyState>
  )
}
