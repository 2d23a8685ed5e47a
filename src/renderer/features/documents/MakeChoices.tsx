import type { DocumentTypeRow } from '#shared/contract/documents.ts'
import { REPORT_PERIODS, type ReportPeriod } from '#shared/domain/documents/facts.ts'
import { useData } from '#renderer/api/data.ts'
import { composeText } from '#renderer/text/compose.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { ChoiceField } from '#renderer/ui/forms/fields.tsx'

const text = documentsText.dialog

/** Of whom a paper speaks, by whose rules it is laid out, which period or union it is about; null: the usual. */
export interface MakeChoice {
  readonly unit: string | null
  readonly rules: string | null
  readonly period: ReportPeriod | null
  readonly union: string | null
}

export const USUAL_CHOICE: MakeChoice = { unit: null, rules: null, period: null, union: null }

interface MakeChoicesProps {
  readonly type: DocumentTypeRow
  readonly asOf: string | null
  readonly value: MakeChoice
  readonly onChange: (value: MakeChoice) => void
}

/** What is nearly always left as it is: a second line of the dialog. */
export function MakeChoices({ type, asOf, value, onChange }: MakeChoicesProps) {
  const units = useData('units.list', { asOf }).data ?? []
  const unions = useData('unions.list', { asOf }, { enabled: type.ofUnion }).data?.rows ?? []
  const newest = unions.toSorted((a, b) => ((a.foundedOn ?? '') < (b.foundedOn ?? '') ? 1 : -1)).slice(0, MOST_UNIONS)
  const change = (patch: Partial<MakeChoice>): void => onChange({ ...value, ...patch })
  const chosen = (given: string): string | null => (given === '' ? null : given)
  return (
    <div className="form-row">
      <ChoiceField
        label={text.unit}
        value={value.unit ?? ''}
        onChange={(unit) => change({ unit: chosen(unit) })}
        options={[
          { value: '', label: text.unitUsual },
          ...units.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <ChoiceField
        label={composeText.rules}
        value={value.rules ?? ''}
        onChange={(rules) => change({ rules: chosen(rules) })}
        options={[
          { value: '', label: composeText.rulesUsual },
          ...type.ruleSets.map((rules) => ({ value: rules, label: composeText.ruleNames[rules] ?? rules })),
        ]}
      />
      {type.periodic ? (
        <ChoiceField
          label={text.period}
          value={value.period ?? 'month'}
          onChange={(given) => change({ period: REPORT_PERIODS.find((period) => period === given) ?? null })}
          options={REPORT_PERIODS.map((period) => ({ value: period, label: text.periods[period] }))}
        />
      ) : null}
      {type.ofUnion ? (
        <ChoiceField
          label={text.union}
          value={value.union ?? ''}
          onChange={(union) => change({ union: chosen(union) })}
          options={[
            { value: '', label: text.unionUsual },
            ...newest.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </div>
  )
}

/** A list of choices longer than this is looked through by nobody; the newest stand first. */
const MOST_UNIONS = 300
