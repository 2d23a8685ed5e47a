import type { CatalogueCells } from '#shared/contract/catalogue-tables.ts'
import { fail } from '#shared/contract/errors.ts'
import {
  catalogueOf,
  columnChoices,
  columnTitle,
  splitLines,
  type CatalogueColumn,
  type CatalogueId,
} from '#shared/domain/catalogues/catalogues.ts'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { personSortKey } from '#shared/domain/text/sort-key.ts'
import { isIsoDate } from '#shared/kit/dates.ts'

export type StoredCell = string | number | null
export type StoredCells = Readonly<Record<string, StoredCell>>

export interface CellProblem {
  readonly column: string
  readonly reason: string
}

/** What reading a cell needs to know of the rest of the file. */
export interface CellSurroundings {
  /** Id of a unit by code; undefined when there is none. */
  readonly unitId: (code: string) => string | undefined
  readonly documentTypes: readonly string[]
}

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u
const LONGEST_LINE = 2000

/** Cells as typed into columns as stored, or what is the matter with the first wrong one. */
export function readCells(
  id: CatalogueId,
  cells: CatalogueCells,
  around: CellSurroundings,
): { readonly stored: StoredCells } | { readonly problem: CellProblem } {
  const stored: Record<string, StoredCell> = {}
  for (const column of catalogueOf(id).columns) {
    if (!Object.hasOwn(cells, column.id)) continue
    const read = readCell(id, column, cells[column.id] ?? null, around)
    if (typeof read === 'object' && read !== null) return { problem: { column: column.id, reason: read.reason } }
    stored[column.id] = read
  }
  return { stored }
}

function readCell(
  id: CatalogueId,
  column: CatalogueColumn,
  value: string | number | boolean | null,
  around: CellSurroundings,
): StoredCell | { readonly reason: string } {
  const name = columnTitle(id, column.id)
  const typed = value === null ? '' : normalizeText(String(value))
  const wrong = (): { readonly reason: string } => refusal(fail('CATALOGUE_CELL_WRONG', { name, text: typed }))
  if (typed.length > LONGEST_LINE) return refusal(fail('TEXT_TOO_LONG', { limit: LONGEST_LINE }))
  if (column.required === true && typed === '') return refusal(fail('CATALOGUE_CELL_MISSING', { name }))
  switch (column.kind) {
    case 'text':
      return typed === '' ? (NULLABLE.has(column.id) ? null : '') : typed
    case 'code':
      return CODE.test(typed) ? typed : refusal(fail('CATALOGUE_CODE_WRONG', { text: typed }))
    case 'date':
      return typed === '' ? null : isIsoDate(typed) ? typed : wrong()
    case 'order': {
      const order = typed === '' ? 0 : Number(typed)
      return Number.isInteger(order) && order >= 0 && order <= 1_000_000 ? order : wrong()
    }
    case 'yesNo':
      return value === true || value === 1 || ['1', 'true', 'co', 'x'].includes(foldText(typed)) ? 1 : 0
    case 'choice': {
      const folded = foldText(typed)
      const choices = Object.entries(columnChoices(id, column.id))
      const found = choices.find(([code, word]) => code === typed || foldText(word) === folded)
      return found === undefined ? wrong() : found[0]
    }
    case 'lines': {
      const lines = splitLines(typed)
      return column.required === true && lines.length === 0
        ? refusal(fail('CATALOGUE_CELL_MISSING', { name }))
        : JSON.stringify(lines)
    }
    case 'unit': {
      if (typed === '') return null
      return around.unitId(typed) ?? refusal(fail('UNIT_UNKNOWN', { code: typed }))
    }
    case 'type':
      return typed === '' || around.documentTypes.includes(typed) ? typed : wrong()
  }
}

/** Columns that hold nothing as NULL; the other texts of the catalogues are never NULL. */
const NULLABLE = new Set(['position', 'phone', 'note'])

function refusal(failed: ReturnType<typeof fail>): { readonly reason: string } {
  return { reason: failed.error.message }
}

/** Checks a row as it would be as a whole; `others` are the rest of its list. */
export function checkRow(id: CatalogueId, row: StoredCells, others: readonly StoredCells[]): CellProblem | null {
  const { validFrom, validTo } = { validFrom: row['valid_from'] ?? null, validTo: row['valid_to'] ?? null }
  if (typeof validFrom === 'string' && typeof validTo === 'string' && validTo < validFrom) {
    const places = { from: formatDate(validFrom), to: formatDate(validTo) }
    return { column: 'valid_to', ...refusal(fail('CATALOGUE_DATES_REVERSED', places)) }
  }
  const missing = catalogueOf(id).columns.find(
    (column) => column.required === true && (row[column.id] === undefined || row[column.id] === ''),
  )
  if (missing !== undefined)
    return { column: missing.id, ...refusal(fail('CATALOGUE_CELL_MISSING', { name: columnTitle(id, missing.id) })) }
  const twin = row['code'] === undefined ? undefined : others.find((other) => other['code'] === row['code'])
  if (twin !== undefined) {
    const places = { code: String(row['code']), name: String(twin[catalogueOf(id).name] ?? twin['code']) }
    return { column: 'code', ...refusal(fail('CATALOGUE_CODE_TAKEN', places)) }
  }
  return null
}

/** Columns the program keeps beside those the clerk types: folded names, keys of order. */
export function twinsOf(id: CatalogueId, row: StoredCells): StoredCells {
  if (id === 'people') {
    const name = String(row['full_name'] ?? '')
    return { name_folded: foldText(name), sort_key: personSortKey(name) }
  }
  return id === 'assigners' ? { name_folded: foldText(String(row['name'] ?? '')) } : {}
}
