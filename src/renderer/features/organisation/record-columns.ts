import { MONEY_WORDS, parseFigure } from '#shared/domain/indicators/money.ts'
import {
  recordChoices,
  recordOf,
  recordTitle,
  type RecordColumn,
  type RecordId,
} from '#shared/domain/organisation/records.ts'
import { gridText } from '#renderer/text/grid.ts'
import type { CellTone, CellValue, Choice, GridColumn } from '#renderer/ui/DataGrid/column.ts'

/** What columns of people, units, roles and forms offer to choose from. */
export interface RecordChoices {
  readonly people: readonly Choice[]
  readonly units: readonly Choice[]
  readonly committees: readonly Choice[]
  readonly roles: readonly Choice[]
  readonly forms: readonly Choice[]
}

export interface ColumnLook<Row> {
  readonly width?: number
  readonly flex?: number
  readonly minWidth?: number
  readonly aside?: boolean
  readonly pinned?: boolean
  readonly title?: string
  readonly tone?: (row: Row) => CellTone | null
  readonly hint?: (row: Row) => string | null
  /** Instead of the formatted value; null: as it is. */
  readonly display?: (row: Row) => string | null
  /** Shown, not typed. */
  readonly readOnly?: boolean
}

const EMPTY: Choice = { id: null, label: '' }

/** Columns of a table of records: titles and kinds are those of the table, values come from the row's own fields. */
export function makeRecordColumns<Row extends object>(
  id: RecordId,
  looks: Readonly<Record<string, ColumnLook<Row>>>,
  choices: RecordChoices,
): ReadonlyMap<string, GridColumn<Row>> {
  const columns = recordOf(id).columns.flatMap((column): GridColumn<Row>[] => {
    const look = looks[column.id]
    return look === undefined ? [] : [makeColumn(id, column, look, choices)]
  })
  return new Map(columns.map((column) => [column.id, column]))
}

function makeColumn<Row extends object>(
  id: RecordId,
  column: RecordColumn,
  { title, readOnly, ...look }: ColumnLook<Row>,
  choices: RecordChoices,
): GridColumn<Row> {
  const isFixed = column.fixed === true
  const base = {
    ...look,
    id: column.id,
    title: title ?? recordTitle(id, column),
    value: (row: Row) => valueOf(row, column),
    ...(readOnly === true ? {} : { edit: isFixed ? { allowed: () => false } : {} }),
  }
  const optional = (list: readonly Choice[]): readonly Choice[] => (column.required === true ? list : [EMPTY, ...list])
  switch (column.kind) {
    case 'date':
      return { ...base, kind: 'date' }
    case 'order':
    case 'count':
      return { ...base, kind: 'count' }
    case 'money':
      return {
        ...base,
        kind: 'count',
        ...(readOnly === true ? {} : { edit: { parse: parseMoneyCell } }),
      }
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        choices: optional(Object.entries(recordChoices(id, column.id)).map(([code, label]) => ({ id: code, label }))),
      }
    case 'person':
      return { ...base, kind: 'choice', choices: optional(choices.people), sortAs: 'person' }
    case 'unit':
      return { ...base, kind: 'choice', choices: optional(choices.units) }
    case 'committee':
      return { ...base, kind: 'choice', choices: optional(choices.committees) }
    case 'role':
      return { ...base, kind: 'choice', choices: optional(choices.roles) }
    case 'form':
      return { ...base, kind: 'choice', choices: optional(choices.forms) }
    case 'long':
      return { ...base, kind: 'text', multiline: true, hint: look.hint ?? ((row: Row) => textOf(row, column)) }
    case 'text':
      return {
        ...base,
        kind: 'text',
        hint: look.hint ?? ((row: Row) => textOf(row, column)),
        ...(column.id === 'fullName' ? { sortAs: 'person' as const } : {}),
      }
    case 'enterprise':
    case 'union':
    case 'plan':
    case 'visit':
    case 'remedy':
      return { ...base, kind: 'text', hint: look.hint ?? ((row: Row) => textOf(row, column)) }
  }
}

/** People and committees are chosen by their rows, so the cell holds the id; the others hold a code or a name. */
function valueOf(row: object, { id, kind }: RecordColumn): CellValue {
  const field = kind === 'person' || kind === 'committee' ? `${id}Id` : id
  const value: unknown = (row as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function textOf(row: object, column: RecordColumn): string | null {
  const value = valueOf(row, column)
  return value === null ? null : String(value)
}

function parseMoneyCell(text: string) {
  if (text.trim() === '') return { ok: true as const, value: null }
  const read = parseFigure(text, MONEY_WORDS.dong)
  return read === null
    ? { ok: false as const, reason: gridText.notNumber(text) }
    : { ok: true as const, value: read.value }
}

/** In the order they are to stand; a name nobody made is a mistake of the screen. */
export function pick<Row>(columns: ReadonlyMap<string, GridColumn<Row>>, ...ids: readonly string[]): GridColumn<Row>[] {
  return ids.map((id) => {
    const column = columns.get(id)
    if (column === undefined) throw new Error(`there is no column ${id}`)
    return column
  })
}
