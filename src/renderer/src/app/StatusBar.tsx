import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard } from '@tabler/icons-react'
import type { LibrarySummary } from '#core/library/library-query'
import type { Corpus } from '#core/model/corpus'
import { runCommand } from '#store/command-registry'
import { showDialog } from '#store/navigation'
import { countOf, formatCount } from '#ui/counts'
import { IconButton } from '#ui/IconButton'
import { BackupStatus } from '../features/backups/BackupStatus'
import { ExportStatus } from '../features/export/ExportStatus'
import { ImportStatus } from '../features/import/ImportStatus'
import { TrainingStatus } from '../features/review/TrainingStatus'
import { ReuseStatus } from '../features/library/reuse/ReuseStatus'
import { SearchStatus } from '../features/search/SearchStatus'
import { ProposingStatus } from '../features/stories/ProposingStatus'
import { CompareStatus } from '../features/story/CompareStatus'
import { SuggestStatus } from '../features/suggest/SuggestStatus'
import { historyLabel, type HistoryLabels } from './history'
import classes from './StatusBar.module.css'

interface StatusBarProps {
  readonly corpus: Corpus
  /** Null while the corpus is read. */
  readonly summary: LibrarySummary | null
  readonly history: HistoryLabels
}

/** What is open, what runs, and what can be undone. */
export function StatusBar({ corpus, summary, history }: StatusBarProps) {
  return (
    <footer className={classes['bar']} aria-label="Status">
      <div className={classes['facts']}>
        <span className={classes['corpus']}>{corpus.name}</span>
        {summary !== null && (
          <>
            <span className={classes['fact']}>{countOf(summary.articles, 'article')}</span>
            <Annotations {...summary} />
          </>
        )}
      </div>
      <div className={classes['jobs']}>
        <ImportStatus />
        <SearchStatus />
        <ExportStatus />
        <SuggestStatus />
        <TrainingStatus />
        <CompareStatus />
        <ProposingStatus />
        <ReuseStatus />
        <BackupStatus />
      </div>
      <div className={classes['buttons']}>
        <IconButton
          label={historyLabel('Undo', history.undo)}
          keys="Mod+Z"
          size="1.5rem"
          disabled={history.undo === null}
          onClick={() => runCommand('edit.undo')}
        >
          <IconArrowBackUp size="0.9375rem" />
        </IconButton>
        <IconButton
          label={historyLabel('Redo', history.redo)}
          keys="Mod+Shift+Z"
          size="1.5rem"
          disabled={history.redo === null}
          onClick={() => runCommand('edit.redo')}
        >
          <IconArrowForwardUp size="0.9375rem" />
        </IconButton>
        <IconButton label="Keys" keys="?" size="1.5rem" onClick={() => showDialog('keys')}>
          <IconKeyboard size="0.9375rem" />
        </IconButton>
      </div>
    </footer>
  )
}

function Annotations({ accepted, suggested }: Pick<LibrarySummary, 'accepted' | 'suggested'>) {
  return (
    <span className={classes['fact']}>
      {countOf(accepted, 'annotation')}
      {suggested > 0 && `, ${formatCount(suggested)} suggested`}
    </span>
  )
}
