import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { damageDatabase } from './damaged-profile'
import { expect, test } from './fixtures'
import { articleText, goToText, LONG, openArticle, statusBar } from './window'

test('what was annotated comes back from the backup of the last quit when the database is damaged', async ({
  app,
}) => {
  await app.page.getByRole('button', { name: 'Look at the sample corpus' }).click()
  await expect(app.page.getByRole('alert').filter({ hasText: 'Import done' })).toBeVisible({ timeout: LONG })
  await openArticle(app.page, 'Hotel Admiral')
  await goToText(app.page)
  await app.page.keyboard.press('Shift+Control+ArrowRight')
  await app.page.keyboard.press('h')
  await expect(articleText(app.page).locator('mark').first()).toBeVisible()
  await expect(statusBar(app.page)).toContainText('1 annotation')
  expect(await app.quit()).toBe(0)

  const folder = join(app.userData, 'backups')
  const [corpus = ''] = readdirSync(folder)
  const files = readdirSync(join(folder, corpus)).filter((name) => name.endsWith('.gz'))
  expect(files.map((name) => name.split('-')[0]).sort()).toEqual(['backup', 'texts'])
  // A damaged backup, newer than the whole one.
  const whole = files.find((name) => name.startsWith('backup')) ?? ''
  const newer = whole.replace(/backup-\d{4}/, 'backup-2999')
  writeFileSync(join(folder, corpus, newer), 'not what was written')

  expect(damageDatabase(app.userData)).toBeGreaterThan(0)
  await app.launch()
  const screen = app.page.getByRole('main', { name: 'Corpora that cannot be read' })
  await expect(screen).toContainText('“Sample corpus”', { timeout: LONG })
  const backups = screen.getByRole('list', { name: 'Backups' }).getByRole('button')
  await expect(backups).toHaveCount(2)
  await backups.first().click()
  await expect(screen).toContainText('This backup is damaged')
  await expect(screen.getByRole('button', { name: 'Restore into a new corpus' })).toBeDisabled()
  await screen.getByRole('button', { name: 'Back to the list' }).click()
  await backups.last().click()
  await expect(screen).toContainText('It is whole: 5 articles, 1 annotation', { timeout: LONG })
  await screen.getByRole('button', { name: 'Restore into a new corpus' }).click()
  await expect(statusBar(app.page)).toContainText('Sample corpus', { timeout: LONG })
  await expect(statusBar(app.page)).toContainText('5 articles')
  await expect(statusBar(app.page)).toContainText('1 annotation')
})
