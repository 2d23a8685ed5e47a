import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { FIGURE_ROLES, readHeaderPart, type ColumnRole } from './column-role.ts'
import { hasFigure, type TableSpan } from './find-header.ts'
import { namesSubject, readLabel, withoutNumbering } from './label-words.ts'
import {
  type IndicatorDirectory,
  type IndicatorMatch,
  type KnownIndicator,
  type Measure,
  readMeasure,
  wordingKey,
} from './match-indicator.ts'
import { type MoneyColumn, readMoneyBeside } from './read-money-beside.ts'
import { type MovementColumn, MOVES, readMovements } from './read-movements.ts'
import { figuresOf, readRowCells, type WantedCell } from './read-row.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, FileQuestion, ReadLine, UnmatchedItem } from './report-model.ts'
import { readRowRoles } from './row-roles.ts'

type LooseFinding = Omit<FileFinding, 'unit' | 'unitText'>

export interface FormReading {
  readonly lines: readonly ReadLine[]
  readonly findings: readonly LooseFinding[]
  readonly questions: readonly FileQuestion[]
  readonly unmatched: readonly UnmatchedItem[]
}

/** One block of columns of a form: its figures belong to one unit. */
export interface FormColumns {
  readonly labels: number
  readonly measure: number | null
  readonly wanted: readonly WantedCell[]
  /** Columns of rises and falls, in a table of movements. */
  readonly movements?: readonly MovementColumn[]
  readonly money?: MoneyColumn | null
}

interface LineAbove {
  readonly indicator: KnownIndicator
  readonly measure: Measure | null
  readonly value: number | null
}

/**
 * Reads a table whose rows are indicators. "Trong đó …" goes to the cut of the row above it that it can be a part of; a
 * part that is counted in something else than that row (people under "Thành lập mới CĐCS") is asked about.
 */
