import type { PersonRow, ReasonRow, StageRow } from '#shared/contract/catalogues.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { FLAG_TEXTS, NAME_SEPARATOR } from '#shared/domain/enterprises/cell-text.ts'
import { FEASIBILITIES, OPERATING_STATUSES, PLACE_KINDS, TAX_CHECKS } from '#shared/domain/enterprises/choices.ts'
import { REGISTRY_TITLES } from '#shared/domain/enterprises/column-titles.ts'
import { findRegistryColumn, type RegistryColumn, type RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import { valueOfEnterprise } from '#shared/domain/enterprises/row-values.ts'
import { describeBand } from '#shared/domain/enterprises/size-bands.ts'
import { normalizeText } from '#shared/domain/text/fold.ts'
import { formatDatePadded } from '#shared/domain/text/format.ts'
import { registryText } from '#renderer/text/registry.ts'
import type { Choice, ColumnKind, GridColumn, GridColumnGroup, GridColumns } from '#renderer/ui/DataGrid/column.ts'

export interface RegistryCatalogues {
  readonly units: readonly UnitRow[]
  readonly legalForms: readonly { readonly code: string; readonly shortName: string }[]
  readonly stages: readonly StageRow[]
  readonly people: readonly PersonRow[]
  readonly difficulties: readonly ReasonRow[]
  readonly bands: readonly number[]
}

interface Look {
  readonly width: number
  readonly aside?: true
}

const EMPTY: Choice = { id: null, label: '' }
const FLAGS: readonly Choice[] = [EMPTY, { id: true, label: FLAG_TEXTS.yes }, { id: false, label: FLAG_TEXTS.no }]

/** Every field of the survey in groups; what a day's work needs is shown, the rest waits in the list of columns. */
export function makeEnterpriseColumns(catalogues: RegistryCatalogues): GridColumns<EnterpriseRow> {
  const text = registryText.groups
  const choices = choicesOf(catalogues)
  const reasonNames = new Map(catalogues.difficulties.map(({ code, name }) => [code, name]))
  const make = (id: RegistryColumnId, look: Look): GridColumn<EnterpriseRow> =>
    makeColumn(id, look, choices[id], reasonNames)
  const group = (
    title: string,
    ...columns: readonly (readonly [RegistryColumnId, number, 'aside'?])[]
  ): GridColumnGroup<EnterpriseRow> => ({
    title,
    columns: columns.map(([id, width, aside]) => make(id, aside === undefined ? { width } : { width, aside: true })),
  })
  return [
    { ...make('name', { width: 270 }), pinned: true },
    group(
      text.enterprise,
      ['taxCode', 116],
      ['unit', 160],
      ['legalForm', 120, 'aside'],
      ['industry', 160, 'aside'],
      ['placeKind', 120, 'aside'],
      ['operatingStatus', 140, 'aside'],
      ['foundedOn', 104, 'aside'],
      ['shortName', 130, 'aside'],
      ['foreignName', 180, 'aside'],
      ['surveyCode', 110, 'aside'],
      ['parentEnterprise', 200, 'aside'],
      ['country', 110, 'aside'],
    ),
    group(
      text.workers,
      ['workers', 90],
      ['women', 80, 'aside'],
      ['foreignWorkers', 110, 'aside'],
      ['withContracts', 120, 'aside'],
      ['insured', 120, 'aside'],
      ['sizeBand', 90, 'aside'],
    ),
    group(
      text.union,
      ['hasUnion', 90],
      ['members', 94],
      ['womenMembers', 110, 'aside'],
      ['nonmembers', 124, 'aside'],
      ['unionDecisionNumber', 140, 'aside'],
      ['unionDecisionOn', 150, 'aside'],
      ['partyOrganisation', 120, 'aside'],
      ['youthOrganisation', 130, 'aside'],
    ),
    group(
      text.funnel,
      ['stage', 156],
      ['stageOn', 130, 'aside'],
      ['daysInStage', 130, 'aside'],
      ['officer', 150],
      ['feasibility', 120, 'aside'],
      ['attitude', 160, 'aside'],
      ['difficultyCodes', 180, 'aside'],
      ['difficulty', 190],
      ['expectedOn', 150, 'aside'],
      ['expectedMembers', 130, 'aside'],
      ['lastContactOn', 130],
      ['nextContactOn', 120, 'aside'],
      ['contacts', 110, 'aside'],
    ),
    group(
      text.place,
      ['phone', 116],
      ['director', 150, 'aside'],
      ['contactPerson', 150, 'aside'],
      ['address', 230],
      ['ward', 120, 'aside'],
      ['district', 120, 'aside'],
      ['zone', 140, 'aside'],
    ),
    group(text.source, ['source', 150, 'aside'], ['surveyedOn', 116], ['taxCheck', 120, 'aside'], ['note', 160]),
  ]
}

const KINDS: Readonly<Record<RegistryColumn['kind'], ColumnKind>> = {
  text: 'text',
  count: 'count',
  date: 'date',
  flag: 'choice',
  choice: 'choice',
  founding: 'text',
}
/** Read by the backend, which knows more than one way to write them. */
const READ_AS_TYPED: ReadonlySet<RegistryColumnId> = new Set(['difficultyCodes', 'parentEnterprise', 'foundedOn'])
const CENTRED: ReadonlySet<RegistryColumnId> = new Set(['hasUnion', 'partyOrganisation', 'youthOrganisation'])

function makeColumn(
  id: RegistryColumnId,
  look: Look,
  choices: readonly Choice[] | undefined,
  reasonNames: ReadonlyMap<string, string>,
): GridColumn<EnterpriseRow> {
  const known = findRegistryColumn(id)
  if (known === null) throw new Error(`the registry has no column ${id}`)
  const asTyped = READ_AS_TYPED.has(id)
  return {
    ...look,
    id,
    title: REGISTRY_TITLES[id],
    kind: asTyped ? 'text' : KINDS[known.kind],
    sortable: true,
    value: (row) => valueOfEnterprise(row, id),
    hint: (row) => warningOf(row, id) ?? hintOf(row, id),
    ...(WARNED.has(id) ? { tone: (row: EnterpriseRow) => (warningOf(row, id) === null ? null : 'warning') } : {}),
    ...(choices === undefined ? {} : { choices }),
    ...(known.order === 'person' ? { sortAs: 'person' as const } : {}),
    ...(CENTRED.has(id) ? { align: 'center' as const } : {}),
    ...(asTyped ? { display: (row: EnterpriseRow) => shownText(row, id, reasonNames) } : {}),
    ...(known.editable
      ? {
          edit: asTyped ? { parse: (text: string) => ({ ok: true as const, value: normalizeText(text) || null }) } : {},
        }
      : {}),
  }
}

function choicesOf(catalogues: RegistryCatalogues): Partial<Record<RegistryColumnId, readonly Choice[]>> {
  const { units, legalForms, stages, people, bands } = catalogues
  const fixed = (list: readonly { readonly code: string; readonly label: string }[]): readonly Choice[] => [
    EMPTY,
    ...list.map(({ code, label }) => ({ id: code, label })),
  ]
  return {
    unit: [EMPTY, ...units.map(({ code, shortName }) => ({ id: code, label: shortName }))],
    legalForm: [EMPTY, ...legalForms.map(({ code, shortName }) => ({ id: code, label: shortName }))],
    stage: [EMPTY, ...stages.map(({ code, shortName }) => ({ id: code, label: shortName }))],
    officer: [EMPTY, ...people.map(({ id, fullName }) => ({ id, label: fullName }))],
    hasUnion: FLAGS,
    partyOrganisation: FLAGS,
    youthOrganisation: FLAGS,
    feasibility: fixed(FEASIBILITIES),
    operatingStatus: fixed(OPERATING_STATUSES),
    placeKind: fixed(PLACE_KINDS),
    taxCheck: fixed(TAX_CHECKS),
    sizeBand: [EMPTY, ...bands.map((from) => ({ id: from, label: describeBand(bands, from) }))],
  }
}

function shownText(row: EnterpriseRow, id: RegistryColumnId, reasonNames: ReadonlyMap<string, string>): string | null {
  if (id === 'parentEnterprise') return row.parentEnterpriseName
  if (id === 'foundedOn') return row.foundedOn === null ? row.foundedText : formatDatePadded(row.foundedOn)
  return row.difficultyCodes.map((code) => reasonNames.get(code) ?? code).join(NAME_SEPARATOR)
}

const WARNED: ReadonlySet<RegistryColumnId> = new Set(['taxCode', 'members'])

/** What is worth a look; never a refusal. */
function warningOf(row: EnterpriseRow, id: RegistryColumnId): string | null {
  if (id === 'taxCode' && row.taxCheck === 'check_failed') return registryText.taxCheckFailed
  if (id === 'members' && row.members !== null && row.workers !== null && row.members > row.workers)
    return registryText.membersOverWorkers
  return null
}

const HINTED: ReadonlySet<RegistryColumnId> = new Set(['name', 'industry', 'address', 'difficulty', 'note', 'attitude'])

function hintOf(row: EnterpriseRow, id: RegistryColumnId): string | null {
  if (id === 'unit') return row.unitName
  if (id === 'legalForm') return row.legalFormName
  if (id === 'stage') return row.stageName
  if (id === 'taxCode' && row.taxCheck === 'uncheckable') return registryText.taxUncheckable
  return HINTED.has(id) ? String(valueOfEnterprise(row, id) ?? '') : null
}
