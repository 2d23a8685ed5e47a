import { useMemo, useState } from 'react'
import type { ReasonRow } from '#shared/contract/catalogues.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { registryText } from '#renderer/text/registry.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import { ContactsTab } from './ContactsTab.tsx'
import { DoublesTab } from './DoublesTab.tsx'
import { InfoTab } from './InfoTab.tsx'
import { StagesTab } from './StagesTab.tsx'
import { SurveysTab } from './SurveysTab.tsx'

const text = registryText.panel
const TABS = ['info', 'surveys', 'stages', 'contacts', 'doubles'] as const
export type PanelTab = (typeof TABS)[number]

interface EnterprisePanelProps {
  readonly enterprise: EnterpriseRow | null
  readonly columns: GridColumns<EnterpriseRow>
  readonly difficulties: readonly ReasonRow[]
  readonly onClose: () => void
  readonly onStage: () => void
  readonly onReview: (id: string) => void
}

/** One enterprise: its fields, what surveys said round by round, its way to a union, meetings, possible doubles. */
export function EnterprisePanel({
  enterprise,
  columns,
  difficulties,
  onClose,
  onStage,
  onReview,
}: EnterprisePanelProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [tab, setTab] = useState<PanelTab>('info')
  const asked = useData('enterprises.get', { id: enterprise?.id ?? '', asOf }, { enabled: enterprise !== null }).data
  const detail = asked?.id === enterprise?.id ? asked : undefined
  const reasonNames = useMemo(() => new Map(difficulties.map(({ code, name }) => [code, name])), [difficulties])
  const countOf = (name: PanelTab): number | null =>
    detail === undefined
      ? null
      : name === 'surveys'
        ? detail.observations.length
        : name === 'stages'
          ? detail.stageList.length
          : name === 'contacts'
            ? detail.contactList.length
            : null
  const titleOf = (name: PanelTab): string => {
    const count = countOf(name)
    return count === null ? text.tabs[name] : text.tabCount(text.tabs[name], count)
  }
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {enterprise === null ? <p>{text.choose}</p> : null}
      {enterprise === null || detail === undefined ? null : (
        <>
          <p className="side-panel-strong">{enterprise.name}</p>
          <p className="side-panel-muted">{[enterprise.taxCode, enterprise.unitName].filter(Boolean).join(' · ')}</p>
          <TabBar
            className="panel-tabs"
            label={text.tabsLabel}
            ids={TABS}
            titleOf={titleOf}
            shown={tab}
            onShow={setTab}
          />
          {tab === 'info' ? <InfoTab enterprise={detail} columns={columns} /> : null}
          {tab === 'surveys' ? <SurveysTab observations={detail.observations} reasonNames={reasonNames} /> : null}
          {tab === 'stages' ? <StagesTab stages={detail.stageList} onAdd={onStage} /> : null}
          {tab === 'contacts' ? <ContactsTab enterprise={detail} contacts={detail.contactList} /> : null}
          {tab === 'doubles' ? <DoublesTab enterprise={detail} onReview={onReview} /> : null}
        </>
      )}
    </SidePanel>
  )
}
