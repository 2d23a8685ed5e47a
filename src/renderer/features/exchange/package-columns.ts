import type { PackageRow } from '#shared/contract/exchange-rows.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'

const text = exchangeText.packages

export const PACKAGE_COLUMNS: GridColumns<PackageRow> = [
  column('at', text.at, 132, (row) => describeMoment(row.at), { pinned: true }),
  column('direction', text.columns.direction, 66, (row) => text.direction[row.direction]),
  column('kind', text.columns.kind, 190, (row) => KIND_RULES[row.kind].title),
  column('partner', text.columns.partner, 230, (row) => (row.direction === 'in' ? row.from.name : row.to.name)),
  column('period', text.columns.period, 132, (row) =>
    row.period === null ? row.plan : `${formatDate(row.period.from)}–${formatDate(row.period.to)}`,
  ),
  column('carrier', text.columns.carrier, 76, (row) => text.carrier[row.carrier]),
  column('state', text.columns.state, 118, (row) => text.state[row.state], {
    tone: (row) => (row.state === 'waiting' ? 'warning' : row.state === 'undone' ? 'muted' : null),
  }),
  count('rows', text.columns.rows, (row) => row.rows),
  column('changes', text.columns.changes, 150, (row) =>
    row.direction === 'in' ? text.changes(row.created, row.updated, row.deleted) : null,
  ),
  count('open', text.columns.open, (row) => row.open, { tone: (row) => (row.open > 0 ? 'warning' : null) }),
  column('who', text.columns.who, 130, (row) => row.who),
  column('file', text.columns.file, 230, (row) => row.file, { flex: 1, minWidth: 150 }),
  count('sequence', text.columns.sequence, (row) => row.sequence, { aside: true }),
]

function column(
  id: string,
  title: string,
  width: number,
  value: (row: PackageRow) => string | null,
  look: Partial<GridColumn<PackageRow>> = {},
): GridColumn<PackageRow> {
  return { id, title, kind: 'text', width, value, ...look }
}

function count(
  id: string,
  title: string,
  value: (row: PackageRow) => number,
  look: Partial<GridColumn<PackageRow>> = {},
): GridColumn<PackageRow> {
  return { id, title, kind: 'count', width: 84, value, ...look }
}
