import { Menu } from '@mantine/core'
import { IconBookmark, IconCheck, IconList } from '@tabler/icons-react'
import type { SavedSearch } from '#services/saved-searches'
import { runCommand } from '#store/command-registry'
import { useSearch } from '#store/search'
import { IconButton } from '#ui/IconButton'
import { KeyHint } from '#ui/KeyHint'
import { runSaved } from './saved'
import { savedKey } from './saved-order'
import classes from './SavedSearches.module.css'

/** Saves the query, and runs what was saved. */
export function SavedMenu({ saved }: { readonly saved: readonly SavedSearch[] }) {
  const query = useSearch((state) => state.query)
  const order = useSearch((state) => state.order)
  return (
    <Menu position="bottom-end" width="20rem">
      <Menu.Target>
        <IconButton label="Saved searches" size="2.25rem">
          <IconBookmark size="1.125rem" stroke={1.75} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBookmark size="1rem" aria-hidden />}
          rightSection={<KeyHint keys="Mod+D" />}
          disabled={query === ''}
          onClick={() => runCommand('search.save')}
        >
          Save this search…
        </Menu.Item>
        {saved.length > 0 && (
          <>
            <Menu.Divider />
            <div className={classes['menu']}>
              {saved.map((one, place) => {
                const key = savedKey(place)
                const isAsked = one.query === query && one.order === order
                return (
                  <Menu.Item
                    key={one.id}
                    title={one.query}
                    leftSection={
                      isAsked ? (
                        <IconCheck size="1rem" aria-label="Shown now" />
                      ) : (
                        <span className={classes['gap']} />
                      )
                    }
                    rightSection={key === null ? undefined : <KeyHint keys={key} />}
                    onClick={() => runSaved(one)}
                  >
                    <span className={classes['item']} dir="auto">
                      {one.name}
                    </span>
                  </Menu.Item>
                )
              })}
            </div>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconList size="1rem" aria-hidden />}
              rightSection={<KeyHint keys="Mod+Shift+D" />}
              onClick={() => runCommand('search.saved')}
            >
              Rename or remove…
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
