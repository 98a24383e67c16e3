import { decodeBytes } from './decode'
import { findRecords } from './json/records'
import { FIELD_KEYS, keyOf } from './metadata/field-names'
import { fieldsOf, hasAnyStated, readStated, type StatedMetadata } from './metadata/stated'
import { isBlankRow, readTableHead } from './table/head'
import { readRows } from './table/rows'

/** Metadata of the files in a folder, kept in a file beside them. */
export interface Sidecar {
  readonly rows: readonly SidecarRow[]
}

/** What a sidecar says of one file. */
export interface SidecarRow {
  /** The file as the sidecar names it. */
  readonly name: string
  /** Where it stands in the sidecar, for the report: row of a table as a spreadsheet counts it, place in a list from 1. */
  readonly place: string
  readonly stated: StatedMetadata
}

/** Fields that name a file, as `keyOf` spells them, the likeliest first. */
const NAME_KEYS = ['filename', 'file', 'filepath', 'path', 'textfile', 'document', 'doc', 'docid', 'id']

/**
 * Reads a sidecar: a table, a list of records, or one object with a record for each file name. Null when it names no files,
 * or has texts itself: then it is a file of articles like any other.
 */
export function readSidecar(bytes: Uint8Array, path: string): Sidecar | null {
  const decoded = decodeBytes(bytes)
  if (!decoded.ok) return null
  const records = /\.json$/iu.test(path) ? jsonRecords(decoded.text) : tableRecords(decoded.text)
  if (records === null) return null
  const rows: SidecarRow[] = []
  for (const { record, name, place } of records) {
    const fields = fieldsOf(record)
    if (FIELD_KEYS.text.some((key) => isFilled(fields.get(key)))) return null
    const named = name ?? nameIn(fields)
    if (named === null) continue
    // `path` and `id` name the file here; no metadata are called so.
    rows.push({ name: named, place, stated: readStated(fields) })
  }
  return rows.some(({ stated }) => hasAnyStated(stated)) ? { rows } : null
}

/**
 * The names under which a sidecar may mean a file, the surest first: its path from the sidecar's folder, its name alone,
 * both also without what it is packed as and without its extension.
 * @param path path of the file from the sidecar's folder
 */
export function namesOf(path: string): readonly string[] {
  const plain = normalName(path)
  const unpacked = plain.replace(/\.gz$/u, '')
  const paths = [plain, unpacked, unpacked.replace(/\.[a-z0-9]{1,8}$/u, '')]
  const last = paths.map((one) => one.slice(one.lastIndexOf('/') + 1))
  return [...new Set([...paths, ...last])]
}

/** A name as it is compared: one spelling of slashes and accents, no case, which half of all file systems do not keep. */
export function normalName(name: string): string {
  return name
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/u, '')
    .normalize('NFC')
    .toLowerCase()
}

interface NamedRecord {
  readonly record: object
  /** The file's name where it stands outside the record. */
  readonly name: string | null
  readonly place: string
}

function tableRecords(text: string): NamedRecord[] | null {
  const head = readTableHead(text)
  if (!head || !head.names.some((name) => NAME_KEYS.includes(keyOf(name)))) return null
  const records: NamedRecord[] = []
  let number = 0
  for (const row of readRows(text, head.delimiter, head.names.length)) {
    number += 1
    if (number <= head.row || row.kind !== 'cells' || isBlankRow(row.cells)) continue
    const cells = row.cells
    const filled = head.names.flatMap((name, index) => {
      const cell = cells[index] ?? ''
      return cell.trim() === '' ? [] : [[name, cell] as const]
    })
    records.push({ record: Object.fromEntries(filled), name: null, place: String(number) })
  }
  return records
}

function jsonRecords(text: string): NamedRecord[] | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const { records, single } = findRecords(value)
  if (!single) {
    return records.flatMap((record, index) =>
      isObject(record) ? [{ record, name: null, place: String(index + 1) }] : [],
    )
  }
  if (!isObject(value) || nameIn(fieldsOf(value)) !== null) return null
  return Object.entries(value).flatMap(([name, record]: [string, unknown], index) =>
    isObject(record) ? [{ record, name, place: String(index + 1) }] : [],
  )
}

function nameIn(fields: ReadonlyMap<string, unknown>): string | null {
  for (const key of NAME_KEYS) {
    const value = fields.get(key)
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return null
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
