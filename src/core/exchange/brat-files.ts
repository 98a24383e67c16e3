/** A text of a brat folder with its annotation files. */
export interface BratDocument {
  /** Path of the `.txt` file. */
  readonly text: string
  /** Path of the `.ann` file that counts: of several annotators' the first by name. Null: nobody annotated it. */
  readonly annotations: string | null
  /** Who made it, as its name says (`<text>_<annotator>.ann`); null where the name says nothing. */
  readonly annotator: string | null
  /** Paths of the other annotators' files, which are not read. */
  readonly others: readonly string[]
}

/** The documents of a brat folder, by path of their text. */
export interface BratFolder {
  readonly documents: readonly BratDocument[]
  /** `.ann` files that belong to no text. */
  readonly orphans: readonly string[]
}

interface Place {
  readonly path: string
  /** Folder with a closing `/`, '' for the root itself. */
  readonly folder: string
  /** File name without its extension. */
  readonly stem: string
}

/**
 * Pairs the files of a brat folder. An `.ann` file belongs to the text of its name, or of its name up to an underscore,
 * in the same folder (side by side) or in the one beside it (`text/` and `attributions/`).
 * @param paths relative, with `/`, of one imported folder
 */
export function pairBratFiles(paths: readonly string[]): BratFolder {
  const sorted = [...paths].sort()
  const texts = new Map<string, Place[]>()
  for (const path of sorted) {
    if (!/\.txt$/iu.test(path)) continue
    const place = placeOf(path)
    texts.set(place.stem, [...(texts.get(place.stem) ?? []), place])
  }
  const annotated = new Map<string, { path: string; annotator: string | null }[]>()
  const orphans: string[] = []
  for (const path of sorted) {
    if (!/\.ann$/iu.test(path)) continue
    const found = textOf(placeOf(path), texts)
    if (!found) orphans.push(path)
    else
      annotated.set(found.text, [...(annotated.get(found.text) ?? []), { path, annotator: found.annotator }])
  }
  const documents = [...texts.values()].flat().map(({ path }): BratDocument => {
    const [first, ...others] = annotated.get(path) ?? []
    return {
      text: path,
      annotations: first?.path ?? null,
      annotator: first?.annotator ?? null,
      others: others.map((other) => other.path),
    }
  })
  return { documents: documents.sort((a, b) => (a.text < b.text ? -1 : 1)), orphans }
}

function placeOf(path: string): Place {
  const slash = path.lastIndexOf('/') + 1
  return { path, folder: path.slice(0, slash), stem: path.slice(slash).replace(/\.[^.]*$/u, '') }
}

/** Of several folders beside the annotations, the one that says so holds the texts. */
const TEXT_FOLDER = /(?:^|\/)te?xts?\/$/iu

/** The text that an annotation file belongs to: of two that fit the one whose name says more. */
function textOf(
  file: Place,
  texts: ReadonlyMap<string, readonly Place[]>,
): { readonly text: string; readonly annotator: string | null } | null {
  for (let end = file.stem.length; end > 0; end = file.stem.lastIndexOf('_', end - 1)) {
    const candidates = texts.get(file.stem.slice(0, end)) ?? []
    const beside = candidates.filter(({ folder }) => parentOf(folder) === parentOf(file.folder))
    const text =
      candidates.find(({ folder }) => folder === file.folder) ??
      beside.find(({ folder }) => TEXT_FOLDER.test(folder)) ??
      beside[0]
    const annotator = file.stem.slice(end + 1)
    if (text) return { text: text.path, annotator: annotator === '' ? null : annotator }
  }
  return null
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1)
}
