import { describe, expect, it } from 'vitest'
import {
  contentSecurityPolicy,
  createNonce,
  securityHeaders,
  writeNonce,
} from '../../../src/main/content-security'

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

describe('contentSecurityPolicy', () => {
  it('allows nothing but what is named, and names only the own origin', () => {
    expect(directives(contentSecurityPolicy('abc'))).toEqual({
      'default-src': `'none'`,
      'script-src': `'self'`,
      'style-src': `'self' 'nonce-abc'`,
      'img-src': `'self' data:`,
      'font-src': `'self'`,
      'connect-src': `'self'`,
      'worker-src': `'self'`,
      'base-uri': `'none'`,
      'form-action': `'none'`,
      'frame-ancestors': `'none'`,
    })
  })

  it('has no unsafe source, with or without a nonce', () => {
    for (const nonce of [null, 'abc']) expect(contentSecurityPolicy(nonce)).not.toMatch(/unsafe|\*|https?:/)
    expect(contentSecurityPolicy(null)).not.toContain('nonce')
  })

  it('comes with the headers that keep types and windows apart', () => {
    expect(securityHeaders(null)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
  })
})

describe('the nonce', () => {
  it('is another one each time, and fits the policy', () => {
    const nonces = new Set(Array.from({ length: 100 }, createNonce))
    expect(nonces.size).toBe(100)
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/)
  })

  it('is written where the page looks for it, whatever stood there', () => {
    const html = '<head><meta property="csp-nonce" content="x" nonce="x" /><title>$&</title></head>'
    expect(writeNonce(html, 'a$&b')).toBe(
      '<head><meta property="csp-nonce" content="a$&b" nonce="a$&b" /><title>$&</title></head>',
    )
    expect(writeNonce('<html><head lang="en"></head></html>', 'abc')).toContain(
      '<meta property="csp-nonce" content="abc"',
    )
  })
})
