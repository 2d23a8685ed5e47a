import type { ReconcileRow } from '#shared/contract/reconcile.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { reconcileText } from '#renderer/text/reconcile.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'

/** A pair by its place in the answer: one unit may have two of one indicator. */
export interface PlacedPair extends ReconcileRow {
  readonly id: string
}

type SideName = 'left' | 'right'

const text = reconcileText.columns

export const RECONCILE_COLUMNS: readonly GridColumn<PlacedPair>[] = [
  { id: 'unit', title: text.unit, kind: 'text', minWidth: 190, flex: 2, value: ({ name }) => name },
  {
    id: 'indicator',
    title: text.indicator,
    kind: 'text',
    minWidth: 120,
    flex: 1,
    value: ({ indicatorName, assigner }) => (assigner === null ? indicatorName : `${indicatorName} (${assigner})`),
  },
  {
    id: 'kind',
    title: text.kind,
    kind: 'text',
    minWidth: 170,
    flex: 1,
    value: ({ kind }) => reconcileText.kinds[kind],
    hint: ({ left, right }) => `${left.label}; ${right.label}`,
  },
  { id: 'asOf', title: text.asOf, kind: 'date', width: 96, value: ({ asOf }) => asOf },
  sideColumn('left', text.left),
  sideColumn('right', text.right),
  {
    id: 'difference',
    title: text.difference,
    kind: 'number',
    width: 84,
    value: ({ difference }) => difference,
    display: ({ difference }) => (difference === null || difference <= 0 ? null : `+${formatNumber(difference)}`),
  },
  {
    id: 'state',
    title: text.state,
    kind: 'text',
    width: 104,
    value: ({ agrees }) => (agrees ? reconcileText.agrees : reconcileText.differs),
    tone: ({ agrees }) => (agrees ? 'reached' : 'behind'),
  },
]

function sideColumn(side: SideName, title: string): GridColumn<PlacedPair> {
  return {
    id: side,
    title,
    kind: 'number',
    width: 104,
    value: (row) => row[side].value,
    display: (row) => showSide(row, side),
    hint: (row) => row[side].label,
  }
}

/** "≥ 7.000", "chưa có". */
export function showSide(row: ReconcileRow, side: SideName): string {
  const { value, qualifier } = row[side]
  return reconcileText.value(value, qualifier === null ? '' : `${qualifier} `)
}
