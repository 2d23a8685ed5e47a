import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Backend, createBackend } from '#main/backend.ts'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import type { Input } from '#shared/contract/index.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { fillProvince, FIRST_YEAR } from './progress/fill.ts'

export const name = 'progress'

const YEARS = 5
const LAST = FIRST_YEAR + YEARS - 1
/** Units that make 100,000, 300,000 and 600,000 values in five years of months of 20 indicators. */
const SIZES = [84, 250, 500] as const
const GOAL = 150
const OVERVIEW_GOAL = 300
const RUNS = 9

interface BenchRow {
  readonly what: string
  readonly ours: number
  /** The goal where there is nobody to compare with. */
  readonly peer: number | null
  readonly ratio: number | null
  readonly unit: string
}

type View = Omit<Input<'progress.get'>, 'asOf'>

const VIEWS: readonly { readonly what: string; readonly view: View }[] = [
  { what: 'a year, every row', view: { plan: String(LAST) } },
  { what: 'a year, by group', view: { plan: String(LAST), by: 'group' } },
  { what: 'a year, by unit type', view: { plan: String(LAST), by: 'type' } },
  { what: 'a year, by assigner', view: { plan: String(LAST), by: 'assigner' } },
  { what: 'a year, one cut', view: { plan: String(LAST), cut: 'non_state' } },
  { what: 'a year, units as now', view: { plan: String(LAST), view: 'now' } },
  { what: 'a year, beside the year before', view: { plan: String(LAST), by: 'group', compare: 'last-year' } },
  { what: 'a campaign, every row', view: { plan: `${LAST}-CD` } },
  { what: 'a term of five years, every row', view: { plan: 'GD' } },
  { what: 'a term of five years, by period', view: { plan: 'GD', by: 'period' } },
]

/**
 * Views of progress over five years of monthly reports, through the backend's contract, each time of a day that was
 * not asked before, so that nothing is answered from memory; beside one plain SQL sum by unit and indicator over the
 * same year, which knows neither bases nor ranks. The first views after opening, that also read the reports in (each on
 * a file just opened), and those right after a figure was typed, stand by themselves.
 */
