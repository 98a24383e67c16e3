import { ok, type Result } from '#core/model/result'
import type { ExportKind } from '#ipc/channels'
import { postPart } from '#workers/export-parts'
import { invoke } from './bridge'

/**
 * Asks where to save and writes a small text there, whole or not at all.
 * The value is the file's name, null when the person chose nothing.
 */
export async function saveTextFile(
  kind: ExportKind,
  suggestedName: string,
  text: string,
): Promise<Result<string | null>> {
  const grant = await invoke('export:pick', kind, suggestedName)
  if (!grant.ok || grant.value === null) return grant.ok ? ok(null) : grant
  const { token, name } = grant.value
  const posted = await postPart(token, 0, new TextEncoder().encode(text))
  if (!posted.ok) {
    await invoke('export:abort', token)
    return posted
  }
  const finished = await invoke('export:finish', token)
  return finished.ok ? ok(name) : finished
}
