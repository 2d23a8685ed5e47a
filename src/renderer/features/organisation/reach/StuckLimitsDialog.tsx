import type { Output } from '#shared/contract/index.ts'
import { USUAL_STUCK_DAYS } from '#shared/domain/organisation/stuck-limits.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { reachText } from '#renderer/text/reach.ts'
import type { CellValue, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { useTypedLines } from '#renderer/ui/forms/use-typed-lines.ts'

const text = reachText.limits
const NONE: readonly never[] = []

type Limit = Output<'stuckLimits.get'>['limits'][number]

/** A line while it is being typed: what is missing is null. */
interface LimitLine {
  readonly id: string
  readonly stage: string | null
  readonly days: number | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

const NEW_LINE = { stage: null, days: null, validFrom: null, validTo: null }

/** After how many days in a stage an enterprise counts as stuck, by stage and by the day. */
export function StuckLimitsDialog({ onClose }: { readonly onClose: () => void }) {
  const stored = useData('stuckLimits.get', {}).data
  const stages = useData('stages.list', {}).data ?? NONE
  const { lines, write, removeRows } = useTypedLines<LimitLine>((stored?.limits ?? NONE).map(asLine), NEW_LINE)
  const limits = lines.flatMap(asLimit)
  return (
    <FormDialog
      title={text.title}
      width={680}
      waiting={stored === undefined}
      missing={limits.length < lines.length ? text.incomplete : null}
      onClose={onClose}
      onSubmit={() => runCommand('stuckLimits.set', { limits })}
    >
      <p className="dialog-note">{text.intro(USUAL_STUCK_DAYS)}</p>
      <div className="dialog-grid">
        <DataGrid<LimitLine>
          name="stuck-limits"
          label={text.table}
          columns={makeColumns(stages)}
          rows={lines}
          rowId={({ id }) => id}
          write={write}
          canAddRows
          removeRows={removeRows}
        />
      </div>
    </FormDialog>
  )
}

function asLine(limit: Limit, at: number): LimitLine {
  return { id: `limit-${at}`, ...limit }
}

/** Nothing for a line without a number. */
function asLimit({ stage, days, validFrom, validTo }: LimitLine): readonly Limit[] {
  return days === null ? [] : [{ stage, days, validFrom, validTo }]
}

function makeColumns(
  stages: readonly { readonly code: string; readonly name: string }[],
): readonly GridColumn<LimitLine>[] {
  const day = (id: 'validFrom' | 'validTo', title: string): GridColumn<LimitLine> => ({
    id,
    title,
    kind: 'date',
    width: 120,
    value: (line): CellValue => line[id],
    edit: {},
  })
  return [
    {
      id: 'stage',
      title: text.columns.stage,
      kind: 'choice',
      flex: 1,
      minWidth: 200,
      choices: [{ id: null, label: text.everyStage }, ...stages.map(({ code, name }) => ({ id: code, label: name }))],
      value: (line) => line.stage,
      edit: {},
    },
    { id: 'days', title: text.columns.days, kind: 'count', width: 110, value: (line) => line.days, edit: {} },
    day('validFrom', text.columns.from),
    day('validTo', text.columns.to),
  ]
}
