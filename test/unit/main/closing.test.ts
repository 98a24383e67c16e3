import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClosing, type Closing } from '../../../src/main/closing'

const ask = vi.fn()
const close = vi.fn()
const event = { preventDefault: vi.fn() }
let closing: Closing

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  closing = createClosing({ ask, close }, 3_000)
})
afterEach(() => vi.useRealTimers())

it('asks a page that listens, and closes when it answers', () => {
  closing.pageReady()
  closing.onClose(event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(ask).toHaveBeenCalledOnce()
  expect(close).not.toHaveBeenCalled()
  closing.pageClosed()
  expect(close).toHaveBeenCalledOnce()
  closing.onClose(event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
})

it('waits for no page longer than its limit, and not for one that is not there', () => {
  closing.onClose(event)
  expect(event.preventDefault).not.toHaveBeenCalled()
  closing.pageReady()
  closing.onClose(event)
  vi.advanceTimersByTime(3_000)
  expect(close).toHaveBeenCalledOnce()
})

it('closes at once when the page goes, or the person asks again', () => {
  closing.pageReady()
  closing.onClose(event)
  closing.onClose(event)
  expect(close).toHaveBeenCalledOnce()
})
