import type { CatalogueTableRow } from '#shared/contract/catalogue-tables.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import {
  catalogueOf,
  columnChoices,
  columnTitle,
  type CatalogueColumn,
  type CatalogueId,
} from '#shared/domain/catalogues/catalogues.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { cataloguesText } from '#renderer/text/catalogues.ts'
import { gridText } from '#renderer/text/grid.ts'
import { settingsText } from '#renderer/text/settings.ts'
import type { Choice, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { describeFormula, describePart } from '../indicator/indicator-form.ts'

export interface CatalogueSurroundings {
  readonly units: readonly UnitRow[]
  readonly documentTypes: ReadonlyMap<string, string>
  /** With formulas and cuts; none for the other lists. */
  readonly indicators: readonly IndicatorRow[]
  /** Rows that ended before this day are greyed. */
  readonly asOf: string
}

const WIDTHS: Readonly<Record<string, number>> = {
  code: 120,
  short_name: 130,
  unit_label: 100,
  sort_order: 76,
  valid_from: 108,
  valid_to: 108,
  kind: 150,
  level: 120,
  sector: 150,
  branch: 100,
  restructuring: 130,
  phone: 120,
  code_suffix: 130,
  place: 130,
  document_type: 220,
  unit_id: 230,
  authority: 200,
  position: 190,
}

/** Names of indicators are sentences, their codes say what of what they count. */
const INDICATOR_WIDTHS: Readonly<Record<string, number>> = { code: 150, short_name: 170, kind: 110, side: 90 }

/** Columns of a list by what it holds; titles are those its history tells changes by. */
export function makeCatalogueColumns(
  id: CatalogueId,
  around: CatalogueSurroundings,
): readonly GridColumn<CatalogueTableRow>[] {
  const columns = catalogueOf(id).columns.map((column) => makeColumn(id, column, around))
  if (id !== 'indicators') return columns
  // Right behind how it adds up; typed in the form of the row.
  const at = columns.findIndex((column) => column.id === 'kind') + 1
  return [...columns.slice(0, at), ...makeDefinitionColumns(around.indicators), ...columns.slice(at)]
}

/** What of an indicator takes more than a cell to type. */
function makeDefinitionColumns(indicators: readonly IndicatorRow[]): readonly GridColumn<CatalogueTableRow>[] {
  const byId = new Map(indicators.map((row) => [row.id, row]))
  const shortNames = new Map(indicators.map(({ code, shortName }) => [code, shortName]))
  const told = (row: CatalogueTableRow, tell: (indicator: IndicatorRow) => string): string | null => {
    const indicator = byId.get(row.id)
    return indicator === undefined ? null : tell(indicator)
  }
  return [
    {
      id: 'formula',
      title: columnTitle('indicators', 'formula'),
      kind: 'text',
      minWidth: 190,
      flex: 2,
      value: (row) =>
        told(row, ({ formula }) => describeFormula(formula, shortNames) ?? settingsText.indicators.fromReports),
    },
    {
      id: 'part',
      title: columnTitle('indicators', 'parent_id'),
      kind: 'text',
      minWidth: 190,
      flex: 2,
      value: (row) => told(row, (indicator) => describePart(indicator, shortNames)),
    },
  ]
}

function makeColumn(
  id: CatalogueId,
  column: CatalogueColumn,
  around: CatalogueSurroundings,
): GridColumn<CatalogueTableRow> {
  const width = (id === 'indicators' ? INDICATOR_WIDTHS[column.id] : undefined) ?? WIDTHS[column.id]
  const base = {
    id: column.id,
    title: columnTitle(id, column.id),
    value: (row: CatalogueTableRow) => row.cells[column.id] ?? null,
    tone: (row: CatalogueTableRow) => (hasEnded(row, around.asOf) ? ('muted' as const) : null),
    ...(width === undefined
      ? { minWidth: id === 'indicators' ? 300 : 200, flex: column.id === catalogueOf(id).name ? 3 : 2 }
      : { width }),
    ...(column.id === 'full_name' ? { sortAs: 'person' as const } : {}),
    edit: column.fixed === true ? { allowed: never } : {},
  }
  switch (column.kind) {
    case 'date':
      return { ...base, kind: 'date' }
    case 'order':
      return { ...base, kind: 'count' }
    case 'yesNo':
      return { ...base, kind: 'choice', choices: YES_NO }
    case 'choice':
      return { ...base, kind: 'choice', choices: choicesOf(columnChoices(id, column.id)) }
    case 'type':
      return { ...base, kind: 'choice', choices: typeChoices(around.documentTypes) }
    case 'unit':
      return { ...base, ...unitColumn(around.units) }
    case 'lines':
      return {
        ...base,
        kind: 'text',
        titleHint: column.id === 'aliases' ? cataloguesText.namesHint : cataloguesText.linesHint,
      }
    case 'text':
      return { ...base, kind: 'text', multiline: column.id === 'text' || column.id === 'note' }
    case 'code':
      return { ...base, kind: 'text' }
  }
}

/** The empty line for a new row takes typing all the same. */
const never = (): boolean => false

export function hasEnded({ cells }: CatalogueTableRow, asOf: string): boolean {
  const end = cells['valid_to']
  return typeof end === 'string' && end < asOf
}

const YES_NO: readonly Choice[] = [
  { id: true, label: cataloguesText.yes },
  { id: false, label: cataloguesText.no },
]

function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([id, label]) => ({ id, label }))
}

function typeChoices(names: ReadonlyMap<string, string>): readonly Choice[] {
  return [{ id: '', label: cataloguesText.everyType }, ...[...names].map(([id, label]) => ({ id, label }))]
}

/** A unit is shown by its name and typed by name or code. */
function unitColumn(units: readonly UnitRow[]): Pick<GridColumn<CatalogueTableRow>, 'kind' | 'display' | 'edit'> {
  const nameOf = new Map(units.map((unit) => [unit.code, unit.name]))
  return {
    kind: 'text',
    display: (row) => nameOf.get(String(row.cells['unit_id'] ?? '')) ?? null,
    edit: {
      parse: (text) => {
        const wanted = foldText(text)
        if (wanted === '') return { ok: true, value: null }
        const unit = units.find(({ code, name, shortName }) =>
          [code, name, shortName].some((is) => foldText(is) === wanted),
        )
        return unit === undefined
          ? {
              ok: false,
              reason: gridText.notChoice(
                text,
                units
                  .slice(0, 5)
                  .map(({ name }) => name)
                  .join(', '),
              ),
            }
          : { ok: true, value: unit.code }
      },
    },
  }
}