export function readForm(
  grid: ReportGrid,
  { body }: Pick<TableSpan, 'body'>,
  columns: FormColumns,
  directory: IndicatorDirectory,
): FormReading {
  const lines: ReadLine[] = []
  const findings: LooseFinding[] = []
  const questions: FileQuestion[] = []
  const unmatched: UnmatchedItem[] = []
  let above: LineAbove[] = []
  let lastIsKnown = false
  // "II. CÔNG ĐOÀN CƠ SỞ": what the short labels below it are about.
  let section = ''
  let subject = ''
  const rolesBeside = readRowRoles(grid, body, columns.labels, columns.wanted)
  let lastLabel = ''
  for (const row of body) {
    const ofRow = rolesBeside?.get(row) ?? null
    const own = grid.text(row, columns.labels)
    const label = own || (ofRow === null ? labelBeside(grid, row, columns) : lastLabel)
    if (own !== '') lastLabel = own
    const wanted =
      ofRow === null
        ? columns.wanted
        : columns.wanted.map((cell) => (cell.role === 'value' ? { ...cell, role: ofRow } : cell))
    if (label === '' || !/\p{L}/u.test(label)) continue
    const filled = hasFigure(grid, row) || columns.wanted.some(({ column }) => grid.text(row, column) !== '')
    const words = readLabel(label)
    const counted = (columns.measure === null ? '' : grid.text(row, columns.measure)) || (words.measure ?? '')
    const measure = readMeasure(counted)
    const whole = words.isPart && lastIsKnown ? (above.at(-1) ?? null) : null
    const value = firstValue(grid, row, columns)
    const isSame = whole === null || measure === null || whole.measure === null || measure === whole.measure
    // 308 of 2 is a part of something else, whatever stands above it.
    const isWithin = whole === null || value === null || whole.value === null || value <= whole.value
    const fitsWhole = isSame && (isWithin || directory.match(label).kind === 'certain')
    const alone = directory.match(label, fitsWhole ? (whole?.indicator ?? null) : null)
    // "Đoàn viên | Kết nạp mới": what it is about may stand in a joined cell beside the label.
    const beside = columns.labels > 0 ? grid.label(row, columns.labels - 1) : ''
    if (/\p{L}/u.test(beside)) subject = namesSubject(readLabel(beside).words) ? withoutNumbering(beside) : ''
    const about = subject === '' ? section : subject
    const isShort = about !== '' && alone.kind !== 'certain' && alone.kind !== 'ignored' && !namesSubject(words.words)
    const within = isShort && whole === null ? matchWithin(directory, about, withoutNumbering(label)) : alone
    const named = within.kind === 'certain' ? within : alone
    const match =
      named.kind === 'unsure' && measure !== null && whole === null ? directory.matchCounted(label, measure) : named
    const ask = (kind: 'indicator' | 'cut', choices: readonly KnownIndicator[], under: string | null): void => {
      questions.push({
        kind,
        sheet: grid.name,
        cell: grid.address(row, columns.labels),
        text: label,
        key: wordingKey(label, under),
        choices: choices.map(({ code }) => code),
        under,
        figures: figuresOf(grid, row, columns.labels + 1),
      })
    }
    if (match.kind !== 'certain' && !filled) {
      // A heading ("I. Đoàn viên") begins a part of its own.
      if (!words.isPart) {
        lastIsKnown = false
        section = namesSubject(words.words) ? withoutNumbering(label) : ''
      }
      continue
    }
    const isOpen = match.kind !== 'certain' && match.kind !== 'ignored' && !words.isPart
    const moved = isOpen ? readMovements(grid, row, label, columns.movements ?? [], directory) : null
    if (moved !== null && moved.lines.length > 0) {
      findings.push(...moved.findings)
      for (const line of moved.lines) takeLine(lines, findings, grid, line)
      lastIsKnown = false
      continue
    }
    if (match.kind === 'ignored') {
      if (!words.isPart) lastIsKnown = false
      continue
    }
    if (match.kind === 'certain') {
      const read = readRowCells(grid, row, match.indicator, wanted, counted)
      findings.push(...read.findings)
      const line: ReadLine = {
        indicator: match.indicator,
        label,
        row: row.number,
        hidden: row.hidden,
        cells: read.cells,
        measure,
        isLearned: match.isLearned,
      }
      const usual = readMeasure(match.indicator.unitLabel)
      const first = Object.values(read.cells).find((cell) => cell !== undefined)
      if (measure !== null && usual !== null && measure !== usual && columns.measure !== null && first !== undefined)
        findings.push(finding('measure', grid, row, columns.measure, match.indicator))
      if (filled) takeLine(lines, findings, grid, line)
      else if (!words.isPart) section = withoutNumbering(label)
      const cost = columns.money == null ? null : readMoneyBeside(grid, row, line, columns.money, wanted, directory)
      if (cost !== null) {
        findings.push(...cost.findings)
        takeLine(lines, findings, grid, { ...line, indicator: cost.indicator, cells: cost.cells, measure: null })
      }
      if (!words.isPart || whole === null) {
        above = [...above, { indicator: match.indicator, measure: measure ?? usual, value: valueOf(line) }]
        lastIsKnown = true
      } else checkPart(findings, grid, line, whole)
      continue
    }
    if (whole !== null) {
      const likely = above
        .toReversed()
        .filter(
          (line) =>
            (measure === null || line.measure === null || line.measure === measure) &&
            (line.value === null || value === null || value <= line.value),
        )
        .flatMap(({ indicator }) => {
          const part = directory.match(label, indicator)
          return part.kind === 'certain' ? [part.indicator] : []
        })
      const under = fitsWhole ? whole.indicator.code : `${whole.indicator.code}~${measure ?? ''}`
      const remembered = directory.recall(wordingKey(label, under))
      if (remembered?.kind === 'ignored') continue
      if (remembered?.kind === 'certain') {
        const read = readRowCells(grid, row, remembered.indicator, wanted, counted)
        findings.push(...read.findings)
        takeLine(lines, findings, grid, {
          indicator: remembered.indicator,
          label,
          row: row.number,
          hidden: row.hidden,
          cells: read.cells,
          measure,
          isLearned: true,
        })
        continue
      }
      ask('cut', [...likely, ...(match.kind === 'unsure' ? match.choices : [])].filter(isFirst), under)
      continue
    }
    if (!words.isPart) lastIsKnown = false
    // "Đoàn viên đầu kỳ" tells what there was before; the level at the end is what counts.
    const isOpening = readHeaderPart(label).role === 'opening'
    if (match.kind === 'unsure' && !isOpening) ask('indicator', match.choices, null)
    else
      unmatched.push({
        sheet: grid.name,
        cell: grid.address(row, columns.labels),
        text: label,
        key: wordingKey(label),
        figures: figuresOf(grid, row, columns.labels + 1),
      })
  }
  return { lines, findings, questions, unmatched }
}

