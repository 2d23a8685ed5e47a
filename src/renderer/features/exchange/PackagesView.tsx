import { Button } from '@fluentui/react-components'
import { ArrowUndoRegular, BranchCompareRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { PackageRow } from '#shared/contract/exchange-rows.ts'
import { useData } from '#renderer/api/data.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { ClashesDialog } from './ClashesDialog.tsx'
import { PACKAGE_COLUMNS } from './package-columns.ts'
import { UndoPackageDialog } from './UndoPackageDialog.tsx'

const text = exchangeText.packages

interface PackagesViewProps {
  readonly onSend: () => void
  readonly onReceive: () => Promise<void>
}

/** Every file that went out or came in; what came in can be taken back at any later time. */
export function PackagesView({ onSend, onReceive }: PackagesViewProps) {
  const listed = useData('exchange.list', {}).data
  const [focused, setFocused] = useState<PackageRow | null>(null)
  const [undoing, setUndoing] = useState<PackageRow | null>(null)
  const [deciding, setDeciding] = useState<PackageRow | null>(null)
  if (listed !== undefined && listed.length === 0)
    return (
      <EmptyState
        title={text.emptyTitle}
        text={text.emptyText}
        actions={[
          { label: exchangeText.send, main: true, run: onSend },
          { label: exchangeText.receive, run: () => void onReceive() },
        ]}
      />
    )
  const undo = (row: PackageRow | null): void => {
    if (row === null || row.direction !== 'in' || row.state !== 'applied') notify('info', text.chooseOne)
    else setUndoing(row)
  }
  const decide = (row: PackageRow | null): void => {
    if (row === null || row.direction !== 'in') notify('info', text.chooseOne)
    else setDeciding(row)
  }
  const menu = (row: PackageRow): readonly GridMenuItem[] => [
    { label: exchangeText.undo, run: () => undo(row) },
    { label: exchangeText.differences, run: () => decide(row) },
  ]
  return (
    <>
      <div className="exchange-bar">
        <Button size="small" icon={<BranchCompareRegular />} onClick={() => decide(focused)}>
          {exchangeText.differences}
        </Button>
        <Button size="small" icon={<ArrowUndoRegular />} onClick={() => undo(focused)}>
          {exchangeText.undo}
        </Button>
      </div>
      <DataGrid<PackageRow>
        name="exchange-packages"
        label={text.table}
        columns={PACKAGE_COLUMNS}
        rows={listed ?? []}
        rowId={idOf}
        onFocusRow={(row) => setFocused(row)}
        menu={menu}
      />
      {undoing === null ? null : <UndoPackageDialog row={undoing} onClose={() => setUndoing(null)} />}
      {deciding === null ? null : <ClashesDialog row={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

function idOf(row: PackageRow): string {
  return row.id
}
