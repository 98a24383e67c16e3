import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '#core/intake/decode'
import { fixtureBytes, only, readFixture, readText } from './fixture'

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

describe('decoding', () => {
  it.each([
    ['bom.txt', 'utf-8'],
    ['utf-16le.txt', 'utf-16le'],
    ['utf-16be.txt', 'utf-16be'],
  ])('trusts the BOM of %s and drops it', (name, encoding) => {
    const draft = only(readFixture(name))
    expect(draft.encoding).toEqual({ name: encoding, certain: true, confidence: 1 })
    expect(draft.body.text).toMatch(/^Ferries between Ostrava Bay/)
    expect(draft.body.text).not.toContain('\r')
  })

  it.each([
    [
      'windows-1252.txt',
      'windows-1252',
      'Die Fähren fahren wieder, sagte die Hafenbehörde. „Wir reden lieber“',
      'de',
    ],
    ['koi8-r.txt', 'koi8-r', 'Паромы между материком и островом', 'ru'],
    ['shift-jis.txt', 'shift_jis', '港湾局は、島との間のフェリーが', 'ja'],
    ['utf-16le-without-bom.txt', 'utf-16le', 'Ferries between', 'en'],
  ])('detects %s and says that it is not certain', (name, encoding, text, language) => {
    const draft = only(readFixture(name))
    expect(draft.body.text).toContain(text)
    expect(draft.encoding.name).toBe(encoding)
    expect(draft.encoding.certain).toBe(false)
    expect(draft.encoding.confidence).toBeGreaterThan(0)
    expect(draft.encoding.confidence).toBeLessThanOrEqual(1)
    expect(draft.metadata.language).toBe(language)
  })

  it('takes what an HTML page declares, unless the bytes are UTF-8', () => {
    const draft = only(readFixture('declared-windows-1251.html'))
    expect(draft.encoding).toEqual({ name: 'windows-1251', certain: true, confidence: 1 })
    expect(draft.body.text).toContain('Паромы между материком')
    const lying = '<meta charset="windows-1251"><p>Паромы снова пойдут с четверга, сообщил совет порта.</p>'
    expect(only(readText(lying, 'a.html')).encoding.name).toBe('utf-8')
  })

  it('keeps broken UTF-8 as UTF-8, with the fault visible and the doubt recorded', () => {
    const draft = only(readFixture('broken-utf-8.txt'))
    expect(draft.encoding.name).toBe('utf-8')
    expect(draft.encoding.certain).toBe(false)
    expect(draft.body.text.match(/\ufffd/g)?.length).toBeLessThanOrEqual(2)
    expect(draft.body.text).toContain('совет порта')
  })

  it('tells ISO-2022-JP from the ASCII it is made of', () => {
    const [open, close] = ['\u001b$B', '\u001b(B']
    const line = `${open}9A1hLL$O!"%U%'%j!<$,LZMKF|$+$i:F3+$9$k$HH/I=$7$?!#${close}\n`
    const decoded = decodeBytes(new TextEncoder().encode(line.repeat(3)))
    expect(decoded).toMatchObject({ ok: true, encoding: { name: 'iso-2022-jp', certain: false } })
    expect(decoded.ok && decoded.text).toContain('フェリーが')
  })

  it('makes CRLF and CR line feeds and changes nothing else', () => {
    expect(only(readFixture('mixed-newlines.txt')).body.text).toBe('One\nTwo\nThree\nFour\n\nFive\n\n')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\r\n', '\r'), (line, newline) => {
        fc.pre(!/[\0\r]/.test(line))
        const bytes = new TextEncoder().encode(`x${line}${newline}y`)
        const decoded = decodeBytes(bytes)
        fc.pre(decoded.ok)
        expect(decoded.ok && decoded.text).toBe(`x${line}\ny`)
      }),
    )
  })

  it('hashes the text as it is kept and the bytes as they came', () => {
    for (const name of ['bom.txt', 'mixed-newlines.txt', 'utf-16be.txt', 'reprint.txt', 'page.html']) {
      const draft = only(readFixture(name))
      expect(draft.textSha256).toBe(sha256(draft.body.text))
      expect(draft.originalSha256).toBe(sha256(fixtureBytes(name)))
    }
  })

  it.each([
    ['picture.txt', 'binary', 'The file is a PNG image, not text.'],
    ['empty.txt', 'empty', 'The file is empty.'],
    ['blank.txt', 'no-text', 'The file holds nothing but white space.'],
  ])('refuses %s as %s', (name, reason, message) => {
    expect(readFixture(name)).toEqual({ drafts: [], problems: [{ path: name, reason, message }] })
  })

  it('refuses NUL bytes, control characters and UTF-32', () => {
    const reasons = [
      [0x61, 0x00, 0x62, 0x00, 0x00, 0x63],
      Array.from({ length: 100 }, (_, index) => (index % 10 === 0 ? 0x01 : 0x61)),
      [0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
    ].map((bytes) => {
      const decoded = decodeBytes(Uint8Array.from(bytes))
      return decoded.ok ? null : decoded.reason
    })
    expect(reasons).toEqual(['binary', 'binary', 'undecodable'])
  })

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeBytes(bytes)
        if (decoded.ok) expect(decoded.text).not.toContain('\r')
      }),
    )
  })
})
