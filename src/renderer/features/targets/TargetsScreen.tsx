import { Button } from '@fluentui/react-components'
import { LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useState } from 'react'
import { choosePlan, useWorkingContext } from '#renderer/api/working-context.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { NewPlanDialog } from '#renderer/ui/NewPlanDialog.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { showWarnings } from '#renderer/ui/state/status.ts'
import { useRowInFocus } from '#renderer/ui/state/row-request.ts'
import { AdjustDialog } from './AdjustDialog.tsx'
import { AllocationDialog } from './AllocationDialog.tsx'
import { ALL_UNITS, allocationScopes } from './allocation-scopes.ts'
import { CompareView } from './CompareView.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { hasTargets, isUnlocked, lockArea } from './lock-cells.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { makeTargetColumns, meaningOf } from './target-columns.ts'
import { subtitleOf, targetActions } from './target-actions.tsx'
import { targetMenu } from './target-menu.ts'
import { differenceOf, rowKey, type TargetGridRow } from './target-rows.ts'
import './targets.css'
import { TargetFilters } from './TargetFilters.tsx'
import { changeTargetView, setKey, useTargetView } from './target-view.ts'
import { useTargetSheet } from './use-target-sheet.ts'
import { WhyPanel } from './WhyPanel.tsx'
import { tryTargetCells, writeTargetCells } from './write-target-cells.ts'

interface FocusedCell {
  readonly row: TargetGridRow
  readonly column: string
}

interface Selection {
  readonly rows: readonly TargetGridRow[]
  readonly columns: readonly string[]
}

const NOTHING_SELECTED: Selection = { rows: [], columns: [] }

type OpenDialog =
  | { readonly kind: 'allocate'; readonly indicator: string; readonly set: number; readonly scope: string }
  | { readonly kind: 'note'; readonly cell: FocusedCell }
  | { readonly kind: 'adjust' | 'issue' }

