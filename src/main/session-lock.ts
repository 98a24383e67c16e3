import { app, type Session, type WebContents } from 'electron'
import { APP_ROOT, isAppUrl } from './app-url'
import type { Log } from './log'

/**
 * Closes every way out of the program: requests to anything but the app scheme, permissions, new windows, navigation,
 * embedded views. Nothing leaves the machine, whatever an imported page or a broken dependency tries.
 */
export function lockSession(session: Session, log: Log, development: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAppUrl(details.url) || (development && details.url.startsWith('devtools://'))
    if (!allowed) log.write('warn', `Refused a request to ${shorten(details.url)}`)
    answer({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.write('warn', `Refused the permission ${permission}`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
}

/** Applies the rules of a page to every page that is ever made, also those no code here asked for. */
export function lockContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    lockNavigation(contents, log)
  })
}

function lockNavigation(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler((details) => {
    log.write('warn', `Refused a window for ${shorten(details.url)}`)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    // Reloading the one page is no navigation away from it.
    if (event.url === APP_ROOT) return
    log.write('warn', `Refused to go to ${shorten(event.url)}`)
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

function shorten(url: string): string {
  return url.length > 200 ? `${url.slice(0, 200)}…` : url
}
