import { Checkbox } from '@fluentui/react-components'
import { ArrowLeftRegular, CopyAddRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ComparedTarget, PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { targetVersionsText } from '#renderer/text/target-versions.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { notifyError } from '#renderer/ui/state/notices.ts'

const text = targetVersionsText.compareView
const NONE: readonly never[] = []

interface CompareViewProps {
  readonly plan: PlanRow
  readonly versions: readonly PlanVersionRow[]
  /** The version looked at: it is held against the one it was copied from. */
  readonly shown: PlanVersionRow
  readonly onClose: () => void
}

/** Phương án A against phương án B: unit by unit what differs, and by how much the totals do. */
export function CompareView({ plan, versions, shown, onClose }: CompareViewProps) {
  const [pair, setPair] = useState(() => firstPair(versions, shown))
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  // A version may have gone meanwhile (undone elsewhere).
  const known = (number: number): number => versions.find((one) => one.number === number)?.number ?? shown.number
  const [a, b] = [known(pair.a), known(pair.b)]
  const compared = useData('plans.compare', { plan: plan.code, a, b, onlyDifferent }, { enabled: a !== b }).data
  const rows = useMemo(() => (compared?.rows ?? NONE).filter(({ level }) => level !== 'total'), [compared])
  const totals = useMemo(
    () => (compared?.rows ?? NONE).filter((row) => row.level === 'total' && (!onlyDifferent || row.difference !== 0)),
    [compared, onlyDifferent],
  )
  const columns = useMemo(() => makeCompareColumns(nameOf(versions, a), nameOf(versions, b)), [versions, a, b])
  const makeSecond = async (): Promise<void> => {
    const made = await runCommand('plans.copyVersion', { plan: plan.code, version: shown.number })
    if (!made.ok) return notifyError(made.error)
    setPair({ a: shown.number, b: made.value.number })
  }

  return (
    <Screen
      title={text.title(plan.name)}
      actions={[{ label: text.back, icon: <ArrowLeftRegular />, run: onClose }]}
      filters={
        versions.length < 2 ? null : (
          <>
            <VersionChoice label={text.a} versions={versions} value={a} onChange={(next) => setPair({ a: next, b })} />
            <VersionChoice label={text.b} versions={versions} value={b} onChange={(next) => setPair({ a, b: next })} />
            <Checkbox
              label={text.onlyDifferent}
              checked={onlyDifferent}
              onChange={(_, { checked }) => setOnlyDifferent(checked === true)}
            />
            <span className="filter" role="status">
              {compared === undefined ? '' : compared.differing === 0 ? text.same : text.differing(compared.differing)}
            </span>
          </>
        )
      }
    >
      {versions.length < 2 ? (
        <EmptyState
          title={text.oneTitle}
          text={text.oneText}
          actions={
            shown.editable
              ? [{ label: text.makeSecond, icon: <CopyAddRegular />, main: true, run: () => void makeSecond() }]
              : []
          }
        />
      ) : (
        <DataGrid<ComparedTarget>
          name="compare"
          label={text.table}
          columns={columns}
          rows={rows}
          totals={totals}
          rowId={rowId}
          isGroup={({ level }) => level !== 'unit'}
          noRowsText={text.same}
        />
      )}
    </Screen>
  )
}

/** The version looked at against the one it came from; the first one against the second. */
function firstPair(
  versions: readonly PlanVersionRow[],
  shown: PlanVersionRow,
): { readonly a: number; readonly b: number } {
  const base = versions.find(({ number }) => number === shown.basedOn)
  if (base !== undefined) return { a: base.number, b: shown.number }
  const other = versions.find(({ number }) => number !== shown.number)
  return { a: shown.number, b: other?.number ?? shown.number }
}

function nameOf(versions: readonly PlanVersionRow[], number: number): string {
  return versions.find((one) => one.number === number)?.name ?? ''
}

function rowId({ level, unit, indicator, assignerCode, kind }: ComparedTarget): string {
  return [level, unit ?? '', indicator, assignerCode, kind].join(':')
}

interface VersionChoiceProps {
  readonly label: string
  readonly versions: readonly PlanVersionRow[]
  readonly value: number
  readonly onChange: (number: number) => void
}

function VersionChoice({ label, versions, value, onChange }: VersionChoiceProps) {
  return (
    <FilterSelect
      label={label}
      value={String(value)}
      options={versions.map(({ number, name }) => ({ value: String(number), label: name }))}
      onChange={(next) => onChange(Number(next))}
    />
  )
}

function makeCompareColumns(a: string, b: string): readonly GridColumn<ComparedTarget>[] {
  const { columns } = text
  return [
    {
      id: 'name',
      title: columns.unit,
      kind: 'text',
      pinned: true,
      width: 300,
      value: (row) => row.name,
      hint: (row) => row.name,
    },
    { id: 'indicator', title: columns.indicator, kind: 'text', width: 130, value: (row) => row.indicatorName },
    {
      id: 'assigner',
      title: columns.assigner,
      kind: 'text',
      width: 140,
      value: (row) =>
        row.kind === 'assigned' ? row.assigner : targetsText.setName(row.assigner, targetsText.kinds[row.kind]),
    },
    { id: 'a', title: a, kind: 'number', width: 118, value: (row) => row.a },
    { id: 'b', title: b, kind: 'number', width: 118, value: (row) => row.b },
    {
      id: 'difference',
      title: columns.difference,
      kind: 'number',
      width: 120,
      strong: true,
      value: (row) => row.difference,
      // The sign and the word say what the colour says.
      display: ({ difference }) =>
        difference === null || difference === 0
          ? null
          : `${difference > 0 ? text.more : text.less} ${formatNumber(Math.abs(difference))}`,
      tone: ({ difference }) =>
        difference === null || difference === 0 ? 'muted' : difference > 0 ? 'exceeded' : 'warning',
    },
    {
      id: 'percent',
      title: columns.percent,
      titleHint: columns.percentHint,
      kind: 'percent',
      width: 84,
      value: (row) => row.percent,
    },
  ]
}
