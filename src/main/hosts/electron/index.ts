import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, ipcMain, Menu, type BrowserWindow } from 'electron'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { HostOperationName } from '#shared/contract/host.ts'
import { APP_URL, declareAppScheme, serveApp } from './app-protocol.ts'
import { startBackend } from './backend-client.ts'
import type { HostEnvironment } from './host-operations.ts'
import { FILE_OPERATIONS, HOST_OPERATIONS, readInput } from './messages.ts'
import { operationKinds } from './operation-kinds.ts'
import { openSample } from './sample-file.ts'
import { OpenedFiles, packagesIn } from './opened-files.ts'
import { readState, writeState } from './state.ts'
import { DEFAULT_FOLDER_NAME, SAMPLE_FILE_NAME } from './text.ts'
import { createWindow } from './window.ts'
import { answerZoom } from './zoom.ts'

const scripts = path.dirname(fileURLToPath(import.meta.url))
// A page of a table leaves thousands of elements behind when it scrolls away, and a script's engine lets tens of MB of them
// gather before it looks. An office PC with 4 GB has better use for those; looking oftener costs little.
app.commandLine.appendSwitch('js-flags', '--heap-growing-percent=30 --max-semi-space-size=2')
// The name goes into paths and into a request header, neither of which is safe with Vietnamese letters.
app.setName('Chi Tieu')
app.userAgentFallback = `ChiTieu/${app.getVersion()} Chrome/${process.versions.chrome}`
const userData = process.env['CHITIEU_USER_DATA']
if (userData !== undefined && userData !== '') app.setPath('userData', path.resolve(userData))

declareAppScheme()
// One window on one data file: a second start brings the first to the front.
if (app.requestSingleInstanceLock()) {
  // Not awaited: this module must finish before Electron becomes ready.
  void app.whenReady().then(start)
} else app.quit()

let window: BrowserWindow | null = null
const openedFiles = new OpenedFiles(() => window?.webContents.send('event', { type: 'opened' }))
// macOS tells by an event, which may come before everything is ready; others by the command line.
app.on('open-file', (event, file) => {
  event.preventDefault()
  openedFiles.add(packagesIn([file], ''))
})

function start(): void {
  Menu.setApplicationMenu(null)
  serveApp(path.join(scripts, '..', 'renderer'))
  window = createWindow(path.join(scripts, '..', 'preload', 'index.cjs'), [...operationKinds.keys()])
  window.on('closed', () => (window = null))

  const backend = startBackend({
    scripts,
    resources: path.join(app.getAppPath(), 'resources'),
    onEvent: (event) => window?.webContents.send('event', event),
    log: writeLog,
  })
  const environment: HostEnvironment = {
    window: () => window,
    backend,
    sampleFile: path.join(app.getPath('userData'), SAMPLE_FILE_NAME),
    defaultFolder: chooseDefaultFolder(),
    takeOpened: () => openedFiles.take(),
  }
  openedFiles.add(packagesIn(process.argv.slice(1), process.cwd()))
  // Queries of the window wait for the first file to be open, so that it never flashes the first-start page.
  const firstFile = openFirstFile(environment)
  serveCalls(environment, firstFile)

  app.on('second-instance', (_, words, folder) => {
    openedFiles.add(packagesIn(words.slice(1), folder))
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => backend.stop())
}

/** The sample when asked for (`--sample`), else the file named on the line, else the one open last time. */
async function openFirstFile(environment: HostEnvironment): Promise<void> {
  const named = process.argv.slice(1).find((part) => part.endsWith('.chitieu-db'))
  const last = readState().lastFile ?? null
  if (process.argv.includes('--sample')) await openSample(environment)
  else if (named !== undefined) await environment.backend.call('file.open', { file: path.resolve(named) }, null)
  else if (last !== null && fs.existsSync(last)) await environment.backend.call('file.open', { file: last }, null)
}

/** Inputs and answers cross in JSON (messages.ts); those of the backend are handed on without being read. */
function serveCalls(environment: HostEnvironment, opened: Promise<void>): void {
  const { backend } = environment
  const refuse = (name: unknown): string => JSON.stringify(fail('OPERATION_UNKNOWN', { name: String(name) }))
  ipcMain.handle('call', async (event, name: unknown, input: unknown, job: unknown): Promise<string> => {
    if (event.senderFrame?.url !== APP_URL || typeof name !== 'string' || typeof input !== 'string') return refuse(name)
    if (!operationKinds.has(name)) return refuse(name)
    await opened
    if (name === 'host.zoom') return JSON.stringify(answerZoom(environment, readInput(input)))
    if (name.startsWith(HOST_OPERATIONS)) {
      const { answerHostOperation } = await import('./host-operations.ts')
      return JSON.stringify(
        remember(await answerHostOperation(environment, name as HostOperationName, readInput(input))),
      )
    }
    const text = await backend.callInText(name, input, typeof job === 'string' ? job : null)
    if (name.startsWith(FILE_OPERATIONS)) remember(JSON.parse(text) as AppResult<unknown>)
    return text
  })
  ipcMain.on('cancel', (_, job: unknown) => {
    if (typeof job === 'string') backend.cancel(job)
  })
}

/** Any answer that is a file status tells which data file the next start opens. */
function remember(result: AppResult<unknown>): AppResult<unknown> {
  if (
    result.ok &&
    typeof result.value === 'object' &&
    result.value !== null &&
    'provinceName' in result.value &&
    'file' in result.value
  ) {
    const file = result.value.file as string | null
    if (file !== null && file !== readState().lastFile) writeState({ lastFile: file })
  }
  return result
}

/** Documents of the clerk; where those are synchronised to a cloud (which harms an open database), the home folder. */
function chooseDefaultFolder(): string {
  const documents = app.getPath('documents')
  const base = /OneDrive|Dropbox|Google Drive/i.test(documents) ? app.getPath('home') : documents
  const folder = path.join(base, DEFAULT_FOLDER_NAME)
  try {
    fs.mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    return base
  }
}

/** Incidents go to a small local file, never anywhere else; they hold no data of the clerk. */
function writeLog(incident: string, detail: string): void {
  const file = path.join(app.getPath('userData'), 'su-co.log')
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  fs.writeFileSync(file, `${new Date().toISOString()} ${incident} ${detail}\n`, { flag: size > 1_000_000 ? 'w' : 'a' })
}