/** Giao bao nhiêu cho ai? */
export function TargetsScreen() {
  const planCode = useWorkingContext(({ plan }) => plan)
  const comparing = useTargetView((view) => view.comparing)
  const sheet = useTargetSheet(planCode)
  const { plan, versions, shown, catalogue, choice, split } = sheet
  useRowInFocus('targets', (code) => {
    const row = split.rows.find(({ unit }) => unit === code)
    return row === undefined ? null : rowKey(row)
  })
  const [focused, setFocused] = useState<FocusedCell | null>(null)
  const [selected, setSelected] = useState<Selection>(NOTHING_SELECTED)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [addingPlan, setAddingPlan] = useState(false)
  const [showsWhy, setShowsWhy] = useState(false)
  const columns = useMemo(() => makeTargetColumns(choice), [choice])

  useEffect(() => {
    const [total] = split.totals
    if (total === undefined) return
    showWarnings(
      choice.indicators.flatMap((indicator) => {
        const { code, shortName } = indicator
        const difference = differenceOf(split.root, total, indicator)
        if (difference === null || difference === 0) return []
        const open = (): void => setDialog({ kind: 'allocate', indicator: code, set: 0, scope: ALL_UNITS })
        return difference > 0
          ? [{ text: targetsText.warningUnallocated(shortName, difference), open }]
          : [{ text: targetsText.warningOver(shortName, -difference), open }]
      }),
    )
    return () => showWarnings([])
  }, [split, choice.indicators])

  if (planCode === null)
    return (
      <Screen title={targetsText.noPlanTitle}>
        <EmptyState
          title={targetsText.noPlanTitle}
          text={targetsText.noPlanText}
          actions={[{ label: targetsText.newPlan, main: true, run: () => setAddingPlan(true) }]}
        />
        {addingPlan ? <NewPlanDialog onClose={() => setAddingPlan(false)} onAdded={choosePlan} /> : null}
      </Screen>
    )
  if (comparing && plan !== undefined && shown !== undefined)
    return (
      <CompareView
        plan={plan}
        versions={versions}
        shown={shown}
        onClose={() => changeTargetView({ comparing: false })}
      />
    )

  const editable = shown?.editable === true
  const scope = { plan: planCode, version: shown?.number ?? 1, choice }
  const write: WriteCells<TargetGridRow> = (edits, origin) => writeTargetCells(scope, edits, origin)
  const tryWrite: WriteCells<TargetGridRow> = (edits) => tryTargetCells(scope, edits)
  const focusedMeaning = focused === null ? null : meaningOf(focused.column, choice)
  // The focused row as it is now: numbers may have changed since it was chosen.
  const newest = (row: TargetGridRow): TargetGridRow =>
    [...split.rows, ...split.totals].find((one) => rowKey(one) === rowKey(row)) ?? row
  const selectedRows = selected.rows.map(newest)
  const openAllocation = (column: string | null, scopeKey: string): void => {
    const meaning = column === null ? focusedMeaning : meaningOf(column, choice)
    const indicator = meaning?.indicator ?? choice.indicators[0]?.code
    if (indicator !== undefined) setDialog({ kind: 'allocate', indicator, set: meaning?.set ?? 0, scope: scopeKey })
  }
  const canLock = editable && hasTargets(choice, selectedRows, selected.columns)
  const locks = !canLock || isUnlocked(choice, selectedRows, selected.columns)
  const actions = targetActions({
    shown,
    plan,
    canAllocate: editable && split.totals.length > 0,
    onAllocate: () => openAllocation(null, ALL_UNITS),
    onCompare: () => changeTargetView({ comparing: true }),
    onIssue: () => setDialog({ kind: 'issue' }),
    onAdjust: () => setDialog({ kind: 'adjust' }),
    onWhy: () => setShowsWhy(!showsWhy),
    onDocument: () => goTo('documents', 'targets'),
  })
  const menu = targetMenu({
    choice,
    editable,
    selected: { rows: selectedRows, columns: selected.columns },
    onAllocate: openAllocation,
    onLock: (area, locked) => void lockArea(scope, area, locked),
    onNote: (row, column) => setDialog({ kind: 'note', cell: { row, column } }),
    onWhy: () => setShowsWhy(true),
  })
  const allocating = dialog?.kind === 'allocate' ? dialog : null
  const allocatingSet = allocating === null ? undefined : choice.sets[allocating.set]
  const noteMeaning = dialog?.kind === 'note' ? meaningOf(dialog.cell.column, choice) : null
  const noteSet = noteMeaning === null ? undefined : choice.sets[noteMeaning.set]
  const nameOf = (code: string): string => catalogue.find((one) => one.code === code)?.shortName ?? code
  const whySet = focusedMeaning === null ? undefined : choice.sets[focusedMeaning.set]

  return (
    <Screen
      title={targetsText.title(plan?.name ?? planCode)}
      {...subtitleOf(plan, shown)}
      actions={actions}
      filters={
        <TargetFilters sheet={sheet}>
          <Button
            size="small"
            appearance="subtle"
            icon={locks ? <LockClosedRegular /> : <LockOpenRegular />}
            disabled={!canLock}
            onClick={() => void lockArea(scope, { rows: selectedRows, columns: selected.columns }, locks)}
          >
            {locks ? targetsText.lock : targetsText.unlock}
          </Button>
        </TargetFilters>
      }
    >
      {sheet.ready && split.totals.length === 0 ? (
        <EmptyState
          title={targetsText.noUnitsTitle}
          text={targetsText.noUnitsText}
          actions={[{ label: targetsText.goToUnits, main: true, run: () => goTo('units') }]}
        />
      ) : (
        <div className="with-panel">
          <DataGrid<TargetGridRow>
            name="targets"
            label={targetsText.table}
            about={[planCode, scope.version, ...choice.sets.slice(0, 1).map(setKey)].join(' ')}
            columns={columns}
            rows={split.rows}
            totals={split.totals}
            rowId={rowKey}
            isGroup={isGroupRow}
            tree={TREE}
            historyOf={historyOf}
            sums={SUMS}
            {...(editable ? { write, tryWrite } : {})}
            onFocusRow={(row, column) =>
              setFocused(row === null || column === null || meaningOf(column, choice) === null ? null : { row, column })
            }
            onSelect={(rows, ids) => setSelected({ rows, columns: ids })}
            menu={menu}
          />
          {showsWhy ? (
            <WhyPanel
              plan={planCode}
              version={scope.version}
              cell={
                focused === null || focusedMeaning === null || whySet === undefined
                  ? null
                  : { row: newest(focused.row), indicator: focusedMeaning.indicator, set: whySet }
              }
              indicatorName={focusedMeaning === null ? '' : nameOf(focusedMeaning.indicator)}
              onClose={() => setShowsWhy(false)}
            />
          ) : null}
        </div>
      )}
      {allocating === null || allocatingSet === undefined ? null : (
        <AllocationDialog
          plan={planCode}
          version={scope.version}
          assigner={allocatingSet.assigner}
          kind={allocatingSet.kind}
          indicator={allocating.indicator}
          indicators={catalogue.filter(({ kind: is }) => is !== 'ratio')}
          scopes={allocationScopes(split, selectedRows, allocating.set)}
          scope={allocating.scope}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'note' && noteMeaning !== null && noteSet !== undefined ? (
        <NoteDialog
          plan={planCode}
          version={scope.version}
          row={dialog.cell.row}
          set={{ assigner: noteSet.assigner, kind: noteSet.kind }}
          at={noteMeaning.set}
          indicator={noteMeaning.indicator}
          indicatorName={nameOf(noteMeaning.indicator)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'adjust' ? (
        <AdjustDialog plan={planCode} version={null} onClose={() => setDialog(null)} />
      ) : null}
      {dialog?.kind === 'issue' && plan !== undefined && shown !== undefined ? (
        <IssueDialog plan={plan} version={shown} onClose={() => setDialog(null)} />
      ) : null}
    </Screen>
  )
}

function isGroupRow(row: TargetGridRow): boolean {
  return row.level !== 'unit' || row.depth === 0 || row.differenceOf !== null
}

/** Indent only: the groups of an annex are never folded away by accident. */
const TREE = {
  depthOf: (row: TargetGridRow) => (row.level === 'unit' ? Math.max(0, row.depth - 1) : 0),
  parentOf: () => null,
}

/** Groups and TỔNG CỘNG add up the province's direct units; the lines of differences add up nothing. */
const SUMS = {
  isPart: (row: TargetGridRow, total: TargetGridRow) =>
    row.level === 'unit' &&
    row.depth === 1 &&
    row.differenceOf === null &&
    total.differenceOf === null &&
    (total.level === 'total' || (total.level === 'group' && row.group === total.unit)),
  restOf: ({ differenceOf: whole }: TargetGridRow) =>
    whole === null
      ? null
      : {
          whole,
          isPart: (row: TargetGridRow) =>
            row.level === 'unit' && row.differenceOf === null && row.parent !== null && row.parent === whole.unit,
        },
}

function historyOf(row: TargetGridRow) {
  return row.level === 'unit' && row.unit !== null ? { table: 'units', row: row.unit, of: 'targets' as const } : null
}
