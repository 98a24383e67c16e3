import { TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { setFind, useReader, type FindChoices } from '#store/reader'
import { IconButton } from '#ui/IconButton'
import { selectCurrentHit, stepFind } from './find-steps'
import { openReader, textSession } from './open-reader'
import { selectedRange } from './actions'
import classes from './Reader.module.css'

/** Signs, for the bar to fit beside both panes; the tooltip has the words. */
const CHOICES: readonly { readonly key: keyof FindChoices; readonly label: string; readonly sign: string }[] =
  [
    { key: 'matchCase', label: 'Match case', sign: 'Aa' },
    { key: 'wholeWord', label: 'Whole words', sign: '“ab”' },
    { key: 'ignoreAccents', label: 'Ignore accents', sign: 'é=e' },
  ]

/** Longest selection that becomes the query when find opens, in code units: a word or a name, not a paragraph. */
const LONGEST_QUERY = 80

interface FindBarProps {
  /** How many hits there are. */
  readonly total: number
}

/** Find in the article: Enter goes on, Shift+Enter back, Escape closes and gives the focus back to the text. */
export function FindBar({ total }: FindBarProps) {
  const find = useReader((state) => state.find)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (find.asked === 0 || !useReader.getState().find.open) return
    const range = selectedRange()
    const selected = range && openReader()?.body.text.slice(range.start, range.end)
    if (selected && selected.length <= LONGEST_QUERY && !selected.includes('\n'))
      setFind({ query: selected, search: false })
    input.current?.focus()
    input.current?.select()
  }, [find.asked])

  if (!find.open) return null

  function close(): void {
    selectCurrentHit()
    setFind({ open: false, current: null })
    textSession()?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === input.current) stepFind(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className={classes['find']} onKeyDown={onKeyDown}>
      <TextInput
        ref={input}
        className={classes['findInput']}
        aria-label="Find in the article"
        placeholder="Find in the article"
        value={find.query}
        onChange={(event) => setFind({ query: event.currentTarget.value, search: false })}
      />
      <span className={classes['count']} role="status">
        {countText(find.query, find.current, total)}
      </span>
      <IconButton label="Previous hit" keys="Shift+F3" disabled={total === 0} onClick={() => stepFind(-1)}>
        <IconArrowUp size="1rem" />
      </IconButton>
      <IconButton label="Next hit" keys="F3" disabled={total === 0} onClick={() => stepFind(1)}>
        <IconArrowDown size="1rem" />
      </IconButton>
      {find.search && <span className={classes['count']}>hits of the search</span>}
      {!find.search &&
        CHOICES.map(({ key, label, sign }) => (
          <IconButton
            key={key}
            label={label}
            w="auto"
            px="0.375rem"
            aria-pressed={find[key]}
            variant={find[key] ? 'light' : 'subtle'}
            color={find[key] ? 'accent' : 'gray'}
            onClick={() => setFind({ [key]: !find[key] })}
          >
            {/* Drawn by the style sheet: a sign, and no name that a voice command would have to match. */}
            <span className={classes['sign']} data-sign={sign} aria-hidden />
          </IconButton>
        ))}
      <span className={classes['space']} />
      <IconButton label="Close find" keys="Escape" onClick={close}>
        <IconX size="1rem" />
      </IconButton>
    </search>
  )
}

function countText(query: string, current: number | null, total: number): string {
  if (query === '') return ''
  if (total === 0) return 'no hits'
  return current === null ? `${total.toLocaleString()} hits` : `${current + 1} of ${total.toLocaleString()}`
}
