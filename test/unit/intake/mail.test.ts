import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/intake/intake'
import { anyMail } from '../fuzz/hostile-files'
import { blocksOf, only } from './fixture'

const noPdf = () => Promise.reject(new Error('no PDF is read here'))

const read = (...lines: readonly string[]) =>
  readDocument(
    { path: 'a.eml', rootName: null, bytes: new TextEncoder().encode(lines.join('\r\n')) },
    'eml',
    noPdf,
  )

const HEAD = [
  'From: =?UTF-8?Q?Ad=C3=A1_Quill?= <ada@echo.example>',
  'To: desk@post.example',
  'Subject: =?UTF-8?B?RmVycnkgc2FpbHMg8J+agg==?=',
  'Date: Wed, 09 Mar 2022 07:41:00 +0100',
  'MIME-Version: 1.0',
]

describe('an e-mail message', () => {
  it('gives its text, with subject, sender and day', async () => {
    const draft = only(
      await read(
        ...HEAD,
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'The ferry sailed at noon, caf=E9 and all.',
        '',
        'It came back.',
      ),
    )
    expect(draft.body.text.trim()).toBe('The ferry sailed at noon, café and all.\n\nIt came back.')
    expect(draft.encoding.name).toBe('iso-8859-1')
    expect(draft.metadata).toMatchObject({
      title: 'Ferry sails 🚂',
      byline: 'Adá Quill',
      sourceName: 'echo.example',
    })
    expect(draft.metadata.publishedAt).toContain('2022-03-09')
    expect(draft.guessed).toContain('source')
    expect(draft.guessed).not.toContain('title')
  })

  it('gives HTML as any page gives it, without scripts', async () => {
    const html = '<h1>Ferry</h1><p>It sailed.</p><script>alert(1)</script><img src="https://x.example/p.gif">'
    const draft = only(await read(...HEAD, 'Content-Type: text/html; charset=utf-8', '', html))
    expect(blocksOf(draft)).toEqual([
      ['heading', 'Ferry'],
      ['paragraph', 'It sailed.'],
    ])
  })

  it('prefers plain text, unless that only says where to look', async () => {
    const parts = (plain: string) => [
      ...HEAD,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      plain,
      '--b',
      'Content-Type: text/html',
      '',
      `<p>${'The ferry sailed at noon. '.repeat(8)}</p>`,
      '--b--',
    ]
    const whole = 'The ferry sailed at noon. '.repeat(7)
    expect(only(await read(...parts(whole))).body.text.trim()).toBe(whole.trim())
    expect(only(await read(...parts('See this in a browser.'))).body.text).toContain('The ferry sailed')
  })

  it('names what hangs on it, and imports none of it', async () => {
    const { drafts, problems } = await read(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the picture.',
      '--b',
      'Content-Type: image/jpeg; name="pier.jpg"',
      'Content-Disposition: attachment; filename="pier.jpg"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.alloc(3000).toString('base64'),
      '--b--',
    )
    expect(drafts).toHaveLength(1)
    expect(problems).toEqual([
      {
        path: 'a.eml#1',
        reason: 'not-imported',
        message:
          'Its attachment “pier.jpg” (image/jpeg, 3 KB) is not imported; save it beside the message to import it.',
      },
    ])
  })

  it('takes an outlet that sends for the outlet, and nobody’s mail service', async () => {
    const from = async (sender: string) =>
      only(await read(`From: ${sender}`, 'Subject: x', '', 'It sailed.')).metadata
    expect(await from('Reuters <news@mail.example>')).toMatchObject({ sourceName: 'Reuters', byline: null })
    expect(await from('ada@gmail.com')).toMatchObject({ sourceName: null, byline: null })
  })

  it.each([
    ['no e-mail message', ['The ferry sailed.', '', 'It came back.']],
    ['no text', [...HEAD, 'Content-Type: text/plain', '', '   ']],
    ['taken apart', [...HEAD, ...deep(80)]],
  ])('says why it is not read: %s', async (why, lines) => {
    const { drafts, problems } = await read(...lines)
    expect(drafts).toEqual([])
    expect(problems[0]?.message).toContain(why)
  })
})

it('of any bytes is read or refused, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(anyMail, async (text) => {
      const { drafts, problems } = await read(text)
      expect(drafts.length + problems.length).toBeGreaterThan(0)
      for (const { body } of drafts) {
        for (const { start, end } of body.blocks) expect(end > start && end <= body.text.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

/** Parts in parts. */
function deep(levels: number): string[] {
  return Array.from({ length: levels }, (_, level) => {
    const name = `b${String(level)}`
    return [`Content-Type: multipart/mixed; boundary=${name}`, '', `--${name}`]
  }).flat()
}
