import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { StageEntryRow } from '#shared/contract/enterprises.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { daysBetween } from '#shared/kit/dates.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { registryText } from '#renderer/text/registry.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { StageEntryDialog } from '../StageEntryDialog.tsx'

const text = registryText.panel

interface StagesTabProps {
  /** Oldest first. */
  readonly stages: readonly StageEntryRow[]
  readonly onAdd: () => void
}

/** The way of the enterprise, newest first, with how long it stood in each stage. */
export function StagesTab({ stages, onAdd }: StagesTabProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [editing, setEditing] = useState<StageEntryRow | null>(null)
  const [removing, setRemoving] = useState<StageEntryRow | null>(null)
  return (
    <>
      {stages.length === 0 ? <p>{text.noStages}</p> : null}
      <ul className="panel-list">
        {stages.toReversed().map((entry, index) => {
          // Its time ends where the next one begins; the newest goes on to the day that is looked at.
          const until = index === 0 ? asOf : (stages.at(-index)?.onDate ?? asOf)
          const days = daysBetween(entry.onDate, until)
          return (
            <li key={entry.id} className="panel-line">
              <div className="panel-main">
                <div className="side-panel-strong">
                  {entry.branch === 'difficult' ? '! ' : ''}
                  {entry.stageName}
                </div>
                <div className="side-panel-muted">
                  {[formatDate(entry.onDate), days > 0 ? text.days(days) : null, entry.who].filter(Boolean).join(' · ')}
                </div>
                {entry.note === null ? null : <div>{entry.note}</div>}
              </div>
              <div className="panel-buttons">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<EditRegular />}
                  aria-label={`${commonText.edit}: ${entry.stageName} ${formatDate(entry.onDate)}`}
                  onClick={() => setEditing(entry)}
                />
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={`${commonText.remove}: ${entry.stageName} ${formatDate(entry.onDate)}`}
                  onClick={() => setRemoving(entry)}
                />
              </div>
            </li>
          )
        })}
      </ul>
      <Button size="small" icon={<AddRegular />} onClick={onAdd}>
        {text.addStage}
      </Button>
      {editing === null ? null : <StageEntryDialog entry={editing} onClose={() => setEditing(null)} />}
      {removing === null ? null : (
        <ConfirmDialog
          title={text.removeStage}
          text={text.removeStageText(removing.stageName, removing.onDate)}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('enterprises.removeStage', { id: removing.id })}
        />
      )}
    </>
  )
}
