import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { allowsDecimals } from '#shared/domain/indicators/indicator.ts'
import { parseFigure } from '#shared/domain/indicators/money.ts'
import type { Pace } from '#shared/domain/results/pace.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { gridText } from '#renderer/text/grid.ts'
import { resultsText } from '#renderer/text/results.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { CellValue, GridColumn, GridColumnGroup, ParsedCell } from '#renderer/ui/DataGrid/column.ts'
import type { ProgressRow, ResultGridRow } from './result-rows.ts'
import { percentOfSums, sumResults } from './result-totals.ts'

export interface ResultColumnScope {
  /** Also what each had on another day. */
  readonly compared?: { readonly on: string; readonly isLastYear: boolean } | null
  /** False in the units of another day, which report nothing to this plan. */
  readonly isTyped?: boolean
}

const { columns: text } = resultsText
const SEPARATOR = ':'

/** Which indicator and which of its columns: "DV_MOI:result". */
export function splitColumn(id: string): { readonly indicator: string; readonly part: string } {
  const [indicator = '', part = ''] = id.split(SEPARATOR)
  return { indicator, part }
}

export function makeResultColumns(
  indicators: readonly IndicatorRow[],
  scope: ResultColumnScope,
): readonly (GridColumn<ResultGridRow> | GridColumnGroup<ResultGridRow>)[] {
  return [
    {
      id: 'index',
      title: text.index,
      kind: 'text',
      align: 'center',
      pinned: true,
      width: 48,
      value: (row) => row.index,
    },
    {
      id: 'name',
      title: text.name,
      kind: 'text',
      pinned: true,
      // In the units of another day those that are no more say until when they were.
      width: scope.isTyped === false ? 370 : 290,
      tree: true,
      value: (row) => row.name,
      hint: (row) => row.name,
    },
    ...indicators.map((indicator) => groupOf(indicator, scope)),
  ]
}

function groupOf(indicator: IndicatorRow, scope: ResultColumnScope): GridColumnGroup<ResultGridRow> {
  const { code } = indicator
  const { compared = null } = scope
  const cellOf = (row: ResultGridRow): ProgressRow | undefined => row.cells[code]
  // Ratios do not add up.
  const adds = indicator.kind !== 'ratio'
  const numberKind = allowsDecimals(indicator) ? ('number' as const) : ('count' as const)
  const paceAt = (row: ResultGridRow): Pace | null => (isMissing(row, cellOf(row)) ? null : (cellOf(row)?.pace ?? null))
  return {
    title: indicator.shortName,
    titleHint: targetsText.indicatorTitle(indicator.name, indicator.unitLabel),
    columns: [
      {
        id: `${code}${SEPARATOR}target`,
        title: text.target,
        titleHint: resultsText.targetHint,
        kind: numberKind,
        width: 78,
        value: (row) => cellOf(row)?.target ?? null,
        ...(adds ? { total: 'sum' as const } : {}),
      },
      {
        id: `${code}${SEPARATOR}result`,
        title: text.result,
        titleHint: resultsText.resultHint,
        kind: numberKind,
        width: 104,
        value: (row) => (isMissing(row, cellOf(row)) ? null : resultValue(cellOf(row))),
        display: (row) => (isMissing(row, cellOf(row)) ? resultsText.missing : null),
        tone: (row) => (isMissing(row, cellOf(row)) ? 'warning' : null),
        ...(adds ? { total: (rows, shown) => sumResults(rows, shown, code) } : {}),
        hint: (row) => hintOf(row, cellOf(row)),
        ...(isTyped(indicator) && scope.isTyped !== false
          ? {
              edit: {
                allowed: (row) => row.level === 'unit',
                parse: (typed) => parseResult(typed, indicator.unitLabel),
              },
            }
          : {}),
      },
      {
        id: `${code}${SEPARATOR}percent`,
        title: text.percent,
        titleHint: resultsText.percentHint,
        kind: 'percent',
        width: 86,
        value: (row) => (isMissing(row, cellOf(row)) ? null : (cellOf(row)?.percent ?? null)),
        ...(adds ? { total: (rows, shown) => percentOfSums(rows, shown, code) } : {}),
        display: (row, live) => {
          // Of the rows in sight only: the row's own words are about all of them.
          if (live !== undefined && live !== (cellOf(row)?.percent ?? null)) return null
          const shown = cellOf(row)?.percentText ?? null
          const pace = paceAt(row)
          return shown === null || pace === null ? null : resultsText.signs[pace] + shown
        },
        tone: paceAt,
        hint: (row) => {
          const pace = paceAt(row)
          return pace === null ? null : resultsText.paces[pace]
        },
      },
      ...(compared !== null
        ? [
            {
              id: `${code}${SEPARATOR}before`,
              title: compared.isLastYear ? text.lastYear : formatDate(compared.on),
              titleHint: resultsText.beforeHint(compared.on),
              kind: numberKind,
              width: compared.isLastYear ? 88 : 100,
              value: (row: ResultGridRow) => cellOf(row)?.compared?.result ?? null,
              hint: (row: ResultGridRow) => changeHint(cellOf(row)),
            },
          ]
        : []),
      {
        id: `${code}${SEPARATOR}rank`,
        title: text.rank,
        titleHint: resultsText.rankHint,
        kind: 'count',
        width: 72,
        // The province is alone on its level.
        value: (row) => (row.depth === 0 ? null : (cellOf(row)?.rank ?? null)),
      },
    ],
  }
}

