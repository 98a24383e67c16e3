import { beforeAll, describe, expect, it } from 'vitest'
import { fail } from '#core/model/result'
import { importEnded, readImportReport, startImport } from '#services/imports'
import { PdfReader } from '#workers/import-pdf'
import { docxOf, paragraphOf, pdfOf } from '../../unit/intake/made-documents'
import { liveArticleRows } from './article-rows'
import { now, valueOf, withOpenCorpus } from './fake-main'
import { FakeFolder, useFakeStreams } from './fake-streams'

beforeAll(useFakeStreams)

describe('documents', () => {
  it('are imported beside other files, and what cannot be read of them is said', () =>
    withOpenCorpus([], async () => {
      const folder = new FakeFolder([
        { path: 'a.docx', bytes: docxOf(paragraphOf('The ferry sailed at noon.')) },
        { path: 'b.pdf', bytes: pdfOf([[[72, 700, 'The pier was closed.']]]) },
        { path: 'broken.pdf', bytes: new TextEncoder().encode('%PDF-1.4 nothing') },
        { path: 'c.eml', text: 'From: Ada <a@echo.example>\r\nSubject: Mail\r\n\r\nIt came back.\r\n' },
        { path: 'd.pdf', bytes: pdfOf([[[72, 700, 'The bridge stays open.']]]) },
        { path: 'scan.pdf', bytes: pdfOf([[]]) },
      ])
      const id = valueOf(await startImport(folder.grant))
      await folder.serveAll()
      await importEnded(id)
      const formats = (await now(liveArticleRows())).map(({ article }) => [article.paths[0], article.format])
      expect(formats.sort()).toEqual([
        ['a.docx', 'docx'],
        ['b.pdf', 'pdf'],
        ['c.eml', 'eml'],
        ['d.pdf', 'pdf'],
      ])
      const skips = (await readImportReport(id)).filter(({ outcome }) => outcome === 'skipped')
      expect(skips.map(({ path }) => path)).toEqual(['broken.pdf', 'scan.pdf'])
      expect(skips[1]?.message).toContain('has no text')
    }))

  it('that are never done with are given up, and the next gets a worker of its own', async () => {
    let started = 0
    const reader = new PdfReader(() => {
      started += 1
      const { port1, port2 } = new MessageChannel()
      // The first worker hears and says nothing; the second answers.
      if (started > 1) port2.onmessage = () => port2.postMessage(fail('unreadable', 'answered'))
      return Promise.resolve(port1)
    }, 50)
    const first = await reader.read(new Uint8Array(3))
    expect(!first.ok && first.error.message).toContain('given up after 0.05 seconds')
    const second = await reader.read(new Uint8Array(3))
    expect(!second.ok && second.error.message).toBe('answered')
    expect(started).toBe(2)
  })

  it('whose worker breaks are told so at once', async () => {
    const reader = new PdfReader(() => Promise.resolve(new MessageChannel().port1))
    const reading = reader.read(new Uint8Array(3))
    await Promise.resolve()
    setTimeout(() => reader.broke(), 10)
    const read = await reading
    expect(!read.ok && read.error.message).toContain('broke off')
  })
})
