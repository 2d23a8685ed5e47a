import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { electronEnvironment, electronSwitches } from '../../scripts/display.mjs'
import { writeEmptyApp } from './workbench/empty-app.ts'
import { makeEnterprise } from './workbench/enterprises.mjs'
import { sumMemory } from './workbench/memory.ts'
import * as registry from './workbench/registry-page.ts'

export const name = 'workbench'
export const needsWindow = true

const ROWS = 100_000
const RUNS = 5
const EDITS = 40
const PASTED = { rows: 5000, columns: 8 } as const
const TERMS = ['tan tien', 'ha long', 'duc thinh 4711', 'det', 'cong ty tnhh may mac', 'phu quy 99', '0912345'] as const

interface BenchRow {
  readonly what: string
  readonly ours: number
  /** The goal where there is nobody to compare with. */
  readonly peer: number | null
  readonly ratio: number | null
  readonly unit: string
}

/**
 * A clerk's table at its full size in the real window: 100,000 enterprises × 25 columns, brought by pages. First paint
 * beside a bare AG Grid Community page with the same rows in the same Electron, in turns; what has no peer stands
 * beside its goal. Needs a display (xvfb-run) and `npm run build`.
 */
export async function run({ log }: { log: (line: string) => void }): Promise<{ rows: BenchRow[] }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-workbench-'))
  try {
    const file = path.join(folder, 'do.chitieu-db')
    log(`lập tệp ${ROWS} doanh nghiệp × 25 cột…`)
    await runScript('make-registry.mjs', [file, String(ROWS)])
    const rowsFile = path.join(folder, 'rows.json')
    fs.writeFileSync(rowsFile, JSON.stringify(Array.from({ length: ROWS }, (_, at) => makeEnterprise(at))))

    const app = await launch('.', folder, [file])
    try {
      const page = await app.firstWindow()
      await page.getByRole('navigation').waitFor()
      // Before anything else stands in the program's memory than what a clerk has there.
      await registry.openRegistry(page)
      const memory = await measureMemory(app, page, folder, log)
      const rows = [
        ...(await measurePaint(app, page, rowsFile, log)),
        ...memory,
        await measureSearch(page, log),
        await measureEdits(page, log),
        await measurePaste(app, page, log),
      ]
      return { rows }
    } finally {
      await app.close()
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function measurePaint(
  app: ElectronApplication,
  page: Page,
  rowsFile: string,
  log: (line: string) => void,
): Promise<BenchRow[]> {
  const ours: number[] = []
  const loading: number[] = []
  const bare: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const peer = await openBareGrid(app, rowsFile)
    loading.push(peer.withLoading)
    bare.push(peer.gridOnly)
    await page.reload()
    await page.getByRole('navigation').waitFor()
    ours.push(await registry.openRegistry(page))
    log(
      `vẽ lần ${at + 1}/${RUNS}: ${ours.at(-1)} ms; bảng AG Grid trần ${peer.withLoading} ms, không kể đọc dữ liệu ${peer.gridOnly} ms`,
    )
  }
  return [
    compare('first paint of 100.000 × 25, beside bare AG Grid that reads the same rows', median(ours), median(loading)),
    compare('the same, beside bare AG Grid with the rows in memory already', median(ours), median(bare)),
  ]
}

/** Both at the same moment: pages of Electron's own files are shared between whatever runs, and are told in shares. */
async function measureMemory(
  app: ElectronApplication,
  page: Page,
  folder: string,
  log: (line: string) => void,
): Promise<BenchRow[]> {
  await registry.scrollThrough(page)
  const empty = await launch(writeEmptyApp(folder), path.join(folder, 'empty'), [])
  try {
    await (await empty.firstWindow()).locator('body').waitFor()
    await page.waitForTimeout(5000)
    const used = sumMemory(app.process().pid ?? 0)
    const base = sumMemory(empty.process().pid ?? 0)
    if (used === null || base === null) {
      log('bộ nhớ: hệ điều hành này không cho biết')
      return []
    }
    log(`bộ nhớ: ${used} MB, cửa sổ Electron trống ${base} MB`)
    const above = Math.round((used - base) * 10) / 10
    return [goal('memory (PSS of all processes) above an empty window', above, 250, 'MB')]
  } finally {
    await empty.close()
  }
}

async function measureSearch(page: Page, log: (line: string) => void): Promise<BenchRow> {
  const times: number[] = []
  for (let at = 0; at < RUNS; at += 1) for (const term of TERMS) times.push(await registry.search(page, term))
  await registry.search(page, '')
  log(`tìm: ${times.map(Math.round).join(', ')} ms`)
  return goal('search, typed to repainted (p95)', percentile(times, 95), 150, 'ms')
}

async function measureEdits(page: Page, log: (line: string) => void): Promise<BenchRow> {
  const times: number[] = []
  for (let at = 0; at < EDITS; at += 1) times.push(await registry.edit(page, at))
  log(`sửa ô: ${times.map(Math.round).join(', ')} ms`)
  return goal('an edit, Enter to durable and repainted (p95)', percentile(times, 95), 50, 'ms')
}

async function measurePaste(app: ElectronApplication, page: Page, log: (line: string) => void): Promise<BenchRow> {
  const times: number[] = []
  for (let at = 0; at < 3; at += 1) {
    const lines = Array.from({ length: PASTED.rows }, (_, row) =>
      Array.from({ length: PASTED.columns }, (__, column) => String(1000 + ((row * 13 + column * 7 + at) % 800))).join(
        '\t',
      ),
    )
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines.join('\r\n'))
    times.push(await registry.paste(page))
    log(`dán ${PASTED.rows} × ${PASTED.columns}: ${Math.round(times.at(-1) ?? 0)} ms`)
  }
  return goal('paste of 5.000 × 8, the transaction included', median(times), 1500, 'ms')
}

