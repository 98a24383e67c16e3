import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { FromPreload, Prompt } from '../../../tools/chromium-shell/page/messages'
import { askInPage } from '../../../tools/chromium-shell/page/prompt'

const OPEN: Prompt = {
  title: 'Import',
  message: '',
  input: { label: 'Path of a folder', value: '', many: false },
  buttons: ['Open', 'Cancel'],
  defaultButton: 0,
  cancelButton: 1,
}

/** Asks, and gathers what is answered. */
function ask(prompt: Prompt): FromPreload[] {
  const told: FromPreload[] = []
  askInPage({ kind: 'prompt', id: 7, prompt }, (message) => told.push(message))
  return told
}

const hosts = (): number => document.documentElement.querySelectorAll(':scope > div').length

afterEach(() => {
  expect(hosts()).toBe(0)
})

describe('a question in the page', () => {
  it('takes a path by keyboard alone, and the page hears none of it', async () => {
    const heard: string[] = []
    const hear = (event: KeyboardEvent): void => void heard.push(event.key)
    window.addEventListener('keydown', hear)
    const told = ask(OPEN)
    await userEvent.keyboard('/home/reader{Enter}')
    window.removeEventListener('keydown', hear)
    expect(told).toEqual([{ kind: 'prompt', id: 7, answer: { button: 0, text: '/home/reader' } }])
    expect(heard).toEqual([])
  })

  it('is cancelled with Escape', async () => {
    const told = ask(OPEN)
    await userEvent.keyboard('/home{Escape}')
    expect(told).toEqual([{ kind: 'prompt', id: 7, answer: { button: 1, text: '/home' } }])
  })

  it('without a field, starts on its default button', async () => {
    const told = ask({ ...OPEN, input: null, message: 'Sure?', buttons: ['Yes', 'No'], defaultButton: 1 })
    await userEvent.keyboard('{Enter}')
    expect(told).toEqual([{ kind: 'prompt', id: 7, answer: { button: 1, text: '' } }])
  })

  it('is out of reach of the page', () => {
    const told = ask(OPEN)
    const host = document.documentElement.querySelector(':scope > div')
    expect(host?.shadowRoot).toBeNull()
    host?.remove()
    expect(told).toEqual([])
  })
})
