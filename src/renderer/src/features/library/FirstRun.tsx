import { UnstyledButton } from '@mantine/core'
import { IconBook2, IconDatabaseImport, IconFolder, type Icon } from '@tabler/icons-react'
import { runCommand } from '#store/command-registry'
import classes from './FirstRun.module.css'

const WAYS: readonly {
  readonly command: string
  readonly icon: Icon
  readonly title: string
  readonly text: string
}[] = [
  {
    command: 'import.sample',
    icon: IconBook2,
    title: 'Look at the sample corpus',
    text: 'One invented event as five invented outlets report it. The quickest way to see what Crossread does.',
  },
  {
    command: 'import.folder',
    icon: IconFolder,
    title: 'Import a folder of articles',
    text: 'Text, HTML, JSON, CSV, Word, PDF and e-mail, in any number of folders below, or packed as .zip, .tar or .gz. The files stay as they are.',
  },
  {
    command: 'import.files',
    icon: IconDatabaseImport,
    title: 'Open a dataset or a package',
    text: 'What someone exported from Crossread, with its codebook and annotations; or single article files.',
  },
]

/** What a person sees at the first start: what this is, and three ways to begin. */
export function FirstRun() {
  return (
    <main className={classes['root']} aria-label="Welcome">
      <div className={classes['column']}>
        <h1 className={classes['title']}>Crossread</h1>
        <p className={classes['lead']}>
          Read news articles, mark who said what in which words, compare how outlets report the same event,
          and export a dataset that others can trust. Everything stays on this computer.
        </p>
        <ul className={classes['ways']}>
          {WAYS.map(({ command, icon: WayIcon, title, text }) => (
            <li key={command}>
              <UnstyledButton className={classes['way'] ?? ''} onClick={() => runCommand(command)}>
                <WayIcon className={classes['icon'] ?? ''} size="1.5rem" stroke={1.5} aria-hidden />
                <span className={classes['words']}>
                  <span className={classes['name']}>{title}</span>
                  <span className={classes['text']}>{text}</span>
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <p className={classes['hint']}>Or drop files and folders anywhere on this window.</p>
      </div>
    </main>
  )
}
