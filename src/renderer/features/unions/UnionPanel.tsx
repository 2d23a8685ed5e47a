import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { WeakUnionRow } from '#shared/contract/funnel.ts'
import type { MemberCountRow, UnionRow } from '#shared/contract/unions.ts'
import { formatDate, formatDatePadded, formatNumber } from '#shared/domain/text/format.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { UnionCare } from '#renderer/ui/remedies/UnionCare.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = unionsText.panel
const COLUMNS: readonly SimpleColumn<MemberCountRow>[] = [
  { title: text.day, cell: (row) => [formatDatePadded(row.countedOn), row.source].filter(Boolean).join(' · ') },
  { title: text.count, align: 'right', cell: (row) => formatNumber(row.members) },
]

interface UnionPanelProps {
  readonly union: UnionRow | null
  readonly onClose: () => void
  readonly onCount: (union: UnionRow) => void
  /** Why it is among the weak unions; null: it is not. */
  readonly weak: WeakUnionRow | null
}

/** One union: its decisions, who leads it, and its members from day to day with where each number comes from. */
export function UnionPanel({ union, onClose, onCount, weak }: UnionPanelProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const detail = useData('unions.get', { id: union?.id ?? '', asOf }, { enabled: union !== null }).data
  const [removing, setRemoving] = useState<MemberCountRow | null>(null)
  const counts = detail === undefined || detail.union.id !== union?.id ? [] : detail.members
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {union === null ? (
        <p>{text.choose}</p>
      ) : (
        <>
          <p className="side-panel-strong">{union.name}</p>
          <p className="side-panel-muted">
            {[union.typeName, union.unitName, unionsText.filters.states[union.state]].filter(Boolean).join(' · ')}
          </p>
          {union.warnings.map((warning) => (
            <p key={`${warning.code} ${warning.column}`} className="union-warning">
              {warning.message}
            </p>
          ))}
          <dl className="union-facts">
            {factsOf(union).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <UnionCare key={union.id} union={union} weak={weak} />
          <p className="side-panel-strong">{text.members}</p>
          <SimpleTable<MemberCountRow>
            label={text.members}
            empty={text.noMembers}
            rows={counts}
            rowKey={(row) => row.id}
            columns={COLUMNS}
            rowName={(row) => formatDate(row.countedOn)}
            onRemove={(row) => {
              if (row.own) setRemoving(row)
              else notify('info', text.notOwn)
            }}
          />
          <Button size="small" icon={<AddRegular />} onClick={() => onCount(union)}>
            {text.addCount}
          </Button>
        </>
      )}
      {removing === null ? null : (
        <ConfirmDialog
          title={text.removeTitle}
          text={text.removeText(removing.countedOn, removing.members)}
          confirmLabel={commonText.remove}
          onClose={() => setRemoving(null)}
          onConfirm={() => runCommand('unions.removeMembers', { id: removing.id })}
        />
      )}
    </SidePanel>
  )
}

function factsOf(union: UnionRow): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [text.decision, text.decisionText(union.decisionNumber, union.decisionOn ?? union.foundedOn)],
    [text.issuer, union.decisionIssuer],
    [text.enterprise, union.enterpriseName],
    [text.place, [union.ward, union.zone].filter(Boolean).join(', ') || null],
    [text.chair, union.chair],
    [text.phone, union.phone],
    [
      text.ended,
      union.endedOn === null ? null : [formatDate(union.endedOn), union.endReasonName].filter(Boolean).join(' · '),
    ],
    [text.successor, union.successorName],
    [text.previous, union.previousName],
    [text.note, union.note],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}
