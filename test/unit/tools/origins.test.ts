import { describe, expect, it } from 'vitest'
import { mapPolicy, toAppUrl, toBrowserUrl } from '../../../tools/chromium-shell/origins'

const schemes = new Set(['app'])

describe('URLs of own schemes', () => {
  it.each([
    ['app://crossread/', 'https://crossread.app.invalid/'],
    ['app://crossread/import/x?after=a%20b#top', 'https://crossread.app.invalid/import/x?after=a%20b#top'],
  ])('%s goes to the browser and comes back', (url, seen) => {
    expect(toBrowserUrl(url, schemes)).toBe(seen)
    expect(toAppUrl(seen, schemes)).toBe(url)
  })

  it('has no place in the browser for any other scheme', () => {
    expect(toBrowserUrl('https://example.com/', schemes)).toBeNull()
    expect(toBrowserUrl('file:///etc/passwd', schemes)).toBeNull()
  })

  it.each([
    'https://example.com/',
    'https://crossread.app.invalid.example.com/',
    'https://crossread.other.invalid/',
    'http://crossread.app.invalid/',
    'https://user@crossread.app.invalid/',
    'https://crossread.app.invalid:8443/',
  ])('takes %s for no URL of ours', (url) => {
    expect(toAppUrl(url, schemes)).toBe(url)
  })
})

describe('a content security policy', () => {
  it('names the origin that the browser sees, and is otherwise left alone', () => {
    const policy = "default-src 'none'; script-src 'self' app://crossread; img-src app: data:"
    expect(mapPolicy(policy, schemes)).toBe(
      "default-src 'none'; script-src 'self' https://crossread.app.invalid; img-src https://*.app.invalid data:",
    )
  })
})
