/** What tells of an outlet and a date: the path inside the folder, and the folder's name (null for single files). */
export interface Clues {
  readonly path: string
  readonly rootName: string | null
}

/**
 * The clues of a file, such that an archive tells the same as the folder that was packed: its name counts without its
 * extension, and as the folder's when it was imported by itself. So both give the same outlets, and the same articles.
 * @param path as the report has it: relative to the root, or the root's own name where that is a file
 * @param container path of the archive or long file it was read from, null for a file by itself
 * @param root base name of what was imported, null when unknown
 */
export function cluesOf(path: string, container: string | null, root: string | null): Clues {
  const inside =
    container !== null && path.startsWith(`${container}/`) ? path.slice(container.length + 1) : null
  // A root that is a file itself has its own name as path, and tells nothing about an outlet.
  if (inside === null || container === null)
    return { path: path.replace(PACKED, ''), rootName: root === path ? null : root }
  const name = container.replace(ARCHIVE, '')
  return container === root ? { path: inside, rootName: name } : { path: `${name}/${inside}`, rootName: root }
}

const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz)$/iu
const PACKED = /\.gz(?=#|$)/iu
