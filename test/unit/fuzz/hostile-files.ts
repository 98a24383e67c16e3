import type { Arbitrary } from 'fast-check'
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
