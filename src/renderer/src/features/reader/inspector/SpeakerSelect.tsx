import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Speaker } from '#core/model/speaker'

interface SpeakerSelectProps {
  readonly label: string
  /** Id of the speaker, null for none. */
  readonly value: string | null
  readonly speakers: readonly Speaker[]
  readonly onChange: (id: string | null) => void
  /** A name that no speaker of the corpus has. */
  readonly onAdd: (name: string) => void
  readonly field?: string
}

/** Value of the option that adds a speaker; no id begins so. */
const ADD = '+'

/** Picks a speaker of the corpus by any of its spellings, or adds one. */
export function SpeakerSelect({ label, value, speakers, onChange, onAdd, field }: SpeakerSelectProps) {
  const [search, setSearch] = useState('')
  const typed = search.trim()
  const known = speakers.some((speaker) => spellings(speaker).some((name) => same(name, typed)))
  const data = speakers.map(({ id, name }) => ({ value: id, label: name }))
  const options = typed === '' || known ? data : [...data, { value: ADD, label: `Add “${typed}”` }]
  return (
    <Select
      label={label}
      placeholder="Unknown"
      searchable
      clearable
      allowDeselect={false}
      selectFirstOptionOnChange
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      nothingFoundMessage="No speaker yet: type a name"
      data={options}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options: all, search: query }) =>
        all.filter((option) => {
          if (!('value' in option) || option.value === ADD) return true
          const speaker = speakers.find(({ id }) => id === option.value)
          return speaker !== undefined && spellings(speaker).some((name) => fold(name).includes(fold(query)))
        })
      }
      onChange={(next) => {
        if (next === ADD) onAdd(typed)
        else onChange(next)
      }}
      {...(field === undefined ? {} : { 'data-field': field })}
    />
  )
}

function spellings({ name, aliases }: Speaker): readonly string[] {
  return [name, ...aliases]
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b)
}
