import type { ImportFinding, ReportImport, TakenValue } from '#shared/contract/report-import.ts'
import { placeName } from '#shared/domain/report-files/find-unit.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { reportImportText as text } from '#renderer/text/report-import.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'

interface TableProps<Row> {
  readonly name: string
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
}

/** Rows of a preview have no ids; their place in it is one. */
function Table<Row extends object>({ name, label, rows, columns }: TableProps<Row>) {
  const places = new Map(rows.map((row, at) => [row, String(at)]))
  return (
    <DataGrid<Row> name={name} label={label} columns={columns} rows={rows} rowId={(row) => places.get(row) ?? ''} />
  )
}

type UnitLine = ReportImport['reports'][number] & { readonly questions: number; readonly findings: number }

/** One line a report: whose, of which day, how much of it is new. */
export function ReportsTable({ answer }: { readonly answer: ReportImport }) {
  const rows = answer.reports.map((report): UnitLine => ({
    ...report,
    questions: answer.questions.filter(({ file, sheet }) => file === report.file && sheet === report.sheet).length,
    findings: answer.findings.filter(({ file, unit }) => file === report.file && unit === report.unit).length,
  }))
  return <Table name="report-units" label={text.tabs.reports} rows={rows} columns={UNIT_COLUMNS} />
}

const count = (line: UnitLine, ...states: readonly TakenValue['state'][]): number =>
  line.values.filter(({ state }) => states.includes(state)).length

const UNIT_COLUMNS: readonly GridColumn<UnitLine>[] = [
  { id: 'unit', title: text.columns.unit, kind: 'text', flex: 1, minWidth: 200, value: (row) => row.unitName },
  { id: 'file', title: text.columns.file, kind: 'text', flex: 1, minWidth: 200, value: (row) => row.file },
  { id: 'sheet', title: text.columns.sheet, kind: 'text', width: 100, value: (row) => row.sheet },
  {
    id: 'asOf',
    title: text.columns.asOf,
    kind: 'date',
    width: 110,
    value: (row) => row.asOf,
    hint: (row) => text.from[row.asOfFrom],
  },
  { id: 'basis', title: text.columns.basis, kind: 'text', width: 90, value: (row) => text.bases[row.basis] },
  { id: 'figures', title: text.columns.figures, kind: 'count', width: 90, value: (row) => row.values.length },
  { id: 'fresh', title: text.columns.fresh, kind: 'count', width: 70, value: (row) => count(row, 'new', 'adjusted') },
  { id: 'corrected', title: text.columns.corrected, kind: 'count', width: 70, value: (row) => count(row, 'corrected') },
  {
    id: 'findings',
    title: text.columns.findings,
    kind: 'count',
    width: 110,
    value: (row) => row.findings,
    tone: (row) => (row.findings > 0 ? 'warning' : null),
  },
]

type ValueLine = TakenValue & { readonly unitName: string; readonly file: string; readonly mark: string | null }

/** Every figure with the cell it stands in, what it was taken for, and a mark where something is the matter. */
export function ValuesTable({ answer }: { readonly answer: ReportImport }) {
  const marks = new Map(
    answer.findings.map((finding) => [
      `${finding.file}|${finding.sheet}|${finding.unit ?? ''}|${finding.indicator ?? ''}`,
      finding.message,
    ]),
  )
  const rows = answer.reports.flatMap((report) =>
    report.values.map((value): ValueLine => ({
      ...value,
      unitName: report.place,
      file: report.file,
      mark: marks.get(`${report.file}|${report.sheet}|${report.unit}|${value.indicator}`) ?? null,
    })),
  )
  return <Table name="report-values" label={text.tabs.values} rows={rows} columns={VALUE_COLUMNS} />
}

const VALUE_COLUMNS: readonly GridColumn<ValueLine>[] = [
  {
    id: 'unit',
    title: text.columns.unit,
    kind: 'text',
    width: 136,
    value: (row) => row.unitName,
    hint: (row) => row.unitName,
  },
  {
    id: 'cell',
    title: text.columns.cell,
    kind: 'text',
    align: 'center',
    width: 56,
    value: (row) => row.cell,
    hint: (row) => row.file,
  },
  {
    id: 'label',
    title: text.columns.label,
    kind: 'text',
    flex: 1,
    minWidth: 180,
    value: (row) => row.label.trim(),
    hint: (row) => row.label.trim(),
  },
  {
    id: 'indicator',
    title: text.columns.indicator,
    kind: 'text',
    flex: 1,
    minWidth: 180,
    value: (row) => row.indicatorName,
    hint: (row) => row.indicatorName,
  },
  { id: 'text', title: text.columns.text, kind: 'text', width: 96, value: (row) => row.text },
  {
    id: 'value',
    title: text.columns.value,
    kind: 'number',
    width: 96,
    strong: true,
    value: (row) => (row.word === null ? row.value : `${row.word} ${formatNumber(row.value)}`),
    tone: (row) => (row.mark === null ? null : 'warning'),
    hint: (row) => row.mark,
  },
  { id: 'percent', title: text.columns.percent, kind: 'percent', width: 76, value: (row) => row.statedPercent },
  { id: 'before', title: text.columns.before, kind: 'number', width: 84, value: (row) => row.before },
  {
    id: 'state',
    title: text.columns.state,
    kind: 'text',
    width: 122,
    value: (row) => text.states[row.state],
    tone: (row) =>
      ['closed', 'refused', 'kept'].includes(row.state) ? 'warning' : row.state === 'unchanged' ? 'muted' : null,
  },
]

export function FindingsTable({ answer }: { readonly answer: ReportImport }) {
  return <Table name="report-findings" label={text.tabs.findings} rows={answer.findings} columns={FINDING_COLUMNS} />
}

const FINDING_COLUMNS: readonly GridColumn<ImportFinding>[] = [
  {
    id: 'unit',
    title: text.columns.unit,
    kind: 'text',
    width: 180,
    value: (row) => (row.unitName === null ? '' : placeName(row.unitName)),
  },
  {
    id: 'file',
    title: text.columns.file,
    kind: 'text',
    width: 170,
    value: (row) => row.file,
    hint: (row) => row.file,
  },
  { id: 'cell', title: text.columns.cell, kind: 'text', align: 'center', width: 60, value: (row) => row.cell },
  {
    id: 'message',
    title: text.columns.message,
    kind: 'text',
    flex: 1,
    minWidth: 320,
    value: (row) => row.message,
    hint: (row) => row.message,
  },
  { id: 'stated', title: text.columns.stated, kind: 'number', width: 90, value: (row) => row.stated },
  { id: 'computed', title: text.columns.computed, kind: 'number', width: 90, value: (row) => row.computed },
]

export function MissingTable({ answer }: { readonly answer: ReportImport }) {
  return <Table name="report-missing" label={text.tabs.missing} rows={answer.missing} columns={MISSING_COLUMNS} />
}

const MISSING_COLUMNS: readonly GridColumn<ReportImport['missing'][number]>[] = [
  { id: 'unit', title: text.columns.unit, kind: 'text', flex: 1, minWidth: 260, value: (row) => row.name },
  { id: 'parent', title: text.columns.parent, kind: 'text', width: 240, value: (row) => row.parentName },
  {
    id: 'last',
    title: text.columns.last,
    kind: 'date',
    width: 220,
    value: (row) => row.lastReportAsOf,
    hint: (row) => (row.lastReportAsOf === null ? text.never : null),
  },
]
