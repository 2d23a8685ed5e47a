// The tables that travel between sites, and who decides about them. All their columns travel but the id and those that
// are made from others. A cell is named as its column, a reference without `_id`. References to coded rows (units,
// indicators, …) travel as codes, so that two sites with other ids understand each other; others travel as ids and are
// found through aliases.

import { WORK_TABLES } from './work-tables.ts'

export interface ExchangeTable {
  readonly table: string
  /** Whose rows they are: clashes wait for this side (semantics "Merge between sites"). */
  readonly owner: 'province' | 'unit'
  /** Travels and is found by this column, not by id. */
  readonly code?: string
  /** Columns by which rows born at two sites are the same: an MST, the day of a report. All of them must be there. */
  readonly key?: readonly string[]
  /** Columns made from another one when it is written. */
  readonly derived?: readonly DerivedColumn[]
  /** The cell that names a row to people. */
  readonly title: string
  /** Column (of this table) whose unit the row belongs to; where it is empty, and of parts, the parent's is asked. */
  readonly unit?: string
  /** Cells with the row this one is a part of; of several the one that is filled. It is nothing without it. */
  readonly parents?: readonly string[]
  /** Goes along with what refers to it, whoever's it is: any site may bring it where it is not yet known. */
  readonly companion?: true
}

export interface DerivedColumn {
  readonly column: string
  readonly from: string
  readonly how: 'fold' | 'sort' | 'person-sort' | 'match'
}

const named: readonly DerivedColumn[] = [
  { column: 'name_folded', from: 'name', how: 'fold' },
  { column: 'sort_key', from: 'name', how: 'sort' },
]

/** In the order they are written: what is referred to before what refers. */
export const EXCHANGE_TABLES: readonly ExchangeTable[] = [
  {
    table: 'unit_types',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'units',
    owner: 'province',
    code: 'code',
    derived: named,
    title: 'name',
  },
  {
    table: 'unit_aliases',
    owner: 'province',
    key: ['unit', 'alias'],
    derived: [{ column: 'alias_folded', from: 'alias', how: 'fold' }],
    title: 'alias',
  },
  {
    table: 'unit_pasts',
    owner: 'province',
    key: ['unit', 'until'],
    derived: [{ column: 'name_folded', from: 'name', how: 'fold' }],
    title: 'name',
  },
  {
    table: 'unit_relations',
    owner: 'province',
    title: 'kind',
  },
  {
    table: 'indicators',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'assigners',
    owner: 'province',
    code: 'code',
    derived: [{ column: 'name_folded', from: 'name', how: 'fold' }],
    title: 'name',
  },
  {
    table: 'legal_forms',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'stages',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'reasons',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'plans',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'committee_roles',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'commendation_forms',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'campaign_presets',
    owner: 'province',
    code: 'code',
    title: 'name',
  },
  {
    table: 'status_bands',
    owner: 'province',
    key: ['code', 'measure'],
    title: 'name',
  },
  {
    table: 'reporting_calendars',
    owner: 'province',
    key: ['kind', 'year_start', 'valid_from'],
    title: 'kind',
  },
  {
    table: 'campaign_exclusions',
    owner: 'province',
    key: ['plan', 'unit'],
    title: 'reason',
  },
  {
    // What a split gave of a unit's target to another: without it a plan is read wrong after that day.
    table: 'target_moves',
    owner: 'province',
    title: 'indicator',
  },
  {
    table: 'targets',
    owner: 'province',
    key: ['plan', 'unit', 'indicator', 'assigner', 'kind', 'version'],
    title: 'indicator',
    unit: 'unit',
  },
  {
    // After the targets: once it is issued, nothing of them is written any more.
    table: 'plan_versions',
    owner: 'province',
    key: ['plan', 'number'],
    title: 'name',
  },
  {
    table: 'target_opinions',
    owner: 'unit',
    key: ['plan', 'unit', 'indicator', 'assigner', 'kind', 'version'],
    title: 'indicator',
    unit: 'unit',
  },
  {
    table: 'commitments',
    owner: 'unit',
    key: ['plan', 'unit'],
    title: 'plan',
    unit: 'unit',
  },
  {
    table: 'people',
    owner: 'unit',
    derived: [
      { column: 'name_folded', from: 'full_name', how: 'fold' },
      { column: 'sort_key', from: 'full_name', how: 'person-sort' },
    ],
    title: 'full_name',
    unit: 'unit',
    companion: true,
  },
  {
    table: 'enterprises',
    owner: 'unit',
    key: ['tax_code'],
    derived: [...named, { column: 'match_key', from: 'name', how: 'match' }],
    title: 'name',
    unit: 'unit',
  },
  {
    // What two sites call alike on one day is one round: the corrections of a day, the same list imported twice.
    table: 'survey_rounds',
    owner: 'unit',
    key: ['name', 'surveyed_on'],
    title: 'name',
  },
  {
    table: 'observations',
    owner: 'unit',
    key: ['round', 'enterprise'],
    title: 'observed_on',
    parents: ['enterprise'],
  },
  {
    table: 'enterprise_stages',
    owner: 'unit',
    title: 'on_date',
    parents: ['enterprise'],
  },
  {
    table: 'enterprise_contacts',
    owner: 'unit',
    title: 'on_date',
    parents: ['enterprise'],
  },
  {
    table: 'grassroots_unions',
    owner: 'unit',
    derived: named,
    title: 'name',
    unit: 'unit',
  },
  {
    table: 'union_members',
    owner: 'unit',
    key: ['union', 'counted_on'],
    title: 'counted_on',
    parents: ['union'],
  },
  {
    table: 'former_places',
    owner: 'unit',
    title: 'until',
    parents: ['enterprise', 'union'],
  },
  ...WORK_TABLES,
  {
    // The file a figure came in: who asks "vì sao số này" is answered at every site.
    table: 'report_files',
    owner: 'unit',
    key: ['sha256', 'name'],
    title: 'name',
  },
  {
    table: 'reports',
    owner: 'unit',
    key: ['unit', 'from_date', 'as_of', 'basis'],
    title: 'as_of',
    unit: 'unit',
  },
  {
    table: 'report_values',
    owner: 'unit',
    key: ['report', 'indicator'],
    title: 'indicator',
    parents: ['report'],
  },
  {
    table: 'report_adjustments',
    owner: 'unit',
    title: 'indicator',
    parents: ['report'],
  },
  {
    // What the province asks about figures of a report; the unit answers in the same row.
    table: 'returned_cells',
    owner: 'province',
    title: 'title',
    unit: 'unit',
  },
]
