/**
 * Starts the built program in the real Electron, each time with its own empty user folder, so that no test sees
 * another's files or settings.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright/test'
import { electronEnvironment, electronSwitches } from '../../scripts/display.mjs'

const PROJECT = path.resolve(import.meta.dirname, '..', '..')
const LAUNCH_LIMIT_MS = 60_000

export interface LaunchOptions {
  /** After the program itself, e.g. `['--sample']` or a data file. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A user folder of an earlier start, to come back to what it left behind; else a new empty one. */
  readonly dataDir?: string
}

export interface RunningApp {
  readonly app: ElectronApplication
  /** The main window, its first page loaded. */
  readonly page: Page
  /** The user folder of this start: settings, and the sample's copy. */
  readonly dataDir: string
  /** What main and backend wrote, for the message of a failing test. */
  readonly output: () => string
  /** Closes the program as its user would, and removes a folder that was made for it. Safe to call twice. */
  readonly close: () => Promise<void>
}

/** Rejects with what the program wrote when no window comes. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const dataDir = options.dataDir ?? makeDataDir()
  const written: string[] = []
  const app = await _electron.launch({
    args: [...electronSwitches(), `--user-data-dir=${dataDir}`, '.', ...(options.args ?? [])],
    cwd: PROJECT,
    env: {
      ...inheritedEnvironment(),
      ...electronEnvironment(),
      ...ownHome(dataDir),
      CHITIEU_USER_DATA: dataDir,
      ...options.env,
    },
    timeout: LAUNCH_LIMIT_MS,
  })
  const process = app.process()
  process.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  process.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  const close = async (): Promise<void> => {
    await closeApp(app)
    if (options.dataDir === undefined) removeDataDir(dataDir)
  }
  try {
    const page = await app.firstWindow({ timeout: LAUNCH_LIMIT_MS })
    await page.waitForLoadState('domcontentloaded')
    return { app, page, dataDir, output: () => written.join(''), close }
  } catch (error) {
    await close()
    throw new Error(`The program opened no window. It wrote:\n${written.join('')}`, { cause: error })
  }
}

/** A new empty folder, with a space and accents in its name as on a clerk's machine. */
export function makeDataDir(): string {
  return fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'chỉ tiêu '))
}

export function removeDataDir(dataDir: string): void {
  // Windows lets go of a closed program's files a moment later.
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** Asks the program to quit; one that does not within ten seconds is killed, so that it cannot disturb the next. */
async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process()
  if (child.exitCode !== null || child.signalCode !== null) return
  const killer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  try {
    await app.close()
  } catch {
    // It ended by itself in between.
  } finally {
    clearTimeout(killer)
  }
}

/**
 * A home of its own where the system lets us give one (Linux): the program makes its folder for data files in
 * the user's documents, and a test must not leave one there.
 */
function ownHome(dataDir: string): Record<string, string> {
  if (process.platform !== 'linux') return {}
  const home = path.join(dataDir, 'home')
  fs.mkdirSync(home, { recursive: true })
  return { HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') }
}

function inheritedEnvironment(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    // Would make Electron start as plain Node (an editor's terminal sets it).
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value
  }
  return env
}
