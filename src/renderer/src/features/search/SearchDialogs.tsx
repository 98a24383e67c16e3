import { useState } from 'react'
import { searchNamed, type SavedSearch } from '#services/saved-searches'
import { useSearch } from '#store/search'
import { countOf } from '#ui/counts'
import { chosenArticles, makeStory } from './actions'
import { NameDialog } from './NameDialog'
import { activeSaved, renameActive, saveUnder } from './saved'

/** From here on a comparison takes long, and its table has more columns than anyone reads. */
const MANY = 100

const close = () => useSearch.setState({ dialog: null })

/** The dialogs of the search screen. */
export function SearchDialogs({ saved }: { readonly saved: readonly SavedSearch[] }) {
  const dialog = useSearch((state) => state.dialog)
  switch (dialog) {
    case null:
      return null
    case 'story':
      return <StoryDialog />
    case 'save':
      return <SaveDialog saved={saved} />
    case 'rename':
      return <RenameDialog />
  }
}

/** Asks what a story of the articles found is called. */
function StoryDialog() {
  const [count] = useState(() => chosenArticles().length)
  return (
    <NameDialog
      title="Make a story of what was found"
      label="Name of the story"
      initial={useSearch.getState().query}
      describe={() =>
        count > MANY
          ? `It would hold ${countOf(count, 'article')}; comparing so many takes long. Select some of them first to take fewer.`
          : `It holds ${countOf(count, 'article')}.`
      }
      verb={() => 'Make story'}
      onName={makeStory}
      onClose={close}
    />
  )
}

/** Asks under which name the query is kept. */
function SaveDialog({ saved }: { readonly saved: readonly SavedSearch[] }) {
  const [{ query, order }] = useState(useSearch.getState)
  const same = saved.find((one) => one.query === query && one.order === order)
  return (
    <NameDialog
      title="Save this search"
      label="Name of the search"
      initial={same?.name ?? query}
      describe={(name) => {
        const there = searchNamed(saved, name)
        if (!there) return 'It is kept with the corpus; its order is kept too.'
        if (there === same) return 'It is saved under this name already.'
        return `“${there.name}” asks “${there.query}” so far; it will ask this query instead.`
      }}
      verb={(name) => (searchNamed(saved, name) ? 'Replace' : 'Save')}
      onName={saveUnder}
      onClose={close}
    />
  )
}

/** Asks for another name of a saved search. */
function RenameDialog() {
  const [active] = useState(activeSaved)
  return (
    <NameDialog
      title="Rename the saved search"
      label="Name of the search"
      initial={active?.name ?? ''}
      describe={() => active?.query ?? ''}
      verb={() => 'Rename'}
      onName={renameActive}
      onClose={close}
    />
  )
}
