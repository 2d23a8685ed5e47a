import { campaignsContract } from './campaigns.ts'
import { catalogueTablesContract } from './catalogue-tables.ts'
import { cataloguesContract } from './catalogues.ts'
import { checksContract } from './checks.ts'
import type { InputOf, OperationKind, OutputOf, ParsedInputOf } from './core.ts'
import { documentDraftsContract } from './document-drafts.ts'
import { documentsContract } from './documents.ts'
import { enterprisesContract } from './enterprises.ts'
import { exchangeBoardContract } from './exchange-board.ts'
import { exchangeContract } from './exchange.ts'
import { filesContract } from './files.ts'
import { gridExportContract } from './grid-export.ts'
import { historyContract } from './history.ts'
import { indicatorsContract } from './indicators.ts'
import { overviewContract } from './overview.ts'
import { organisationContract } from './organisation.ts'
import { periodsContract } from './periods.ts'
import { plansContract } from './plans.ts'
import { reportImportContract } from './report-import.ts'
import { reconcileContract } from './reconcile.ts'
import { resultsContract } from './results.ts'
import { searchContract } from './search.ts'
import { settingsContract } from './settings.ts'
import { surveyContract } from './survey.ts'
import { targetsContract } from './targets.ts'
import { unionsContract } from './unions.ts'
import { unitChangesContract } from './unit-changes.ts'
import { unitsContract } from './units.ts'

/** Every operation of the backend: the single truth that client, allow-list and validation derive from. */
export const contract = {
  ...campaignsContract,
  ...catalogueTablesContract,
  ...cataloguesContract,
  ...checksContract,
  ...documentDraftsContract,
  ...documentsContract,
  ...enterprisesContract,
  ...exchangeBoardContract,
  ...exchangeContract,
  ...filesContract,
  ...gridExportContract,
  ...historyContract,
  ...indicatorsContract,
  ...overviewContract,
  ...organisationContract,
  ...periodsContract,
  ...plansContract,
  ...reportImportContract,
  ...reconcileContract,
  ...resultsContract,
  ...searchContract,
  ...settingsContract,
  ...surveyContract,
  ...targetsContract,
  ...unionsContract,
  ...unitChangesContract,
  ...unitsContract,
}

export type Contract = typeof contract
export type OperationName = keyof Contract
export type NamesOfKind<K extends OperationKind> = {
  [N in OperationName]: Contract[N]['kind'] extends K ? N : never
}[OperationName]

export type Input<N extends OperationName> = InputOf<Contract[N]>
export type ParsedInput<N extends OperationName> = ParsedInputOf<Contract[N]>
export type Output<N extends OperationName> = OutputOf<Contract[N]>

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}
