import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconCheck,
  IconCopy,
  IconDeviceFloppy,
  IconFileOff,
  IconSearch,
} from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import {
  liveImports,
  readOnImportReport,
  REPORT_START,
  saveImportReport,
  type ImportProgress,
  type ImportReportLine,
} from '#services/imports'
import { useLive } from '#services/use-live'
import { openArticle, showScreen } from '#store/navigation'
import { useZoom } from '#store/zoom'
import { EmptyState } from '#ui/EmptyState'
import { IconButton } from '#ui/IconButton'
import { notifyDone, notifyError } from '#ui/notify'
import { useTakeLostFocus } from '#ui/use-take-lost-focus'
import classes from './ImportReport.module.css'
import { formatCount } from '#ui/counts'
import { countOutcomes, summarize } from './progress'

const NO_IMPORTS: ImportProgress[] = []
const ROW_HEIGHT = 2.25

type Outcome = ImportReportLine['outcome']

/** The report of one import: every file with what became of it. */
export function ImportReport({ id }: { readonly id: string }) {
  const progress = useLive(liveImports(), NO_IMPORTS).find((one) => one.id === id) ?? null
  // An import that goes on after a stop may begin anew in the place of what it left; one that runs only adds.
  const run = `${id} ${progress?.state ?? ''}`
  const [report, setReport] = useState({ id, run, part: REPORT_START })
  const part = report.run === run ? report.part : REPORT_START
  const seen = progress?.seen
  useEffect(() => {
    let isCurrent = true
    void readOnImportReport(id, part).then((found) => {
      if (isCurrent && found !== part) setReport({ id, run, part: found })
    })
    return () => {
      isCurrent = false
    }
    // Reads on as the import does, and once more after each part.
  }, [id, run, seen, part])

  const save = async () => {
    const saved = await saveImportReport(id)
    if (!saved.ok) notifyError(saved.error)
    else if (saved.value !== null) notifyDone('Report saved.')
  }
  return (
    <ReportScreen
      title={progress ? progress.roots.join(', ') : ''}
      lines={report.id === id ? report.part.lines : REPORT_START.lines}
      isRunning={progress?.state === 'running'}
      onSave={() => void save()}
      onOpen={openArticle}
      onBack={() => showScreen('library')}
    />
  )
}

interface ReportScreenProps {
  /** What was imported. */
  readonly title: string
  readonly lines: readonly ImportReportLine[]
  readonly isRunning: boolean
  readonly onSave: () => void
  readonly onOpen: (article: string) => void
  readonly onBack: () => void
}

/** The report as it is drawn. */
export function ReportScreen({ title, lines, isRunning, onSave, onOpen, onBack }: ReportScreenProps) {
  const [outcome, setOutcome] = useState<Outcome | 'all'>('all')
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query.trim().toLowerCase())
  const counts = useMemo(() => countOutcomes(lines), [lines])
  const shown = useMemo(
    () =>
      lines.filter(
        (line) =>
          (outcome === 'all' || line.outcome === outcome) &&
          (wanted === '' || `${line.path}\n${line.message ?? ''}`.toLowerCase().includes(wanted)),
      ),
    [lines, outcome, wanted],
  )
  return (
    <section
      className={classes['report']}
      data-place="import-report"
      aria-label="Import report"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        if (query === '') onBack()
        else setQuery('')
      }}
    >
      <header className={classes['header']}>
        <IconButton label="Back to the library" onClick={onBack}>
          <IconArrowLeft size="1rem" />
        </IconButton>
        <div className={classes['heading']}>
          <h1 className={classes['title']}>Import of {title || '…'}</h1>
          <p className={classes['summary']} role="status">
            {isRunning && 'Still running: '}
            {summarize(counts)}
          </p>
        </div>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size="1rem" aria-hidden />}
          disabled={lines.length === 0}
          onClick={onSave}
        >
          Save report…
        </Button>
      </header>
      <div className={classes['filters']}>
        <SegmentedControl
          aria-label="Outcome"
          value={outcome}
          onChange={(value) => setOutcome(value)}
          data={[
            { value: 'all', label: `All ${formatCount(lines.length)}` },
            { value: 'imported', label: `Imported ${formatCount(counts.imported)}` },
            { value: 'same-as', label: `Same text ${formatCount(counts.sameAs)}` },
            { value: 'skipped', label: `Skipped ${formatCount(counts.skipped)}` },
          ]}
        />
        <TextInput
          type="search"
          aria-label="Filter by path or reason"
          placeholder="Filter"
          leftSection={<IconSearch size="0.9375rem" aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<IconFileOff size="2rem" stroke={1.5} />} title="No file of that kind">
          {lines.length === 0 ? 'Nothing has been read yet.' : 'Choose another outcome or change the filter.'}
        </EmptyState>
      ) : (
        <ReportLines lines={shown} onOpen={onOpen} />
      )}
    </section>
  )
}

interface ReportLinesProps {
  readonly lines: readonly ImportReportLine[]
  readonly onOpen: (article: string) => void
}

function ReportLines({ lines, onOpen }: ReportLinesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  useTakeLostFocus(scroller)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    overscan: 8,
  })
  return (
    <div ref={scroller} className={classes['scroller']} tabIndex={0} role="region" aria-label="Files">
      <div
        role="table"
        aria-label="Files"
        aria-rowcount={lines.length}
        className={classes['table']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index]
          return line ? (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 1}
              className={classes['row']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <div role="cell" className={classes['outcome']} data-outcome={line.outcome}>
                <OutcomeIcon outcome={line.outcome} />
                {OUTCOMES[line.outcome]}
              </div>
              <div role="cell" className={classes['path']} title={line.path}>
                {line.article === null ? (
                  line.path
                ) : (
                  <ArticleLink path={line.path} article={line.article} onOpen={onOpen} />
                )}
              </div>
              <div role="cell" className={classes['message']} title={reasonOf(line)}>
                {reasonOf(line)}
              </div>
            </div>
          ) : null
        })}
      </div>
    </div>
  )
}

interface ArticleLinkProps {
  readonly path: string
  readonly article: string
  readonly onOpen: (article: string) => void
}

function ArticleLink({ path, article, onOpen }: ArticleLinkProps) {
  return (
    <button type="button" className={classes['link']} onClick={() => onOpen(article)}>
      {path}
    </button>
  )
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  imported: 'Imported',
  'same-as': 'Same text',
  skipped: 'Skipped',
}

function OutcomeIcon({ outcome }: { readonly outcome: Outcome }) {
  const Icon = outcome === 'imported' ? IconCheck : outcome === 'same-as' ? IconCopy : IconAlertTriangle
  return <Icon size="0.9375rem" aria-hidden />
}

function reasonOf(line: ImportReportLine): string {
  return line.message ?? (line.sameAs === null ? '' : `Same text as ${line.sameAs}`)
}