/** "Hiện có" under "Phát triển đoàn viên" are all there are: what became of them is said by the label, where it says it. */
function matchWithin(directory: IndicatorDirectory, about: string, label: string): IndicatorMatch {
  const own = readLabel(label).words
  const section = [...readLabel(about).words]
  const subjects = section.filter((word) => namesSubject(new Set([word])))
  const match = [...own].some((word) => MOVES.has(word)) ? directory.matchWords(new Set([...subjects, ...own])) : null
  return match?.kind === 'certain' ? match : directory.match(`${about} ${label}`)
}

/** Labels drawn one column further right ("  – Nữ" beside its number) or left of the others. */
function labelBeside(grid: ReportGrid, row: ForeignRow, columns: FormColumns): string {
  const firstFigure = Math.min(
    ...columns.wanted.map(({ column }) => column),
    columns.measure ?? Number.POSITIVE_INFINITY,
  )
  for (let column = 0; column < firstFigure; column++) {
    const text = grid.text(row, column)
    if (column !== columns.labels && /\p{L}{2}/u.test(text) && !/^[ivx]+[.)]?$/i.test(text)) return text
  }
  return ''
}

/** The same indicator twice: the row that is seen counts, then the first; a second number is told. */
function takeLine(lines: ReadLine[], findings: LooseFinding[], grid: ReportGrid, line: ReadLine): void {
  const at = lines.findIndex(({ indicator }) => indicator.code === line.indicator.code)
  const before = lines[at]
  if (before === undefined) {
    lines.push(line)
    return
  }
  const replaces = before.hidden && !line.hidden
  const [kept, other] = replaces ? [line, before] : [before, line]
  // A second table may hold what the first left open.
  const cells = { ...other.cells, ...kept.cells }
  lines[at] = { ...kept, cells }
  for (const role of FIGURE_ROLES) {
    const [one, two] = [kept.cells[role], other.cells[role]]
    if (one === undefined || two === undefined || one.value === two.value || role === 'percent') continue
    findings.push({
      kind: 'repeated',
      sheet: grid.name,
      cell: two.address,
      indicator: line.indicator,
      role,
      stated: two.value,
      computed: one.value,
      text: two.text,
    })
  }
}

/** A part cannot be more than its whole. */
function checkPart(findings: LooseFinding[], grid: ReportGrid, line: ReadLine, whole: LineAbove): void {
  const value = valueOf(line)
  const cell = mainCell(line)
  if (value === null || whole.value === null || cell === undefined || value <= whole.value) return
  findings.push({
    kind: 'partOverWhole',
    sheet: grid.name,
    cell: cell.address,
    indicator: line.indicator,
    role: cell.role,
    stated: value,
    computed: whole.value,
    text: cell.text,
  })
}

export function mainCell(line: Pick<ReadLine, 'cells'>) {
  return line.cells.cumulative ?? line.cells.value ?? line.cells.increment
}

function valueOf(line: Pick<ReadLine, 'cells'>): number | null {
  return mainCell(line)?.value ?? null
}

function firstValue(grid: ReportGrid, row: ForeignRow, { wanted }: FormColumns): number | null {
  const roles: readonly ColumnRole[] = ['cumulative', 'value', 'increment']
  for (const role of roles) {
    const at = wanted.find((cell) => cell.role === role)
    const value = at === undefined ? undefined : grid.value(row, at.column)
    if (typeof value === 'number') return value
  }
  return null
}

function finding(
  kind: FileFinding['kind'],
  grid: ReportGrid,
  row: ForeignRow,
  column: number,
  indicator: KnownIndicator,
): LooseFinding {
  return {
    kind,
    sheet: grid.name,
    cell: grid.address(row, column),
    indicator,
    role: null,
    stated: null,
    computed: null,
    text: grid.text(row, column),
  }
}

function isFirst<T>(item: T, at: number, items: readonly T[]): boolean {
  return items.indexOf(item) === at
}
