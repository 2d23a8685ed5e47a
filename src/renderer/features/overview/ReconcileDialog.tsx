import { Checkbox, Select } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { RECONCILE_KINDS } from '#shared/domain/results/reconcile-pair.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { reconcileText } from '#renderer/text/reconcile.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { PairSources } from './PairSources.tsx'
import { type PlacedPair, RECONCILE_COLUMNS } from './reconcile-columns.ts'

interface ReconcileDialogProps {
  readonly planName: string
  readonly onClose: () => void
}

const NONE: readonly never[] = []

/** What ought to add up and does not, both numbers beside each other, and what each of them rests on. */
export function ReconcileDialog({ planName, onClose }: ReconcileDialogProps) {
  const { plan, asOf } = useWorkingContext()
  const [kind, setKind] = useState('')
  const [isAll, setIsAll] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const answer = useData('results.reconcile', { plan, asOf, all: isAll }).data
  const pairs = useMemo(
    () => (answer?.rows ?? NONE).map((row, at): PlacedPair => ({ ...row, id: String(at) })),
    [answer],
  )
  const rows = useMemo(() => pairs.filter((row) => kind === '' || row.kind === kind), [pairs, kind])
  const pair = rows.find(({ id }) => id === chosen) ?? null
  return (
    <ReadingDialog title={reconcileText.title(planName, asOf)} width={1160} contentClass="reconcile" onClose={onClose}>
      {answer === undefined ? (
        <Waiting />
      ) : (
        <>
          <div className="checks-head">
            <p>{reconcileText.counts(answer.checked, answer.agreed)}</p>
            <div className="reconcile-filters">
              <Checkbox
                label={reconcileText.all}
                checked={isAll}
                onChange={(_, { checked }) => setIsAll(checked === true)}
              />
              <Select
                size="small"
                aria-label={reconcileText.kind}
                value={kind}
                onChange={(_, { value }) => setKind(value)}
              >
                <option value="">{reconcileText.allKinds}</option>
                {RECONCILE_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {reconcileText.kindOption(reconcileText.kinds[one], pairs.filter((row) => row.kind === one).length)}
                  </option>
                ))}
              </Select>
            </div>
          </div>
          <div className="reconcile-grid">
            <DataGrid<PlacedPair>
              name="reconcile"
              label={reconcileText.action}
              columns={RECONCILE_COLUMNS}
              rows={rows}
              rowId={idOf}
              noRowsText={reconcileText.clean}
              onFocusRow={(row) => setChosen(row?.id ?? null)}
            />
          </div>
          {pair === null ? (
            <p className="side-note">{reconcileText.choose}</p>
          ) : (
            <PairSources
              key={`${pair.kind} ${pair.unit} ${pair.indicator} ${pair.id}`}
              pair={pair}
              plan={answer.plan}
            />
          )}
        </>
      )}
    </ReadingDialog>
  )
}

function idOf(row: PlacedPair): string {
  return row.id
}
