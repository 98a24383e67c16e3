import { CloseButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Tag } from '#core/model/codebook'
import type { TextRange } from '#core/model/range'
import { complete } from '#core/search/completion'
import { askQuery, useSearch, writeQuery } from '#store/search'
import { QUERY_INPUT_ID } from './ids'
import classes from './QueryField.module.css'
import { useCompletions } from './use-completions'

interface QueryFieldProps {
  readonly tags: readonly Tag[]
  /** What is wrong with the query, or worth knowing of it, and where. Empty when all is well. */
  readonly marks: readonly { readonly at: TextRange; readonly isError: boolean }[]
  /** Id of the element that says so in words. */
  readonly messageId: string
  readonly onEnter: () => void
  /** The person turns to the query, or writes on in it. */
  readonly onWriting: () => void
}

/** Milliseconds without a key after which the query is asked. */
const PAUSE = 350

/** The query: asked as it is written, completed with names of the corpus, its mistakes underlined where they are. */
export function QueryField({ tags, marks, messageId, onEnter, onWriting }: QueryFieldProps) {
  const id = useId()
  const text = useSearch((state) => state.text)
  const input = useRef<HTMLInputElement>(null)
  const behind = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [wanted, setWanted] = useState(false)
  const [active, setActive] = useState(-1)
  const completions = useCompletions(text, caret, wanted, tags)
  const isError = marks.some((mark) => mark.isError)

  useEffect(() => {
    const timer = setTimeout(() => askQuery(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    if (behind.current && input.current) behind.current.scrollLeft = input.current.scrollLeft
  })

  const close = () => {
    setCaret(null)
    setWanted(false)
    setActive(-1)
  }
  const choose = (choice: string | undefined) => {
    if (!completions || choice === undefined) return
    const done = complete(text, completions.place, choice)
    writeQuery(done.query)
    setWanted(false)
    setActive(-1)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(done.caret, done.caret)
      setCaret(done.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const count = completions?.choices.length ?? 0
    if (event.key === 'ArrowDown' && count === 0) {
      setWanted(true)
      setCaret(input.current?.selectionStart ?? text.length)
    } else if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count) % (count + 1) || count - 1)
    else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0 && count > 0) {
      choose(completions?.choices[active])
    } else if (event.key === 'Enter') {
      close()
      askQuery(text)
      onEnter()
    } else if (event.key === 'Escape' && completions) close()
    else return
    event.preventDefault()
    if (event.key === 'Escape') event.stopPropagation()
  }
  return (
    <div className={classes['field']} data-error={isError || undefined}>
      <IconSearch size="1rem" aria-hidden className={classes['icon']} />
      <div className={classes['line']}>
        <div ref={behind} className={classes['behind']} aria-hidden>
          <Underlined text={text} marks={marks} />
        </div>
        <input
          ref={input}
          id={QUERY_INPUT_ID}
          role="combobox"
          aria-label="Search the corpus"
          aria-autocomplete="list"
          aria-expanded={completions !== null}
          aria-controls={completions ? `${id}-list` : undefined}
          aria-activedescendant={completions && active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={isError || undefined}
          aria-describedby={messageId}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder="Words, “a phrase”, begin*, source:…, in:quotations"
          className={classes['input']}
          value={text}
          onFocus={onWriting}
          onChange={(event) => {
            onWriting()
            writeQuery(event.currentTarget.value)
            setCaret(event.currentTarget.selectionStart)
            setActive(-1)
          }}
          onScroll={(event) => {
            if (behind.current) behind.current.scrollLeft = event.currentTarget.scrollLeft
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
      </div>
      {text !== '' && (
        <CloseButton
          size="sm"
          aria-label="Clear the query"
          onClick={() => {
            writeQuery('')
            askQuery('')
            input.current?.focus()
          }}
        />
      )}
      {completions && (
        <div id={`${id}-list`} role="listbox" aria-label="Suggestions" className={classes['list']}>
          {completions.choices.map((choice, index) => (
            <div
              key={choice}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes['choice']}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              {completions.place.field === null ? `${choice}:` : choice}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function Underlined({ text, marks }: { readonly text: string; readonly marks: QueryFieldProps['marks'] }) {
  const parts = []
  let at = 0
  for (const { at: range, isError } of marks.toSorted((a, b) => a.at.start - b.at.start)) {
    const start = Math.max(at, range.start)
    // Something that is missing at the end is shown behind it.
    const end = Math.max(start + 1, range.end)
    parts.push(text.slice(at, start))
    parts.push(
      <span key={start} className={classes[isError ? 'error' : 'note']}>
        {text.slice(start, end).padEnd(1, '\u00a0')}
      </span>,
    )
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
