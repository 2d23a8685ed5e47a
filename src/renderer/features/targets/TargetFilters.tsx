import { Select, ToggleButton } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { TARGET_KINDS } from '#shared/domain/targets/target.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { IndicatorPicker } from '#renderer/ui/IndicatorPicker.tsx'
import { changeTableChoice, usualKind, useTableChoice } from '#renderer/ui/state/table-choice.ts'
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
            changeTableChoice({ kind: TARGET_KINDS.find((known) => known === value) ?? 'assigned' })
          }
        >
          {TARGET_KINDS.map((name) => (
            <option key={name} value={name}>
              {targetsText.kinds[name]}
            </option>
          ))}
        </Select>
      </label>
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
