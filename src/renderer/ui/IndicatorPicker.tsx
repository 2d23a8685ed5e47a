import {
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { TableSettingsRegular } from '@fluentui/react-icons'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { targetsText } from '#renderer/text/targets.ts'

interface IndicatorPickerProps {
  readonly indicators: readonly IndicatorRow[]
  readonly chosen: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

/** Which indicators a table shows, in the catalogue's order; side ones stand apart, below. */
export function IndicatorPicker({ indicators, chosen, onChange }: IndicatorPickerProps) {
  const main = indicators.filter((indicator) => !indicator.side)
  const side = indicators.filter((indicator) => indicator.side)
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ indicators: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onChange(indicators.map((indicator) => indicator.code).filter((code) => checkedItems.includes(code)))
      }
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<TableSettingsRegular />}>
          {targetsText.columnsMenu}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="indicator-menu">
        <MenuList>
          {main.map(choice)}
          {side.length === 0 ? null : (
            <MenuGroup>
              <MenuGroupHeader>{targetsText.sideGroup}</MenuGroupHeader>
              {side.map(choice)}
            </MenuGroup>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function choice({ code, name }: IndicatorRow) {
  return (
    <MenuItemCheckbox key={code} name="indicators" value={code}>
      {name}
    </MenuItemCheckbox>
  )
}
