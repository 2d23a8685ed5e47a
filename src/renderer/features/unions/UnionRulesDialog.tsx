import { useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { UnitTypeRow } from '#shared/contract/units.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { unionRulesText } from '#renderer/text/union-rules.ts'
import type { CellValue, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import { DateField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { useTypedLines } from '#renderer/ui/forms/use-typed-lines.ts'

const text = unionRulesText

type Minimum = Output<'unionRules.get'>['minimums'][number]

/** A line while it is being typed: what is missing is null. */
interface MinimumLine {
  readonly id: string
  readonly type: string | null
  readonly members: number | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

const NEW_LINE = { type: null, members: null, validFrom: null, validTo: null }

interface UnionRulesDialogProps {
  readonly types: readonly UnitTypeRow[]
  readonly onClose: () => void
}

/** How many members founding a union takes, by its kind and by the day. */
export function UnionRulesDialog({ types, onClose }: UnionRulesDialogProps) {
  const rules = useData('unionRules.get', {}).data
  const [day, setDay] = useState<string | null | undefined>(undefined)
  const { lines, write, removeRows } = useTypedLines<MinimumLine>((rules?.minimums ?? []).map(asLine), NEW_LINE)
  const earliest = day === undefined ? (rules?.earliest ?? null) : day
  const minimums = lines.flatMap(asMinimum)
  return (
    <FormDialog
      title={text.title}
      width={680}
      waiting={rules === undefined}
      missing={minimums.length < lines.length ? text.incomplete : earliest === null ? text.noDay : null}
      onClose={onClose}
      onSubmit={() => runCommand('unionRules.set', { minimums, ...(earliest === null ? {} : { earliest }) })}
    >
      <p className="dialog-note">{text.intro}</p>
      <div className="dialog-grid">
        <DataGrid<MinimumLine>
          name="union-rules"
          label={text.table}
          columns={makeColumns(types)}
          rows={lines}
          rowId={lineId}
          write={write}
          canAddRows
          removeRows={removeRows}
        />
      </div>
      <DateField label={text.earliest} required value={earliest} onChange={setDay} />
    </FormDialog>
  )
}

function lineId(line: MinimumLine): string {
  return line.id
}

function asLine(minimum: Minimum, at: number): MinimumLine {
  return { id: `minimum-${at}`, ...minimum }
}

/** Nothing for a line that lacks its kind or its number. */
function asMinimum({ type, members, validFrom, validTo }: MinimumLine): readonly Minimum[] {
  return type === null || members === null ? [] : [{ type, members, validFrom, validTo }]
}

function makeColumns(types: readonly UnitTypeRow[]): readonly GridColumn<MinimumLine>[] {
  const kinds = types.filter(({ level }) => level === 'grassroots')
  const day = (id: 'validFrom' | 'validTo', title: string): GridColumn<MinimumLine> => ({
    id,
    title,
    kind: 'date',
    width: 120,
    value: (line): CellValue => line[id],
    edit: {},
  })
  return [
    {
      id: 'type',
      title: text.columns.type,
      kind: 'choice',
      flex: 1,
      minWidth: 200,
      choices: kinds.map(({ code, name }) => ({ id: code, label: name })),
      value: (line) => line.type,
      edit: {},
    },
    { id: 'members', title: text.columns.members, kind: 'count', width: 130, value: (line) => line.members, edit: {} },
    day('validFrom', text.columns.from),
    day('validTo', text.columns.to),
  ]
}
