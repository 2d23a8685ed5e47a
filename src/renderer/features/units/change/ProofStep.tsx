import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import type { ChangeReport, TotalLineRow } from '#shared/contract/unit-changes.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'

const text = unitChangesText.proof

const COLUMNS: readonly SimpleColumn<TotalLineRow>[] = [
  { title: text.what, cell: (row) => row.label },
  { title: text.before, align: 'right', cell: (row) => formatNumber(row.before), width: '110px' },
  { title: text.after, align: 'right', cell: (row) => formatNumber(row.after), width: '110px' },
  {
    title: text.difference,
    align: 'right',
    width: '110px',
    cell: (row) => (row.difference === 0 ? '0' : <strong className="change-wrong">{signed(row.difference)}</strong>),
  },
]

/** What becomes of the units, and every total before and after: it may be written when none differs. */
export function ProofStep({ report, failed }: { readonly report: ChangeReport | null; readonly failed: boolean }) {
  if (report === null) return failed ? null : <Spinner size="tiny" label={text.working} />
  return (
    <>
      <p className="change-title">{report.title}</p>
      <ul className="change-effects" aria-label={text.effects}>
        {report.units
          .filter(({ effect }) => effect !== 'moved')
          .map((unit) => (
            <li key={`${unit.code} ${unit.effect}`}>
              <strong>{unit.name}</strong> ({unit.code}): {unit.text}
            </li>
          ))}
      </ul>
      <p className="change-line">{text.moved(report.moved.units, report.moved.enterprises, report.moved.unions)}</p>
      <MessageBar intent={report.balanced ? 'success' : 'error'} layout="multiline">
        <MessageBarBody>{report.problem ?? text.equal}</MessageBarBody>
      </MessageBar>
      {/* Longer than the dialog: whoever works by keyboard scrolls it from here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label={text.what}>
        <SimpleTable<TotalLineRow>
          label={text.what}
          // What differs stands first.
          rows={report.totals.toSorted((a, b) => Number(a.difference === 0) - Number(b.difference === 0))}
          rowKey={(row) => [row.label, row.plan, row.indicator, row.assigner].join('|')}
          columns={COLUMNS}
        />
      </div>
      <p className="change-hint">{text.undo}</p>
    </>
  )
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value)
}
