import { useLayoutEffect } from 'react'
import { useZoom } from '#store/zoom'

/**
 * Draws the window at a zoom: every length of the interface is in rem, so the root's font size scales them all, and
 * panes collapse by the same rules as in a small window.
 */
export function useWindowZoom(zoom: number): void {
  useLayoutEffect(() => {
    const root = document.documentElement
    // In per cent, so that a larger font in the system's settings is respected.
    root.style.fontSize = `${zoom * 100}%`
    root.style.setProperty('--zoom', String(zoom))
    useZoom.setState({ zoom, rem: Number.parseFloat(getComputedStyle(root).fontSize) })
  }, [zoom])
}
