import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licenseText, packageFolder } from '../../../tools/build/third-party-licenses'
import { ROOT } from '../../../tools/setup/paths.mjs'

describe('packageFolder', () => {
  it.each([
    ['/p/node_modules/dexie/dist/dexie.mjs', '/p/node_modules/dexie'],
    ['/p/node_modules/@mantine/core/esm/a.mjs?v=1', '/p/node_modules/@mantine/core'],
    ['\0/p/node_modules/a/node_modules/b/c.js?commonjs', '/p/node_modules/a/node_modules/b'],
    ['C:\\p\\node_modules\\zod\\v4\\index.js', 'C:/p/node_modules/zod'],
  ])('%s is of %s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder)
  })

  it('is null for the program itself', () => {
    expect(packageFolder('/p/src/main/index.ts')).toBeNull()
  })
})

describe('licenseText', () => {
  it('gives name, version and the text of the licence, by name and each once', () => {
    const folder = (name: string) => join(ROOT, 'node_modules', name)
    const text = licenseText([folder('zustand'), folder('dexie'), folder('dexie')])
    expect(text.match(/^dexie \d/gmu)).toHaveLength(1)
    expect(text.indexOf('dexie ')).toBeLessThan(text.indexOf('zustand '))
    expect(text).toContain('Apache License')
    expect(text).toContain('MIT License')
  })

  it('ends with the licence of data that a file of the program carries', () => {
    const file = join(ROOT, 'src', 'core', 'compare', 'lexicon', 'wordnet.ts')
    expect(licenseText([join(ROOT, 'node_modules', 'dexie'), file])).toMatch(
      /^dexie .*Made by .* from WordNet 3\.1.*Princeton University and LICENSEE agrees to preserve same\.\n$/su,
    )
  })
})
