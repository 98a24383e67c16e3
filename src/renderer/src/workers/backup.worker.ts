import { ok, type Result } from '#core/model/result'
import { openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { attempt } from '#data/errors'
import { fetchBackupFiles } from './backup-files'
import type { BackupReply, BackupRequest } from './backup-messages'
import { previewBackup, restoreBackup } from './backup-read'
import { makeBackup } from './backup-run'
import { failedExport } from './export-run'

function reply(message: BackupReply): void {
  self.postMessage(message)
}

const report = (done: number, total: number): void => reply({ kind: 'progress', done, total })

async function withDatabase<T>(
  name: string | null,
  work: (db: CorpusDatabase | null) => Promise<Result<T>>,
): Promise<Result<T>> {
  const db = name === null ? null : await openCorpusDatabase(name, 'relaxed')
  try {
    return await work(db)
  } finally {
    db?.close()
  }
}

async function run(request: BackupRequest): Promise<Result<BackupReply>> {
  const files = fetchBackupFiles(request.corpus, request.kind === 'make' ? 'own' : request.place)
  return withDatabase<BackupReply>(request.database, async (db) => {
    switch (request.kind) {
      case 'make': {
        if (!db) throw new Error('A backup needs a database')
        const newBase = [...crypto.getRandomValues(new Uint8Array(6))]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join('')
        const { latest, version } = request
        const made = await makeBackup({ db, files, latest, version, now: Date.now(), newBase, report })
        return made.ok ? ok({ kind: 'made', head: made.value }) : made
      }
      case 'preview': {
        const read = await previewBackup(files, request.file, db, report)
        return read.ok ? ok({ kind: 'preview', preview: read.value }) : read
      }
      case 'restore': {
        if (!db) throw new Error('A restored corpus needs a database')
        const restored = await restoreBackup(files, request.file, db, request.name, report)
        return restored.ok ? ok({ kind: 'restored', ...restored.value }) : restored
      }
    }
  })
}

self.addEventListener('message', ({ data }: MessageEvent<BackupRequest>) => {
  attempt(() => run(data)).then(
    (done) => reply(done.ok ? done.value : { kind: 'failed', error: done.error, crash: null }),
    (error: unknown) => {
      const { error: failure, crash } = failedExport(error)
      if (failure) reply({ kind: 'failed', error: failure, crash })
    },
  )
})
