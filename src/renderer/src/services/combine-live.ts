import type { Live } from '#data/live'

/** A value made of two that are followed; there is one as soon as both have one. */
export function combineLive<A, B, T>(a: Live<A>, b: Live<B>, combine: (a: A, b: B) => T): Live<T> {
  return {
    subscribe(next, error) {
      let fromA: { readonly value: A } | null = null
      let fromB: { readonly value: B } | null = null
      const emit = () => {
        if (fromA && fromB) next(combine(fromA.value, fromB.value))
      }
      const stopA = a.subscribe((value) => {
        fromA = { value }
        emit()
      }, error)
      const stopB = b.subscribe((value) => {
        fromB = { value }
        emit()
      }, error)
      return () => {
        stopA()
        stopB()
      }
    },
  }
}
