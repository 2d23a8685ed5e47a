import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { Output } from '#shared/contract/index.ts'
import { allowsDecimals } from '#shared/domain/indicators/indicator.ts'
import { moneyScaleOf, parseFigure } from '#shared/domain/indicators/money.ts'
import { gridText } from '#renderer/text/grid.ts'
import { targetVersionsText } from '#renderer/text/target-versions.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type {
  CellTone,
  CellValue,
  GridColumn,
  GridColumnGroup,
  GridColumns,
  ParsedCell,
} from '#renderer/ui/DataGrid/column.ts'
import { describeDifference, differenceOf, notesOf, type TargetGridRow } from './target-rows.ts'
import { setKey, type TargetSet } from './target-view.ts'

export type References = Output<'targets.references'>

export interface ColumnChoice {
  readonly indicators: readonly IndicatorRow[]
  /** The main one first, each with the words for its heading. */
  readonly sets: readonly (TargetSet & { readonly title: string })[]
  readonly references: References | null
}

/** Which figure a column shows; null for the columns that are no target. */
export interface ColumnMeaning {
  readonly indicator: string
  /** Index of the assigner among those shown. */
  readonly set: number
}

export const NOTE_COLUMN = 'note'

/** The main assigner's column goes by the indicator alone, so that it is the same with and without others. */
export function columnId(indicator: string, set: TargetSet, at: number): string {
  return at === 0 ? indicator : `${indicator}@${setKey(set)}`
}

export function meaningOf(column: string, { indicators, sets }: ColumnChoice): ColumnMeaning | null {
  for (const { code } of indicators)
    for (const [at, set] of sets.entries()) if (columnId(code, set, at) === column) return { indicator: code, set: at }
  return null
}

export function makeTargetColumns(choice: ColumnChoice): GridColumns<TargetGridRow> {
  return [
    {
      id: 'index',
      title: targetsText.columns.index,
      kind: 'text',
      align: 'center',
      pinned: true,
      width: 48,
      filter: false,
      value: (row) => row.index,
    },
    {
      id: 'name',
      title: targetsText.columns.name,
      kind: 'text',
      pinned: true,
      width: 320,
      tree: true,
      value: (row) => row.name,
      hint: (row) => row.name,
    },
    ...choice.indicators.map((indicator) => indicatorColumns(indicator, choice)),
    noteColumn(),
  ]
}

/** One column, or one title over the columns of several assigners and of the year before. */
function indicatorColumns(
  indicator: IndicatorRow,
  { sets, references }: ColumnChoice,
): GridColumn<TargetGridRow> | GridColumnGroup<TargetGridRow> {
  const own = sets.map((set, at) => targetColumn(indicator, set, at, sets.length > 1 || references !== null))
  const [single] = own
  if (own.length === 1 && references === null && single !== undefined) return single
  return {
    title: indicator.shortName,
    titleHint: targetsText.indicatorTitle(indicator.name, indicator.unitLabel),
    columns: [...(references === null ? [] : referenceColumns(indicator, references)), ...own],
  }
}

function targetColumn(
  indicator: IndicatorRow,
  set: ColumnChoice['sets'][number],
  at: number,
  beneath: boolean,
): GridColumn<TargetGridRow> {
  const { code } = indicator
  const fullTitle = targetsText.indicatorTitle(indicator.name, indicator.unitLabel)
  return {
    id: columnId(code, set, at),
    title: beneath ? set.title : indicator.shortName,
    titleHint: beneath ? `${fullTitle}, ${set.title}` : fullTitle,
    kind: allowsDecimals(indicator) ? 'number' : 'count',
    minWidth: 96,
    // "còn 2.580 chưa giao" in bold.
    width: 146,
    strong: beneath && at === 0,
    value: (row) =>
      row.differenceOf === null
        ? (row.sets[at]?.[code]?.value ?? null)
        : differenceOf(row.differenceOf, row, indicator, at),
    display: (row, shown) => displayOf(row, indicator, at, shown),
    // Ratios do not add up; what the data says of their groups stays until it is asked again.
    ...(indicator.kind === 'ratio' ? {} : { total: 'sum' as const }),
    tone: (row, shown) => toneOf(row, indicator, at, shown),
    locked: (row) => row.sets[at]?.[code]?.locked === true && row.differenceOf === null,
    hint: (row) => hintOf(row, code, at),
    edit: {
      allowed: (row) => row.level === 'unit' && row.differenceOf === null && row.sets[at]?.[code]?.locked !== true,
      // "1,2 tỷ" in a column of triệu đồng.
      ...(moneyScaleOf(indicator.unitLabel) === null
        ? {}
        : { parse: (typed: string) => parseMoney(typed, indicator.unitLabel) }),
    },
  }
}

