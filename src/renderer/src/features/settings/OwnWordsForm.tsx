import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  LONGEST_OWN_WORDS,
  OTHER_LANGUAGES,
  OWN_WORDS_LANGUAGES,
  type OwnWords,
  type OwnWordsByLanguage,
} from '#core/suggest/lexicons/own-words'

interface OwnWordsFormProps {
  readonly ownWords: OwnWordsByLanguage
  readonly onChange: (ownWords: OwnWordsByLanguage) => void
}

const NONE: OwnWords = { verbs: '', accordingTo: '' }
const NAMES = new Intl.DisplayNames('en', { type: 'language' })
const LANGUAGES = OWN_WORDS_LANGUAGES.map((value) => ({
  value,
  label: value === OTHER_LANGUAGES ? 'Other languages' : (NAMES.of(value) ?? value),
}))

/** A person's own reporting words, a language at a time; what is typed is kept at once. */
export function OwnWordsForm({ ownWords, onChange }: OwnWordsFormProps) {
  const [language, setLanguage] = useState('en')
  const words = ownWords[language] ?? NONE
  const change = (patch: Partial<OwnWords>) => {
    onChange({ ...ownWords, [language]: { ...words, ...patch } })
  }
  return (
    <>
      <Select
        label="Reporting words in"
        description="Added to those that Crossread knows. They count from the next time suggestions are made."
        data={LANGUAGES}
        value={language}
        allowDeselect={false}
        onChange={(value) => {
          if (value !== null) setLanguage(value)
        }}
      />
      <WordList
        key={`${language} verbs`}
        label="Verbs"
        description={
          language === 'en'
            ? 'Dictionary forms, such as “opine, deadpan”.'
            : 'Every form that newspapers use, split by commas.'
        }
        value={words.verbs}
        onChange={(verbs) => change({ verbs })}
      />
      <WordList
        key={`${language} phrases`}
        label="Phrases before a speaker"
        description="Such as “in the words of”, split by commas."
        value={words.accordingTo}
        onChange={(accordingTo) => change({ accordingTo })}
      />
    </>
  )
}

interface WordListProps {
  readonly label: string
  readonly description: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function WordList({ label, description, value, onChange }: WordListProps) {
  // What is typed stands here at once; the stored list follows.
  const [draft, setDraft] = useState(value)
  return (
    <Textarea
      label={label}
      description={description}
      dir="auto"
      autosize
      minRows={1}
      maxRows={5}
      spellCheck={false}
      maxLength={LONGEST_OWN_WORDS}
      value={draft}
      onChange={(event) => {
        setDraft(event.currentTarget.value)
        onChange(event.currentTarget.value)
      }}
    />
  )
}
