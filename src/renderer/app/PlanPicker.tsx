import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { AddRegular, EditRegular } from '@fluentui/react-icons'
import type { PlanRow } from '#shared/contract/plans.ts'
import { useData } from '#renderer/api/data.ts'
import { choosePlan, useWorkingContext } from '#renderer/api/working-context.ts'
import { frameText } from '#renderer/text/frame.ts'

interface PlanPickerProps {
  readonly onNewPlan: () => void
  readonly onEditPlan: (plan: PlanRow) => void
}

/** Which plan the figures are held against. */
export function PlanPicker({ onNewPlan, onEditPlan }: PlanPickerProps) {
  const plans = useData('plans.list', {}).data ?? []
  const code = useWorkingContext(({ plan }) => plan)
  const chosen = plans.find((plan) => plan.code === code)
  return (
    <Menu
      positioning="below-start"
      checkedValues={{ plan: code === null ? [] : [code] }}
      onCheckedValueChange={(_, { checkedItems }) => choosePlan(checkedItems[0] ?? null)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          className="top-plan"
          aria-label={`${frameText.plan}: ${chosen?.name ?? frameText.noPlan}`}
        >
          {chosen?.name ?? frameText.noPlan}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {plans.map((plan) => (
            <MenuItemRadio key={plan.code} name="plan" value={plan.code}>
              {plan.name}
            </MenuItemRadio>
          ))}
          {plans.length > 0 ? <MenuDivider /> : null}
          {chosen === undefined ? null : (
            <MenuItem icon={<EditRegular />} onClick={() => onEditPlan(chosen)}>
              {frameText.editPlan}
            </MenuItem>
          )}
          <MenuItem icon={<AddRegular />} onClick={onNewPlan}>
            {frameText.newPlan}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
