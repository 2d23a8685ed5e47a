import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { DEFAULT_PRESETS, showMonthDay } from '#shared/domain/campaigns/preset.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { presetsText } from '#renderer/text/bands.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { PresetDialog } from './PresetDialog.tsx'

export type PresetRow = Output<'campaigns.presets'>[number]

const NONE: readonly never[] = []
const NEW: PresetRow = { code: '', name: '', from: '', to: '', phases: [] }

/** The campaigns of every year, with their days and phases; a usual one that was changed can come back. */
export function PresetsSection() {
  const presets = useData('campaigns.presets', {}).data ?? NONE
  const [editing, setEditing] = useState<PresetRow | null>(null)
  const [removing, setRemoving] = useState<PresetRow | null>(null)
  const isUsual = removing !== null && stateOf(removing) !== 'own'
  return (
    <>
      <p className="settings-intro">{presetsText.intro}</p>
      <div className="settings-actions">
        <Button size="small" icon={<AddRegular />} onClick={() => setEditing(NEW)}>
          {presetsText.add}
        </Button>
      </div>
      <SimpleTable
        label={presetsText.title}
        rows={presets}
        rowKey={({ code }) => code}
        rowName={({ name }) => name}
        columns={[
          { title: presetsText.columns.name, cell: ({ name }) => name },
          { title: presetsText.columns.days, width: '130px', cell: daysOf },
          { title: presetsText.columns.phases, width: '300px', cell: writePhases },
          { title: presetsText.columns.state, width: '110px', cell: (row) => presetsText.states[stateOf(row)] },
        ]}
        onEdit={setEditing}
        onRemove={(row) =>
          stateOf(row) === 'usual' ? notify('info', presetsText.alreadyUsual(row.name)) : setRemoving(row)
        }
      />
      {editing === null ? null : (
        <PresetDialog preset={editing} taken={presets.map(({ code }) => code)} onClose={() => setEditing(null)} />
      )}
      {removing === null ? null : (
        <ConfirmDialog
          title={isUsual ? presetsText.restore : presetsText.remove}
          text={isUsual ? presetsText.restoreText(removing.name) : presetsText.removeText(removing.name)}
          confirmLabel={isUsual ? presetsText.restore : presetsText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('campaigns.removePreset', { code: removing.code })}
        />
      )}
    </>
  )
}

function writePhases({ phases }: PresetRow): ReactNode {
  if (phases.length === 0) return presetsText.noPhases
  return phases.map((phase) => (
    <div key={`${phase.from} ${phase.to}`}>
      {`${presetsText.phase(phase.name, daysOf(phase))} (${presetsText.bases[phase.basis]})`}
    </div>
  ))
}

function daysOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return presetsText.days(showMonthDay(from), showMonthDay(to))
}

function stateOf({ code, name, from, to, phases }: PresetRow): keyof typeof presetsText.states {
  const usual = DEFAULT_PRESETS.find((preset) => preset.code === code)
  if (usual === undefined) return 'own'
  const isSame =
    usual.name === name &&
    usual.from === from &&
    usual.to === to &&
    usual.phases.length === phases.length &&
    usual.phases.every((phase, at) => {
      const shown = phases[at]
      return (
        shown?.name === phase.name && shown.from === phase.from && shown.to === phase.to && shown.basis === phase.basis
      )
    })
  return isSame ? 'usual' : 'changed'
}