/** The bare page in a window of the running program: the same Electron, the same machine, the same minute. */
async function openBareGrid(
  app: ElectronApplication,
  rowsFile: string,
): Promise<{ readonly withLoading: number; readonly gridOnly: number }> {
  const html = path.join(import.meta.dirname, 'workbench', 'bare-grid.html')
  // The package names no way to its bundle, which a page without a bundler needs.
  const script = path.resolve(import.meta.dirname, '../../node_modules/ag-grid-community/dist/ag-grid-community.min.js')
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, page) => {
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
    })
    void window.loadFile(page)
  }, html)
  const page = await opened
  await page.addScriptTag({ path: script })
  const times = await page.evaluate(
    (file) =>
      (window as unknown as { measure(file: string): Promise<{ withLoading: number; gridOnly: number }> }).measure(
        file,
      ),
    rowsFile,
  )
  await page.close()
  return times
}

function launch(app: string, folder: string, args: readonly string[]): Promise<ElectronApplication> {
  const profile = path.join(folder, 'profile')
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return _electron.launch({
    args: [...electronSwitches(), `--user-data-dir=${profile}`, app, ...args],
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...Object.fromEntries(known), ...electronEnvironment(), CHITIEU_USER_DATA: profile },
  })
}

function runScript(script: string, args: readonly string[]): Promise<void> {
  const file = path.join(import.meta.dirname, 'workbench', script)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`))))
  })
}

function compare(what: string, ours: number, peer: number): BenchRow {
  return {
    what,
    ours: Math.round(ours),
    peer: Math.round(peer),
    ratio: Math.round((ours / peer) * 100) / 100,
    unit: 'ms',
  }
}

/** `peer` is the goal and `ratio` how much of it is used: at most 1 is reached. */
function goal(what: string, ours: number, most: number, unit: string): BenchRow {
  return {
    what: `${what}; goal ≤ ${most}`,
    ours: Math.round(ours * 10) / 10,
    peer: most,
    ratio: Math.round((ours / most) * 100) / 100,
    unit,
  }
}

function median(values: readonly number[]): number {
  return percentile(values, 50)
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? Number.NaN
}
