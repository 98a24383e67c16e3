import { Textarea, TextInput } from '@mantine/core'
import { useRef, useState, type Ref } from 'react'
import { useOnLeave } from './use-on-leave'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  /** Saves; answers what is wrong, null when it is saved. */
  readonly onSave: (value: string) => Promise<string | null>
  readonly isLong?: boolean
  /** Lines of a long text that are shown at first. */
  readonly rows?: number
  /** Id of the field, for whoever gives it the focus. */
  readonly id?: string
  readonly description?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/**
 * A text that is saved when the person leaves it or presses Enter; Escape brings back what was saved. A value that
 * changes elsewhere (undo) is taken over while the field is not being edited.
 */
export function TextField(props: TextFieldProps) {
  const { label, value, onSave, isLong = false, rows = 4, id, description, inputRef } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const isSaving = useRef(false)

  const save = async () => {
    if (draft === null || isSaving.current) return
    if (draft.trim() === value.trim()) {
      setDraft(null)
      setError(null)
      return
    }
    isSaving.current = true
    const wrong = await onSave(draft)
    isSaving.current = false
    setError(wrong)
    if (wrong === null) setDraft(null)
  }
  useOnLeave(() => void save())
  const shared = {
    ...(id === undefined ? {} : { id }),
    label,
    description,
    value: draft ?? value,
    error,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setDraft(event.currentTarget.value)
      setError(null)
    },
    onBlur: () => void save(),
  }
  const onEscape = () => {
    setDraft(null)
    setError(null)
  }
  return isLong ? (
    <Textarea
      {...shared}
      rows={rows}
      resize="vertical"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape()
      }}
    />
  ) : (
    <TextInput
      {...shared}
      ref={inputRef}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape') onEscape()
      }}
    />
  )
}
