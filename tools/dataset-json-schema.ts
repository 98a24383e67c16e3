import { z } from 'zod'
import { datasetSchema } from '#core/model/dataset'

/**
 * The JSON Schema of a dataset, as the text of `resources/dataset.schema.json`. It describes what a reader accepts, so
 * unknown fields are allowed; what no schema can say (offsets fit their text, references exist) is in
 * `docs/dataset-format.md`.
 */
export function describeDatasetSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(datasetSchema, { io: 'input', target: 'draft-2020-12' })
  const described = {
    $schema,
    title: 'Crossread dataset, version 1',
    description: 'Articles with annotations. All offsets are Unicode code points, half open.',
    ...schema,
  }
  return `${JSON.stringify(described, null, 2)}\n`
}
