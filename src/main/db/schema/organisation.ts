import { integer, sqliteTable, text } from '../orm.ts'
import { rowId, sortOrder, validFrom, validTo } from './columns.ts'

export const settings = sqliteTable('settings', {
  id: rowId(),
  key: text('key').notNull(),
  value: text('value').notNull(),
})

export const unitTypes = sqliteTable('unit_types', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  /** Title of the group row in annexes: "Liên đoàn Lao động huyện, thị xã, thành phố". */
  groupTitle: text('group_title').notNull(),
  level: text('level').notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const units = sqliteTable('units', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  nameFolded: text('name_folded').notNull(),
  sortKey: text('sort_key').notNull(),
  typeId: text('type_id').notNull(),
  parentId: text('parent_id'),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
  note: text('note'),
})

export const unitAliases = sqliteTable('unit_aliases', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  alias: text('alias').notNull(),
  aliasFolded: text('alias_folded').notNull(),
  validFrom: validFrom(),
})

export const unitRelations = sqliteTable('unit_relations', {
  id: rowId(),
  fromUnitId: text('from_unit_id').notNull(),
  toUnitId: text('to_unit_id'),
  kind: text('kind', { enum: ['merge', 'split', 'transfer', 'rename', 'end'] }).notNull(),
  onDate: text('on_date').notNull(),
  decision: text('decision'),
  note: text('note'),
  figures: text('figures', { enum: ['follow', 'stay'] }),
  decisionNumber: text('decision_number'),
  decidedOn: text('decided_on'),
  decidedBy: text('decided_by'),
})

export const letterheads = sqliteTable('letterheads', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  superiorLines: text('superior_lines', { mode: 'json' }).$type<readonly string[]>().notNull(),
  issuerLines: text('issuer_lines', { mode: 'json' }).$type<readonly string[]>().notNull(),
  codeSuffix: text('code_suffix').notNull(),
  place: text('place').notNull(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const signers = sqliteTable('signers', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  fullName: text('full_name').notNull(),
  /** On whose behalf: "TM. BAN THƯỜNG VỤ", "TL. BAN THƯỜNG VỤ". */
  authority: text('authority').notNull(),
  position: text('position').notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const recipients = sqliteTable('recipients', {
  id: rowId(),
  documentType: text('document_type').notNull().default(''),
  text: text('text').notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const legalBases = sqliteTable('legal_bases', {
  id: rowId(),
  documentType: text('document_type').notNull().default(''),
  text: text('text').notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const documents = sqliteTable('documents', {
  id: rowId(),
  type: text('type').notNull(),
  title: text('title').notNull(),
  planId: text('plan_id'),
  unitId: text('unit_id'),
  asOf: text('as_of'),
  path: text('path').notNull(),
  sha256: text('sha256').notNull(),
  /** Every figure of the document with its source, as it was when the file was made. */
  snapshot: text('snapshot', { mode: 'json' }).$type<unknown>().notNull(),
  status: text('status', { enum: ['draft', 'issued'] }).notNull(),
  madeAt: text('made_at').notNull(),
  ruleSet: text('rule_set'),
  number: text('number'),
  series: text('series'),
  issuedOn: text('issued_on'),
  content: text('content'),
  correctsId: text('corrects_id'),
})

export const operations = sqliteTable('operations', {
  id: rowId(),
  sequence: integer('sequence').notNull(),
  kind: text('kind').notNull(),
  label: text('label').notNull(),
  origin: text('origin').notNull(),
  who: text('who').notNull(),
  at: text('at').notNull(),
  undoes: text('undoes'),
  /** Rows touched, and cells of those that were there before and after. */
  rowCount: integer('row_count').notNull().default(0),
  cellCount: integer('cell_count').notNull().default(0),
})
