import { useEffect, useState } from 'react'
import type { FileStatus } from '#shared/contract/files.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { choosePlan } from '#renderer/api/working-context.ts'
import { EditPlanDialog } from '#renderer/ui/EditPlanDialog.tsx'
import { NewPlanDialog } from '#renderer/ui/NewPlanDialog.tsx'
import { useNavigation, type ScreenId } from '#renderer/ui/state/navigation.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { HistoryColumn } from './history/HistoryColumn.tsx'
import { JobPanel } from './JobPanel.tsx'
import { lazy, usePreloaded, type LateScreen } from './late-screen.tsx'
import { Navigation } from './Navigation.tsx'
import { Notices } from './Notices.tsx'
import { PaletteLayer } from './palette/Palette.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useDefaultContext } from './use-default-context.ts'
import { useWindowTitle } from './use-window-title.ts'
import { useOpenedFiles } from './use-opened-files.ts'
import { useShortcuts } from './use-shortcuts.ts'

// One script a screen: the window is up before the tables' code has been read.
const SCREENS: Readonly<Record<ScreenId, LateScreen>> = {
  overview: lazy(async () => ({
    default: (await import('#renderer/features/overview/OverviewScreen.tsx')).OverviewScreen,
  })),
  units: lazy(async () => ({ default: (await import('#renderer/features/units/UnitsScreen.tsx')).UnitsScreen })),
  enterprises: lazy(async () => ({
    default: (await import('#renderer/features/enterprises/EnterprisesScreen.tsx')).EnterprisesScreen,
  })),
  unions: lazy(async () => ({ default: (await import('#renderer/features/unions/UnionsScreen.tsx')).UnionsScreen })),
  targets: lazy(async () => ({
    default: (await import('#renderer/features/targets/TargetsScreen.tsx')).TargetsScreen,
  })),
  results: lazy(async () => ({
    default: (await import('#renderer/features/results/ResultsScreen.tsx')).ResultsScreen,
  })),
  campaigns: lazy(async () => ({
    default: (await import('#renderer/features/campaigns/CampaignsScreen.tsx')).CampaignsScreen,
  })),
  organisation: lazy(async () => ({
    default: (await import('#renderer/features/organisation/OrganisationScreen.tsx')).OrganisationScreen,
  })),
  documents: lazy(async () => ({
    default: (await import('#renderer/features/documents/DocumentsScreen.tsx')).DocumentsScreen,
  })),
  exchange: lazy(async () => ({
    default: (await import('#renderer/features/exchange/ExchangeScreen.tsx')).ExchangeScreen,
  })),
  settings: lazy(async () => ({
    default: (await import('#renderer/features/settings/SettingsScreen.tsx')).SettingsScreen,
  })),
}
/** With them comes what all tables share, which is most of it; the rest of a screen is little. */
const READ_AHEAD = [SCREENS.enterprises, SCREENS.targets]

interface ShellProps {
  readonly status: FileStatus
  readonly onNewFile: () => void
}

/** The frame with an open data file. */
export function Shell({ status, onNewFile }: ShellProps) {
  const screen = useNavigation((state) => state.screen)
  const [addingPlan, setAddingPlan] = useState(false)
  const [editingPlan, setEditingPlan] = useState<PlanRow | null>(null)
  const isContextKnown = useDefaultContext()
  useWindowTitle(status.provinceName)
  useShortcuts()
  useOpenedFiles()
  usePreloaded(READ_AHEAD)
  const Current = SCREENS[screen]
  // While it is asked what is shown, the script that shows it is read.
  useEffect(() => void SCREENS[screen].preload().catch(() => undefined), [screen])
  return (
    <div className="shell">
      <TopBar status={status} onNewFile={onNewFile} onNewPlan={() => setAddingPlan(true)} onEditPlan={setEditingPlan} />
      <div className="shell-middle">
        <Navigation />
        <main className="shell-main" data-region="main">
          <Notices />
          {isContextKnown ? (
            <ErrorBoundary key={screen}>
              <Current />
            </ErrorBoundary>
          ) : null}
        </main>
        <HistoryColumn />
      </div>
      <StatusBar />
      <JobPanel />
      <PaletteLayer file={status.file ?? ''} />
      {editingPlan === null ? null : <EditPlanDialog plan={editingPlan} onClose={() => setEditingPlan(null)} />}
      {addingPlan ? <NewPlanDialog onClose={() => setAddingPlan(false)} onAdded={choosePlan} /> : null}
    </div>
  )
}
