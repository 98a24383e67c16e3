import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runHeadless } from '../../tools/drive/run-headless'
import { launchProgram } from '../../tools/drive/launch'
import { expect, test, writeFiles } from './folder'
import { PRESS } from './invented'
import { articleTable, expectFirstRun, expectImported, LONG, statusBar } from './window'

/* A package goes from one person to another: as an export, by a double click, by the menu, on the command line. */

test.setTimeout(240_000)

test('a package is exported, shown and imported elsewhere; a damaged one is refused', async ({
  app,
  folder,
  main,
}) => {
  const press = writeFiles(join(folder, 'Torvale press'), PRESS)
  const made = join(folder, 'torvale.crossread')
  const run = await runHeadless(['--temporary', '--import', press, '--suggest', '--export', made])
  expect(run.code, run.stderr).toBe(0)

  await test.step('a second start, as a double click makes it, shows what is in it', async () => {
    await expectFirstRun(app.page)
    await expect(launchProgram({ main, userData: app.userData, args: [made] })).rejects.toThrow()
    const dialog = app.page.getByRole('dialog', { name: 'Crossread package' })
    await expect(dialog).toContainText('Torvale press', { timeout: LONG })
    await expect(dialog).toContainText(`${String(Object.keys(PRESS).length)} articles`)
    await expect(dialog).toContainText('open suggestions')
    await expect(dialog).toContainText('is what its checksum says')
    await dialog.getByRole('textbox', { name: 'Name of the new corpus' }).fill('From a friend')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await expectImported(app.page)
    await expect(articleTable(app.page).getByRole('row')).not.toHaveCount(0)
  })

  const own = join(folder, 'again.crossread')
  await test.step('the corpus goes out as a package again', async () => {
    const { page } = app
    await page.keyboard.press('ControlOrMeta+e')
    const dialog = page.getByRole('dialog', { name: 'Export dataset' })
    await dialog.getByRole('radio', { name: 'Package' }).check()
    await app.dialogs.saveAs(own)
    await dialog.getByRole('button', { name: 'Choose file…' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '“again.crossread” is written' })).toBeVisible({
      timeout: LONG,
    })
  })

  await test.step('a damaged one is refused from the menu, with what to do, and changes nothing', async () => {
    const { page } = app
    const bytes = readFileSync(own)
    bytes.fill(0, 200, 400)
    const damaged = join(folder, 'damaged.crossread')
    writeFileSync(damaged, bytes)
    await app.dialogs.choose(damaged)
    await app.menu('import.package')
    const dialog = page.getByRole('dialog', { name: 'Crossread package' })
    await expect(dialog.getByRole('alert')).toContainText('damaged.crossread')
    await expect(dialog.getByRole('alert')).toContainText('Nothing of it was imported.')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(statusBar(page)).toContainText('3 articles')
  })

  await test.step('without a window the same dataset comes back, and a damaged package is named', async () => {
    const out = join(folder, 'back.json')
    const back = await runHeadless(['--temporary', '--import', own, '--export', out])
    expect(back.code, back.stderr).toBe(0)
    const dataset = JSON.parse(readFileSync(out, 'utf8')) as { articles: unknown[]; corpus: { name: string } }
    expect(dataset.articles).toHaveLength(Object.keys(PRESS).length)
    const broken = await runHeadless([
      '--temporary',
      '--import',
      join(folder, 'damaged.crossread'),
      '--export',
      out,
    ])
    expect(broken.code).toBe(1)
    expect(broken.stderr).toContain('damaged.crossread')
  })
})
