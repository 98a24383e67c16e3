import { Button, Loader } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { followBackups } from '#services/automatic-backups'
import type { NotedCorpus } from '#services/backups'
import { invoke, on } from '#services/bridge'
import { liveCorpora, type CorpusSummary } from '#services/corpora'
import { liveFailure, type CorpusFailure } from '#services/failure'
import { findLostCorpora, noteCorpora } from '#services/lost-corpora'
import { useCorpus } from '#services/session'
import { liveSettings, type Settings } from '#services/settings'
import { useLive } from '#services/use-live'
import { provideCommands } from '#store/command-registry'
import { showDialog, useNavigation } from '#store/navigation'
import { notifyError } from '#ui/notify'
import { EmptyState } from '#ui/EmptyState'
import { BackupsDialog } from '../features/backups/BackupsDialog'
import { backupCommands } from '../features/backups/commands'
import { CorpusFailureScreen } from '../features/backups/CorpusFailureScreen'
import { LostCorpora } from '../features/backups/LostCorpora'
import { codebookCommands } from '../features/codebook/commands'
import { exportCommands } from '../features/export/commands'
import { beginImport } from '../features/import/begin'
import { importCommands } from '../features/import/commands'
import { DropTarget } from '../features/import/DropTarget'
import { corpusCommands, libraryCommands } from '../features/library/commands'
import { PackageDialog } from '../features/import/PackageDialog'
import { CorporaDialog } from '../features/library/corpora/CorporaDialog'
import { NewCorpusDialog } from '../features/library/corpora/NewCorpusDialog'
import { FirstRun } from '../features/library/FirstRun'
import { reuseCommands } from '../features/library/reuse/commands'
import { readerCommands } from '../features/reader/commands'
import { reviewCommands } from '../features/review/commands'
import { searchCommands, searchEverywhere } from '../features/search/commands'
import { settingsCommands } from '../features/settings/commands'
import { SettingsDialog } from '../features/settings/SettingsDialog'
import { speakerCommands } from '../features/speakers/commands'
import { storiesCommands, storyFindingCommands } from '../features/stories/commands'
import { storyCommands } from '../features/story/commands'
import { matrixCommands } from '../features/story/matrix/commands'
import { findingCommands } from '../features/story/overview/commands'
import { parallelCommands } from '../features/story/parallel/commands'
import { suggestCommands } from '../features/suggest/commands'
import { AboutDialog } from './AboutDialog'
import { appCommands, wayBackCommands } from './app-commands'
import classes from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary'
import { useCommandKeys } from './keyboard'
import { KeysOverlay } from './KeysOverlay'
import { useNativeMenu } from './native-menu'
import { Palette } from './Palette'
import { Providers } from './Providers'
import { Shell } from './Shell'
import { openLastCorpus } from './start'
import { useWindowZoom } from './zoom'

provideCommands('app', { place: 'everywhere', commands: appCommands })
provideCommands('import', { place: 'everywhere', commands: importCommands })
provideCommands('export', { place: 'everywhere', commands: exportCommands })
provideCommands('backups', { place: 'everywhere', commands: backupCommands })
provideCommands('corpus', { place: 'everywhere', commands: corpusCommands })
provideCommands('library', { place: 'library', commands: libraryCommands })
provideCommands('way-back', { place: 'reader', commands: wayBackCommands })
provideCommands('reader', { place: 'reader', commands: readerCommands })
provideCommands('codebook', { place: 'codebook', commands: codebookCommands })
provideCommands('suggest', { place: 'everywhere', commands: suggestCommands })
provideCommands('review', { place: 'review', commands: reviewCommands })
provideCommands('search', { place: 'search', commands: searchCommands })
provideCommands('find-in-corpus', { place: 'everywhere', commands: searchEverywhere })
provideCommands('speakers', { place: 'speakers', commands: speakerCommands })
provideCommands('stories', { place: 'stories', commands: storiesCommands })
provideCommands('find-stories', { place: 'everywhere', commands: storyFindingCommands })
provideCommands('story', { place: 'story', commands: storyCommands })
provideCommands('findings', { place: 'findings', commands: findingCommands })
provideCommands('matrix', { place: 'matrix', commands: matrixCommands })
provideCommands('side-by-side', { place: 'side-by-side', commands: parallelCommands })
provideCommands('reuse', { place: 'everywhere', commands: reuseCommands })
provideCommands('settings', { place: 'everywhere', commands: settingsCommands })

