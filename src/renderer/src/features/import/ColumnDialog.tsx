import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useId, useState, type FormEvent } from 'react'
import { whatIsMissing, type ColumnMapping, type ColumnRole } from '#core/intake/table/columns'
import {
  importWithColumns,
  leaveOutTable,
  liveColumnQuestions,
  type OpenColumnQuestion,
} from '#services/column-questions'
import { cancelImport } from '#services/imports'
import { useLive } from '#services/use-live'
import { orNotify } from '#ui/notify'
import { firstArticle, ROLE_LABELS, unmapped, withRole } from './column-choices'
import classes from './ColumnDialog.module.css'

const NO_QUESTIONS: OpenColumnQuestion[] = []
const CHOICES = Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label }))
/** Rows of which cells are shown for each column. */
const SHOWN_ROWS = 3

/** Asks what the columns of a table hold, while its import waits. */
export function ColumnDialog() {
  const question = useLive(liveColumnQuestions(), NO_QUESTIONS)[0]
  const cancel = () => {
    if (question) void orNotify(cancelImport(question.id))
  }
  return (
    <Modal opened={question !== undefined} onClose={cancel} title="What do the columns hold?" size="52rem">
      {question && (
        <ColumnForm
          key={`${question.id} ${question.signature}`}
          question={question}
          onImport={(mapping) => void importWithColumns(question, mapping)}
          onLeaveOut={() => leaveOutTable(question)}
          onCancel={cancel}
        />
      )}
    </Modal>
  )
}

interface ColumnFormProps {
  readonly question: OpenColumnQuestion
  readonly onImport: (mapping: ColumnMapping) => void
  readonly onLeaveOut: () => void
  readonly onCancel: () => void
}

/** The question as it is drawn: a line for each column, and what the first article becomes. */
export function ColumnForm({ question, onImport, onLeaveOut, onCancel }: ColumnFormProps) {
  const { path, names, rows, isRemembered } = question
  const [mapping, setMapping] = useState(question.mapping)
  const noteId = useId()
  const missing = whatIsMissing(mapping)
  // Enter is enough where nothing is left to say; else the first column that may hold the text.
  const focused = whatIsMissing(question.mapping) === null ? -1 : question.mapping.roles.indexOf('out')
  const all = mapping.firstRowIsData ? [names, ...rows] : rows
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (missing === null) onImport(mapping)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          <strong className={classes['path']}>{path}</strong> is a table: each row becomes an article.{' '}
          {isRemembered
            ? 'Its columns are set as you said the last time.'
            : 'What the names of its columns tell is set already.'}
        </Text>
        <div className={classes['scroller']} tabIndex={0} role="group" aria-label="Columns">
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">First rows</th>
                <th scope="col">Holds</th>
              </tr>
            </thead>
            <tbody>
              {names.map((name, index) => {
                const label = mapping.firstRowIsData || name === '' ? `Column ${String(index + 1)}` : name
                return (
                  <tr key={index} data-out={mapping.roles[index] === 'out' || undefined}>
                    <th scope="row" className={classes['name']}>
                      {label}
                    </th>
                    <td className={classes['cells']}>
                      {all.slice(0, SHOWN_ROWS).map((row, number) => (
                        <div key={number} className={classes['cell']} dir="auto">
                          {row[index]?.trim() || '–'}
                        </div>
                      ))}
                    </td>
                    <td className={classes['role']}>
                      <NativeSelect
                        size="xs"
                        aria-label={`${label} holds`}
                        data={CHOICES}
                        value={mapping.roles[index] ?? 'out'}
                        data-autofocus={index === focused || undefined}
                        onChange={(event) =>
                          setMapping(withRole(mapping, index, event.currentTarget.value as ColumnRole))
                        }
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
        <Checkbox
          label="The first row is an article, not the names of the columns"
          checked={mapping.firstRowIsData}
          onChange={(event) => setMapping({ ...mapping, firstRowIsData: event.currentTarget.checked })}
        />
        <div
          id={noteId}
          role="status"
          className={classes['note']}
          data-missing={missing !== null || undefined}
        >
          {missing === null ? (
            <Preview article={firstArticle(all[0] ?? [], mapping.roles)} guessed={unmapped(mapping.roles)} />
          ) : (
            <>
              <strong>{missing}</strong> Choose “{ROLE_LABELS.text}” for the column that does, or leave the
              table out.
            </>
          )}
        </div>
        <Group justify="space-between" gap="xs">
          <Button variant="subtle" onClick={onLeaveOut}>
            Leave this table out
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              Cancel import
            </Button>
            <Button
              type="submit"
              disabled={missing !== null}
              aria-describedby={noteId}
              data-autofocus={focused < 0 || undefined}
            >
              Import
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

interface PreviewProps {
  readonly article: ReturnType<typeof firstArticle>
  readonly guessed: readonly string[]
}

function Preview({ article, guessed }: PreviewProps) {
  const { title, facts, text } = article
  return (
    <>
      <p className={classes['caption']}>The first article will be</p>
      <p className={classes['title']} dir="auto">
        {title ?? 'Title guessed from its text'}
      </p>
      {facts.length > 0 && <p className={classes['facts']}>{facts.join(' · ')}</p>}
      <p className={classes['text']} dir="auto">
        {text || 'Without a text: such rows are left out and reported.'}
      </p>
      {guessed.length > 0 && (
        <p className={classes['facts']}>
          Not in a column: {guessed.join(', ')}. Where the text tells it, it is guessed and marked as guessed.
        </p>
      )}
    </>
  )
}
