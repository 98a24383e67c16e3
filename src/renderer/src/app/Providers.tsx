import { MantineProvider } from '@mantine/core'
import { useColorScheme, useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { useEffect, type ReactNode } from 'react'
import './global.css'
// In a cascade layer, so that the program's own rules win whatever order the modules are loaded in.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import classes from './Providers.module.css'
import { cssVariables, theme } from './theme'

/** The nonce that main wrote into the page; styles without it are refused by the content security policy. */
function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  // Chromium hides the content attribute of `nonce` from scripts; the property keeps it.
  return meta?.nonce || meta?.content || ''
}

interface ProvidersProps {
  readonly theme: 'system' | 'light' | 'dark'
  readonly children: ReactNode
}

/** The UI kit, set up with the program's theme and the colour scheme of the setting or the system. */
export function Providers({ theme: scheme, children }: ProvidersProps) {
  const system = useColorScheme('light', { getInitialValueInEffect: false })
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme === 'system' ? system : scheme}
      getStyleNonce={styleNonce}
    >
      <Notices />
      {children}
    </MantineProvider>
  )
}

/** A window in which a notice would lie over what it speaks of: 1280 by 800 at 200 % has 640 by 400. */
const SMALL = '(max-width: 44rem), (max-height: 30rem)'

/** Messages over the window's corner; a small window makes room for them instead (global.css). */
function Notices() {
  const isSmall = useMediaQuery(SMALL, false)
  useEffect(() => {
    const { style } = document.documentElement
    const box = isSmall ? document.querySelector('[data-position="bottom-right"][data-small]') : null
    if (!box) return
    const observer = new ResizeObserver(() => {
      style.setProperty('--cr-notices', `${String(box.getBoundingClientRect().height)}px`)
    })
    observer.observe(box)
    return () => {
      observer.disconnect()
      style.removeProperty('--cr-notices')
    }
  }, [isSmall])
  return (
    <Notifications
      position="bottom-right"
      limit={isSmall ? 2 : 4}
      containerWidth={isSmall ? '100vw' : '24rem'}
      className={classes['notices'] ?? ''}
      {...(isSmall && { 'data-small': true })}
    />
  )
}
