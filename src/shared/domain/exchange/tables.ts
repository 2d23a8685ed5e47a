// The tables that travel between sites, and who decides about them. A cell is named as its column, a reference
// without `_id`. Coded references (units, indicators, …) travel as codes, so that two sites with other ids understand
// each other; others travel as ids and are found through aliases.

export interface ExchangeColumn {
  /** As it stands in packages. */
  readonly name: string
  /** In the data file. */
  readonly column: string
  /** The table it refers to. */
  readonly refers?: string
}

export interface ExchangeTable {
  readonly table: string
  /** Whose rows they are: clashes wait for this side (semantics "Merge between sites"). */
  readonly owner: 'province' | 'unit'
  readonly columns: readonly ExchangeColumn[]
  /** Travels and is found by this column, not by id. */
  readonly code?: string
  /** Columns by which rows born at two sites are the same: an MST, the day of a report. All of them must be there. */
  readonly key?: readonly string[]
  /** Columns made from another one when it is written: `[source, how]`. */
  readonly derived?: readonly DerivedColumn[]
  /** The cell that names a row to people. */
  readonly title: string
  /** Column (of this table) whose unit the row belongs to; of parts, the parent's is asked. */
  readonly unit?: string
  readonly parent?: string
}

export interface DerivedColumn {
  readonly column: string
  readonly from: string
  readonly how: 'fold' | 'sort' | 'person-sort' | 'match'
}

