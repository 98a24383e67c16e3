import { Popover } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { IconButton } from '#ui/IconButton'
import classes from './Search.module.css'

const RULES: readonly (readonly [string, string])[] = [
  ['ferry minister', 'both words, wherever they stand'],
  ['ferry OR boat', 'one of them; also ferry | boat'],
  ['ferry -winter', 'without a word; also NOT winter'],
  ['"the old bridge"', 'words one after the other'],
  ['negotiat*', 'words that begin so'],
  ['ferry NEAR/5 closed', 'at most five words between, in either order'],
  ['(ferry OR boat) closed', 'parentheses group'],
  ['in:title ferry', 'in title, text, quotations, claims or notes'],
  ['source:"Harbour Post"', 'by outlet; source:none without one'],
  ['date:2022-02', 'also 2022, 2022-01..2022-03, >=2022-02'],
  ['tag:… speaker:… lang:en', 'by tag, speaker, language'],
  ['status:done', 'todo, in-progress or done'],
]

/** What can be asked, with examples. */
export function SyntaxHelp() {
  return (
    <Popover position="bottom-end" width="27rem" trapFocus>
      <Popover.Target>
        <IconButton label="How to write a query" size="2.25rem">
          <IconHelp size="1.125rem" stroke={1.75} />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="How to write a query">
        <dl className={classes['rules']}>
          {RULES.map(([example, meaning]) => (
            <div key={example} className={classes['rule']}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className={classes['hint']}>
          Neither case nor accents matter. OR, NOT and NEAR are written in capitals. Down in the field lists
          the filters.
        </p>
      </Popover.Dropdown>
    </Popover>
  )
}
