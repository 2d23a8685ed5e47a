import { useEffect, useState, type ReactNode } from 'react'
import { useData } from '#renderer/api/data.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { UnitFilter } from '#renderer/ui/layout/FilterSelect.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { takeFocus, useNavigation } from '#renderer/ui/state/navigation.ts'
import { AssignmentsTab } from './AssignmentsTab.tsx'
import { CollaboratorsTab } from './CollaboratorsTab.tsx'
import { CommendationsTab } from './CommendationsTab.tsx'
import { CommitteesTab } from './CommitteesTab.tsx'
import { ReachTab } from './reach/ReachTab.tsx'
import { RemediesTab } from './RemediesTab.tsx'
import { VisitsTab } from './VisitsTab.tsx'
import './organisation.css'

const TABS = ['committees', 'assignments', 'visits', 'reach', 'remedies', 'commendations', 'collaborators'] as const
type TabId = (typeof TABS)[number]
const NONE: readonly never[] = []

export interface TabProps {
  /** Code of the unit that is shown with all below it; null: all. */
  readonly unit: string | null
  /** The tabs and the choice of the unit, for the frame's line of filters. */
  readonly choices: ReactNode
}

/** Ai chịu trách nhiệm? */
export function OrganisationScreen() {
  const [tab, setTab] = useState<TabId>('committees')
  const [unit, setUnit] = useState('')
  const units = useData('units.list', { asOf: null }).data ?? NONE
  const asked = useNavigation(({ focus }) => focus)
  useEffect(() => {
    if (asked === null) return
    const focus = takeFocus()
    const found = TABS.find((name) => name === focus)
    if (found !== undefined) setTab(found)
  }, [asked])
  const choices = (
    <>
      <TabBar
        className="organisation-tabs"
        label={organisationText.tabsLabel}
        ids={TABS}
        titleOf={(name) => organisationText.tabs[name]}
        shown={tab}
        onShow={setTab}
      />
      {tab === 'commendations' ? null : (
        <UnitFilter
          label={organisationText.unit}
          every={organisationText.everyUnit}
          units={units.map(({ code, shortName }) => ({ code, name: shortName }))}
          className="unit-select"
          value={unit}
          onChange={setUnit}
        />
      )}
    </>
  )
  const Current = SHOWN[tab]
  return <Current unit={unit === '' ? null : unit} choices={choices} />
}

const SHOWN = {
  committees: CommitteesTab,
  assignments: AssignmentsTab,
  visits: VisitsTab,
  reach: ReachTab,
  remedies: RemediesTab,
  commendations: CommendationsTab,
  collaborators: CollaboratorsTab,
} as const
