import type { Command } from './command.ts'
import { initCommand } from './commands/init.ts'
import {
  assignmentsAssignCommand,
  assignmentsEndCommand,
  assignmentsListCommand,
  collaboratorsAddCommand,
  collaboratorsListCommand,
} from './commands/assignments.ts'
import { commendationsListCommand, commendationsProposeCommand } from './commands/commendations.ts'
import { committeesListCommand, committeesMembersCommand, committeesSaveCommand } from './commands/committees.ts'
import {
  funnelCommand,
  funnelLimitsCommand,
  remediesAddCommand,
  remediesListCommand,
  unionsWeakCommand,
} from './commands/funnel.ts'
import { visitsAddCommand, visitsFollowUpsCommand, visitsListCommand } from './commands/visits.ts'
import { allocateCommand } from './commands/allocate.ts'
import {
  boardAcceptCommand,
  boardAnswerCommand,
  boardAskCommand,
  boardCloseCommand,
  boardCommand,
  boardQuestionsCommand,
} from './commands/board.ts'
import { batchCommand } from './commands/batch.ts'
import { compareCommand } from './commands/compare.ts'
import { registerIssueCommand, registerListCommand, registerSaveCommand } from './commands/register.ts'
import {
  campaignExcludeCommand,
  campaignListCommand,
  campaignOpenCommand,
  campaignPresetsCommand,
  campaignReportCommand,
} from './commands/campaign.ts'
import { checkCommand } from './commands/check.ts'
import { mendCommand } from './commands/mend.ts'
import { checksCommand, checksExplainCommand, checksWithdrawCommand } from './commands/checks.ts'
import { documentCommand, documentFiguresCommand } from './commands/document.ts'
import { dashboardCommand } from './commands/dashboard.ts'
import { demoCommand } from './commands/demo.ts'
import {
  draftListCommand,
  draftMakeCommand,
  draftNewCommand,
  draftRebindCommand,
  draftRemoveCommand,
  draftShowCommand,
} from './commands/draft.ts'
import {
  draftAddCommand,
  draftDropCommand,
  draftMoveCommand,
  draftOrderCommand,
  draftRestoreCommand,
  draftSetCommand,
  draftSettleCommand,
} from './commands/draft-sections.ts'
import { enterprisesDuplicatesCommand, enterprisesJudgeCommand } from './commands/enterprise-duplicates.ts'
import { enterprisesFunnelCommand, enterprisesStageCommand } from './commands/enterprise-follow-up.ts'
import { enterprisesListCommand } from './commands/enterprises.ts'
import { historyCommand, verifyCommand } from './commands/history.ts'
import { importCommand } from './commands/import.ts'
import { indicatorsAddCommand, indicatorsEditCommand } from './commands/indicators-add.ts'
import { indicatorsListCommand, indicatorsReviseCommand } from './commands/indicators.ts'
import {
  plansAdjustCommand,
  plansChooseCommand,
  plansCompareCommand,
  plansCopyCommand,
  plansDropCommand,
  plansIssueCommand,
  plansRenameCommand,
  plansVersionsCommand,
} from './commands/plan-versions.ts'
import {
  missingCommand,
  periodsCloseCommand,
  periodsListCommand,
  periodsLogCommand,
  periodsReopenCommand,
} from './commands/periods.ts'
import { periodsCalendarCommand } from './commands/periods-calendar.ts'
import {
  commitmentsSignCommand,
  keysListCommand,
  keysTrustCommand,
  opinionsSetCommand,
  siteCommand,
} from './commands/keys.ts'
import {
  packageApplyCommand,
  packageClashesCommand,
  packageListCommand,
  packageMakeCommand,
  packageReadCommand,
  packageRoundCommand,
  packageUndoCommand,
} from './commands/package.ts'
import { plansAddCommand, plansListCommand } from './commands/plans.ts'
import { progressCommand, progressSourcesCommand } from './commands/progress.ts'
import { progressBandsCommand } from './commands/progress-bands.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { reportAddCommand } from './commands/report.ts'
import { searchCommand } from './commands/search.ts'
import { targetsListCommand, targetsLockCommand, targetsSetCommand, targetsUnlockCommand } from './commands/targets.ts'
import { redoCommand, undoCommand } from './commands/undo.ts'
import { unionsCountsCommand, unionsEndCommand, unionsFoundCommand, unionsListCommand } from './commands/unions.ts'
import {
  unitsEndCommand,
  unitsMergeCommand,
  unitsRenameCommand,
  unitsSplitCommand,
  unitsTransferCommand,
} from './commands/unit-changes.ts'
import { unitsAddCommand, unitsListCommand } from './commands/units.ts'

