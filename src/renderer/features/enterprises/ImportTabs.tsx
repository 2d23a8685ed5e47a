import { useMemo } from 'react'
import type { ImportReport } from '#shared/contract/survey.ts'
import { SURVEY_FIELDS, type SurveyField } from '#shared/domain/survey/fields.ts'
import { importText } from '#renderer/text/enterprises.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'

export type ImportTab = keyof typeof importText.tabs

/** Sheets of the preview that have something to say; units and columns always do. */
export function tabsOf(report: ImportReport): readonly { readonly id: ImportTab; readonly count: number }[] {
  const all: { id: ImportTab; count: number }[] = [
    { id: 'units', count: report.perUnit.length },
    { id: 'columns', count: report.columns.length },
    { id: 'problems', count: report.problems.length },
    { id: 'unmatched', count: report.unmatched.length },
    { id: 'duplicates', count: report.duplicates.length },
    { id: 'conversions', count: report.conversions.length },
    { id: 'hints', count: report.hints.length },
  ]
  return all.filter(({ id, count }) => count > 0 || id === 'units' || id === 'columns')
}

interface ImportTabContentProps {
  readonly tab: ImportTab
  readonly report: ImportReport
  /** Reads these columns as said from now on: field by column letter. */
  readonly onFields: (fields: Readonly<Record<string, SurveyField | null>>) => void
}