export async function run({ log }: { log: (line: string) => void }): Promise<{ rows: BenchRow[] }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-progress-'))
  try {
    const rows: BenchRow[] = []
    const growth: number[] = []
    for (const units of SIZES) {
      const file = path.join(folder, `${units}.chitieu-db`)
      const values = await makeFile(file, units)
      log(`${values} số liệu của ${units} đơn vị, ${Math.round(fs.statSync(file).size / 1e6)} MB`)
      const measured = await measure(file, values, log)
      growth.push((measured.year * 1000) / values)
      rows.push(...(units === SIZES.at(-1) ? measured.rows : measured.rows.slice(0, 1)))
      fs.rmSync(file)
    }
    const [small = Number.NaN, , large = Number.NaN] = growth
    rows.push({
      what: 'ms a thousand values, at 600.000 beside 100.000 (1: linear)',
      ours: round(large),
      peer: round(small),
      ratio: round(large / small),
      unit: 'ms',
    })
    return { rows }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function makeFile(file: string, units: number): Promise<number> {
  const backend = open(null)
  await take(backend, 'file.create', { file, setup: { name: 'Liên đoàn Lao động tỉnh Đo' } })
  backend.close()
  return fillProvince(file, { units, years: YEARS, basis: 'mixed' })
}

async function measure(
  file: string,
  values: number,
  log: (line: string) => void,
): Promise<{ readonly rows: BenchRow[]; readonly year: number }> {
  const packing = firstOpening(file)
  const day = createDays()
  const firstOverview = await firstAnswer(file, (one) => take(one, 'overview.get', { plan: String(LAST), asOf: day() }))
  const firstTerm = await firstAnswer(file, (one) => take(one, 'progress.get', { plan: 'GD', asOf: day() }))
  const first = await firstAnswer(file, (one) => take(one, 'progress.get', { plan: String(LAST), asOf: day() }))
  const backend = open(file)
  const ask = async (view: View, asOf = day()): Promise<number> => {
    const began = performance.now()
    await take(backend, 'progress.get', { ...view, asOf })
    return performance.now() - began
  }
  try {
    const [whole = { what: '', view: {} }] = VIEWS
    // The optimiser has seen every view before any of them is timed.
    for (const { view } of VIEWS) await ask(view)
    const peer = measureSql(file, log)
    const rows: BenchRow[] = []
    for (const { what, view } of VIEWS) {
      const times: number[] = []
      for (let at = 0; at < RUNS; at += 1) times.push(await ask(view))
      const ours = median(times)
      log(`${what}: ${Math.round(ours)} ms (${times.map(Math.round).join(', ')})`)
      rows.push({
        what: `${what}, ${values} values (≤ ${GOAL} ms), beside a plain SQL sum`,
        ours: round(ours),
        peer: round(peer),
        ratio: round(ours / peer),
        unit: 'ms',
      })
    }
    const overview = await measureOverview(backend, day)
    log(`Tổng quan: ${Math.round(overview)} ms`)
    const again = await repeated(ask, whole.view, day())
    const nextDay = await neighbours(ask, whole.view)
    const edited = await afterEdits(backend, () => ask(whole.view))
    const editedTerm = await afterEdits(backend, () => ask({ plan: 'GD' }))
    const editedOverview = await afterEdits(backend, () => timed(() => askOverview(backend, day())))
    log(
      `lần đầu mở tệp (gộp báo cáo): ${Math.round(packing)} ms; lần đầu sau khi mở: ${Math.round(first)} ms, nhiệm kỳ ${Math.round(firstTerm)} ms, Tổng quan ${Math.round(firstOverview)} ms; hỏi lại ${again.toFixed(1)} ms; ngày khác trong tháng ${Math.round(nextDay)} ms; sau khi sửa ${Math.round(edited)} ms, nhiệm kỳ ${Math.round(editedTerm)} ms, Tổng quan ${Math.round(editedOverview)} ms`,
    )
    rows.push(
      goal(`the overview of a year, ${values} values`, overview, OVERVIEW_GOAL),
      goal(`the same view of the same day again, ${values} values`, again),
      goal(`another day of the same month, ${values} values`, nextDay),
      goal(`a year, right after a figure was typed, ${values} values`, edited),
      goal(`the term, right after a figure was typed, ${values} values`, editedTerm),
      goal(`the overview, right after a figure was typed, ${values} values`, editedOverview, OVERVIEW_GOAL),
      goal(`the first view after opening, which reads its year in, ${values} values`, first),
      goal(`the first view after opening being the term, which reads five years in, ${values} values`, firstTerm),
      goal(`the first view after opening being the overview, ${values} values`, firstOverview, OVERVIEW_GOAL),
    )
    return { rows, year: rows[0]?.ours ?? Number.NaN }
  } finally {
    backend.close()
  }
}

/** Opens the file as it was filled, past the program: what units reported in a year is packed then, once for the file. */
function firstOpening(file: string): number {
  const began = performance.now()
  open(file).close()
  return performance.now() - began
}

/** What the first question after opening takes, nothing of the file being held; opening itself is not in it. */
async function firstAnswer(file: string, ask: (backend: Backend) => Promise<void>): Promise<number> {
  const backend = open(file)
  try {
    return await timed(() => ask(backend))
  } finally {
    backend.close()
  }
}

async function timed(ask: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}

function askOverview(backend: Backend, asOf: string): Promise<void> {
  return take(backend, 'overview.get', { plan: String(LAST), asOf })
}

/** The page a secretary looks at, each time of a day not asked before. */
async function measureOverview(backend: Backend, day: () => string): Promise<number> {
  const ask = (): Promise<number> => timed(() => askOverview(backend, day()))
  await ask()
  await ask()
  const times: number[] = []
  for (let at = 0; at < RUNS; at += 1) times.push(await ask())
  return median(times)
}

/**
 * Days of the last year, each in another month than the five before it: days between two reports share an answer, and
 * what is measured is the making of one.
 */
function createDays(): () => string {
  let at = 0
  return () => {
    const month = (at * 5) % 12
    const day = 2 + ((at * 7) % 26)
    at += 1
    return new Date(Date.UTC(LAST, month, day)).toISOString().slice(0, 10)
  }
}

async function repeated(ask: (view: View, asOf: string) => Promise<number>, view: View, asOf: string): Promise<number> {
  await ask(view, asOf)
  const times: number[] = []
  for (let at = 0; at < RUNS; at += 1) times.push(await ask(view, asOf))
  return median(times)
}

/** Days no report lies between: what was counted for the first of them holds for all. */
async function neighbours(ask: (view: View, asOf: string) => Promise<number>, view: View): Promise<number> {
  const times: number[] = []
  await ask(view, `${LAST}-09-02`)
  for (let at = 0; at < RUNS; at += 1) times.push(await ask(view, `${LAST}-09-${String(10 + at)}`))
  return median(times)
}

/** Figures no edit before has typed, so that each changes what is there. */
let lastTyped = 900

async function afterEdits(backend: Backend, ask: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    await take(backend, 'reports.add', {
      unit: `DV${11 + 2 * at}`,
      indicator: 'DVUT_GT',
      from: `${LAST}-01-01`,
      asOf: `${LAST}-12-31`,
      value: lastTyped++,
    })
    times.push(await ask())
  }
  return median(times)
}

/** What any program must at least do: read the year's figures and add them by unit and indicator. */
function measureSql(file: string, log: (line: string) => void): number {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true })
  try {
    const sum = sqlite.prepare(
      `SELECT r.unit_id, v.indicator_id, SUM(v.value), MAX(r.as_of) FROM reports r
       JOIN report_values v ON v.report_id = r.id
       WHERE r.as_of >= ? AND r.as_of <= ? AND r.status IN ('received', 'accepted')
       GROUP BY r.unit_id, v.indicator_id`,
    )
    const times = Array.from({ length: RUNS }, () => {
      const began = performance.now()
      sum.all(`${LAST}-01-01`, `${LAST}-10-31`)
      return performance.now() - began
    })
    log(`cộng bằng SQL: ${Math.round(median(times))} ms`)
    return median(times)
  } finally {
    sqlite.close()
  }
}

function open(dbFile: string | null): Backend {
  const made = createBackend({
    dbFile,
    resources: RESOURCES,
    foreign: { start: forkParser },
    origin: 'test',
    clock: () => new Date(`${LAST + 1}-03-01T12:00:00`),
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

async function take<N extends Parameters<Backend['call']>[0]>(
  backend: Backend,
  operation: N,
  input: Input<N>,
): Promise<void> {
  const answer = await backend.call(operation, input)
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.message}`)
}

function goal(what: string, ours: number, most = GOAL): BenchRow {
  return { what: `${what} (goal ${most} ms)`, ours: round(ours), peer: most, ratio: round(ours / most), unit: 'ms' }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
