import type { CellChange } from '#shared/contract/exchange-rows.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'

const text = exchangeText.receiveDialog

/** A cell of a comparison as the table lists it, with what will be done about it. */
export interface ListedChange extends CellChange {
  readonly key: string
  readonly outcome: keyof typeof text.state
}

/** Old, theirs, ours side by side, and who changed it when on either side. */
export const CHANGE_COLUMNS: GridColumns<ListedChange> = [
  column('state', text.columns.state, 110, (row) => text.state[row.outcome], {
    pinned: true,
    tone: (row) =>
      row.outcome === 'keep' || row.outcome === 'ours' ? 'muted' : row.outcome === 'clash' ? 'warning' : null,
  }),
  column('rowTitle', text.columns.row, 230, (row) => `${row.tableTitle}: ${row.rowTitle}`, { pinned: true }),
  column('column', text.columns.column, 140, (row) => (row.column === '' ? text.wholeRow : row.columnTitle)),
  column('old', text.columns.old, 140, (row) => row.old),
  column('theirs', text.columns.theirs, 160, (row) => row.theirs, { strong: true }),
  column('ours', text.columns.ours, 140, (row) => row.ours),
  column('by', text.columns.by, 170, (row) => someone(row.theirsBy, row.theirsAt)),
  column('oursBy', text.columns.oursBy, 170, (row) => someone(row.oursBy, row.oursAt)),
]

function someone(who: string | null, at: string | null): string | null {
  const said = text.someone(who, at === null ? null : describeMoment(at))
  return said === '' ? null : said
}

function column(
  id: string,
  title: string,
  width: number,
  value: (row: ListedChange) => string | null,
  look: Partial<GridColumn<ListedChange>> = {},
): GridColumn<ListedChange> {
  return { id, title, kind: 'text', width, value, hint: value, ...look }
}
