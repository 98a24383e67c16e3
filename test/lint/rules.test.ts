import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: PROJECT })

async function messages(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(PROJECT, file) })
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parse'}: ${message}`)
}

describe('lint rules that name the safe route', () => {
  it('refuses ipcMain outside its one module and allows it there', async () => {
    const code = `import { ipcMain } from 'electron'\nexport const handle = ipcMain\n`
    expect((await messages('src/main/window.ts', code)).join()).toContain('src/main/ipc.ts')
    expect(await messages('src/main/ipc.ts', code)).toEqual([])
  })

  it('refuses ipcRenderer outside the preload and allows it there', async () => {
    const code = `import { ipcRenderer } from 'electron'\nexport const send = ipcRenderer\n`
    expect((await messages('src/main/window.ts', code)).join()).toContain('src/preload/index.ts')
    expect(await messages('src/preload/index.ts', code)).toEqual([])
  })

  it('refuses zod outside the one module that keeps it from evaluating code', async () => {
    const code = `import { z } from 'zod'\nexport const name = z.string()\n`
    expect((await messages('src/core/backup/x.ts', code)).join()).toContain('core/model/schema-builder.ts')
    expect(await messages('src/core/model/schema-builder.ts', code)).toEqual([])
  })

  it('refuses the preload global outside the bridge', async () => {
    for (const code of ['export const b = window.crossread\n', `export const b = window['crossread']\n`]) {
      expect((await messages('src/renderer/src/features/library/x.ts', code)).join()).toContain(
        'services/bridge.ts',
      )
      expect((await messages('src/renderer/src/services/bridge.ts', code)).join()).not.toContain(
        'bridge.ts touches',
      )
    }
  })

  it('refuses to parse text as HTML in the renderer', async () => {
    const code = `export function show(e: HTMLElement, t: string) {\n  e.innerHTML = t\n}\n`
    expect((await messages('src/renderer/src/dom/x.ts', code)).join()).toContain('textContent')
  })

  it('refuses skipped and focused tests and sleeping', async () => {
    const skipped = `import { it } from 'vitest'\nit.skip('x', () => undefined)\n`
    expect((await messages('test/unit/x.test.ts', skipped)).join()).toContain('No test is skipped')
    const asleep = `export async function f(page: { waitForTimeout(n: number): Promise<void> }) {\n  await page.waitForTimeout(5)\n}\n`
    expect((await messages('test/e2e/x.spec.ts', asleep)).join()).toContain('Wait for what you wait for')
  })

  it('refuses an expression that a text can keep busy', async () => {
    const code = `export const readsPairs = (t: string) => /^(.*?)\\.\\.(.*)$/u.test(t)\n`
    expect((await messages('src/core/text/x.ts', code)).join()).toContain('super-linear-backtracking')
  })

  it('refuses a file over 500 lines', async () => {
    const code = Array.from({ length: 501 }, (_, i) => `export const v${i} = ${i}`).join('\n') + '\n'
    expect((await messages('src/core/model/x.ts', code)).join()).toContain('max-lines')
  })
})