/** The whole interface. */
export function App() {
  const settings = useLive<Settings | null>(liveSettings(), null)
  useWindowZoom(settings?.zoom ?? 1)
  // Nothing is drawn in the wrong theme or size for a moment.
  if (settings === null) return null
  return (
    <Providers theme={settings.theme}>
      <ErrorBoundary>
        <Window settings={settings} />
      </ErrorBoundary>
    </Providers>
  )
}

function Window({ settings }: { readonly settings: Settings }) {
  const corpus = useCorpus()
  const corpora = useLive<CorpusSummary[] | null>(liveCorpora(), null)
  const [isStarted, setStarted] = useState(false)
  const [lost, setLost] = useState<readonly NotedCorpus[] | null>(null)
  const failure = useLive<CorpusFailure | null>(liveFailure(), null)
  useCommandKeys()
  useNativeMenu()

  useEffect(() => {
    const stop = on('import:granted', (grant) => void beginImport(grant))
    void findLostCorpora()
      .catch(() => [])
      .then(setLost)
      .then(openLastCorpus)
      .finally(() => setStarted(true))
      // From here on main may send what was dropped on the icon or named on the command line.
      .then(() => invoke('app:ready'))
    return stop
  }, [])
  useEffect(() => followBackups(notifyError), [])
  const isNothingLost = lost?.length === 0
  useEffect(() => (isNothingLost ? noteCorpora() : undefined), [isNothingLost])

  return (
    <>
      {lost !== null && lost.length > 0 ? (
        <LostCorpora lost={lost} onDone={() => setLost([])} />
      ) : failure && !corpus ? (
        <CorpusFailureScreen key={failure.id} failure={failure} />
      ) : corpus ? (
        <Shell key={corpus.id} corpus={corpus} settings={settings} />
      ) : isStarted && corpora?.length === 0 ? (
        <FirstRun />
      ) : (
        <NoCorpus isStarted={isStarted} />
      )}
      <Dialogs />
      <DropTarget />
    </>
  )
}

/** Between two corpora, for a moment; for longer when one could not be opened. */
function NoCorpus({ isStarted }: { readonly isStarted: boolean }) {
  return (
    <main className={classes['start']}>
      {isStarted ? (
        <EmptyState
          icon={<IconBooks size="2rem" stroke={1.5} />}
          title="No corpus is open"
          actions={<Button onClick={() => showDialog('corpora')}>Choose a corpus…</Button>}
        />
      ) : (
        <Loader size="sm" aria-label="Opening the corpus" />
      )}
    </main>
  )
}

/** Dialogs that can be opened with or without a corpus. */
function Dialogs() {
  const dialog = useNavigation((state) => state.dialog)
  const close = () => showDialog(null)
  return (
    <>
      <SettingsDialog opened={dialog === 'settings'} onClose={close} />
      <BackupsDialog opened={dialog === 'backups'} onClose={close} />
      <PackageDialog />
      <CorporaDialog opened={dialog === 'corpora'} onClose={close} />
      <NewCorpusDialog opened={dialog === 'new-corpus'} onClose={close} />
      <Palette opened={dialog === 'palette'} onClose={close} />
      <KeysOverlay opened={dialog === 'keys'} onClose={close} />
      <AboutDialog opened={dialog === 'about'} onClose={close} />
    </>
  )
}
