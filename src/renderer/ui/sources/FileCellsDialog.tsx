import type { Output } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { reportImportText as text } from '#renderer/text/report-import.ts'
import type { GridColumn } from '../DataGrid/column.ts'
import { DataGrid } from '../DataGrid/DataGrid.tsx'
import { ReadingDialog } from '../layout/ReadingDialog.tsx'
import './sources.css'

type CellLine = Output<'reportFiles.cells'>['cells'][number]

/** The list of a file's cells: which figure of which unit stands as which cell gave it. */
export function FileCellsDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const cells = useData('reportFiles.cells', { file }).data
  return (
    <ReadingDialog
      title={text.fileCells.title(cells?.name ?? '')}
      className="file-cells"
      contentClass="file-cells-content"
      onClose={onClose}
    >
      {cells === undefined ? null : (
        <>
          <p className="dialog-note">{text.fileCells.takenOn(cells.takenOn)}</p>
          <div className="file-cells-grid">
            <DataGrid<CellLine>
              name="file-cells"
              label={text.fileCells.table}
              columns={COLUMNS}
              rows={cells.cells}
              rowId={cellId}
            />
          </div>
        </>
      )}
    </ReadingDialog>
  )
}

function cellId(line: CellLine): string {
  return line.id
}

const COLUMNS: readonly GridColumn<CellLine>[] = [
  { id: 'sheet', title: text.columns.sheet, kind: 'text', width: 110, value: (row) => row.sheet },
  { id: 'cell', title: text.columns.cell, kind: 'text', align: 'center', width: 70, value: (row) => row.cell },
  { id: 'text', title: text.columns.text, kind: 'text', width: 130, value: (row) => row.text },
  { id: 'unit', title: text.columns.unit, kind: 'text', flex: 1, minWidth: 200, value: (row) => row.unitName },
  {
    id: 'indicator',
    title: text.columns.indicator,
    kind: 'text',
    flex: 1,
    minWidth: 240,
    value: (row) => row.indicatorName,
  },
  { id: 'asOf', title: text.columns.asOf, kind: 'date', width: 110, value: (row) => row.asOf },
  { id: 'basis', title: text.columns.basis, kind: 'text', width: 90, value: (row) => text.bases[row.basis] },
  {
    id: 'value',
    title: text.columns.value,
    kind: 'number',
    width: 110,
    strong: true,
    value: (row) => (row.word === null ? row.value : `${row.word} ${formatNumber(row.value)}`),
  },
]
