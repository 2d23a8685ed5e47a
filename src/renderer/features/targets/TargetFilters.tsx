import { ToggleButton } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { TARGET_KINDS } from '#shared/domain/targets/target.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { AssignerFilter } from '#renderer/ui/AssignerFilter.tsx'
import { IndicatorPicker } from '#renderer/ui/IndicatorPicker.tsx'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { changeTableChoice, useTableChoice } from '#renderer/ui/state/table-choice.ts'
import { BesideMenu } from './BesideMenu.tsx'
import { changeTargetView, useTargetView } from './target-view.ts'
import type { TargetSheet } from './use-target-sheet.ts'
import { VersionMenu } from './VersionMenu.tsx'

interface TargetFiltersProps {
  readonly sheet: TargetSheet
  /** More at the end of the line. */
  readonly children: ReactNode
}

/** What the table shows: which version, whose targets, which indicators, what beside them. */
export function TargetFilters({ sheet, children }: TargetFiltersProps) {
  const { assigner, kind } = useTableChoice()
  const { beside, references } = useTargetView()
  const { plan, versions, shown, assigners, targets, catalogue, choice } = sheet
  return (
    <>
      {plan === undefined || shown === undefined ? null : (
        <VersionMenu plan={plan.code} versions={versions} shown={shown} />
      )}
      <AssignerFilter assigners={assigners} targets={targets} />
      <FilterSelect
        label={targetsText.kind}
        value={kind}
        options={TARGET_KINDS.map((name) => ({ value: name, label: targetsText.kinds[name] }))}
        onChange={(chosen) => changeTableChoice({ kind: chosen })}
      />
      <IndicatorPicker
        indicators={catalogue}
        chosen={choice.indicators.map(({ code }) => code)}
        onChange={(codes) => changeTableChoice({ indicators: codes })}
      />
      <BesideMenu main={{ assigner, kind }} beside={beside} assigners={assigners} targets={targets} />
      <ToggleButton
        size="small"
        appearance="subtle"
        icon={<HistoryRegular />}
        checked={references}
        onClick={() => changeTargetView({ references: !references })}
      >
        {targetsText.references}
      </ToggleButton>
      {children}
    </>
  )
}
