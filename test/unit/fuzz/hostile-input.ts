import fc, { type Arbitrary } from 'fast-check'
import { mixed, NOISE, ODD } from './mixed-text'

/*
 * What the parsers are tried with: pieces of the real syntax of each format, mixed with noise, so that a run gets past
 * the first character. The same for `npm test` and `npm run bench -- fuzz`.
 */

const WORDS = [
  ...[
    'The ',
    'minister ',
    'Mayor Ilin Varga ',
    'John ',
    'he ',
    'she ',
    'said ',
    'said that ',
    'told reporters',
    ' and ',
    ' of ',
  ],
  ...[
    'according to ',
    'denied ',
    'was asked if ',
    'not ',
    "can't ",
    'the U.S. ',
    'Mr. ',
    'Dr. A. B. ',
    'ferry ',
    'bridge ',
    ', ',
    '. ',
  ],
  ...[
    '? ',
    '! ',
    ': ',
    '; ',
    ' – ',
    '—',
    '-',
    '…',
    '(',
    ')',
    '[',
    ']',
    '“',
    '”',
    '"',
    "'",
    '’',
    '‘',
    '«',
    '»',
    '„',
    "''",
    '``',
    '「',
    '」',
  ],
]
const FIGURES = [
  ...[
    '1',
    '12,000',
    '3.5',
    '1.000.000',
    '240,000 crowns',
    '$5 million',
    '€1.2bn',
    '5 per cent',
    '%',
    'half ',
    'a third of ',
    'two dozen ',
  ],
  ...[
    'twenty-',
    'one hundred and ',
    'million ',
    'more than ',
    'between 5 and 10 ',
    'from 1 to ',
    '1e9',
    '−7',
    '5°C',
    '10-fold',
    '99999999999999999999',
  ],
  ...[
    '15 February 2022',
    'March ',
    'Feb. 30',
    '2022-02-31',
    '15/02/2022',
    '12.3.2022',
    'Monday',
    'Tuesday (15/2/2022)',
    ' last week',
    '1990s ',
  ],
  ...[
    '10:15 ',
    '25:99',
    '10 a.m. ',
    'two days ago',
    ' yesterday',
    '0000-00-00',
    '2022-W99',
    'the 31st of ',
    'noon ',
    'T10:15:00Z',
  ],
]
const METADATA = [
  ...[
    'By Jane Doe\n',
    'By ',
    'Reporting by ',
    'LONDON (Reuters) - The',
    'Jakarta, CNBC Indonesia – ',
    'A. ',
    'AB/CD ',
    'Source: X\n',
  ],
  ...[
    'Post a Comment\n',
    'Share\n',
    'Facebook ',
    'Published: ',
    'Updated ',
    '(AP, AFP, Reuters)',
    '© 2022 ',
    'http://a.example/b',
    '--',
    '– ',
  ],
]

/** Prose of the kind that quotations, claims, figures and dates are looked for in. */
export const anyProse = mixed([...WORDS, ...FIGURES, ...METADATA], 24)
/** Prose that is mostly figures and dates. */
export const anyFigures = mixed([...FIGURES, ' ', ', ', ' and ', ' to ', '\n'], 10)
/** A line as it stands at the head or end of an article. */
export const anyLine = mixed([...METADATA, ...FIGURES, ' ', '\n'], 8)

/** A page, with elements left open, turned, nested and hidden. */
export const anyHtml = mixed(
  [
    ...[
      '<!doctype html>',
      '<html lang="',
      '<head>',
      '<title>',
      '</title>',
      '<meta name="author" content="',
      '<meta charset=utf-8>',
      '">',
    ],
    ...[
      '<script>',
      '</script>',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"',
      '"}</script>',
      '<style>',
      '<!--',
      '-->',
    ],
    ...[
      '<body>',
      '<article>',
      '</article>',
      '<p>',
      '</p>',
      '<div hidden>',
      '<div style="display:none">',
      '</div>',
      '<br>',
      '<ul><li>',
      '</ul>',
    ],
    ...[
      '<table><tr><td>',
      '<svg onload=x>',
      '<math>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:x">',
      '<template>',
      '<h1>',
      '</h1>',
    ],
    ...[
      '&amp;',
      '&#55357;',
      '&#0;',
      '&bogus;',
      '&lt;p&gt;',
      '<![CDATA[',
      ']]>',
      '<?xml version="1.0"?>',
      '<',
      '>',
      '"',
      "'",
      'A report of some length. ',
    ],
  ],
  24,
)

/** Markdown with front matter. */
export const anyMarkdown = mixed(
  [
    ...[
      '---\n',
      'title: ',
      'date: 2022-02-02\n',
      'tags: [a, "b", ',
      ']\n',
      '- item\n',
      '__proto__: x\n',
      '"quoted"',
      ': ',
      '...\n',
      '# ',
      '## ',
    ],
    ...[
      '\n===\n',
      '```\n',
      '~~~',
      '> ',
      '> > ',
      '* ',
      '1. ',
      '    code\n',
      '[a](b)',
      '![',
      '](',
      '**',
      '__',
      '`',
      '<b>',
      '\\',
      '|---|\n',
      'Text.\n',
      '\n\n',
    ],
  ],
  24,
)

