import { columnWords, TABLE_WORDS } from '../history/words.ts'

/**
 * text    a line of text
 * code    letters, digits, dot, dash, underscore; one row a code
 * date    a day or nothing
 * choice  one of the words the column has (history/words.ts)
 * yesNo   có or không
 * order   where the row stands in its list
 * lines   several texts: as printed lines, or other names
 * unit    code of a unit
 * type    id of a type of document, '' for every one
 */
export type CatalogueColumnKind = 'text' | 'code' | 'date' | 'choice' | 'yesNo' | 'order' | 'lines' | 'unit' | 'type'

export interface CatalogueColumn {
  /** As the data file calls it. */
  readonly id: string
  readonly kind: CatalogueColumnKind
  readonly required?: true
  /** Given when a row is made, then kept: figures rest on it. */
  readonly fixed?: true
}

export interface Catalogue {
  readonly table: string
  /** The column a row is called by. */
  readonly name: string
  readonly columns: readonly CatalogueColumn[]
}

const text = (id: string): CatalogueColumn => ({ id, kind: 'text' })
const filled = (id: string): CatalogueColumn => ({ id, kind: 'text', required: true })
const CODE: CatalogueColumn = { id: 'code', kind: 'code', required: true }
const choice = (id: string): CatalogueColumn => ({ id, kind: 'choice', required: true })
const ORDER: CatalogueColumn = { id: 'sort_order', kind: 'order' }
const DATES: readonly CatalogueColumn[] = [
  { id: 'valid_from', kind: 'date' },
  { id: 'valid_to', kind: 'date' },
]

/** The lists an office keeps itself. A list more is a line here (and its words in history/words-*.ts). */
export const CATALOGUES = {
  unitTypes: {
    table: 'unit_types',
    name: 'name',
    columns: [filled('name'), text('short_name'), CODE, choice('level'), ORDER, ...DATES, text('group_title')],
  },
  indicators: {
    table: 'indicators',
    name: 'name',
    columns: [
      filled('name'),
      text('short_name'),
      CODE,
      filled('unit_label'),
      { id: 'kind', kind: 'choice', required: true, fixed: true },
      { id: 'side', kind: 'yesNo' },
      ORDER,
      ...DATES,
    ],
  },
  legalForms: {
    table: 'legal_forms',
    name: 'name',
    columns: [filled('name'), text('short_name'), CODE, choice('sector'), ORDER, ...DATES],
  },
  stages: {
    table: 'stages',
    name: 'name',
    columns: [filled('name'), text('short_name'), CODE, choice('branch'), ORDER, ...DATES],
  },
  reasons: {
    table: 'reasons',
    name: 'name',
    columns: [filled('name'), choice('kind'), CODE, { id: 'restructuring', kind: 'yesNo' }, ORDER, ...DATES],
  },
  people: {
    table: 'people',
    name: 'full_name',
    columns: [
      filled('full_name'),
      text('position'),
      { id: 'unit_id', kind: 'unit' },
      text('phone'),
      text('note'),
      ...DATES,
    ],
  },
  committeeRoles: {
    table: 'committee_roles',
    name: 'name',
    columns: [filled('name'), CODE, { id: 'single', kind: 'yesNo' }, ORDER, ...DATES],
  },
  commendationForms: {
    table: 'commendation_forms',
    name: 'name',
    columns: [filled('name'), choice('kind'), CODE, ORDER, ...DATES],
  },
  assigners: {
    table: 'assigners',
    name: 'short_name',
    columns: [filled('name'), text('short_name'), CODE, { id: 'aliases', kind: 'lines' }, ORDER],
  },
  legalBases: {
    table: 'legal_bases',
    name: 'text',
    columns: [filled('text'), { id: 'document_type', kind: 'type' }, ORDER, ...DATES],
  },
  signers: {
    table: 'signers',
    name: 'full_name',
    columns: [
      filled('full_name'),
      text('authority'),
      filled('position'),
      ORDER,
      ...DATES,
      // A commitment is signed by the office above too: its signer stands in the same list. Empty: this very office.
      { id: 'unit_id', kind: 'unit' },
    ],
  },
  letterheads: {
    table: 'letterheads',
    name: 'issuer_lines',
    columns: [
      { id: 'issuer_lines', kind: 'lines', required: true },
      { id: 'superior_lines', kind: 'lines' },
      filled('code_suffix'),
      filled('place'),
      ...DATES,
    ],
  },
  recipients: {
    table: 'recipients',
    name: 'text',
    columns: [filled('text'), { id: 'document_type', kind: 'type' }, ORDER, ...DATES],
  },
} as const satisfies Readonly<Record<string, Catalogue>>

export type CatalogueId = keyof typeof CATALOGUES
export const CATALOGUE_IDS = Object.keys(CATALOGUES) as CatalogueId[]

export function catalogueOf(id: CatalogueId): Catalogue {
  return CATALOGUES[id]
}

/** "loại đơn vị": one row of a list, within a sentence. */
export function rowWord(id: CatalogueId): string {
  return TABLE_WORDS[catalogueOf(id).table]?.one ?? ''
}

/** What the clerk calls a column of a list. */
export function columnTitle(id: CatalogueId, column: string): string {
  return columnWords(catalogueOf(id).table, column)?.title ?? column
}

/** The words of a column of choices, by what is stored. */
export function columnChoices(id: CatalogueId, column: string): Readonly<Record<string, string>> {
  return columnWords(catalogueOf(id).table, column)?.values ?? {}
}

/** Printed lines are told apart by a slash, other names by a semicolon, as offices write them in one cell. */
export function splitLines(typed: string): string[] {
  return typed
    .split(/\s*[;\n]\s*|\s+\/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function joinLines(column: string, lines: readonly string[]): string {
  return lines.join(column === 'aliases' ? '; ' : ' / ')
}
