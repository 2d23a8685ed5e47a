import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright'

export const name = 'start'
export const needsWindow = true

const RUNS = 5

/**
 * From starting the program to a window with the sample province's first screen in it, beside an empty
 * Electron window on the same runtime. Runs alternate, so that a machine that slows down slows both;
 * medians are compared. Needs `npm run build` before, and a display (xvfb-run).
 */
export async function run({ log }: { log: (line: string) => void }): Promise<{ rows: BenchRow[] }> {
  const root = path.resolve(import.meta.dirname, '../..')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-start-'))
  try {
    const empty = writeEmptyApp(folder)
    const ours: number[] = []
    const peer: number[] = []
    // The first start makes the sample province; only later ones are what a clerk waits for every morning.
    await startOnce(root, path.join(folder, 'profile'), ['--sample'], 'nav')
    for (let i = 0; i < RUNS; i++) {
      peer.push(await startOnce(empty, path.join(folder, `empty-${i}`), [], 'body'))
      ours.push(await startOnce(root, path.join(folder, 'profile'), ['--sample'], 'nav'))
      log(`start ${i + 1}/${RUNS}: ${ours.at(-1)} ms, empty window ${peer.at(-1)} ms`)
    }
    return { rows: [compare('start to first screen', median(ours), median(peer), 'ms')] }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

interface BenchRow {
  readonly what: string
  readonly ours: number
  readonly peer: number
  readonly ratio: number
  readonly unit: string
}

function compare(what: string, ours: number, peer: number, unit: string): BenchRow {
  return { what, ours, peer, ratio: Math.round((ours / peer) * 100) / 100, unit }
}

async function startOnce(app: string, profile: string, args: readonly string[], waitFor: string): Promise<number> {
  const began = performance.now()
  const electron = await _electron.launch({
    args: [app, `--user-data-dir=${profile}`, ...args],
    cwd: app,
    env: { ...environment(), ELECTRON_DISABLE_SANDBOX: '1', CHITIEU_USER_DATA: profile },
  })
  const page = await electron.firstWindow()
  await page.locator(waitFor).first().waitFor({ state: 'visible' })
  const took = Math.round(performance.now() - began)
  await electron.close()
  return took
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function writeEmptyApp(folder: string): string {
  const app = path.join(folder, 'empty-app')
  fs.mkdirSync(app)
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }))
  fs.writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>empty</title><body>.</body>')
  fs.writeFileSync(
    path.join(app, 'main.js'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())
`,
  )
  return app
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
