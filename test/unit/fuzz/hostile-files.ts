import fc, { type Arbitrary } from 'fast-check'
import type { PdfPage } from '#core/intake/pdf/pages'
import { mixed } from './mixed-text'

/** Pieces of tables: delimiters, quotation marks in the right and in wrong places, line ends, formulas, markup. */
export const anyTable: Arbitrary<string> = mixed(
  [
    ...[
      'title,text,date\n',
      'title\ttext\n',
      'a;b;text\n',
      'text\n',
      'sep=;\n',
      'sep=,\r\n',
      '"title","text"\n',
    ],
    ...[
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '"',
      '""',
      '"""',
      '","',
      '"\n"',
      '",\n',
      ',"',
      '" ,',
      '\\"',
    ],
    ...[
      '=1+1',
      '@SUM(A1)',
      '<p>The ferry sailed.</p>',
      '<script>x</script>',
      '2022-02-02',
      'The ferry sailed. ',
    ],
  ],
  30,
)

/** Pieces of WordprocessingML, opened and closed in any order. */
export const anyWordXml: Arbitrary<string> = mixed(
  [
    ...[
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>',
      '</w:t>',
      '<w:del>',
      '</w:del>',
      '<w:rPr><w:vanish/></w:rPr>',
    ],
    ...[
      '<w:pPr><w:pStyle w:val="a"/></w:pPr>',
      '<w:style w:styleId="a"><w:basedOn w:val="a"/>',
      '</w:style>',
    ],
    ...[
      '<!DOCTYPE x [',
      '<!ENTITY x "y">',
      ']>',
      '&x;',
      '&#xD800;',
      '&amp;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?x?>',
    ],
    ...[
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:tab/>',
      '<w:br/>',
      'The ferry sailed. ',
      '<',
      '>',
      '="',
      '/>',
    ],
  ],
  30,
)

const anyLength = fc.oneof(fc.integer({ min: -50, max: 900 }), fc.constantFrom(0, NaN, 1e9))

/** Pages with text anywhere, of any size. */
export const anyPages: Arbitrary<readonly PdfPage[]> = fc.array(
  fc.record({
    width: anyLength,
    height: anyLength,
    items: fc.array(
      fc.record({
        text: mixed(['The fer-', 'ry sailed. ', 'Page 1 of 2', '\u00ad', '-', ' ', '', '漢字'], 3),
        x: anyLength,
        y: anyLength,
        width: anyLength,
        size: anyLength,
      }),
      { maxLength: 20 },
    ),
  }),
  { maxLength: 5 },
)

/** Messages: headers, boundaries and encodings in any order. */
export const anyMail: Arbitrary<string> = mixed(
  [
    ...[
      'From: a <a@b.example>\r\n',
      'Subject: =?utf-8?Q?x=F0?=\r\n',
      'Date: now\r\n',
      'MIME-Version: 1.0\r\n',
      '\r\n',
    ],
    ...[
      'Content-Type: multipart/mixed; boundary=b\r\n',
      'Content-Type: text/html; charset=x-none\r\n',
      '--b\r\n',
      '--b--\r\n',
    ],
    ...[
      'Content-Transfer-Encoding: base64\r\n',
      'Content-Type: message/rfc822\r\n',
      'AAAA=',
      '=E9=\r\n',
      '<p>It sailed.</p>',
    ],
  ],
  30,
)
