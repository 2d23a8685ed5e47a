import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { CellChange } from '#shared/contract/exchange-rows.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { CHANGE_COLUMNS, type ListedChange } from './change-columns.ts'
import { matches, selectorOf, withSelectors, type Scope } from './selectors.ts'
import type { Decision, ReceivedFile } from './use-received.ts'

const text = exchangeText.receiveDialog
const NONE: readonly never[] = []

interface ChangesTableProps {
  readonly changes: readonly CellChange[]
  readonly isClashes: boolean
  readonly received: ReceivedFile
  readonly onChange: (patch: Pick<Partial<ReceivedFile>, 'rejected' | 'decided'>) => void
}

/** Cell by cell what a file changes; each cell, row, column or the whole file may be left out, clashes decided. */
export function ChangesTable({ changes, isClashes, received, onChange }: ChangesTableProps) {
  const { rejected, decided } = received
  const rows = useMemo(
    () =>
      changes.map((change): ListedChange => {
        const key = JSON.stringify([change.table, change.row, change.column])
        if (rejected.some((selector) => matches(selector, change))) return { ...change, key, outcome: 'keep' }
        const choice = decided.find((one) => matches(one, change))?.choice
        return { ...change, key, outcome: choice === undefined || choice === 'leave' ? change.what : choice }
      }),
    [changes, rejected, decided],
  )
  const [selected, setSelected] = useState<readonly ListedChange[]>(NONE)
  const [focused, setFocused] = useState<ListedChange | null>(null)
  const chosen = selected.length > 0 ? selected : focused === null ? NONE : [focused]
  const reject = (list: readonly ListedChange[], scope: Scope): void =>
    onChange({
      rejected: withSelectors(
        rejected,
        list.map((change) => selectorOf(change, scope)),
      ),
    })
  const takeBack = (list: readonly ListedChange[]): void =>
    onChange({ rejected: rejected.filter((selector) => !list.some((change) => matches(selector, change))) })
  const decide = (list: readonly ListedChange[], choice: Decision['choice']): void =>
    onChange({
      decided: [
        ...decided.filter((one) => !list.some((change) => matches(one, change))),
        ...list.map((change): Decision => ({ ...selectorOf(change, 'cell'), choice })),
      ],
    })
  const offered = (list: readonly ListedChange[]): readonly GridMenuItem[] =>
    isClashes
      ? [
          { label: text.clashTheirs, run: () => decide(list, 'theirs') },
          {
            label: text.clashOurs,
            run: () =>
              decide(
                list.filter(({ decides }) => decides),
                'ours',
              ),
          },
          { label: text.clashLeave, run: () => decide(list, 'leave') },
        ]
      : [
          { label: text.rejectCell, run: () => reject(list, 'cell') },
          { label: text.rejectRow, run: () => reject(list, 'row') },
          { label: text.rejectColumn, run: () => reject(list, 'column') },
          { label: text.rejectFile, run: () => reject(list.slice(0, 1), 'file') },
          { label: text.takeBack, run: () => takeBack(list) },
        ]
  return (
    <>
      {rows.length === 0 ? null : (
        <div className="exchange-bar" role="group" aria-label={text.actionsLabel}>
          {offered(chosen).map(({ label, run }) => (
            <Button key={label} size="small" disabled={chosen.length === 0} onClick={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
      <DataGrid<ListedChange>
        name={isClashes ? 'exchange-clashing' : 'exchange-changes'}
        label={isClashes ? text.tabs.clashes : text.changesTable}
        columns={CHANGE_COLUMNS}
        rows={rows}
        rowId={keyOf}
        noRowsText={text.nothing}
        onSelect={setSelected}
        onFocusRow={setFocused}
        menu={(row) => offered(selected.some(({ key }) => key === row.key) ? selected : [row])}
      />
    </>
  )
}

function keyOf(row: ListedChange): string {
  return row.key
}
