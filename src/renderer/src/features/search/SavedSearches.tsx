import { IconPencil, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { SavedSearch } from '#services/saved-searches'
import { runCommand } from '#store/command-registry'
import { useSearch } from '#store/search'
import { IconButton } from '#ui/IconButton'
import { KeyHint } from '#ui/KeyHint'
import { runSaved } from './saved'
import { ORDER_NAMES, savedKey } from './saved-order'
import classes from './SavedSearches.module.css'

/** The searches that a person keeps: one click or key runs one. Arrows go through them, F2 renames, Delete removes. */
export function SavedSearches({ saved }: { readonly saved: readonly SavedSearch[] }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-saved]')]
    const own = event.target instanceof Element ? event.target.closest('li') : null
    const at = buttons.findIndex((button) => own?.contains(button))
    buttons[Math.max(0, Math.min(at + step, buttons.length - 1))]?.focus()
    event.preventDefault()
  }
  return (
    <section className={classes['saved']} aria-labelledby="saved-searches">
      <h2 className={classes['heading']} id="saved-searches">
        Saved searches
      </h2>
      <ul className={classes['list']} onKeyDown={onKeyDown}>
        {saved.map((one, place) => {
          const key = savedKey(place)
          return (
            <li key={one.id} className={classes['row']} onFocus={() => useSearch.setState({ saved: one.id })}>
              <button
                type="button"
                data-saved
                className={classes['run']}
                aria-keyshortcuts={key ?? undefined}
                onClick={() => runSaved(one)}
              >
                <span className={classes['name']} dir="auto">
                  {one.name}
                </span>
                {one.query !== one.name && (
                  <span className={classes['query']} dir="auto">
                    {one.query}
                  </span>
                )}
                <span className={classes['order']}>{ORDER_NAMES[one.order]}</span>
                <span className={classes['key']}>{key !== null && <KeyHint keys={key} />}</span>
              </button>
              <IconButton
                label={`Rename “${one.name}”`}
                onClick={() => {
                  useSearch.setState({ saved: one.id })
                  runCommand('search.rename-saved')
                }}
              >
                <IconPencil size="1rem" />
              </IconButton>
              <IconButton
                label={`Remove “${one.name}”`}
                onClick={() => {
                  useSearch.setState({ saved: one.id })
                  runCommand('search.remove-saved')
                }}
              >
                <IconX size="1rem" />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
