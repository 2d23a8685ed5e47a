import { targetsText } from '#renderer/text/targets.ts'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { changeTableChoice, usualKind, useTableChoice, type SetTarget } from '#renderer/ui/state/table-choice.ts'

interface AssignerFilterProps {
  readonly assigners: readonly { readonly code: string; readonly shortName: string }[]
  /** What is set in the plan: with a body goes the kind its targets are of. */
  readonly targets: readonly SetTarget[]
}

/** Whose targets the tables of Chỉ tiêu and Kết quả show. */
export function AssignerFilter({ assigners, targets }: AssignerFilterProps) {
  const { assigner } = useTableChoice()
  return (
    <FilterSelect
      label={targetsText.assigner}
      value={assigner}
      options={assigners.map(({ code, shortName }) => ({ value: code, label: shortName }))}
      onChange={(chosen) => changeTableChoice({ assigner: chosen, kind: usualKind(targets, chosen) })}
    />
  )
}
