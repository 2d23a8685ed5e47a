import { useMemo, type ComponentProps } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { resultsText } from '#renderer/text/results.ts'
import { AssignerFilter } from '#renderer/ui/AssignerFilter.tsx'
import { DateField } from '#renderer/ui/forms/fields.tsx'
import { IndicatorPicker } from '#renderer/ui/IndicatorPicker.tsx'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { changeTableChoice } from '#renderer/ui/state/table-choice.ts'
import { COMPARISONS, cutOptions, RESULT_VIEWS, type ViewChoice } from './view-choice.ts'

const text = resultsText.view
const VIEWS = RESULT_VIEWS.map((value) => ({ value, label: text.by[value] }))
const COMPARED = COMPARISONS.map((value) => ({ value, label: text.comparisons[value] }))
const UNITS_OF = [
  { value: 'then', label: resultsText.unitsThen },
  { value: 'now', label: resultsText.unitsNow },
] as const

interface ResultsFiltersProps extends ComponentProps<typeof AssignerFilter> {
  readonly choice: ViewChoice
  readonly onChange: (patch: Partial<ViewChoice>) => void
  readonly catalogue: readonly IndicatorRow[]
  /** Codes of what the table shows. */
  readonly shown: readonly string[]
}

/** What the table shows: by what, in whose units, beside which day, of which part, under whose targets. */
export function ResultsFilters({ choice, onChange, catalogue, shown, assigners, targets }: ResultsFiltersProps) {
  const cuts = useMemo(() => cutOptions(catalogue), [catalogue])
  return (
    <>
      <FilterSelect label={text.byLabel} value={choice.by} options={VIEWS} onChange={(by) => onChange({ by })} />
      {choice.by === 'assigner' ? null : <AssignerFilter assigners={assigners} targets={targets} />}
      <FilterSelect
        label={resultsText.unitView}
        value={choice.unitsOf}
        options={UNITS_OF}
        onChange={(unitsOf) => onChange({ unitsOf })}
      />
      <FilterSelect
        label={text.compareLabel}
        value={choice.comparison}
        options={COMPARED}
        onChange={(comparison) => onChange({ comparison })}
      />
      {choice.comparison === 'other' ? (
        <div className="results-day">
          <DateField label={text.otherDay} value={choice.otherDay} onChange={(otherDay) => onChange({ otherDay })} />
        </div>
      ) : null}
      <FilterSelect
        label={text.cutLabel}
        className="results-cut"
        value={choice.cut}
        options={cuts}
        onChange={(cut) => onChange({ cut })}
      />
      {choice.cut === '' ? (
        <IndicatorPicker
          indicators={catalogue}
          chosen={shown}
          onChange={(codes) => changeTableChoice({ indicators: codes })}
        />
      ) : null}
    </>
  )
}
