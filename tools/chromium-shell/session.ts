import type { CDPSession } from 'playwright-core'
import type { WebContents } from './web-contents'

/** What a listener to requests is told. */
export type RequestDetails = Pick<
  Electron.OnBeforeRequestListenerDetails,
  'id' | 'url' | 'method' | 'resourceType' | 'timestamp'
>
type RequestListener = (details: RequestDetails, answer: (response: { cancel?: boolean }) => void) => void

type Permission = Parameters<Parameters<Electron.Session['setPermissionRequestHandler']>[0] & {}>[1]
type PermissionRequestHandler = (
  contents: WebContents | null,
  permission: Permission,
  answer: (granted: boolean) => void,
) => void
type PermissionCheckHandler = (
  contents: WebContents | null,
  permission: string,
  requestingOrigin: string,
) => boolean

let requestListener: RequestListener | null = null
let requestHandler: PermissionRequestHandler | null = null
let checkHandler: PermissionCheckHandler | null = null

/** Electron's `Session`, of which there is one. */
export const defaultSession = {
  webRequest: {
    onBeforeRequest: (listener: RequestListener | null): void => {
      requestListener = listener
    },
  },
  setPermissionRequestHandler: (handler: PermissionRequestHandler | null): void => {
    requestHandler = handler
  },
  setPermissionCheckHandler: (handler: PermissionCheckHandler | null): void => {
    checkHandler = handler
  },
}

export type Session = typeof defaultSession

/** Electron's `session`. */
export const session = { defaultSession }

/** Asks main's listener whether a request may go on. */
export function mayRequest(details: RequestDetails): Promise<boolean> {
  const listener = requestListener
  if (listener === null) return Promise.resolve(true)
  return new Promise((resolve) => listener(details, ({ cancel = false }) => resolve(!cancel)))
}

/** Electron's name of a permission -> Chromium's names. */
const PERMISSIONS: readonly (readonly [Permission, readonly string[]])[] = [
  ['geolocation', ['geolocation']],
  ['notifications', ['notifications']],
  ['media', ['camera', 'microphone']],
  ['midi', ['midi']],
  ['clipboard-read', ['clipboard-read']],
  ['clipboard-sanitized-write', ['clipboard-write']],
  ['idle-detection', ['idle-detection']],
  ['storage-access', ['storage-access']],
  ['window-management', ['window-management']],
]

/**
 * Chromium asks no one at the time of a request, so main is asked about each permission once, as the browser starts:
 * the check handler first, then the request handler; with neither, permissions are granted, as Electron does.
 */
export async function applyPermissions(control: CDPSession): Promise<void> {
  for (const [permission, names] of PERMISSIONS) {
    const granted = await mayHave(permission)
    for (const name of names) {
      const setting = granted ? 'granted' : 'denied'
      // A permission that this Chromium does not know cannot be had either.
      await control.send('Browser.setPermission', { permission: { name }, setting }).catch(() => undefined)
    }
  }
}

function mayHave(permission: Permission): Promise<boolean> {
  if (checkHandler !== null && !checkHandler(null, permission, '')) return Promise.resolve(false)
  const handler = requestHandler
  if (handler === null) return Promise.resolve(true)
  return new Promise((resolve) => handler(null, permission, resolve))
}
