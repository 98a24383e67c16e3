// A program as small as can be, to test the Chromium shell by itself (shell.spec.ts).
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const userData = process.argv.at(process.argv.indexOf('--user-data') + 1)
app.setPath('userData', userData)

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

/** What the page may ask about afterwards. */
const seen = { refused: [], navigations: [], windows: [], secondStarts: [], posted: 0 }

const POLICY =
  "default-src 'none'; script-src app://fixture; connect-src 'self' https: ws:; worker-src 'self'"
const TYPES = { '/': 'text/html', '/page.js': 'text/javascript', '/worker.js': 'text/javascript' }

async function serve(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/echo') {
    const bytes = new Uint8Array(await request.arrayBuffer())
    seen.posted += bytes.length
    return new Response(bytes, { headers: { 'x-length': String(bytes.length) } })
  }
  if (pathname === '/large') return new Response(new Uint8Array(51_000_000).fill(97))
  const type = TYPES[pathname]
  if (type === undefined) return new Response(null, { status: 404 })
  const file = pathname === '/' ? 'index.html' : pathname.slice(1)
  return new Response(readFileSync(join(here, file)), {
    headers: { 'content-type': type, 'content-security-policy': POLICY },
  })
}

function open() {
  protocol.handle('app', serve)
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = url.startsWith('app://fixture/')
    if (!allowed) seen.refused.push(url)
    answer({ cancel: !allowed })
  })
  session.defaultSession.setPermissionCheckHandler(() => false)
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  window.webContents.on('will-navigate', (event) => {
    seen.navigations.push(event.url)
    event.preventDefault()
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.windows.push(url)
    return { action: 'deny' }
  })
  ipcMain.handle('seen', () => seen)
  ipcMain.handle('sender', (event) => ({ url: event.senderFrame.url, parent: event.senderFrame.parent }))
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('fail', () => {
    throw new Error('as asked')
  })
  ipcMain.handle('ask', async () => (await dialog.showOpenDialog(window, { title: 'Which?' })).filePaths)
  ipcMain.handle(
    'confirm',
    async () => (await dialog.showMessageBox(window, { message: 'Sure?', buttons: ['Yes', 'No'] })).response,
  )
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          {
            id: 'open',
            label: 'Open…',
            accelerator: 'CmdOrCtrl+O',
            click: () => window.webContents.send('menu', 'open'),
          },
          {
            id: 'gone',
            label: 'Gone',
            accelerator: 'CmdOrCtrl+G',
            enabled: false,
            click: () => process.exit(9),
          },
          { role: 'quit' },
        ],
      },
    ]),
  )
  void window.loadURL('app://fixture/')
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => seen.secondStarts.push(argv.slice(2)))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(open)
} else {
  process.stderr.write('already running\n')
  app.exit(4)
}
