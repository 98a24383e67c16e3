import { articleExtensions, extensionOf, isArticleExtension, isLitter } from '../file-names'

/** What becomes of a member by its name alone: read, said in the report, or passed over in silence. */
export type MemberVerdict =
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'skipped'; readonly path: string; readonly detail: string }
  | { readonly kind: 'litter' }

const ARCHIVES = /\.(?:zip|tar|tgz|gz|bz2|xz|7z|rar|zst)$/iu

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '')
}

/** True for a name that climbs out of its archive or starts at the root of the system. */
export function leadsOut(name: string): boolean {
  const path = plainName(name)
  return path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').includes('..')
}

/**
 * Judges the name of an archive's member. Names only say what a member is called: nothing is ever written under them. Still,
 * one that climbs out or starts at the root was made to do harm, and is refused (test/unit/main/containers.test.ts).
 */
export function judgeMember(name: string): MemberVerdict {
  const path = plainName(name)
  const segments = path.split('/')
  if (leadsOut(name)) {
    const shown = segments.filter((segment) => segment !== '').join('/')
    return { kind: 'skipped', path: shown, detail: 'Its name leads out of the archive.' }
  }
  if (segments.some((segment) => isLitter(segment))) return { kind: 'litter' }
  const last = segments.at(-1) ?? ''
  if (ARCHIVES.test(last)) {
    const detail =
      'It is an archive inside an archive, which is not opened; unpack it and import it by itself.'
    return { kind: 'skipped', path, detail }
  }
  const extension = extensionOf(last)
  if (!isArticleExtension(extension)) {
    const what = extension === '' ? 'It has no extension' : `It is a ${extension} file`
    return {
      kind: 'skipped',
      path,
      detail: `${what}; of an archive ${articleExtensions().join(', ')} are read.`,
    }
  }
  return { kind: 'read', path }
}