export function ImportTabContent({ tab, report, onFields }: ImportTabContentProps) {
  const label = importText.tabs[tab]
  switch (tab) {
    case 'units':
      return <Table name="import-units" label={label} rows={report.perUnit} columns={UNIT_COLUMNS} />
    case 'columns':
      return <ColumnTable label={label} report={report} onFields={onFields} />
    case 'problems':
      return <Table name="import-problems" label={label} rows={report.problems} columns={PROBLEM_COLUMNS} />
    case 'unmatched':
      return (
        <>
          <p className="import-line">{importText.unmatchedText}</p>
          <Table name="import-unmatched" label={label} rows={report.unmatched} columns={UNMATCHED_COLUMNS} />
        </>
      )
    case 'duplicates':
      return (
        <>
          <p className="import-line">{importText.duplicateText}</p>
          <Table name="import-duplicates" label={label} rows={report.duplicates} columns={DUPLICATE_COLUMNS} />
        </>
      )
    case 'conversions':
      return <Table name="import-conversions" label={label} rows={report.conversions} columns={CONVERSION_COLUMNS} />
    case 'hints':
      return (
        <ul className="import-hints">
          {report.hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )
  }
}

type ColumnRow = ImportReport['columns'][number]

/** What each column was taken for; another meaning is chosen in its cell. */
function ColumnTable({ label, report, onFields }: Omit<ImportTabContentProps, 'tab'> & { readonly label: string }) {
  const write = useMemo<WriteCells<ColumnRow>>(
    () => async (edits) => {
      const fields: Record<string, SurveyField | null> = {}
      for (const { row, value } of edits) fields[row.column] = SURVEY_FIELDS.find((field) => field === value) ?? null
      onFields(fields)
      return []
    },
    [onFields],
  )
  return (
    <>
      <p className="import-line">{importText.columnsHint[report.columnsFrom](report.sender)}</p>
      <DataGrid<ColumnRow>
        name="import-columns"
        label={label}
        columns={COLUMN_COLUMNS}
        rows={report.columns}
        rowId={(row) => row.column}
        write={write}
      />
    </>
  )
}

interface TableProps<Row> {
  readonly name: string
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
}

function Table<Row extends object>({ name, label, rows, columns }: TableProps<Row>) {
  // Rows of a report have no ids; their place in it is one.
  const places = new Map(rows.map((row, index) => [row, String(index)]))
  return (
    <DataGrid<Row> name={name} label={label} columns={columns} rows={rows} rowId={(row) => places.get(row) ?? ''} />
  )
}

const text = importText

const UNIT_COLUMNS: readonly GridColumn<ImportReport['perUnit'][number]>[] = [
  {
    id: 'nameInFile',
    title: text.unitColumns.nameInFile,
    kind: 'text',
    flex: 1,
    minWidth: 180,
    value: (row) => row.nameInFile,
  },
  {
    id: 'name',
    title: text.unitColumns.name,
    kind: 'text',
    flex: 1,
    minWidth: 220,
    value: (row) => (row.new === true ? text.newUnit(row.name) : row.name),
  },
  {
    id: 'enterprises',
    title: text.unitColumns.enterprises,
    kind: 'count',
    width: 110,
    value: (row) => row.enterprises,
  },
  { id: 'workers', title: text.unitColumns.workers, kind: 'count', width: 100, value: (row) => row.workers },
  { id: 'withUnion', title: text.unitColumns.withUnion, kind: 'count', width: 90, value: (row) => row.withUnion },
  { id: 'members', title: text.unitColumns.members, kind: 'count', width: 100, value: (row) => row.members },
]

const FIELD_NAMES: Readonly<Record<string, string>> = text.fields

const COLUMN_COLUMNS: readonly GridColumn<ImportReport['columns'][number]>[] = [
  {
    id: 'column',
    title: text.columnColumns.column,
    kind: 'text',
    align: 'center',
    width: 70,
    value: (row) => row.column,
  },
  { id: 'label', title: text.columnColumns.label, kind: 'text', flex: 1, minWidth: 220, value: (row) => row.label },
  {
    id: 'field',
    title: text.columnColumns.field,
    kind: 'choice',
    flex: 1,
    minWidth: 220,
    value: (row) => row.field ?? '',
    choices: [
      { id: '', label: text.keptColumn },
      ...SURVEY_FIELDS.map((field) => ({ id: field, label: FIELD_NAMES[field] ?? field })),
    ],
    edit: {},
    tone: (row) => (row.field === null ? 'muted' : null),
  },
]

const PROBLEM_COLUMNS: readonly GridColumn<ImportReport['problems'][number]>[] = [
  { id: 'row', title: text.problemColumns.row, kind: 'count', width: 76, value: (row) => row.row },
  {
    id: 'column',
    title: text.problemColumns.column,
    kind: 'text',
    align: 'center',
    width: 64,
    value: (row) => row.column,
  },
  {
    id: 'severity',
    title: text.problemColumns.severity,
    kind: 'text',
    width: 96,
    value: (row) => text.severities[row.severity],
    tone: (row) => (row.severity === 'error' ? 'behind' : 'warning'),
  },
  {
    id: 'message',
    title: text.problemColumns.message,
    kind: 'text',
    flex: 1,
    minWidth: 320,
    value: (row) => row.message,
    hint: (row) => row.message,
  },
]

const UNMATCHED_COLUMNS: readonly GridColumn<ImportReport['unmatched'][number]>[] = [
  {
    id: 'name',
    title: text.unmatchedColumns.name,
    kind: 'text',
    flex: 1,
    minWidth: 220,
    value: (row) => row.nameInFile,
  },
  { id: 'count', title: text.unmatchedColumns.count, kind: 'count', width: 90, value: (row) => row.rows.length },
  {
    id: 'rows',
    title: text.unmatchedColumns.rows,
    kind: 'text',
    flex: 2,
    minWidth: 240,
    value: (row) => text.rowList(row.rows),
  },
]

const DUPLICATE_COLUMNS: readonly GridColumn<ImportReport['duplicates'][number]>[] = [
  { id: 'mst', title: text.duplicateColumns.mst, kind: 'text', width: 140, value: (row) => row.mst },
  { id: 'name', title: text.duplicateColumns.name, kind: 'text', flex: 1, minWidth: 260, value: (row) => row.name },
  { id: 'rows', title: text.duplicateColumns.rows, kind: 'text', width: 200, value: (row) => text.rowList(row.rows) },
]

const CONVERSION_COLUMNS: readonly GridColumn<ImportReport['conversions'][number]>[] = [
  {
    id: 'column',
    title: text.conversionColumns.column,
    kind: 'text',
    align: 'center',
    width: 64,
    value: (row) => row.column,
  },
  {
    id: 'font',
    title: text.conversionColumns.font,
    kind: 'text',
    width: 130,
    value: (row) => row.font ?? row.encoding,
  },
  { id: 'cells', title: text.conversionColumns.cells, kind: 'count', width: 80, value: (row) => row.cells },
  {
    id: 'before',
    title: text.conversionColumns.before,
    kind: 'text',
    flex: 1,
    minWidth: 200,
    value: (row) => row.before,
  },
  { id: 'after', title: text.conversionColumns.after, kind: 'text', flex: 1, minWidth: 200, value: (row) => row.after },
]