/** "tăng 20 (50%) so với 30/6/2023" */
function changeHint(cell: ProgressRow | undefined): string | null {
  const { change = null, changePercent = null, asOf = '' } = cell?.compared ?? {}
  return change === null ? null : resultsText.changed(change, changePercent, asOf)
}

/** Net figures and ratios are computed from what was reported of their parts. */
function isTyped({ kind }: IndicatorRow): boolean {
  return kind !== 'net' && kind !== 'ratio'
}

/** Something counted that nobody reported sums as 0, yet a 0 here would look like a report of nothing done. */
function isMissing(row: ResultGridRow, cell: ProgressRow | undefined): boolean {
  return row.level === 'unit' && row.depth > 0 && cell !== undefined && cell.target !== null && !cell.reported
}

/** A qualified figure is shown as reported: "hơn 7.000". */
function resultValue(cell: ProgressRow | undefined): CellValue {
  if (cell === undefined || cell.result === null) return null
  if (cell.qualifier === null) return cell.result
  return `${cell.qualifierWord ?? cell.qualifier} ${formatNumber(cell.result)}`
}

/** Money may be typed in any unit of it. */
function parseResult(typed: string, unitLabel: string): ParsedCell {
  if (typed.trim() === '') return { ok: true, value: null }
  const read = parseFigure(typed, unitLabel)
  if (read === null) return { ok: false, reason: gridText.notNumber(typed) }
  return { ok: true, value: read.word === null ? read.value : `${read.word} ${formatNumber(read.value)}` }
}

function hintOf(row: ResultGridRow, cell: ProgressRow | undefined): string | null {
  if (cell === undefined) return null
  if (isMissing(row, cell)) return resultsText.missingHint
  const parts: string[] = []
  if (cell.resultAsOf !== null) parts.push(resultsText.resultAsOf(cell.resultAsOf))
  if (cell.remaining !== null && cell.remaining > 0) parts.push(resultsText.remaining(cell.remaining))
  if (cell.statedPercent !== null) parts.push(resultsText.stated(cell.statedPercent))
  if (cell.implied !== null) {
    const show = (value: number | null): string => (value === null ? '…' : formatNumber(value))
    parts.push(resultsText.implied(show(cell.implied.low), show(cell.implied.high)))
  }
  if (cell.resultDifference !== null && cell.resultDifference !== 0)
    parts.push(resultsText.differs(cell.resultDifference))
  if (cell.resultWithoutTarget !== null && cell.resultWithoutTarget > 0)
    parts.push(resultsText.withoutTarget(cell.resultWithoutTarget))
  for (const note of cell.notes) {
    if (note.code === 'NOT_BEGUN') parts.push(resultsText.notBegun(note.from))
    else if (note.used === null) parts.push(resultsText.openingNone(note.wanted))
    else parts.push(resultsText.openingFrom(note.wanted, note.used))
  }
  return parts.length === 0 ? null : parts.join(' ')
}
