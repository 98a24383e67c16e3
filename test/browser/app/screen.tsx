import axe from 'axe-core'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { notifications } from '@mantine/notifications'
import { Providers } from '../../../src/renderer/src/app/Providers'
import { useCommandKeys } from '../../../src/renderer/src/app/keyboard'
import { resetCodebook } from '#store/codebook'
import { resetLibrary } from '#store/library'
import { resetNavigation } from '#store/navigation'
import { resetReview } from '#store/review'
import { resetSpeakersView } from '#store/speakers'
import { resetStories } from '#store/story'

interface ScreenOptions {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

let root: Root | null = null
let element: HTMLElement | null = null

function Keys({ children }: { readonly children: ReactNode }) {
  useCommandKeys()
  return children
}

/** Draws a part of the interface in a window of that size, with the program's theme and keys. */
export async function show(content: ReactNode, options: ScreenOptions = {}): Promise<void> {
  const { width = 1280, height = 800, theme = 'light' } = options
  await page.viewport(width, height)
  element ??= document.body.appendChild(Object.assign(document.createElement('div'), { id: 'root' }))
  root ??= createRoot(element)
  root.render(
    <Providers theme={theme}>
      <Keys>
        <div style={{ height: '100%' }}>{content}</div>
      </Keys>
    </Providers>,
  )
}

/** Takes everything away and forgets the view state. */
export function clearScreen(): void {
  root?.unmount()
  element?.remove()
  root = null
  element = null
  notifications.clean()
  resetNavigation()
  resetLibrary()
  resetCodebook()
  resetReview()
  resetSpeakersView()
  resetStories()
}

/** Fails with what axe finds wrong, by rule and element. Waits for transitions, which dim colours for a moment. */
export async function expectAccessible(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.all(passing.map((animation) => animation.finished.catch(() => undefined)))
  const { violations } = await axe.run(document.body, {
    // A part of the interface is not a page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    ),
  ).toEqual([])
}
