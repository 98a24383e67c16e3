/** True for a path whose last name is that of a sidecar. */
export function isSidecarName(path: string): boolean {
  return /(?:^|\/)metadata\.(?:csv|tsv|json)$/iu.test(path)
}
