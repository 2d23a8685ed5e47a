import { Select } from '@fluentui/react-components'
import {
  DocumentAddRegular,
  LockClosedRegular,
  LockOpenRegular,
  QuestionCircleRegular,
  SplitVerticalRegular,
} from '@fluentui/react-icons'
import { useEffect, useMemo, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { choosePlan, useWorkingContext } from '#renderer/api/working-context.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridMenuItem, WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { IndicatorPicker } from '#renderer/ui/IndicatorPicker.tsx'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { Screen, type ScreenAction } from '#renderer/ui/layout/Screen.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notifyError } from '#renderer/ui/state/notices.ts'
import { showWarnings } from '#renderer/ui/state/status.ts'
import {
  changeTableChoice,
  indicatorsOf,
  shownIndicators,
  usualKind,
  useTableChoice,
} from '#renderer/ui/state/table-choice.ts'
import { NewPlanDialog } from '#renderer/ui/NewPlanDialog.tsx'
import { AllocationDialog } from './AllocationDialog.tsx'
import { makeTargetColumns } from './target-columns.ts'
import { differenceOf, rowKey, splitTable, type TargetGridRow } from './target-rows.ts'
import { WhyPanel } from './WhyPanel.tsx'
import { writeTargetCells } from './write-target-cells.ts'

const KINDS = ['assigned', 'striving', 'registered', 'pledged'] as const
const NONE: readonly never[] = []

interface FocusedCell {
  readonly row: TargetGridRow
  readonly indicator: string
}

/** Giao bao nhiêu cho ai? */
export function TargetsScreen() {
  const planCode = useWorkingContext(({ plan }) => plan)
  const { assigner, kind, indicators: chosen } = useTableChoice()
  const plan = (useData('plans.list', {}).data ?? NONE).find(({ code }) => code === planCode)
  const catalogue = useData('indicators.list', {}).data ?? NONE
  const assigners = useData('assigners.list', {}).data ?? NONE
  const hasPlan = planCode !== null
  const targets = useData('targets.list', { plan: planCode }, { enabled: hasPlan }).data ?? NONE
  const table = useData('targets.table', { plan: planCode, assigner, kind }, { enabled: hasPlan }).data
  const [focused, setFocused] = useState<FocusedCell | null>(null)
  const [allocating, setAllocating] = useState<string | null>(null)
  const [addingPlan, setAddingPlan] = useState(false)
  const [showsWhy, setShowsWhy] = useState(false)

  const indicators = useMemo(
    () => shownIndicators(catalogue, chosen, indicatorsOf(targets, assigner, kind)),
    [catalogue, chosen, targets, assigner, kind],
  )
  const split = useMemo(() => splitTable(table?.rows ?? NONE), [table])
  const columns = useMemo(() => makeTargetColumns(indicators, split.root), [indicators, split.root])
  const shortNames = useMemo(() => new Map(catalogue.map(({ code, shortName }) => [code, shortName])), [catalogue])
  const isOpen = plan !== undefined && (plan.status === 'draft' || plan.status === 'consulting')
  const write: WriteCells<TargetGridRow> = (edits, origin) =>
    writeTargetCells({ plan: planCode ?? '', assigner, kind, shortNames }, edits, origin)

  useEffect(() => {
    const [total] = split.totals
    if (total === undefined) return
    showWarnings(
      indicators.flatMap((indicator) => {
        const { code, shortName } = indicator
        const difference = differenceOf(split.root, total, indicator)
        if (difference === null || difference === 0) return []
        return difference > 0
          ? [{ text: targetsText.warningUnallocated(shortName, difference), open: () => setAllocating(code) }]
          : [{ text: targetsText.warningOver(shortName, -difference), open: () => setAllocating(code) }]
      }),
    )
    return () => showWarnings([])
  }, [split, indicators])

  const focusedCell = focused === null ? undefined : focused.row.cells[focused.indicator]
  const setLock = async (row: TargetGridRow, code: string, locked: boolean): Promise<void> => {
    const id = row.cells[code]?.id ?? null
    if (id === null) return
    const answer = await runCommand('targets.lock', { ids: [id], locked })
    if (!answer.ok) notifyError(answer.error)
  }
  const openAllocation = (code: string | null): void => setAllocating(code ?? indicators[0]?.code ?? null)

  if (!hasPlan)
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

  const actions: ScreenAction[] = [
    {
      label: targetsText.allocate,
      icon: <SplitVerticalRegular />,
      main: true,
      disabled: !isOpen || split.totals.length === 0,
      run: () => openAllocation(focused?.indicator ?? null),
    },
    {
      label: focusedCell?.locked === true ? targetsText.unlock : targetsText.lock,
      icon: focusedCell?.locked === true ? <LockOpenRegular /> : <LockClosedRegular />,
      disabled: !isOpen || (focusedCell?.id ?? null) === null,
      run: () => focused !== null && void setLock(focused.row, focused.indicator, focusedCell?.locked !== true),
    },
    { label: targetsText.why, icon: <QuestionCircleRegular />, run: () => setShowsWhy(!showsWhy) },
    { label: targetsText.makeDocument, icon: <DocumentAddRegular />, run: () => goTo('documents', 'targets') },
  ]
  const menu = (row: TargetGridRow, column: string): readonly GridMenuItem[] => {
    const cell = row.cells[column]
    const items: GridMenuItem[] = []
    if (isOpen && shortNames.has(column)) items.push({ label: targetsText.allocate, run: () => openAllocation(column) })
    if (isOpen && cell?.id !== undefined && cell.id !== null)
      items.push({
        label: cell.locked ? targetsText.unlock : targetsText.lock,
        run: () => void setLock(row, column, !cell.locked),
      })
    if (shortNames.has(column)) items.push({ label: targetsText.why, run: () => setShowsWhy(true) })
    return items
  }

  return (
    <Screen
      title={targetsText.title(plan?.name ?? planCode)}
      {...(isOpen || plan === undefined ? {} : { subtitle: targetsText.issued })}
      actions={actions}
      filters={
        <>
          <label className="filter">
            {targetsText.assigner}
            <Select
              size="small"
              value={assigner}
              onChange={(_, { value }) => changeTableChoice({ assigner: value, kind: usualKind(targets, value) })}
            >
              {assigners.map(({ code, shortName }) => (
                <option key={code} value={code}>
                  {shortName}
                </option>
              ))}
            </Select>
          </label>
          <label className="filter">
            {targetsText.kind}
            <Select
              size="small"
              value={kind}
              onChange={(_, { value }) =>
                changeTableChoice({ kind: KINDS.find((known) => known === value) ?? 'assigned' })
              }
            >
              {KINDS.map((name) => (
                <option key={name} value={name}>
                  {targetsText.kinds[name]}
                </option>
              ))}
            </Select>
          </label>
          <IndicatorPicker
            indicators={catalogue}
            chosen={indicators.map(({ code }) => code)}
            onChange={(codes) => changeTableChoice({ indicators: codes })}
          />
        </>
      }
    >
      {table !== undefined && split.totals.length === 0 ? (
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
            columns={columns}
            rows={split.rows}
            totals={split.totals}
            rowId={rowKey}
            isGroup={isGroupRow}
            tree={TREE}
            {...(isOpen ? { write } : {})}
            onFocusRow={(row, column) =>
              setFocused(row === null || column === null || !shortNames.has(column) ? null : { row, indicator: column })
            }
            menu={menu}
          />
          {showsWhy ? (
            <WhyPanel
              plan={planCode}
              assigner={assigner}
              cell={focused}
              indicatorName={focused === null ? '' : (shortNames.get(focused.indicator) ?? '')}
              onClose={() => setShowsWhy(false)}
            />
          ) : null}
        </div>
      )}
      {allocating === null ? null : (
        <AllocationDialog
          plan={planCode}
          assigner={assigner}
          kind={kind}
          indicator={allocating}
          indicators={catalogue.filter(({ kind: is }) => is !== 'ratio')}
          provinceTargets={split.root?.cells ?? {}}
          onClose={() => setAllocating(null)}
        />
      )}
    </Screen>
  )
}

function isGroupRow(row: TargetGridRow): boolean {
  return row.level !== 'unit' || row.depth === 0
}

/** Indent only: the groups of an annex are never folded away by accident. */
const TREE = {
  depthOf: (row: TargetGridRow) => (row.level === 'unit' ? Math.max(0, row.depth - 1) : 0),
  parentOf: () => null,
}