function parseMoney(typed: string, unitLabel: string): ParsedCell {
  if (typed.trim() === '') return { ok: true, value: null }
  const read = parseFigure(typed, unitLabel)
  return read === null || read.word !== null
    ? { ok: false, reason: gridText.notNumber(typed) }
    : { ok: true, value: read.value }
}

/** `shown` is the figure with what is being typed, where the table knows better than the row. */
function displayOf(
  row: TargetGridRow,
  indicator: IndicatorRow,
  at: number,
  shown: CellValue | undefined,
): string | null {
  if (row.differenceOf !== null) {
    const difference = typeof shown === 'number' ? shown : differenceOf(row.differenceOf, row, indicator, at)
    return describeDifference(difference) ?? ''
  }
  const cell = row.sets[at]?.[indicator.code]
  return cell?.changed === true ? targetVersionsText.changedCell(cell.before, cell.value) : null
}

function toneOf(row: TargetGridRow, indicator: IndicatorRow, at: number, shown: CellValue): CellTone | null {
  if (row.differenceOf !== null) {
    const difference = typeof shown === 'number' ? shown : differenceOf(row.differenceOf, row, indicator, at)
    return difference === null || difference === 0 ? 'muted' : 'warning'
  }
  const cell = row.sets[at]?.[indicator.code]
  if (cell === undefined) return null
  if (cell.changed) return 'pace'
  if (row.level !== 'unit') return null
  if (cell.own === null) return 'muted'
  if (indicator.kind === 'ratio') return null
  // The province's own target is compared at the foot of the table.
  return row.depth > 0 && cell.ofChildren !== null && cell.ofChildren !== cell.own ? 'warning' : null
}

function hintOf(row: TargetGridRow, code: string, at: number): string | null {
  const cell = row.sets[at]?.[code]
  if (row.differenceOf !== null || cell === undefined) return null
  const hints: string[] = []
  if (cell.changed) hints.push(targetVersionsText.changedHint(cell.before, cell.value))
  if (row.level === 'unit') {
    if (cell.locked) hints.push(targetsText.lockedHint)
    else if (cell.own === null && cell.value !== null) hints.push(targetsText.sumHint)
    else if (cell.ofChildren !== null && cell.ofChildren !== cell.own)
      hints.push(targetsText.differsHint(cell.ofChildren))
  }
  if (cell.note !== null) hints.push(targetsText.whyPanel.noteIs(cell.note))
  return hints.length === 0 ? null : hints.join(' ')
}

function referenceColumns(indicator: IndicatorRow, references: References): readonly GridColumn<TargetGridRow>[] {
  const { code } = indicator
  const byRow = new Map(references.rows.map(({ level, unit, cells }) => [`${level}:${unit ?? ''}`, cells[code]]))
  const { label, asOf } = references
  const column = (id: 'target' | 'result', title: string, titleHint: string): GridColumn<TargetGridRow> => ({
    id: `${code}~${id}`,
    title,
    titleHint,
    kind: allowsDecimals(indicator) ? 'number' : 'count',
    width: 92,
    tone: () => 'muted',
    value: (row) => (row.differenceOf === null ? (byRow.get(`${row.level}:${row.unit ?? ''}`)?.[id] ?? null) : null),
    edit: { allowed: () => false },
  })
  return [
    ...(references.plan === null
      ? []
      : [column('target', targetsText.referenceTarget(label), targetsText.referenceTargetHint(label))]),
    column('result', targetsText.referenceResult(label), targetsText.referenceResultHint(label, asOf)),
  ]
}

/** What the annex prints beside a unit. Several notes are written cell by cell. */
function noteColumn(): GridColumn<TargetGridRow> {
  const isUnit = (row: TargetGridRow): boolean => row.level === 'unit' && row.differenceOf === null
  return {
    id: NOTE_COLUMN,
    title: targetsText.note,
    titleHint: targetsText.noteHint,
    kind: 'text',
    width: 180,
    value: (row) => (isUnit(row) ? notesOf(row).join('; ') : null),
    hint: (row) => {
      if (!isUnit(row)) return null
      const notes = notesOf(row)
      return notes.length > 1 ? targetsText.noteSeveral : (notes[0] ?? null)
    },
    edit: {
      allowed: (row) =>
        isUnit(row) && notesOf(row).length < 2 && Object.values(row.sets[0] ?? {}).some(({ id }) => id !== null),
    },
  }
}
