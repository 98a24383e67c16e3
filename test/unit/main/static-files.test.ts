import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveAsset, serveAsset } from '../../../src/main/static-files'
import { createFolder } from './temporary-folder'

const ROOT = join(sep, 'program', 'renderer')

describe('resolveAsset', () => {
  it('finds the page and what is under the root', () => {
    expect(resolveAsset(ROOT, '/')).toBe(join(ROOT, 'index.html'))
    expect(resolveAsset(ROOT, '/assets/a%20b.js')).toBe(join(ROOT, 'assets', 'a b.js'))
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/\\..\\secret.txt',
    '/a%00.js',
    '/%',
    '/%ff',
    'secret.txt',
    '',
    '//..//secret.txt',
    '/.',
  ])('finds nothing at %j', (pathname) => {
    expect(resolveAsset(ROOT, pathname)).toBeNull()
  })

  it('never leaves the root, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', 'a', '%00', 'C:', '~')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resolveAsset(ROOT, `/${pieces.join('')}`)
        expect(file === null || file.startsWith(ROOT + sep)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('serveAsset', () => {
  const root = (): string =>
    createFolder({
      'index.html': '<head></head>',
      'a.js': 'export {}',
      'font.woff2': 'x',
      '.env': 'secret',
      'a.map': '{}',
    })

  it('gives each load of the page its own nonce, the same in policy and markup', async () => {
    const folder = root()
    const nonces: string[] = []
    for (let load = 0; load < 2; load += 1) {
      const response = await serveAsset(folder, '/')
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? ''
      expect(response.headers.get('Content-Security-Policy')).toContain(`'nonce-${nonce}'`)
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      nonces.push(nonce)
    }
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('names the type of what it serves', async () => {
    const folder = root()
    expect((await serveAsset(folder, '/a.js')).headers.get('Content-Type')).toBe(
      'text/javascript; charset=utf-8',
    )
    expect((await serveAsset(folder, '/font.woff2')).headers.get('Content-Type')).toBe('font/woff2')
  })

  it.each(['/gone.js', '/.env', '/a.map', '/../a.js'])(
    'answers 404 for %j, with the policy',
    async (pathname) => {
      const response = await serveAsset(root(), pathname)
      expect(response.status).toBe(404)
      expect(response.headers.get('Content-Security-Policy')).toContain(`default-src 'none'`)
    },
  )
})
