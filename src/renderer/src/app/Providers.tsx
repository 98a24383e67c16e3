import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
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
      <Notifications
        position="bottom-right"
        limit={4}
        containerWidth="24rem"
        className={classes['notices'] ?? ''}
      />
      {children}
    </MantineProvider>
  )
}
