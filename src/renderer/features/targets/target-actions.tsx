import {
  BranchCompareRegular,
  DocumentAddRegular,
  DocumentCheckmarkRegular,
  DocumentEditRegular,
  QuestionCircleRegular,
  SplitVerticalRegular,
} from '@fluentui/react-icons'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { targetVersionsText } from '#renderer/text/target-versions.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { ScreenAction } from '#renderer/ui/layout/Screen.tsx'

interface ActionInput {
  readonly plan: PlanRow | undefined
  readonly shown: PlanVersionRow | undefined
  readonly canAllocate: boolean
  readonly onAllocate: () => void
  readonly onCompare: () => void
  readonly onIssue: () => void
  readonly onAdjust: () => void
  readonly onWhy: () => void
  readonly onDocument: () => void
}

/** At most five; the third follows the plan's course: it is issued, then adjusted, then the adjustment is issued. */
export function targetActions(input: ActionInput): readonly ScreenAction[] {
  const { shown } = input
  return [
    {
      label: targetsText.allocate,
      icon: <SplitVerticalRegular />,
      main: true,
      disabled: !input.canAllocate,
      run: input.onAllocate,
    },
    {
      label: targetVersionsText.compare,
      icon: <BranchCompareRegular />,
      disabled: shown === undefined,
      run: input.onCompare,
    },
    issuingAction(input),
    { label: targetsText.why, icon: <QuestionCircleRegular />, run: input.onWhy },
    { label: targetsText.makeDocument, icon: <DocumentAddRegular />, run: input.onDocument },
  ]
}

function issuingAction({ plan, shown, onIssue, onAdjust }: ActionInput): ScreenAction {
  if (shown?.state === 'adjusting')
    return { label: targetVersionsText.issueAdjustment, icon: <DocumentCheckmarkRegular />, run: onIssue }
  if (plan?.status === 'issued' || plan?.status === 'closed')
    return {
      label: targetVersionsText.adjust,
      icon: <DocumentEditRegular />,
      disabled: plan.status === 'closed',
      run: onAdjust,
    }
  return {
    label: targetVersionsText.issue,
    icon: <DocumentCheckmarkRegular />,
    disabled: shown === undefined,
    run: onIssue,
  }
}

/** What must be known of the version looked at before its numbers are read; nothing of the usual one. */
export function subtitleOf(
  plan: PlanRow | undefined,
  shown: PlanVersionRow | undefined,
): { readonly subtitle?: string } {
  if (plan === undefined || shown === undefined) return {}
  const { state, name, decisionNumber, effectiveOn } = shown
  const text = targetVersionsText
  if (state === 'adjusting') return { subtitle: text.subtitleAdjusting(decisionNumber ?? '', effectiveOn ?? plan.from) }
  if (plan.status === 'closed') return { subtitle: text.subtitleClosed }
  if (state === 'adjusted') return { subtitle: text.subtitleAdjusted(decisionNumber ?? '', effectiveOn ?? plan.from) }
  if (plan.status === 'issued') return { subtitle: state === 'issued' ? text.subtitleIssued : text.subtitleLeft }
  return state === 'draft' ? { subtitle: text.subtitleDraft(name) } : {}
}
