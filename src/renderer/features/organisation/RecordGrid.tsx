import { useMemo, useState } from 'react'
import { recordOf, type RecordId } from '#shared/domain/organisation/records.ts'
import { commonText } from '#renderer/text/common.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { makeWriteRecords, removeQuestion, removeRecordRows, type FirstCells } from './write-records.ts'

interface RecordGridProps<Row extends { readonly id: string }> {
  readonly table: RecordId
  readonly label: string
  readonly columns: GridColumns<Row>
  readonly rows: readonly Row[]
  /** What new rows start with; a new array means another place to write to. */
  readonly first?: FirstCells
  readonly canAddRows?: boolean
  readonly onFocusRow?: (row: Row | null) => void
  readonly onSelect?: (rows: readonly Row[]) => void
  readonly onOpen?: (row: Row) => void
  readonly menu?: (row: Row) => readonly GridMenuItem[]
  readonly noRowsText?: string
}

const NOTHING_FIRST: FirstCells = []

/** A table of records: typed into, pasted into, added to by its last row; rows go after a question. */
export function RecordGrid<Row extends { readonly id: string }>(props: RecordGridProps<Row>) {
  const { table, label, columns, rows, first = NOTHING_FIRST, canAddRows = true } = props
  const { onFocusRow, onSelect, onOpen, menu, noRowsText } = props
  const [removing, setRemoving] = useState<readonly string[]>([])
  const write = useMemo(() => makeWriteRecords<Row>(table, first), [table, first])
  const tryWrite = useMemo(() => makeWriteRecords<Row>(table, first, true), [table, first])
  return (
    <>
      <DataGrid<Row>
        name={table}
        label={label}
        columns={columns}
        rows={rows}
        rowId={rowIdOf}
        write={write}
        tryWrite={tryWrite}
        canAddRows={canAddRows}
        removeRows={async (gone) => setRemoving(gone.map(rowIdOf))}
        historyOf={(row) => ({ table: recordOf(table).table, row: row.id })}
        menu={(row) => [...(menu?.(row) ?? []), { label: organisationText.remove, run: () => setRemoving([row.id]) }]}
        {...(onFocusRow === undefined ? {} : { onFocusRow })}
        {...(onSelect === undefined ? {} : { onSelect })}
        {...(onOpen === undefined ? {} : { onOpen })}
        {...(noRowsText === undefined ? {} : { noRowsText })}
      />
      {removing.length === 0 ? null : (
        <ConfirmDialog
          title={organisationText.removeTitle}
          text={removeQuestion(table, removing.length)}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving([])}
          onConfirm={() => removeRecordRows(table, removing)}
        />
      )}
    </>
  )
}

function rowIdOf(row: { readonly id: string }): string {
  return row.id
}
