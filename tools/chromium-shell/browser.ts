import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { hasDisplay } from '../setup/display.mjs'
import { findBrowser } from '../setup/find-browser.mjs'
import { app } from './app'
import { keepNoBodies } from './inspector-memory'
import { claimProfile, noteOwner } from './profile'
import { routeRequests } from './request-router'
import { applyPermissions } from './session'
import { announceBrowser } from './test-channel'

/** Place and size of a first window, in density-independent pixels. */
export interface FirstWindow {
  readonly x: number | undefined
  readonly y: number | undefined
  readonly width: number
  readonly height: number
}

/** True when windows are seen by nobody: no display, or a run that was asked to be headless. */
export const headless = app.commandLine.hasSwitch('headless') || !hasDisplay()

let running: Promise<BrowserContext> | null = null
let firstPageTaken = false

/** The browser's one context, on the profile in the user-data folder; started at the first window. */
export function openBrowser(first: FirstWindow): Promise<BrowserContext> {
  running ??= launch(first)
  return running
}

/** A page for a new window: the one that the browser started with, then further ones. */
export async function openPage(first: FirstWindow): Promise<Page> {
  const context = await openBrowser(first)
  const [page] = context.pages()
  if (page === undefined || firstPageTaken) return context.newPage()
  firstPageTaken = true
  return page
}

/** The browser if one runs, for what applies to open windows only. */
export function currentBrowser(): Promise<BrowserContext> | null {
  return running
}

async function launch(first: FirstWindow): Promise<BrowserContext> {
  const browser = findBrowser()
  if (browser === null) {
    throw new Error('No Chromium browser was found. Install one, or run: npx playwright install chromium')
  }
  const profile = join(app.getPath('userData'), 'chromium')
  await claimProfile(profile)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: switches(first),
  })
  context.on('close', () => {
    running = null
    firstPageTaken = false
  })
  app.addCleanup(() => context.close())
  if (!keepNoBodies(context))
    console.error('Chromium keeps a copy of what it is served; imports take more memory.')
  await routeRequests(context)
  const control = await context.browser()?.newBrowserCDPSession()
  if (control) {
    const { processInfo } = await control.send('SystemInfo.getProcessInfo')
    const own = processInfo.find(({ type }) => type === 'browser')
    if (own) noteOwner(profile, own.id)
    await applyPermissions(control)
    await control.detach()
  }
  await announceBrowser(context)
  return context
}

/**
 * What Chromium does not need here. Only the last list on the command line counts, so Playwright's own is named again:
 * what keeps requests in the router's hands and the browser from asking its maker's servers.
 */
const DISABLED_FEATURES = [
  // A renderer kept ready for the next site: there is one site, and Electron keeps none either. 24 MB.
  'SpareRendererForSitePerProcess',
  'AimEnabled',
  'AutofillServerCommunication',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'msForceBrowserSignIn',
]

/** Chromium's own account of its network, one file a start, in the folder that a test names. */
function netLog(): string[] {
  const folder = process.env['CROSSREAD_NET_LOGS']
  return folder === undefined ? [] : [`--log-net-log=${join(folder, `net-log-${process.pid}.json`)}`]
}

function switches(first: FirstWindow): string[] {
  const name = encodeURIComponent(app.getName())
  return [
    `--app=data:text/html,<title>${name}</title>`,
    `--window-size=${first.width},${first.height}`,
    ...(first.x === undefined || first.y === undefined ? [] : [`--window-position=${first.x},${first.y}`]),
    // Beside the router, which refuses requests: nothing that escapes it finds a host either.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--block-new-web-contents',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    // Of a browser, not of Electron: it asks for updates of its parts and for accounts at each start.
    '--component-updater=url-source=https://updates.invalid/',
    '--gaia-url=https://accounts.invalid',
    '--google-apis-url=https://apis.invalid',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-translate',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--test-type=',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    ...netLog(),
    ...app.commandLine.added(),
  ]
}