/** JSON of one article or many, whole or broken, with keys that objects inherit. */
export const anyJson = fc.oneof(
  mixed(
    [
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"title"',
        '"text"',
        '"content":"<p>',
        '"author":[{"name":',
        '"__proto__":{"text":"x"}',
        '"constructor"',
      ],
      ...[
        'null',
        'true',
        '1e999',
        '-0',
        '"\\ud800"',
        '"\\u0000"',
        '\n',
        '{"text":"A report."}\n',
        '"date":1e15',
        '"toString":1',
        '\\',
        '{"a":',
      ],
    ],
    20,
  ),
  fc.json({ maxDepth: 6 }),
  fc
    .array(
      fc.dictionary(
        fc.constantFrom(
          'text',
          'title',
          'body',
          'date',
          'author',
          'source',
          'url',
          'lang',
          '__proto__',
          'constructor',
          'hasOwnProperty',
          'length',
        ),
        fc.oneof(
          fc.json({ maxDepth: 2 }),
          NOISE,
          fc.integer(),
          fc.constantFrom('2022-02-02', 'http://a.example', '<p>A report.</p>'),
        ),
        { noNullPrototype: true },
      ),
      { maxLength: 4 },
    )
    .map((records) => records.map((record) => JSON.stringify(record)).join('\n')),
)

/** A query with operators, filters, marks and parentheses, also unbalanced and deep. */
export const anyQuery = mixed(
  [
    ...[
      'ferry',
      'wor*',
      'a*',
      '*',
      '"',
      '“',
      '”',
      '(',
      ')',
      ' ',
      ' OR ',
      ' | ',
      ' NOT ',
      '-',
      ' AND ',
      ' NEAR/5 ',
      ' NEAR/0 ',
      ' NEAR/99999999999 ',
      'NEAR/',
    ],
    ...[
      'any(',
      'source:',
      'source:none',
      'date:2022..2021',
      'date:..',
      'date:>=2022-02',
      'date:2022-99-99',
      'tag:"a b"',
      'in:title',
      'in:',
      'status:',
    ],
    ...['lang:en', 'speaker:', '\\', '\\"', ':', '漢字', 'AND', 'OR', '--', "o'neil"],
  ],
  20,
)

/** A brat file of spans and relations, with offsets outside, turned round or beyond any number. */
export const anyBrat = mixed(
  [
    ...[
      'T1\tContent 0 4\tThe ',
      'T2\tSource 2 1\t',
      'T3\tCue 0 1;3 9\t',
      'T4\tContent 99999999999 999999999999\tx',
      'T5\tCue 1 2;',
      'E1\tAttribution:T1 Source:T2 Cue:T3',
    ],
    ...[
      'E2\tAttribution:T1 Content:T1 Content:T9',
      'E3\tContent:T4',
      'A1\tx T1',
      '#1\tAnnotatorNotes T1\tx',
      'R1\t',
      '*\t',
      '\t',
      '\n',
      '\n',
      '\r\n',
      ' ',
      'T1',
      'E1',
    ],
  ],
  24,
)

/** A command line. */
export const anyCommandLine = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '--headless',
        '--import',
        '--import=',
        '--import=a',
        '--export',
        '--export=b',
        '--corpus',
        '--temporary',
        '--suggest',
        '--compare',
        '--train',
      ],
      ...[
        '--format',
        '--format=dataset',
        '--reproducible',
        '--user-data',
        '--limit',
        '--limit=-1',
        '--limit=1e9',
        '--',
        '-',
        '-h',
        '--__proto__',
        '--=',
        'a.txt',
        '',
      ],
    ),
    NOISE,
  ),
  { maxLength: 8 },
)

/** Bytes: text in some encoding with faults, marks of other encodings and formats, or anything. */
export const anyBytes: Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            'The ferry. ',
            'Größe',
            '\r\n',
            '\r',
            'ひらがな',
            '<meta charset=shift_jis>',
            '<meta charset="',
            '<?xml version="1.0" encoding="',
          ].map((text) => new TextEncoder().encode(text)),
          ...[
            [0xef, 0xbb, 0xbf],
            [0xff, 0xfe],
            [0xfe, 0xff],
            [0, 0, 0xfe, 0xff],
            [0xff, 0xfe, 0, 0],
            [0x1b, 0x24, 0x42],
            [0x50, 0x4b, 3, 4],
          ].map((bytes) => Uint8Array.from(bytes)),
          ...[
            [0],
            [0x41, 0],
            [0, 0x41],
            [0xc3],
            [0x80, 0x80],
            [0xed, 0xa0, 0x80],
            [0xf4, 0x90, 0x80, 0x80],
            [0x93, 0x94],
          ].map((bytes) => Uint8Array.from(bytes)),
        ),
        fc.uint8Array({ maxLength: 6 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))),
)

/** Any of the texts above, for what takes each of them. */
export const anyText = fc.oneof(anyProse, anyHtml, anyMarkdown, anyFigures, mixed(ODD))
