import { Radio, RadioGroup } from '@fluentui/react-components'
import type { ChangeReport } from '#shared/contract/unit-changes.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import type { StepProps } from './ChangeDialog.tsx'

const text = unitChangesText.figures
type TargetLine = ChangeReport['targets'][number]

const COLUMNS: readonly SimpleColumn<TargetLine>[] = [
  { title: text.plan, cell: (row) => row.plan, width: '90px' },
  { title: text.indicator, cell: (row) => row.indicatorName },
  { title: text.assigner, cell: (row) => row.assigner },
  { title: text.unit, cell: (row) => row.unitName },
  { title: text.before, align: 'right', cell: (row) => shown(row.before), width: '80px' },
  { title: text.after, align: 'right', cell: (row) => shown(row.after), width: '80px' },
]

interface FiguresStepProps extends Omit<StepProps, 'units'> {
  readonly report: ChangeReport | null
}

/** Whether targets and results go along, with the numbers either way. */
export function FiguresStep({ form, patch, report }: FiguresStepProps) {
  return (
    <>
      <RadioGroup
        aria-label={text.question}
        value={form.figures}
        onChange={(_, { value }) => patch({ figures: value === 'stay' ? 'stay' : 'follow' })}
      >
        {(['follow', 'stay'] as const).map((fate) => (
          <Radio
            key={fate}
            value={fate}
            label={
              <>
                <span className="change-kind">{text[fate]}</span>
                <span className="change-hint">{text[`${fate}Hint`]}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      {report === null ? null : (
        <SimpleTable<TargetLine>
          label={text.table}
          empty={text.none}
          rows={report.targets}
          rowKey={(row) => [row.plan, row.indicator, row.assigner, row.kind, row.unit].join('|')}
          columns={COLUMNS}
        />
      )}
    </>
  )
}

function shown(value: number | null): string {
  return value === null ? '' : formatNumber(value)
}
