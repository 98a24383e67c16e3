import { Button, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Backup } from '#services/backups'
import classes from './Backups.module.css'
import { formatTime } from './format-time'

interface BackupListProps {
  readonly backups: readonly Backup[]
  /** Id of the corpus shown first; null for the one with the newest backup. */
  readonly corpus: string | null
  readonly onChoose: (backup: Backup) => void
}

/** The backups of one corpus, newest first, and a choice of the corpus where there are several. */
export function BackupList({ backups, corpus, onChoose }: BackupListProps) {
  const [chosen, setChosen] = useState(corpus)
  const corpora = new Map(backups.map((backup) => [backup.corpus.id, backup.corpus.name]))
  const shown = chosen !== null && corpora.has(chosen) ? chosen : (backups[0]?.corpus.id ?? null)
  if (shown === null) {
    return (
      <p className={classes['text']}>
        There is no backup yet. One is made by itself after some changes and when the window is closed.
      </p>
    )
  }
  return (
    <Stack gap="xs">
      {corpora.size > 1 && (
        <Select
          label="Corpus"
          value={shown}
          data={[...corpora].map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          onChange={setChosen}
        />
      )}
      <ul className={classes['list']} aria-label="Backups">
        {backups
          .filter((backup) => backup.corpus.id === shown)
          .map((backup) => (
            <li key={`${backup.place} ${backup.file}`} className={classes['row']}>
              <span className={classes['when']}>{formatTime(backup.time)}</span>
              <span className={classes['facts']}>
                {formatSize(backup.bytes)}
                {backup.place === 'chosen' && ' · in your folder'}
              </span>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Look at the backup of ${formatTime(backup.time)}`}
                onClick={() => onChoose(backup)}
              >
                Look…
              </Button>
            </li>
          ))}
      </ul>
    </Stack>
  )
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
