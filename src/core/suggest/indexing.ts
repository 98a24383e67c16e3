/** The item at `index` of a list that is known to have it. Throws RangeError otherwise: a wrong index is a bug, not a case to handle. */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`Index ${index} is outside a list of ${list.length}.`)
  return item
}

/** `itemAt` for typed arrays: a function that reads both kinds of list is slow at either. */
export function numberAt(list: Int32Array, index: number): number {
  const item = list[index]
  if (item === undefined) throw new RangeError(`Index ${index} is outside a list of ${list.length}.`)
  return item
}
