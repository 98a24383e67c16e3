import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { provideCommands } from '#store/command-registry'
import type { AppCommand, CommandPlace } from '#store/commands'
import { openArticle, showScreen } from '#store/navigation'
import { KeysOverlay } from '../../../src/renderer/src/app/KeysOverlay'
import { Palette } from '../../../src/renderer/src/app/Palette'
import { clearScreen, expectAccessible, show } from './screen'

let ran: string[] = []

function provide(place: CommandPlace, ...commands: readonly (Partial<AppCommand> & { id: string })[]): void {
  provideCommands(place, {
    place,
    commands: commands.map((command) => ({
      label: command.id,
      keys: [],
      menu: 'view',
      group: 1,
      run: () => void ran.push(command.id),
      ...command,
    })),
  })
}

beforeEach(() => {
  ran = []
  provide('everywhere', { id: 'window.save', keys: ['Mod+S'] }, { id: 'window.undo', keys: ['Mod+Z'] })
  provide('library', { id: 'library.remove', keys: ['Delete'] }, { id: 'library.mark', keys: ['h'] })
  provide('reader', { id: 'reader.remove', keys: ['Delete'] }, { id: 'reader.find', keys: ['Mod+F'] })
  provide('codebook', { id: 'codebook.new', keys: ['n'] })
})
afterEach(() => {
  clearScreen()
  for (const place of ['everywhere', 'library', 'reader', 'codebook'] as const) provide(place)
})

const places = (
  <>
    <div data-place="library">
      <button type="button">In the list</button>
      <input aria-label="Filter" />
    </div>
    <div data-place="reader">
      <button type="button">In the text</button>
    </div>
  </>
)

describe('a key', () => {
  test('goes to the place with the focus', async () => {
    openArticle('a')
    await show(places)
    await page.getByRole('button', { name: 'In the list' }).click()
    await userEvent.keyboard('{Delete}')
    await page.getByRole('button', { name: 'In the text' }).click()
    await userEvent.keyboard('{Delete}')
    expect(ran).toEqual(['library.remove', 'reader.remove'])
  })

  test('with a modifier reaches other places on the screen, without one it does not', async () => {
    openArticle('a')
    await show(places)
    await page.getByRole('button', { name: 'In the list' }).click()
    await userEvent.keyboard('{Control>}f{/Control}n')
    expect(ran).toEqual(['reader.find'])
  })

  test('of a place that is not on the screen does nothing', async () => {
    await show(places)
    await userEvent.keyboard('{Control>}f{/Control}n')
    expect(ran).toEqual([])
    showScreen('codebook')
    await userEvent.keyboard('n')
    expect(ran).toEqual(['codebook.new'])
  })

  test('that writes text is text in a field, and editing keys belong to the field', async () => {
    await show(places)
    await page.getByRole('textbox', { name: 'Filter' }).fill('')
    await userEvent.keyboard('h{Delete}{Control>}z{/Control}{Control>}s{/Control}')
    expect(ran).toEqual(['window.save'])
  })

  test('of a command that cannot run now falls through', async () => {
    provide('library', { id: 'library.off', keys: ['Mod+S'], enabled: () => false })
    await show(places)
    await userEvent.keyboard('{Control>}s{/Control}')
    expect(ran).toEqual(['window.save'])
  })

  test('does nothing behind a dialog', async () => {
    await show(<KeysOverlay opened onClose={() => undefined} />)
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await userEvent.keyboard('{Control>}s{/Control}')
    expect(ran).toEqual([])
  })
})

test('the overlay lists the keys of where the person is first, then those of everywhere', async () => {
  showScreen('codebook')
  await show(<KeysOverlay opened onClose={() => undefined} />)
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  const titles = [...document.querySelectorAll('[role=dialog] h3')].map((title) => title.textContent)
  expect(titles).toEqual(['In the codebook', 'Everywhere'])
  await expect.element(page.getByText('codebook.new')).toBeVisible()
  await expectAccessible()
})

test('the palette finds a command by name and runs it', async () => {
  provide('library', { id: 'library.remove', label: 'Remove articles' }, { id: 'off', enabled: () => false })
  await show(<Palette opened onClose={() => undefined} />)
  const box = page.getByRole('combobox', { name: 'Find a command' })
  await expect.element(box).toHaveFocus()
  await expect.element(page.getByText('off', { exact: true })).not.toBeInTheDocument()
  await expectAccessible()
  await userEvent.keyboard('remove art{Enter}')
  await expect.poll(() => ran).toEqual(['library.remove'])
  await box.fill('')
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('Remove articles')
  await box.fill('no such')
  await expect.element(page.getByText('No command of that name can run here.')).toBeVisible()
})
