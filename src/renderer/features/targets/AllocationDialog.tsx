import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { ChoiceField, CountField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { makeAllocationColumns } from './allocation-columns.ts'
import {
  ALLOCATION_BY,
  NO_WISH,
  requestOf,
  rowsOf,
  totalOf,
  type AllocationForm,
  type AllocationGridRow,
  type AllocationScope,
  type UnitWish,
} from './allocation-form.ts'
import type { AllocationScopeChoice } from './allocation-scopes.ts'
import { useAllocationPreview } from './use-allocation-preview.ts'

const text = targetsText.allocation
const DEFAULT_THRESHOLD = 20

interface AllocationDialogProps extends Omit<AllocationScope, 'owner' | 'units'> {
  readonly indicator: string
  readonly indicators: readonly IndicatorRow[]
  /** Over whom the total may be spread, all units first. */
  readonly scopes: readonly AllocationScopeChoice[]
  /** Key of the one that is chosen at first. */
  readonly scope: string
  readonly onClose: () => void
}

/** Spreads a total over the units, with the outcome and its reasons in sight before anything is written. */
export function AllocationDialog(props: AllocationDialogProps) {
  const { plan, version, assigner, kind, indicators, scopes, onClose } = props
  const [scopeKey, setScopeKey] = useState(props.scope)
  const scopeOf = (key: string): AllocationScopeChoice | undefined => scopes.find((one) => one.key === key) ?? scopes[0]
  const scope = scopeOf(scopeKey)
  const usualTotal = (code: string): number | null => scope?.totalOf(code) ?? null
  const [form, setForm] = useState<AllocationForm>({
    indicator: props.indicator,
    total: usualTotal(props.indicator),
    by: 'nonmembers',
    threshold: DEFAULT_THRESHOLD,
    floor: null,
    cap: null,
    wishes: {},
  })
  const change = (patch: Partial<AllocationForm>): void => setForm((before) => ({ ...before, ...patch }))
  const request = requestOf(
    { plan, version, assigner, kind, owner: scope?.owner ?? null, units: scope?.units ?? null },
    form,
  )
  const preview = useAllocationPreview(request)
  const rows = useMemo(() => rowsOf(preview.answer, form), [preview.answer, form])
  const totals = useMemo(() => (rows.length === 0 ? [] : [totalOf(rows, text.sum)]), [rows])
  const columns = useMemo(() => makeAllocationColumns(form.by), [form.by])
  const target = usualTotal(form.indicator)
  const [focused, setFocused] = useState<AllocationGridRow | null>(null)
  const shownWhy = rows.find(({ unit }) => unit === focused?.unit)
  const indicatorName = indicators.find(({ code }) => code === form.indicator)?.shortName ?? form.indicator

  // Wishes stay in the dialog until it is sent: nothing of a preview is written.
  const takeWishes: WriteCells<AllocationGridRow> = (edits) => {
    setForm((before) => {
      const wishes = { ...before.wishes }
      for (const { rowId, column, value } of edits) {
        const patch: Partial<UnitWish> = { [column]: typeof value === 'number' ? value : null }
        wishes[rowId] = { ...(wishes[rowId] ?? NO_WISH), ...patch }
      }
      return { ...before, wishes }
    })
    return Promise.resolve([])
  }

  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      width={1120}
      missing={request === null ? text.totalMissing : preview.problem}
      onClose={onClose}
      onSubmit={async () => {
        if (request === null) return refuse(text.totalMissing)
        const answer = await runCommand('targets.allocate', request)
        if (answer.ok) notify('success', text.done(answer.value.total, indicatorName, answer.value.units.length))
        return answer
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={text.indicator}
          value={form.indicator}
          onChange={(indicator) => change({ indicator, total: usualTotal(indicator), wishes: {} })}
          options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <ChoiceField
          label={text.scope}
          value={scope?.key ?? ''}
          onChange={(key) => {
            setScopeKey(key)
            change({ total: scopeOf(key)?.totalOf(form.indicator) ?? null, wishes: {} })
          }}
          options={scopes.map(({ key, label }) => ({ value: key, label }))}
        />
      </div>
      <div className="form-row">
        <CountField
          className="form-narrow"
          label={text.total}
          required
          {...(target === null ? {} : { hint: scope?.units == null ? text.totalHint(target) : text.restHint(target) })}
          value={form.total}
          onChange={(total) => change({ total })}
        />
        <ChoiceField
          label={text.by}
          value={form.by}
          onChange={(value) => change({ by: ALLOCATION_BY.find((known) => known === value) ?? 'nonmembers' })}
          options={ALLOCATION_BY.map((value) => ({ value, label: text.byOptions[value] }))}
        />
        {form.by === 'enterprises' ? (
          <CountField
            className="form-narrow"
            label={text.threshold}
            value={form.threshold}
            onChange={(threshold) => change({ threshold: threshold === null || threshold < 1 ? 1 : threshold })}
          />
        ) : null}
        <CountField
          className="form-narrow"
          label={text.floor}
          value={form.floor}
          onChange={(floor) => change({ floor })}
        />
        <CountField className="form-narrow" label={text.cap} value={form.cap} onChange={(cap) => change({ cap })} />
      </div>
      <p className="dialog-note">{text.instruction}</p>
      <div className="dialog-grid">
        <DataGrid<AllocationGridRow>
          name="allocation"
          label={text.table}
          columns={columns}
          rows={rows}
          totals={totals}
          rowId={rowUnit}
          write={takeWishes}
          onFocusRow={setFocused}
        />
      </div>
      {preview.problem === null ? (
        <p className="dialog-note" role="status">
          {preview.answer === null ? '' : text.exact(preview.answer.total)}{' '}
          {shownWhy === undefined ? '' : text.whyOf(shownWhy.name, shownWhy.why)}
        </p>
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{preview.problem}</MessageBarBody>
        </MessageBar>
      )}
    </FormDialog>
  )
}

function rowUnit(row: AllocationGridRow): string {
  return row.unit
}
