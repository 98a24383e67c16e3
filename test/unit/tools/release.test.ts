import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeSigning, homepage, signing } from '../../../tools/package/signing.mjs'
import { ROOT } from '../../../tools/setup/paths.mjs'

const API_KEY = { APPLE_API_KEY: 'key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' }
const ACCOUNT = { APPLE_ID: 'a@b.example', APPLE_APP_SPECIFIC_PASSWORD: 'x', APPLE_TEAM_ID: 'team' }
const CERTIFICATE = { CSC_LINK: 'certificate' }

describe('signing', () => {
  it.each([
    ['nothing', {}, false, false],
    ['empty variables, as of secrets that are not set', { CSC_LINK: '', APPLE_API_KEY: '' }, false, false],
    ['a certificate', CERTIFICATE, true, false],
    ['a certificate and an API key', { ...CERTIFICATE, ...API_KEY }, true, true],
    ['a certificate and an Apple ID', { ...CERTIFICATE, ...ACCOUNT }, true, true],
    ['a certificate and half an API key', { ...CERTIFICATE, APPLE_API_KEY: 'key.p8' }, true, false],
    ['an API key without a certificate', API_KEY, false, false],
  ])('with %s', (_, env, isSigned, isNotarised) => {
    expect(signing(env)).toEqual({ isSigned, isNotarised })
  })

  it('is said plainly where it is missing', () => {
    expect(describeSigning({}, 'mac')).toContain('NOT SIGNED')
    expect(describeSigning({}, 'win')).toContain('NOT SIGNED')
    expect(describeSigning({}, 'linux')).toContain('not signed')
    expect(describeSigning(CERTIFICATE, 'mac')).toContain('signed but NOT NOTARISED')
    expect(describeSigning(CERTIFICATE, 'win')).toBe('The packages are signed.')
    expect(describeSigning({ ...CERTIFICATE, ...API_KEY }, 'mac')).toBe(
      'The packages are signed and notarised.',
    )
  })
})

it('the packages name where releases are, of a fork the fork', () => {
  expect(homepage({})).toMatch(/^https:\/\//)
  expect(homepage({ GITHUB_REPOSITORY: 'someone/crossread' })).toBe('https://github.com/someone/crossread')
})

describe('the release workflow', () => {
  const workflow = readFileSync(join(ROOT, '.github', 'workflows', 'release.yml'), 'utf8')

  it('names every action by its commit', () => {
    const uses = [...workflow.matchAll(/uses: (\S+)/gu)].map(([, action]) => action)
    expect(uses.length).toBeGreaterThan(4)
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  })

  it('may do nothing by itself, and each job no more than it needs', () => {
    expect(workflow).toMatch(/^permissions: \{\}$/mu)
    const granted = [...workflow.matchAll(/^ {6}([\w-]+): (read|write)$/gmu)].map(([, what, how]) => [
      what,
      how,
    ])
    expect(granted).toEqual([
      ['contents', 'read'],
      ['contents', 'read'],
      ['contents', 'write'],
    ])
    expect([...workflow.matchAll(/actions\/checkout@/gu)]).toHaveLength(
      [...workflow.matchAll(/persist-credentials: false/gu)].length,
    )
  })

  it('tests on three systems before it builds, and gives checksums and a list of components', () => {
    for (const system of ['ubuntu', 'windows', 'macos']) {
      expect([...workflow.matchAll(new RegExp(`\\b${system}-\\d`, 'gu'))].length).toBeGreaterThan(1)
    }
    expect(workflow).toContain('needs: test')
    expect(workflow).toContain('sha256sum * > SHA256SUMS')
    expect(workflow).toContain('npm sbom')
  })
})
