import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeDatasetSchema } from './dataset-json-schema'

/** Writes `resources/dataset.schema.json` from the zod schema; run by `npm run generate:schema`. */
const target = fileURLToPath(new URL('../resources/dataset.schema.json', import.meta.url))
writeFileSync(target, describeDatasetSchema())
process.stdout.write(`Wrote ${target} (${String(readFileSync(target).byteLength)} bytes)\n`)