const own = (names: string): ExchangeColumn[] => names.split(/\s+/).map((name) => ({ name, column: name }))
const ref = (name: string, refers: string): ExchangeColumn => ({ name, column: `${name}_id`, refers })
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
    columns: own('code name short_name group_title level sort_order valid_from valid_to'),
    title: 'name',
  },
  {
    table: 'units',
    owner: 'province',
    code: 'code',
    columns: [
      ...own('code name short_name sort_order valid_from valid_to note'),
      ref('type', 'unit_types'),
      ref('parent', 'units'),
    ],
    derived: named,
    title: 'name',
  },
  {
    table: 'unit_aliases',
    owner: 'province',
    columns: [...own('alias valid_from'), ref('unit', 'units')],
    key: ['unit', 'alias'],
    derived: [{ column: 'alias_folded', from: 'alias', how: 'fold' }],
    title: 'alias',
  },
  {
    table: 'unit_pasts',
    owner: 'province',
    columns: [...own('until name short_name'), ref('unit', 'units'), ref('type', 'unit_types'), ref('parent', 'units')],
    key: ['unit', 'until'],
    derived: [{ column: 'name_folded', from: 'name', how: 'fold' }],
    title: 'name',
  },
  {
    table: 'unit_relations',
    owner: 'province',
    columns: [
      ...own('kind on_date decision note figures decision_number decided_on decided_by'),
      ref('from_unit', 'units'),
      ref('to_unit', 'units'),
    ],
    title: 'kind',
  },
  {
    table: 'indicators',
    owner: 'province',
    code: 'code',
    columns: [
      ...own('code name short_name unit_label kind formula cut sort_order valid_from valid_to'),
      ref('parent', 'indicators'),
    ],
    title: 'name',
  },
  {
    table: 'assigners',
    owner: 'province',
    code: 'code',
    columns: own('code name short_name aliases sort_order'),
    derived: [{ column: 'name_folded', from: 'name', how: 'fold' }],
    title: 'name',
  },
  {
    table: 'legal_forms',
    owner: 'province',
    code: 'code',
    columns: own('code name short_name sector sort_order valid_from valid_to'),
    title: 'name',
  },
  {
    table: 'stages',
    owner: 'province',
    code: 'code',
    columns: own('code name short_name sort_order branch valid_from valid_to'),
    title: 'name',
  },
  {
    table: 'reasons',
    owner: 'province',
    code: 'code',
    columns: own('code kind name restructuring sort_order valid_from valid_to'),
    title: 'name',
  },
  {
    table: 'plans',
    owner: 'province',
    code: 'code',
    columns: [
      ...own('code kind name from_date to_date status note'),
      ref('parent', 'plans'),
      ref('owner_unit', 'units'),
    ],
    title: 'name',
  },
  {
    table: 'targets',
    owner: 'province',
    columns: [
      ...own('kind basis value version locked decision note'),
      ref('plan', 'plans'),
      ref('unit', 'units'),
      ref('indicator', 'indicators'),
      ref('assigner', 'assigners'),
    ],
    key: ['plan', 'unit', 'indicator', 'assigner', 'kind', 'version'],
    title: 'indicator',
    unit: 'unit',
  },
  {
    // After the targets: once it is issued, nothing of them is written any more.
    table: 'plan_versions',
    owner: 'province',
    columns: [
      ...own('number name state based_on decision_number decided_on decided_by effective_on reason made_at'),
      ref('plan', 'plans'),
    ],
    key: ['plan', 'number'],
    title: 'name',
  },
  {
    table: 'target_opinions',
    owner: 'unit',
    columns: [
      ...own('kind version drafted proposed agreed note given_by given_on'),
      ref('plan', 'plans'),
      ref('unit', 'units'),
      ref('indicator', 'indicators'),
      ref('assigner', 'assigners'),
    ],
    key: ['plan', 'unit', 'indicator', 'assigner', 'kind', 'version'],
    title: 'indicator',
    unit: 'unit',
  },
  {
    table: 'commitments',
    owner: 'unit',
    columns: [
      ...own('asked_on due_on signed_on signed_by signed_position number note'),
      ref('plan', 'plans'),
      ref('unit', 'units'),
    ],
    key: ['plan', 'unit'],
    title: 'plan',
    unit: 'unit',
  },
  {
    table: 'people',
    owner: 'unit',
    columns: [...own('full_name position phone note valid_from valid_to'), ref('unit', 'units')],
    derived: [
      { column: 'name_folded', from: 'full_name', how: 'fold' },
      { column: 'sort_key', from: 'full_name', how: 'person-sort' },
    ],
    title: 'full_name',
    unit: 'unit',
  },
  {
    table: 'enterprises',
    owner: 'unit',
    columns: [
      ...own(
        `tax_code name address industry phone founded_on founded_text note extra short_name foreign_name survey_code
         place_kind operating_status feasibility ward district zone director contact_person country attitude expected_on
         expected_members source`,
      ),
      ref('legal_form', 'legal_forms'),
      ref('unit', 'units'),
      ref('officer', 'people'),
      ref('parent_enterprise', 'enterprises'),
    ],
    key: ['tax_code'],
    derived: [...named, { column: 'match_key', from: 'name', how: 'match' }],
    title: 'name',
    unit: 'unit',
  },
  {
    table: 'survey_rounds',
    owner: 'unit',
    columns: own('name source surveyed_on file_name file_hash sheet frozen'),
    title: 'name',
  },
  {
    table: 'observations',
    owner: 'unit',
    columns: [
      ...own(
        `observed_on workers women insured has_union members difficulty source_row extra foreign_workers with_contracts
         women_members union_decision_number union_decision_on party_organisation youth_organisation difficulty_codes`,
      ),
      ref('round', 'survey_rounds'),
      ref('enterprise', 'enterprises'),
      ref('unit', 'units'),
    ],
    key: ['round', 'enterprise'],
    title: 'observed_on',
    parent: 'enterprise',
  },
  {
    table: 'enterprise_stages',
    owner: 'unit',
    columns: [...own('on_date note who'), ref('enterprise', 'enterprises'), ref('stage', 'stages')],
    title: 'on_date',
    parent: 'enterprise',
  },
  {
    table: 'enterprise_contacts',
    owner: 'unit',
    columns: [
      ...own('on_date kind content result next_on'),
      ref('enterprise', 'enterprises'),
      ref('officer', 'people'),
    ],
    title: 'on_date',
    parent: 'enterprise',
  },
  {
    table: 'grassroots_unions',
    owner: 'unit',
    columns: [
      ...own(
        `name ward zone founded_on decision_number decision_on decision_issuer members_at_founding chair phone ended_on
         end_decision_number end_decision_on note`,
      ),
      ref('type', 'unit_types'),
      ref('unit', 'units'),
      ref('enterprise', 'enterprises'),
      ref('end_reason', 'reasons'),
      ref('successor', 'grassroots_unions'),
      ref('previous', 'grassroots_unions'),
    ],
    derived: named,
    title: 'name',
    unit: 'unit',
  },
  {
    table: 'union_members',
    owner: 'unit',
    columns: [...own('counted_on members women source'), ref('union', 'grassroots_unions')],
    key: ['union', 'counted_on'],
    title: 'counted_on',
    parent: 'union',
  },
  {
    table: 'former_places',
    owner: 'unit',
    columns: [
      ...own('until'),
      ref('enterprise', 'enterprises'),
      ref('union', 'grassroots_unions'),
      ref('unit', 'units'),
    ],
    title: 'until',
  },
  {
    table: 'reports',
    owner: 'unit',
    columns: [...own('from_date as_of basis received_on status source'), ref('unit', 'units')],
    key: ['unit', 'from_date', 'as_of', 'basis'],
    title: 'as_of',
    unit: 'unit',
  },
  {
    table: 'report_values',
    owner: 'unit',
    columns: [
      ...own('value qualifier qualifier_word stated_percent'),
      ref('report', 'reports'),
      ref('indicator', 'indicators'),
    ],
    key: ['report', 'indicator'],
    title: 'indicator',
    parent: 'report',
  },
]

const BY_NAME: ReadonlyMap<string, ExchangeTable> = new Map(EXCHANGE_TABLES.map((table) => [table.table, table]))

export function exchangeTable(name: string): ExchangeTable | undefined {
  return BY_NAME.get(name)
}
