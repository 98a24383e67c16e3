import type { Result } from '#core/model/result'
import type { ExportGrant } from '#ipc/channels'
import type { HeadlessOptions } from './command-line'
import type { Exports } from './exports'
import { createHeadlessRun, type HeadlessContext, type HeadlessRun } from './headless-run'
import type { Imports } from './imports'

/**
 * Makes the job of a command line. The target is tried first: a run of an hour must not end at a folder that was
 * read-only from the start.
 */
export async function startHeadless(
  options: HeadlessOptions,
  imports: Imports,
  exports: Exports,
  context: HeadlessContext,
): Promise<Result<HeadlessRun>> {
  const target: Result<ExportGrant | null> =
    options.exportTo === null
      ? { ok: true, value: null }
      : await exports.grant(options.exportTo, options.format)
  if (!target.ok) return target
  const job = {
    imports: options.imports.length === 0 ? [] : [imports.grant(options.imports)],
    corpus: options.corpus,
    temporary: options.temporary,
    bratImports: options.bratImports.length === 0 ? [] : [imports.grant(options.bratImports)],
    columns: options.columns,
    train: options.train,
    suggest: options.suggest,
    compare: options.compare,
    export: target.value,
    format: options.format,
    reproducible: options.reproducible,
  }
  return { ok: true, value: createHeadlessRun(job, context) }
}
