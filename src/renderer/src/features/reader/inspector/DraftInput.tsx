import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

interface DraftInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'error'> {
  readonly value: string
  /** Says what is wrong with a text, null when it may be stored. */
  readonly check?: (value: string) => string | null
  readonly onCommit: (value: string) => void
}

/**
 * A field whose text is stored when the person leaves it or presses Enter, so that one edit is one command and not one
 * for each letter. A text that does not pass `check` stays in the field with what is wrong; Escape puts the stored one
 * back.
 */
export function DraftInput({ value, check, onCommit, ...props }: DraftInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const problem = draft === null ? null : (check?.(draft.trim()) ?? null)

  function commit(): void {
    if (draft === null || problem !== null) return
    setDraft(null)
    if (draft.trim() !== value) onCommit(draft.trim())
  }

  return (
    <TextInput
      {...props}
      value={draft ?? value}
      error={problem}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && draft !== null) {
          setDraft(null)
          event.preventDefault()
        }
      }}
    />
  )
}