/** Every command, in the order of the help. A new one is one file and one line here. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  unitsListCommand,
  unitsAddCommand,
  unitsMergeCommand,
  unitsSplitCommand,
  unitsTransferCommand,
  unitsRenameCommand,
  unitsEndCommand,
  indicatorsListCommand,
  indicatorsAddCommand,
  indicatorsEditCommand,
  indicatorsReviseCommand,
  plansListCommand,
  plansAddCommand,
  plansVersionsCommand,
  plansCopyCommand,
  plansChooseCommand,
  plansRenameCommand,
  plansDropCommand,
  plansCompareCommand,
  plansIssueCommand,
  plansAdjustCommand,
  importCommand,
  enterprisesListCommand,
  enterprisesFunnelCommand,
  enterprisesStageCommand,
  enterprisesDuplicatesCommand,
  enterprisesJudgeCommand,
  unionsListCommand,
  unionsFoundCommand,
  unionsEndCommand,
  unionsCountsCommand,
  unionsWeakCommand,
  funnelCommand,
  funnelLimitsCommand,
  remediesListCommand,
  remediesAddCommand,
  committeesListCommand,
  committeesSaveCommand,
  committeesMembersCommand,
  assignmentsListCommand,
  assignmentsAssignCommand,
  assignmentsEndCommand,
  collaboratorsListCommand,
  collaboratorsAddCommand,
  visitsListCommand,
  visitsAddCommand,
  visitsFollowUpsCommand,
  commendationsListCommand,
  commendationsProposeCommand,
  targetsSetCommand,
  targetsListCommand,
  targetsLockCommand,
  targetsUnlockCommand,
  allocateCommand,
  reportAddCommand,
  missingCommand,
  periodsListCommand,
  periodsCloseCommand,
  periodsReopenCommand,
  periodsLogCommand,
  periodsCalendarCommand,
  boardCommand,
  boardAcceptCommand,
  boardAskCommand,
  boardQuestionsCommand,
  boardAnswerCommand,
  boardCloseCommand,
  progressCommand,
  progressSourcesCommand,
  progressBandsCommand,
  reconcileCommand,
  campaignListCommand,
  campaignPresetsCommand,
  campaignOpenCommand,
  campaignReportCommand,
  campaignExcludeCommand,
  dashboardCommand,
  checksCommand,
  checksExplainCommand,
  checksWithdrawCommand,
  documentCommand,
  documentFiguresCommand,
  draftNewCommand,
  draftListCommand,
  draftShowCommand,
  draftSetCommand,
  draftAddCommand,
  draftDropCommand,
  draftRestoreCommand,
  draftSettleCommand,
  draftMoveCommand,
  draftOrderCommand,
  draftRebindCommand,
  draftMakeCommand,
  draftRemoveCommand,
  checkCommand,
  compareCommand,
  mendCommand,
  batchCommand,
  registerListCommand,
  registerIssueCommand,
  registerSaveCommand,
  packageMakeCommand,
  packageReadCommand,
  packageApplyCommand,
  packageUndoCommand,
  packageListCommand,
  packageClashesCommand,
  packageRoundCommand,
  opinionsSetCommand,
  commitmentsSignCommand,
  keysListCommand,
  keysTrustCommand,
  siteCommand,
  searchCommand,
  historyCommand,
  undoCommand,
  redoCommand,
  verifyCommand,
  demoCommand,
]
