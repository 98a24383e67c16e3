import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Overwrites the files by which the browser engine's database finds its records, as a failing disk would. */
export function damageDatabase(userData: string): number {
  const damaged = filesIn(userData).filter((path) =>
    /indexeddb\.leveldb[\\/](?:MANIFEST-\d+|\d+\.log)$/i.test(path),
  )
  for (const path of damaged) writeFileSync(path, Buffer.alloc(statSync(path).size, 0x55))
  return damaged.length
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}
