import type { Locator, Page } from '@playwright/test'
import type { App } from './fixtures'
import { expect, test } from './folder'
import { articleTable, articleText, expectFirstRun, expectImported, LONG, statusBar } from './window'

/* The sample corpus as a story: from the library to what differs, what a person thinks of it, and after a restart. */

test.setTimeout(240_000)

const findings = (page: Page): Locator => page.getByRole('region', { name: 'Findings' })
const activeFinding = (page: Page): Locator => findings(page).locator('[aria-current=true]')

/** Imports the sample corpus and has quotations and claims suggested in all of it. */
async function suggestInSample(app: App): Promise<void> {
  const { page } = app
  await expectFirstRun(page)
  await page.getByRole('button', { name: /sample corpus/i }).click()
  await expectImported(page)
  await page.keyboard.press('ControlOrMeta+Alt+Shift+s')
  await expect(page.getByRole('alert').filter({ hasText: /suggestions in 5 articles/ })).toBeVisible({
    timeout: LONG,
  })
}

/** What the page's policy refuses from now on. */
async function watchPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const refused: string[] = []
    Reflect.set(window, 'refused', refused)
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
      refused.push(`${violatedDirective} ${sourceFile}`)
    })
  })
  return () => page.evaluate(() => Reflect.get(window, 'refused') as string[])
}

test('selected articles are compared, a finding is confirmed, and stays so after a restart', async ({
  app,
}) => {
  await suggestInSample(app)
  const { page } = app
  const refused = await watchPolicy(page)
  let sentence = ''

  await test.step('Compare on all articles opens the overview of a new story', async () => {
    await articleTable(page).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+Shift+c')
    await expect(activeFinding(page)).toBeVisible({ timeout: LONG })
    for (const name of ['When they published', 'What they have in common', 'How much they share']) {
      await expect(page.getByRole('figure', { name })).toBeVisible()
    }
    await expect(page.getByRole('img', { name: /^Timeline: / })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Heat map/ })).toBeVisible()
    await expect(
      findings(page)
        .getByRole('button', { name: /^Same words, other speaker/ })
        .first(),
    ).toBeVisible()
  })

  await test.step('from the words of a finding to the article, and back to it', async () => {
    await page.keyboard.press('j')
    await expect(activeFinding(page)).toBeFocused()
    sentence = (await activeFinding(page).locator('p').first().innerText()).split('\n').at(-1) ?? ''
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(activeFinding(page)).toBeFocused()
    await expect(activeFinding(page)).toContainText(sentence)
  })

  await test.step('it is confirmed by key, with a note', async () => {
    await page.keyboard.press('n')
    await expect(findings(page).getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.keyboard.type('Seen on the recording')
    // Leaving the note keeps it.
    await activeFinding(page).focus()
    await page.keyboard.press('a')
    await expect(findings(page).getByText('Confirmed 1')).toBeVisible()
    await expect(activeFinding(page)).not.toContainText(sentence)
    expect(await refused()).toEqual([])
  })

  await test.step('after a restart the story, the decision and the note are there', async () => {
    await app.quit()
    await app.launch()
    await expect(statusBar(app.page)).toContainText('5 articles')
    await app.page.keyboard.press('ControlOrMeta+5')
    const story = app.page.getByRole('option').first()
    await expect(story).toContainText(/\d+ open findings?/)
    await story.click()
    await app.page.keyboard.press('Enter')
    await findings(app.page).getByText('Confirmed 1').click()
    await expect(activeFinding(app.page)).toContainText(sentence)
    await expect(findings(app.page).getByRole('textbox', { name: 'Note' })).toHaveValue(
      'Seen on the recording',
    )
  })
})

test('stories are proposed with reasons, and copies are looked for', async ({ app }) => {
  await suggestInSample(app)
  const { page } = app
  await page.keyboard.press('ControlOrMeta+5')
  await page.getByRole('button', { name: 'Find stories in the corpus' }).click()
  const proposal = page.getByRole('option').first()
  await proposal.click({ timeout: LONG })
  await expect(page.getByText('Why these articles seem to report one event')).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('button', { name: 'Open the story' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Alt+d')
  await expect(page.getByRole('alert').filter({ hasText: /share/ })).toBeVisible({ timeout: LONG })
})
