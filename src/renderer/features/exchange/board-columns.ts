import type { BoardEntry, BoardPeriod, BoardRow } from '#shared/contract/exchange-board.ts'
import type { BoardState } from '#shared/domain/exchange/board/board.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import type { CellTone, GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'

const TONES: Readonly<Record<BoardState, CellTone | null>> = {
  'not-sent': 'muted',
  late: 'behind',
  received: 'pace',
  accepted: 'reached',
  returned: 'warning',
}

/** A column a period; the state stands in words, its colour says the same. */
export function makeBoardColumns(periods: readonly BoardPeriod[]): GridColumns<BoardRow> {
  return [
    { id: 'name', title: exchangeText.board.unit, kind: 'text', width: 240, pinned: true, value: (row) => row.name },
    ...periods.map((period): GridColumn<BoardRow> => ({
      id: period.code,
      title: titleOf(period.name),
      titleHint: period.name,
      kind: 'text',
      width: 144,
      value: (row) => entryOf(row, period.code)?.stateText ?? null,
      display: (row) => shortOf(entryOf(row, period.code)),
      tone: (row) => toneOf(entryOf(row, period.code)),
      hint: (row) => hintOf(entryOf(row, period.code)),
    })),
  ]
}

export function entryOf(row: BoardRow, period: string): BoardEntry | undefined {
  return row.cells.find((cell) => cell.period === period)
}

function titleOf(name: string): string {
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`
}

function toneOf(entry: BoardEntry | undefined): CellTone | null {
  if (entry === undefined) return null
  return entry.state === 'received' && entry.daysLate > 0 ? null : TONES[entry.state]
}

/** A sign and a few words, so that a month of units is seen at a glance; the whole of it is in the hint. */
function shortOf(entry: BoardEntry | undefined): string | null {
  if (entry === undefined) return null
  const { short } = exchangeText.board
  return `${exchangeText.board.signs[entry.state]} ${short[entry.state](entry.daysLate, entry.openQuestions, entry.questions)}`
}

function hintOf(entry: BoardEntry | undefined): string | null {
  return entry === undefined
    ? null
    : exchangeText.board.hint(entry.stateText, entry.dueOn, entry.receivedOn, entry.sentOn, entry.source)
}
