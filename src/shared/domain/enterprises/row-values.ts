import type { TableValue } from '../table/view.ts'
import { CODE_SEPARATOR } from './cell-text.ts'
import type { RegistryColumnId } from './columns.ts'

/** As much of an enterprise's row as its cells show; the contract's row has it all. */
export interface RegistryRowValues {
  readonly name: string
  readonly taxCode: string | null
  readonly taxCheck: string
  readonly unitCode: string | null
  readonly legalForm: string | null
  readonly workers: number | null
  readonly women: number | null
  readonly foreignWorkers: number | null
  readonly withContracts: number | null
  readonly insured: number | null
  readonly sizeBand: number | null
  readonly hasUnion: boolean | null
  readonly members: number | null
  readonly womenMembers: number | null
  readonly nonmembers: number | null
  readonly unionDecisionNumber: string | null
  readonly unionDecisionOn: string | null
  readonly partyOrganisation: boolean | null
  readonly youthOrganisation: boolean | null
  readonly stage: string | null
  readonly stageOn: string | null
  readonly daysInStage: number | null
  readonly officerId: string | null
  readonly feasibility: string | null
  readonly attitude: string | null
  readonly difficultyCodes: readonly string[]
  readonly difficulty: string | null
  readonly expectedOn: string | null
  readonly expectedMembers: number | null
  readonly lastContactOn: string | null
  readonly nextContactOn: string | null
  readonly contacts: number
  readonly operatingStatus: string | null
  readonly placeKind: string | null
  readonly industry: string | null
  readonly address: string | null
  readonly ward: string | null
  readonly district: string | null
  readonly zone: string | null
  readonly phone: string | null
  readonly director: string | null
  readonly contactPerson: string | null
  readonly country: string | null
  readonly foundedOn: string | null
  readonly foundedText: string | null
  readonly shortName: string | null
  readonly foreignName: string | null
  readonly surveyCode: string | null
  readonly source: string | null
  readonly parentEnterpriseId: string | null
  readonly surveyedOn: string | null
  readonly note: string | null
}

/** The value of one cell, the one filters, orders and writes speak of. */
export function valueOfEnterprise(row: RegistryRowValues, column: RegistryColumnId): TableValue {
  switch (column) {
    case 'unit':
      return row.unitCode
    case 'officer':
      return row.officerId
    case 'parentEnterprise':
      return row.parentEnterpriseId
    case 'difficultyCodes':
      return row.difficultyCodes.length === 0 ? null : row.difficultyCodes.join(CODE_SEPARATOR)
    case 'foundedOn':
      return row.foundedOn ?? row.foundedText
    default:
      return row[column]
  }
}
