import { BrowserWindow, session } from 'electron'
import { APP_URL } from './app-protocol.ts'
import { readState, writeState } from './state.ts'

/** A page that is loaded is shown after so long in any case. */
const LONGEST_HIDDEN_MS = 3000

/** The one window. Created hidden before anything else is loaded, shown when it has something to show. */
export function createWindow(preload: string, operations: readonly string[]): BrowserWindow {
  const bounds = readState().bounds
  const window = new BrowserWindow({
    width: bounds?.width ?? 1366,
    height: bounds?.height ?? 768,
    ...(bounds?.x !== undefined && bounds.y !== undefined ? { x: bounds.x, y: bounds.y } : {}),
    minWidth: 1000,
    minHeight: 600,
    show: false,
    backgroundColor: '#f5f5f5',
    title: 'Chỉ Tiêu',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      zoomFactor: readState().zoom ?? 1,
      // What the preload lets through; see src/preload.
      additionalArguments: [`--chitieu-operations=${operations.join(',')}`],
    },
  })
  // Chromium has a memory of its own for a page's size, and it may be another one.
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(readState().zoom ?? 1))
  let isShown = false
  const show = (): void => {
    if (isShown || window.isDestroyed()) return
    isShown = true
    if (bounds?.maximized === true) window.maximize()
    window.show()
  }
  window.once('ready-to-show', show)
  // On a machine that is very busy the word of the first picture may not come; a program without a window is dead.
  window.webContents.once('did-finish-load', () => setTimeout(show, LONGEST_HIDDEN_MS))
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    writeState({ bounds: { x, y, width, height, maximized: window.isMaximized() } })
  })
  confine(window)
  void window.loadURL(APP_URL)
  return window
}

/** The window shows our page and nothing else: no navigation, no further windows, no permissions. */
function confine(window: BrowserWindow): void {
  window.webContents.on('will-navigate', (event, url) => {
    if (url !== APP_URL) event.preventDefault()
  })
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  session.defaultSession.setPermissionRequestHandler((_, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  )
  session.defaultSession.setPermissionCheckHandler((_, permission) => permission === 'clipboard-sanitized-write')
}
