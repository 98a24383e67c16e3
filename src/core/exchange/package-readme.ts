import { PACKAGE_MEMBERS, type PackageManifest } from '../model/package'

/** The text in a package for whoever unpacks it without knowing Crossread. UTF-8, lines ended by LF. */
export function packageReadme(manifest: PackageManifest): string {
  const { corpus, counts, annotators, generator, exportedAt, dataset } = manifest
  const by = annotators.map(
    ({ name, annotations }) => `  ${oneLine(name)}: ${count(annotations, 'annotation')}`,
  )
  const paragraphs = [
    [`Crossread package: ${oneLine(corpus.name)}`],
    corpus.description === '' ? [] : [corpus.description],
    [
      `It holds ${count(counts.articles, 'article')}${dataset.texts ? '' : ' (without the texts)'}, ` +
        `${count(counts.annotations, 'annotation')}, ${count(counts.suggestions, 'open suggestion')} ` +
        `and ${count(counts.stories, 'story', 'stories')}.`,
      `Written by ${oneLine(generator.name)} ${oneLine(generator.version)}${exportedAt === undefined ? '' : ` on ${exportedAt}`}.`,
    ],
    by.length === 0 ? [] : ['Annotated by', ...by],
    [
      `${PACKAGE_MEMBERS.dataset}   everything, in the format crossread-dataset: UTF-8 JSON, offsets in Unicode code points`,
      `${PACKAGE_MEMBERS.manifest} what this text says, for programs, with the checksum of the dataset`,
      `${PACKAGE_MEMBERS.readme}     this text`,
    ],
    [
      `SHA-256 of ${PACKAGE_MEMBERS.dataset}: ${dataset.sha256}`,
      'Open the package with Crossread, which checks it and shows what is in it before it imports anything;',
      'or read the dataset with any program that reads JSON.',
    ],
  ]
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function count(number: number, one: string, more = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : more}`
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
}
