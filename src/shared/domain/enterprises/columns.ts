import type { ColumnOrder } from '../table/column.ts'

/**
 * What a cell of the registry holds.
 * text     as it is
 * count    a whole number from 0
 * date     an ISO day
 * flag     true, false, or null: nobody said
 * choice   a code with a label: of a fixed list (choices.ts) or of a catalogue of the data file
 * founding an ISO day or the text of what is no whole day ("2015")
 */
export type RegistryKind = 'text' | 'count' | 'date' | 'flag' | 'choice' | 'founding'

/**
 * Where a cell comes from.
 * registry     the enterprise's own row
 * observation  what surveys said: the newest value not later than the day asked for
 * stage        the newest entry of the stage history not later than that day
 * computed     worked out from the others; takes no typing
 */
export type RegistryOrigin = 'registry' | 'observation' | 'stage' | 'computed'

type RegistryOrder = ColumnOrder | 'rank'

function column<Id extends string>(
  id: Id,
  kind: RegistryKind,
  origin: RegistryOrigin,
  { order, editable }: { readonly order?: RegistryOrder; readonly editable?: boolean } = {},
) {
  const usual: RegistryOrder = kind === 'text' || kind === 'choice' ? 'text' : 'value'
  return { id, kind, origin, order: order ?? usual, editable: editable ?? origin !== 'computed' }
}

/** Every column of the registry, in the order a full list shows them (domain: enterprise survey, fields). */
const LIST = [
  column('name', 'text', 'registry'),
  column('taxCode', 'text', 'registry'),
  column('unit', 'choice', 'registry'),
  column('legalForm', 'choice', 'registry'),
  column('workers', 'count', 'observation'),
  column('women', 'count', 'observation'),
  column('foreignWorkers', 'count', 'observation'),
  column('withContracts', 'count', 'observation'),
  column('insured', 'count', 'observation'),
  column('sizeBand', 'choice', 'computed', { order: 'value' }),
  column('hasUnion', 'flag', 'observation'),
  column('members', 'count', 'observation'),
  column('womenMembers', 'count', 'observation'),
  column('nonmembers', 'count', 'computed'),
  column('unionDecisionNumber', 'text', 'observation'),
  column('unionDecisionOn', 'date', 'observation'),
  column('partyOrganisation', 'flag', 'observation'),
  column('youthOrganisation', 'flag', 'observation'),
  column('stage', 'choice', 'stage', { order: 'rank' }),
  column('stageOn', 'date', 'computed'),
  column('daysInStage', 'count', 'computed'),
  column('officer', 'choice', 'registry', { order: 'person' }),
  column('feasibility', 'choice', 'registry', { order: 'rank' }),
  column('attitude', 'text', 'registry'),
  column('difficultyCodes', 'choice', 'observation'),
  column('difficulty', 'text', 'observation'),
  column('expectedOn', 'date', 'registry'),
  column('expectedMembers', 'count', 'registry'),
  column('lastContactOn', 'date', 'computed'),
  column('nextContactOn', 'date', 'computed'),
  column('contacts', 'count', 'computed'),
  column('operatingStatus', 'choice', 'registry', { order: 'rank' }),
  column('placeKind', 'choice', 'registry', { order: 'rank' }),
  column('industry', 'text', 'registry'),
  column('address', 'text', 'registry'),
  column('ward', 'text', 'registry'),
  column('district', 'text', 'registry'),
  column('zone', 'text', 'registry'),
  column('phone', 'text', 'registry'),
  column('director', 'text', 'registry', { order: 'person' }),
  column('contactPerson', 'text', 'registry', { order: 'person' }),
  column('country', 'text', 'registry'),
  column('foundedOn', 'founding', 'registry'),
  column('shortName', 'text', 'registry'),
  column('foreignName', 'text', 'registry'),
  column('surveyCode', 'text', 'registry'),
  column('source', 'text', 'registry'),
  column('parentEnterprise', 'choice', 'registry'),
  column('taxCheck', 'choice', 'computed'),
  column('surveyedOn', 'date', 'computed'),
  column('note', 'text', 'registry'),
] as const

export type RegistryColumnId = (typeof LIST)[number]['id']

export interface RegistryColumn {
  readonly id: RegistryColumnId
  readonly kind: RegistryKind
  readonly origin: RegistryOrigin
  /** How the table functions put it in order (domain/table/column.ts); 'rank': in the order of its choices. */
  readonly order: RegistryOrder
  /** Takes typing, pasting, filling. */
  readonly editable: boolean
}

export const REGISTRY_COLUMNS: readonly RegistryColumn[] = LIST

const BY_ID = new Map<string, RegistryColumn>(LIST.map((known) => [known.id, known]))

export function findRegistryColumn(id: string): RegistryColumn | null {
  return BY_ID.get(id) ?? null
}
