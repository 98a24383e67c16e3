import { Button, Group, Modal, NumberInput, Stack, Switch } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import {
  chooseBackupFolder,
  forgetBackupFolder,
  listBackups,
  liveBackupProgress,
  readBackupFolder,
  type Backup,
} from '#services/backups'
import { useCorpus } from '#services/session'
import { changeSettings, DEFAULT_SETTINGS, liveSettings } from '#services/settings'
import { useLive } from '#services/use-live'
import { orNotify } from '#ui/notify'
import { BackupList } from './BackupList'
import { BackupPreviewPane } from './BackupPreviewPane'
import classes from './Backups.module.css'
import { backUpAndSay } from './commands'

interface BackupsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Backups of every corpus: made now, looked at, restored; when they are made, and where a second copy goes. */
export function BackupsDialog({ opened, onClose }: BackupsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Backups" size="36rem">
      <Views onClose={onClose} />
    </Modal>
  )
}

function Views({ onClose }: { readonly onClose: () => void }) {
  const corpus = useCorpus()
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [shown, setShown] = useState<Backup | null>(null)
  const progress = useLive(liveBackupProgress(), null)
  const isBusy = progress?.state === 'running'
  const read = useCallback(() => {
    void listBackups().then(setBackups)
  }, [])
  useEffect(() => {
    if (!isBusy) read()
  }, [isBusy, read])
  if (shown) {
    return <BackupPreviewPane backup={shown} onBack={() => setShown(null)} onRestored={onClose} />
  }
  return (
    <Stack gap="md">
      {backups !== null && <BackupList backups={backups} corpus={corpus?.id ?? null} onChoose={setShown} />}
      <Group>
        <Button
          disabled={corpus === null}
          loading={isBusy}
          onClick={() => void backUpAndSay()}
          data-autofocus
        >
          Back up now
        </Button>
      </Group>
      <BackupSettings onChange={read} />
    </Stack>
  )
}

function BackupSettings({ onChange }: { readonly onChange: () => void }) {
  const settings = useLive(liveSettings(), DEFAULT_SETTINGS)
  const [folder, setFolder] = useState<string | null>(null)
  const read = useCallback(() => {
    void readBackupFolder().then(setFolder)
  }, [])
  useEffect(read, [read])
  const choose = async () => {
    await orNotify(chooseBackupFolder())
    read()
    onChange()
  }
  const forget = async () => {
    await forgetBackupFolder()
    read()
    onChange()
  }
  return (
    <Stack gap="sm">
      <Switch
        label="Back up by itself"
        description="After some changes, when a corpus is left and when the window is closed."
        checked={settings.backUp}
        onChange={(event) => void orNotify(changeSettings({ backUp: event.currentTarget.checked }))}
      />
      <NumberInput
        label="Changes between two backups"
        disabled={!settings.backUp}
        min={10}
        max={1000}
        step={10}
        clampBehavior="strict"
        value={settings.backUpEvery}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 10) void orNotify(changeSettings({ backUpEvery: value }))
        }}
      />
      <div>
        <p className={classes['text']}>
          {folder === null ? 'No second copy is kept.' : `A second copy of each backup is kept in ${folder}.`}
        </p>
        <p className={classes['dim']}>
          On another disk it outlives this one. All backups of the last day are kept, one a day for two weeks,
          one a week for eight more.
        </p>
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={() => void choose()}>
          {folder === null ? 'Keep a second copy in…' : 'Choose another folder…'}
        </Button>
        {folder !== null && (
          <Button variant="subtle" onClick={() => void forget()}>
            Stop second copies
          </Button>
        )}
      </Group>
    </Stack>
  )
}
