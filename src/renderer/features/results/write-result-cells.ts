import { parseTypedValue } from '#shared/domain/results/parse-value.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { fetchData } from '#renderer/api/data.ts'
import { runCommand, tryCommand } from '#renderer/api/commands.ts'
import { resultsText } from '#renderer/text/results.ts'
import type { CellEdit, CellRefusal, EditOrigin } from '#renderer/ui/DataGrid/grid-model.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { splitColumn } from './result-columns.ts'
import type { ResultGridRow } from './result-rows.ts'

export interface ResultScope {
  readonly plan: string
  readonly asOf: IsoDate
  readonly shortNames: ReadonlyMap<string, string>
  /** Asks why a figure of a closed period changes; null: the clerk leaves it as it is. */
  readonly askReason: (sentence: string) => Promise<string | null>
}

/** Cumulative figures of the day being looked at, typed or pasted, as one step; an emptied one is taken back. */
export async function writeResultCells(
  scope: ResultScope,
  edits: readonly CellEdit<ResultGridRow>[],
  origin: EditOrigin,
): Promise<readonly CellRefusal[]> {
  const filled = edits.filter(({ value }) => value !== null)
  const emptied = edits.filter(({ value }) => value === null)
  return [...(await addFigures(scope, filled, origin)), ...(await removeFigures(scope, emptied))]
}

/** What of it would be refused, figure by figure; nothing is written. */
export async function tryResultCells(
  scope: Pick<ResultScope, 'asOf'>,
  edits: readonly CellEdit<ResultGridRow>[],
): Promise<readonly CellRefusal[]> {
  const typed = edits.flatMap((edit) => entriesOf(scope, [edit]).map((entry) => ({ edit, entry })))
  if (typed.length === 0) return []
  const answer = await tryCommand('reports.addMany', { entries: typed.map(({ entry }) => entry), dryRun: true })
  const refuse = (at: number, reason: string): readonly CellRefusal[] => {
    const edit = typed[at]?.edit
    return edit === undefined ? [] : [{ rowId: edit.rowId, column: edit.column, reason }]
  }
  return answer.ok
    ? (answer.value.refused ?? []).flatMap(({ entry, reason }) => refuse(entry, reason))
    : typed.flatMap((_, at) => refuse(at, answer.error.message))
}

function entriesOf({ asOf }: Pick<ResultScope, 'asOf'>, edits: readonly CellEdit<ResultGridRow>[]) {
  return edits.flatMap((edit) => {
    // As the column read it: "96,4 tỷ" in a column of triệu is 96.400 there.
    const typed =
      typeof edit.value === 'number' ? { value: edit.value, word: null } : parseTypedValue(String(edit.value ?? ''))
    if (typed === null || edit.row.unit === null) return []
    const { indicator } = splitColumn(edit.column)
    return [{ unit: edit.row.unit, indicator, asOf, value: typed.value, qualifier: typed.word }]
  })
}

async function addFigures(
  scope: ResultScope,
  edits: readonly CellEdit<ResultGridRow>[],
  origin: EditOrigin,
): Promise<readonly CellRefusal[]> {
  if (edits.length === 0) return []
  const entries = entriesOf(scope, edits)
  const label = labelOf(scope, edits, origin)
  let answer = await runCommand('reports.addMany', { entries, label })
  if (!answer.ok && answer.error.code === 'REPORT_PERIOD_CLOSED') {
    const adjustReason = await scope.askReason(answer.error.message)
    if (adjustReason !== null) {
      const adjusted = entries.map((entry) => ({ ...entry, adjustReason }))
      answer = await runCommand('reports.addMany', { entries: adjusted, label })
    }
  }
  if (!answer.ok) return edits.map(({ rowId, column }) => ({ rowId, column, reason: answer.error.message }))
  showFindings(answer.value.entries)
  return []
}

async function removeFigures(
  scope: ResultScope,
  edits: readonly CellEdit<ResultGridRow>[],
): Promise<readonly CellRefusal[]> {
  const refusals: CellRefusal[] = []
  for (const { row, rowId, column } of edits) {
    const { indicator } = splitColumn(column)
    const reports = await fetchData('reports.list', { unit: row.unit, indicator, plan: scope.plan })
    const ofDay = reports.find((report) => report.asOf === scope.asOf && report.basis === 'cumulative')
    if (ofDay === undefined) {
      const earlier = row.cells[indicator]?.resultAsOf ?? null
      const reason = earlier === null ? resultsText.nothingToRemove : resultsText.fromEarlier(earlier)
      refusals.push({ rowId, column, reason })
      continue
    }
    const answer = await runCommand('reports.remove', { id: ofDay.id })
    if (!answer.ok) refusals.push({ rowId, column, reason: answer.error.message })
  }
  return refusals
}

/** Taken, and worth a look: a cumulative figure that falls, a percent that does not agree. */
export function showFindings(
  entries: readonly { readonly unitName: string; readonly findings: readonly { readonly message: string }[] }[],
): void {
  for (const { findings } of entries) for (const { message } of findings) notify('warning', message)
}

function labelOf(scope: ResultScope, edits: readonly CellEdit<ResultGridRow>[], origin: EditOrigin): string {
  const [first] = edits
  if (edits.length === 1 && first !== undefined) {
    const { indicator } = splitColumn(first.column)
    return resultsText.setLabel(scope.shortNames.get(indicator) ?? indicator, first.row.name, first.text.trim())
  }
  return origin === 'fill' ? resultsText.fillLabel(edits.length) : resultsText.pasteLabel(edits.length)
}
