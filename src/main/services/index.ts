import type { OperationName } from '#shared/contract/index.ts'
import { campaignsService } from './campaigns.ts'
import { catalogueRowsService } from './catalogue-rows.ts'
import { catalogueTablesService } from './catalogue-tables.ts'
import { checksService } from './checks.ts'
import { documentDraftsService } from './document-drafts.ts'
import { documentsService } from './documents.ts'
import { enterprisesService } from './enterprises.ts'
import { exchangeBoardService } from './exchange-board.ts'
import { formCarrier } from './exchange-form.ts'
import { setFormCarrier } from './exchange/form-port.ts'
import { exchangeService } from './exchange.ts'
import type { FileOperation } from './files.ts'
import { gridExportService } from './grid-export.ts'
import { historyService } from './history.ts'
import { indicatorsService } from './indicators.ts'
import { overviewService } from './overview.ts'
import { organisationService } from './organisation.ts'
import { periodsService } from './periods.ts'
import { plansService } from './plans.ts'
import { reportImportService } from './report-import.ts'
import { reconcileService } from './reconcile.ts'
import { resultsService } from './results.ts'
import { searchService } from './search.ts'
import type { Service } from './service.ts'
import { settingsService } from './settings.ts'
import { surveyService } from './survey.ts'
import { targetsService } from './targets.ts'
import { unionsService } from './unions.ts'
import { unitChangesService } from './unit-changes.ts'
import { unitsService } from './units.ts'

// Packages and forms are two carriers that do not know each other.
setFormCarrier(formCarrier)

/** One line a contract area; the compiler names an operation that nobody answers. */
export const services: Service<Exclude<OperationName, FileOperation>> = {
  ...campaignsService,
  ...catalogueRowsService,
  ...catalogueTablesService,
  ...checksService,
  ...documentDraftsService,
  ...documentsService,
  ...enterprisesService,
  ...exchangeService,
  ...exchangeBoardService,
  ...gridExportService,
  ...historyService,
  ...indicatorsService,
  ...overviewService,
  ...organisationService,
  ...periodsService,
  ...plansService,
  ...reportImportService,
  ...reconcileService,
  ...resultsService,
  ...searchService,
  ...settingsService,
  ...surveyService,
  ...targetsService,
  ...unionsService,
  ...unitChangesService,
  ...unitsService,
}
