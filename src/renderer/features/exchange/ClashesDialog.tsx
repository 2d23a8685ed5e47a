import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ClashRow, PackageRow } from '#shared/contract/exchange-rows.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

const text = exchangeText.packages
const words = exchangeText.receiveDialog.columns
const NONE: readonly never[] = []

/** What both sides changed and nobody decided yet, of one file; with it the differences that are left. */
export function ClashesDialog({ row, onClose }: { readonly row: PackageRow; readonly onClose: () => void }) {
  const clashes = useData('exchange.clashes', { package: row.id }).data
  const [selected, setSelected] = useState<readonly ClashRow[]>(NONE)
  const [focused, setFocused] = useState<ClashRow | null>(null)
  const chosen = selected.length > 0 ? selected : focused === null ? NONE : [focused]
  const decide = async (choice: 'ours' | 'theirs'): Promise<void> => {
    const ids = chosen.filter(({ decides }) => decides || choice === 'theirs').map(({ id }) => id)
    if (ids.length === 0) return
    const answer = await runCommand('exchange.decide', { clashes: ids, choice })
    if (answer.ok) notify('success', text.decided(answer.value.decided, answer.value.open))
    else notifyError(answer.error)
  }
  return (
    <ReadingDialog
      title={text.clashesTitle}
      className="exchange-dialog"
      bodyClass="large-dialog-body"
      contentClass="large-dialog-content"
      extra={
        <>
          <Button disabled={chosen.length === 0} onClick={() => void decide('theirs')}>
            {text.decideTheirs}
          </Button>
          <Button disabled={!chosen.some(({ decides }) => decides)} onClick={() => void decide('ours')}>
            {text.decideOurs}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <DataGrid<ClashRow>
        name="exchange-open-clashes"
        label={text.clashesTable}
        columns={COLUMNS}
        rows={clashes ?? NONE}
        rowId={idOf}
        noRowsText={text.noClashes}
        onSelect={setSelected}
        onFocusRow={setFocused}
      />
    </ReadingDialog>
  )
}

const COLUMNS: GridColumns<ClashRow> = [
  column('row', words.row, 260, (row) => `${row.tableTitle}: ${row.rowTitle}`),
  column('column', words.column, 150, (row) =>
    row.column === '' ? exchangeText.receiveDialog.wholeRow : row.columnTitle,
  ),
  column('old', words.old, 150, (row) => row.old),
  column('theirs', words.theirs, 170, (row) => row.theirs),
  column('ours', words.ours, 170, (row) => row.ours),
  column('by', words.by, 200, (row) => [row.theirUnit, row.by].filter(Boolean).join(', ')),
]

function column(
  id: string,
  title: string,
  width: number,
  value: (row: ClashRow) => string | null,
): GridColumn<ClashRow> {
  return { id, title, kind: 'text', width, value, tone: (row) => (row.decides ? null : 'muted') }
}

function idOf(row: ClashRow): string {
  return row.id
}
