import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeDatasetSchema } from '../../../tools/dataset-json-schema'

describe('resources/dataset.schema.json', () => {
  it('is what the zod schema says; run `npm run generate:schema` when it is not', () => {
    const file = readFileSync(new URL('../../../resources/dataset.schema.json', import.meta.url), 'utf8')
    expect(file).toBe(describeDatasetSchema())
  })
})
