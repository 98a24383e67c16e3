/** Columns that are not drawn between the one at this place and the last drawn before it. */
export function skippedBefore(columns: readonly number[], at: number): number {
  return (columns[at] ?? 0) - (columns[at - 1] ?? -1) - 1
}
