import { useEffect } from 'react'
import type { Corpus } from '#core/model/corpus'
import type { LibrarySummary } from '#core/library/library-query'
import { liveLibrary } from '#services/library'
import { liveCodebook, type UsedCodebook } from '#services/codebook'
import type { Settings } from '#services/settings'
import { useLive } from '#services/use-live'
import { refreshCommands } from '#store/command-registry'
import { resetCodebook } from '#store/codebook'
import { resetLibrary } from '#store/library'
import { resetMatrix } from '#store/matrix'
import { resetNavigation, showDialog, useNavigation } from '#store/navigation'
import { resetParallel } from '#store/parallel'
import { resetReview } from '#store/review'
import { resetSearch } from '#store/search'
import { resetSpeakersView } from '#store/speakers'
import { resetStories, useStoryView } from '#store/story'
import { Codebook } from '../features/codebook/Codebook'
import { ExportDialog } from '../features/export/ExportDialog'
import { ImportBanner } from '../features/import/ImportBanner'
import { ImportReport } from '../features/import/ImportReport'
import { ColumnDialog } from '../features/import/ColumnDialog'
import { ImportTarget } from '../features/import/ImportTarget'
import { Library } from '../features/library/Library'
import { Inspector } from '../features/reader/Inspector'
import { Review } from '../features/review/Review'
import { Search } from '../features/search/Search'
import { Speakers } from '../features/speakers/Speakers'
import { useHistory } from './history'
import { NavRail } from './NavRail'
import { Notices } from './Notices'
import { ReaderPane } from './ReaderPane'
import classes from './Shell.module.css'
import { StatusBar } from './StatusBar'
import { StoriesScreen } from './StoriesScreen'
import { Workspace } from './Workspace'

const NO_CODEBOOK: UsedCodebook = { layers: [], tags: [], usage: {} }

interface ShellProps {
  readonly corpus: Corpus
  readonly settings: Settings
}

/** The window with a corpus open: rail, screens, status bar. Made anew for each corpus. */
export function Shell({ corpus, settings }: ShellProps) {
  const summary = useLive<LibrarySummary | null>(liveLibrary(), null)
  const codebook = useLive(liveCodebook(), NO_CODEBOOK)
  const history = useHistory()
  const screen = useNavigation((state) => state.screen)
  const article = useNavigation((state) => state.article)
  const report = useNavigation((state) => state.report)
  const isStoryOpen = useStoryView(({ story, pair }) => story !== null || pair !== null)
  const dialog = useNavigation((state) => state.dialog)
  useEffect(() => {
    refreshCommands()
    return () => {
      resetNavigation()
      resetLibrary()
      resetCodebook()
      resetReview()
      resetSearch()
      resetSpeakersView()
      resetStories()
      resetMatrix()
      resetParallel()
    }
  }, [])

  const library = <Library corpus={corpus} tags={codebook.tags} />
  return (
    <div className={classes['shell']}>
      <div className={classes['middle']}>
        <NavRail />
        <main className={classes['main']}>
          <ImportBanner />
          <div className={classes['screen']}>
            {screen === 'search' ? (
              <Search codebook={codebook} />
            ) : screen === 'codebook' ? (
              <Codebook codebook={codebook} />
            ) : screen === 'review' ? (
              <Review layers={codebook.layers} counts={summary} />
            ) : screen === 'speakers' ? (
              <Speakers />
            ) : screen === 'stories' ? (
              <StoriesScreen isStoryOpen={isStoryOpen} />
            ) : screen === 'import-report' && report !== null ? (
              <ImportReport key={report} id={report} />
            ) : article === null ? (
              library
            ) : (
              <Workspace
                list={library}
                reader={<ReaderPane article={article} />}
                inspector={<Inspector articleId={article} />}
                sizes={settings.paneSizes}
              />
            )}
          </div>
        </main>
      </div>
      <StatusBar corpus={corpus} summary={summary} history={history} />
      <ImportTarget />
      <ColumnDialog />
      <Notices />
      <ExportDialog
        corpus={corpus}
        articles={summary?.articles ?? 0}
        opened={dialog === 'export'}
        onClose={() => showDialog(null)}
      />
    </div>
  )
}
