import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentFormat, readDocument } from '#core/intake/intake'
import { blocksOf, only } from './fixture'
import { docxOf, paragraphOf, stylesOf } from './made-documents'

const noPdf = () => Promise.reject(new Error('no PDF is read here'))

const read = (bytes: Uint8Array, path = 'a.docx') =>
  readDocument({ path, rootName: null, bytes }, documentFormat(path) ?? 'docx', noPdf)

const textOf = async (body: string, more = {}) => only(await read(docxOf(body, more))).body.text

const messageOf = async (bytes: Uint8Array) => {
  const { drafts, problems } = await read(bytes)
  expect(drafts).toEqual([])
  return problems[0]?.message
}

const core = (inside: string) => ({
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z">${inside}</cp:coreProperties>`,
})

describe('a Word document', () => {
  it('gives its paragraphs as blocks, by their styles, in whatever language the program speaks', async () => {
    const styles = stylesOf(
      '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>' +
        '<w:style w:styleId="Mein"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>' +
        '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>',
    )
    const body = [
      paragraphOf('Ferry &amp; pier', '<w:pStyle w:val="Mein"/>'),
      paragraphOf('The ferry sailed at noon.'),
      paragraphOf('   '),
      paragraphOf('“We will sail.”', '<w:pStyle w:val="Zitat"/>'),
      paragraphOf('First point', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
      `<w:tbl><w:tr><w:tc>${paragraphOf('A cell')}</w:tc></w:tr></w:tbl>`,
    ]
    const draft = only(await read(docxOf(body.join(''), styles)))
    expect(blocksOf(draft)).toEqual([
      ['heading', 'Ferry & pier'],
      ['paragraph', 'The ferry sailed at noon.'],
      ['quote', '“We will sail.”'],
      ['list-item', 'First point'],
      ['paragraph', 'A cell'],
    ])
    expect(draft).toMatchObject({ format: 'docx', metadata: { title: 'Ferry & pier' } })
  })

  it('has tracked changes as accepted, and neither hidden text nor codes of fields', async () => {
    const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
    const body =
      `<w:p>${run('The ferry ')}<w:ins>${run('sailed')}</w:ins><w:del><w:r><w:delText>sank</w:delText></w:r></w:del>` +
      `<w:moveFrom>${run('moved away')}</w:moveFrom>${run(' secretly', '<w:vanish/>')}${run(' at', '<w:vanish w:val="0"/>')}` +
      `<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink>${run(' noon')}</w:hyperlink><w:r><w:t>;</w:t><w:br/><w:t>it came back.</w:t></w:r></w:p>`
    expect(await textOf(body)).toBe('The ferry sailed at noon;\nit came back.')
  })

  it('hides what a style hides', async () => {
    const styles = stylesOf('<w:style w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style>')
    const hidden = paragraphOf('hidden', '<w:pStyle w:val="Geheim"/>')
    const run = '<w:p><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>too</w:t></w:r></w:p>'
    expect(await textOf(`${hidden}${run}${paragraphOf('Seen.')}`, styles)).toBe('Seen.')
  })

  it('reads a text box once, beside the paragraph it hangs on', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraphOf(text)}</w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice>${box('In the box.')}</mc:Choice><mc:Fallback>${box('In the box.')}</mc:Fallback></mc:AlternateContent><w:t>Around it.</w:t></w:r></w:p>`
    expect(await textOf(body)).toBe('In the box.\n\nAround it.')
  })

  it('states a title, and leaves author and day of the file as guesses behind the text', async () => {
    const inside =
      '<dc:title>Ferry sails</dc:title><dc:creator>Ada Quill</dc:creator><dcterms:created>2022-03-09T08:00:00Z</dcterms:created>'
    const { metadata, guessed } = only(
      await read(docxOf(paragraphOf('It sailed at noon, they said.'), core(inside))),
    )
    expect(metadata).toMatchObject({ title: 'Ferry sails', byline: 'Ada Quill', publishedAt: '2022-03-09' })
    expect(guessed).toContain('byline')
    expect(guessed).toContain('publishedAt')
    expect(guessed).not.toContain('title')
    const dated = only(await read(docxOf(paragraphOf('It sailed.'), core(inside)), 'times_2019-01-02_x.docx'))
    expect(dated.metadata.publishedAt).toBe('2019-01-02')
  })

  it('has no title from a program, and no author who is an account', async () => {
    const inside = '<dc:title>Microsoft Word - final.docx</dc:title><dc:creator>Administrator</dc:creator>'
    const { metadata } = only(await read(docxOf(paragraphOf('Ferry sails'), core(inside))))
    expect(metadata).toMatchObject({ title: 'Ferry sails', byline: null })
  })

  it('that declares entities of its own is not read, so that a thousand million laughs stay unlaughed', async () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${String(index)} "&lol${String(index - 1)};&lol${String(index - 1)};">`).join('')}]>`
    const document = `<?xml version="1.0"?>${bomb}<w:document><w:body><w:p><w:r><w:t>&lol8;</w:t></w:r></w:p></w:body></w:document>`
    expect(await messageOf(docxOf('', { 'word/document.xml': document }))).toContain(
      'declares a document type',
    )
  })

  it('that would unpack to more than a document has is not unpacked', async () => {
    const before = process.memoryUsage().arrayBuffers
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) })
    expect(bytes.length).toBeLessThan(200_000)
    expect(await messageOf(bytes)).toContain('more than a document can be')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(400 * 1024 * 1024)
  })

  it('whose archive lies about its sizes costs no more than it says', async () => {
    const bytes = docxOf(paragraphOf('The ferry sailed. '.repeat(5000)))
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 28; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    }
    const { drafts, problems } = await read(bytes)
    expect(drafts.length + problems.length).toBe(1)
    expect(drafts[0]?.body.text.length ?? 0).toBeLessThanOrEqual(100)
  })

  it.each([
    ['protected by a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['cannot be unpacked', strToU8('The ferry sailed.')],
    ['no Word document', zipSync({ 'content.xml': strToU8('<x/>') })],
    ['holds no text', docxOf(paragraphOf(' '))],
  ])('says why it is not read: %s', async (why, bytes) => {
    expect(await messageOf(bytes)).toContain(why)
  })
})
