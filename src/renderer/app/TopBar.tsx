import type { FileStatus } from '#shared/contract/files.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { frameText } from '#renderer/text/frame.ts'
import { AsOfPicker } from './AsOfPicker.tsx'
import { PlanPicker } from './PlanPicker.tsx'
import { ProvinceMenu } from './ProvinceMenu.tsx'
import { PaletteButton } from './palette/PaletteButton.tsx'
import { SavedMark } from './SavedMark.tsx'

interface TopBarProps {
  readonly status: FileStatus
  readonly onNewFile: () => void
  readonly onNewPlan: () => void
  readonly onEditPlan: (plan: PlanRow) => void
}

/** The three things every figure depends on: whose, which plan, as of which day. */
export function TopBar({ status, onNewFile, onNewPlan, onEditPlan }: TopBarProps) {
  return (
    <header className="top-bar" aria-label={frameText.topBar} data-region="top">
      <ProvinceMenu status={status} onNewFile={onNewFile} />
      <span className="top-divider" aria-hidden="true" />
      <PlanPicker onNewPlan={onNewPlan} onEditPlan={onEditPlan} />
      <span className="top-divider" aria-hidden="true" />
      <AsOfPicker />
      <span className="top-space" />
      <PaletteButton />
      <SavedMark />
    </header>
  )
}
