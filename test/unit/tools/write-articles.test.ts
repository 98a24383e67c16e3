import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFile } from '#core/intake/intake'
import { writeArticles } from '../../../tools/corpus/write-articles'
import { createFolder } from '../main/temporary-folder'

test('generated articles are the same for the same seed, and the import reads headline, outlet, date and quotations', () => {
  const [folder, again] = [createFolder(), createFolder()]
  const { bytes, copies } = writeArticles(folder, { count: 45, seed: 3 })
  expect(writeArticles(again, { count: 45, seed: 3 })).toEqual({ bytes, copies })
  expect(copies).toHaveLength(2)

  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.txt'),
  )
  expect(paths).toHaveLength(45)
  for (const path of paths) {
    const content = readFileSync(join(folder, path))
    expect(content.equals(readFileSync(join(again, path)))).toBe(true)
    const { drafts } = readFile({ path, rootName: null, bytes: content })
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.metadata.title).toMatch(/, report \d+$/)
    expect(drafts[0]?.metadata.publishedAt).toMatch(/^20\d\d-/)
    expect(content.toString()).toMatch(/,” said /)
  }
})
