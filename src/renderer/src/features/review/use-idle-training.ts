import { useEffect } from 'react'
import { retrainIfDue } from '#services/idle-training'

/** Without key or pointer for so long, in milliseconds, a person is taken to be away. */
const IDLE_MS = 90_000
/** How often it is looked whether a training is due. */
const CHECK_MS = 30_000

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Has the tagger trained again while nobody works.
 * @param times other times for a test
 */
export function useIdleTraining({ idle = IDLE_MS, check = CHECK_MS } = {}): void {
  useEffect(() => {
    let latest = performance.now()
    const note = () => {
      latest = performance.now()
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { capture: true, passive: true })
    const timer = setInterval(() => {
      if (performance.now() - latest >= idle) void retrainIfDue()
    }, check)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note, { capture: true })
    }
  }, [idle, check])
}
