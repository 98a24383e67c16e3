import {
  IconBooks,
  IconChecklist,
  IconColumns3,
  IconListSearch,
  IconSearch,
  IconSettings,
  IconTags,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { Tooltip } from '@mantine/core'
import { showDialog, showScreen, useNavigation } from '#store/navigation'
import { IconButton } from '#ui/IconButton'
import classes from './NavRail.module.css'

const SCREENS: readonly {
  readonly screen: 'library' | 'search' | 'codebook' | 'review' | 'speakers' | 'stories'
  readonly label: string
  readonly icon: Icon
}[] = [
  { screen: 'library', label: 'Library', icon: IconBooks },
  { screen: 'search', label: 'Search', icon: IconSearch },
  { screen: 'codebook', label: 'Codebook', icon: IconTags },
  { screen: 'review', label: 'Review', icon: IconChecklist },
  { screen: 'speakers', label: 'Speakers', icon: IconUsers },
  { screen: 'stories', label: 'Stories', icon: IconColumns3 },
]

/** The rail at the left: the screens, then what belongs to the whole window. */
export function NavRail() {
  const current = useNavigation((state) => state.screen)
  return (
    <nav className={classes['rail']} aria-label="Screens">
      <ul className={classes['screens']}>
        {SCREENS.map(({ screen, label, icon: ScreenIcon }) => (
          <li key={screen}>
            <Tooltip label={label} position="right">
              <button
                type="button"
                className={classes['screen']}
                aria-current={
                  screen === current || (screen === 'library' && current === 'import-report')
                    ? 'page'
                    : undefined
                }
                onClick={() => showScreen(screen)}
              >
                <ScreenIcon size="1.25rem" stroke={1.5} aria-hidden />
                <span className={classes['label']}>{label}</span>
              </button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <div className={classes['bottom']}>
        <IconButton label="Find a command" keys="Mod+K" size="2.25rem" onClick={() => showDialog('palette')}>
          <IconListSearch size="1.125rem" stroke={1.5} />
        </IconButton>
        <IconButton label="Settings" keys="Mod+," size="2.25rem" onClick={() => showDialog('settings')}>
          <IconSettings size="1.125rem" stroke={1.5} />
        </IconButton>
      </div>
    </nav>
  )
}
