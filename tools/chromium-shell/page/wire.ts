/**
 * The form in which values cross between the window and main: JSON text in which everything JSON lacks is tagged
 * with a `$` key. It carries what Electron's structured clone carries of plain data; what it cannot carry throws,
 * as there.
 *
 * Both functions stand alone (no imports, no module state): their source is also sent into the window.
 */

/** Value -> text. Throws for functions, symbols, cycles and platform objects. */
export function encodeWire(value: unknown): string {
  const open = new Set<object>()

  const base64 = (bytes: Uint8Array): string => {
    let binary = ''
    for (let at = 0; at < bytes.length; at += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    }
    return btoa(binary)
  }

  const packObject = (object: object): unknown => {
    if (object instanceof Date) return { $: 'date', v: object.getTime() }
    if (object instanceof ArrayBuffer)
      return { $: 'bytes', t: 'ArrayBuffer', v: base64(new Uint8Array(object)) }
    if (ArrayBuffer.isView(object)) {
      const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength)
      const tag = Object.prototype.toString.call(object).slice(8, -1)
      return { $: 'bytes', t: tag, v: base64(bytes) }
    }
    if (object instanceof Map) return { $: 'map', v: [...object].map(([k, v]) => [pack(k), pack(v)]) }
    if (object instanceof Set) return { $: 'set', v: [...object].map(pack) }
    if (object instanceof Error) {
      return { $: 'error', n: object.name, m: object.message, s: object.stack ?? '' }
    }
    if (Array.isArray(object)) return Array.from(object, pack)
    const tag = Object.prototype.toString.call(object)
    if (tag !== '[object Object]') throw new TypeError(`An object could not be cloned: ${tag}.`)
    const copy: Record<string, unknown> = {}
    for (const [key, entry] of Object.entries(object)) {
      // A plain assignment of "__proto__" would set the prototype instead of an entry.
      Object.defineProperty(copy, key, { value: pack(entry), enumerable: true })
    }
    return Object.hasOwn(copy, '$') ? { $: 'object', v: Object.entries(copy) } : copy
  }

  const pack = (entry: unknown): unknown => {
    switch (typeof entry) {
      case 'string':
      case 'boolean':
        return entry
      case 'undefined':
        return { $: 'undefined' }
      case 'number':
        return Number.isFinite(entry) && !Object.is(entry, -0)
          ? entry
          : { $: 'number', v: Object.is(entry, -0) ? '-0' : String(entry) }
      case 'bigint':
        return { $: 'bigint', v: String(entry) }
      case 'object': {
        if (entry === null) return null
        if (open.has(entry)) throw new TypeError('An object could not be cloned: it contains itself.')
        open.add(entry)
        const packed = packObject(entry)
        open.delete(entry)
        return packed
      }
      default:
        throw new TypeError(`An object could not be cloned: a ${typeof entry}.`)
    }
  }
  return JSON.stringify(pack(value))
}

/** Text of `encodeWire` -> value. */
export function decodeWire(text: string): unknown {
  type Tagged = { $: string; v: string; t: string; n: string; m: string; s: string }

  const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
    const binary = atob(base64)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return bytes
  }

  const typed = (type: string, buffer: ArrayBuffer): unknown => {
    switch (type) {
      case 'ArrayBuffer':
        return buffer
      case 'DataView':
        return new DataView(buffer)
      case 'Int8Array':
        return new Int8Array(buffer)
      case 'Uint8ClampedArray':
        return new Uint8ClampedArray(buffer)
      case 'Int16Array':
        return new Int16Array(buffer)
      case 'Uint16Array':
        return new Uint16Array(buffer)
      case 'Int32Array':
        return new Int32Array(buffer)
      case 'Uint32Array':
        return new Uint32Array(buffer)
      case 'Float32Array':
        return new Float32Array(buffer)
      case 'Float64Array':
        return new Float64Array(buffer)
      case 'BigInt64Array':
        return new BigInt64Array(buffer)
      case 'BigUint64Array':
        return new BigUint64Array(buffer)
      default:
        return new Uint8Array(buffer)
    }
  }

  const plain = (entries: readonly (readonly [string, unknown])[]): object => {
    const object = {}
    for (const [key, entry] of entries) {
      Object.defineProperty(object, key, {
        value: unpack(entry),
        enumerable: true,
        writable: true,
        configurable: true,
      })
    }
    return object
  }

  const untag = (tagged: Tagged): unknown => {
    switch (tagged.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(tagged.v)
      case 'bigint':
        return BigInt(tagged.v)
      case 'date':
        return new Date(Number(tagged.v))
      case 'bytes':
        return typed(tagged.t, bytesOf(tagged.v).buffer)
      case 'map':
        return new Map((tagged.v as unknown as [unknown, unknown][]).map(([k, v]) => [unpack(k), unpack(v)]))
      case 'set':
        return new Set((tagged.v as unknown as unknown[]).map(unpack))
      case 'error': {
        const error = new Error(tagged.m)
        error.name = tagged.n
        error.stack = tagged.s
        return error
      }
      default:
        return plain(tagged.v as unknown as [string, unknown][])
    }
  }

  const unpack = (packed: unknown): unknown => {
    if (packed === null || typeof packed !== 'object') return packed
    if (Array.isArray(packed)) return packed.map(unpack)
    return Object.hasOwn(packed, '$') ? untag(packed as Tagged) : plain(Object.entries(packed))
  }
  return unpack(JSON.parse(text))
}
